using System.Globalization;
using System.Reflection;
using Training.Api.Errors;
using Training.Api.Http.Shapes;
using Training.Domain.Rules;

namespace Training.Api.Http;

/// <summary>Gives every successful answer that carries a <see cref="IVersioned"/> value its <c>ETag</c>.</summary>
internal sealed class EntityTagFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var result = answer is INestedHttpResult nested ? nested.Result : answer;
        var value = result is IValueHttpResult holder ? holder.Value : result;
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        if (value is IVersioned versioned && status is >= 200 and < 300)
        {
            context.HttpContext.Response.Headers.ETag = EntityTags.Of(versioned.Version);
        }

        return answer;
    }
}

internal static class EntityTags
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version of one strong tag (<c>"3"</c>).</summary>
    public static bool TryParse(string tag, out int version)
    {
        version = 0;

        return tag.Length > 2
            && tag.StartsWith('"')
            && tag.EndsWith('"')
            && int.TryParse(tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }
}

/// <summary>The header <c>If-Match</c>: which version of the record the request was written for. A handler takes it as a
/// parameter and checks it after it has found the record and the caller's relation to it.</summary>
[HeaderParameter("If-Match", "The version of the record that the request was written for, as in its ETag: \"3\".")]
internal sealed class IfMatch
{
    private readonly int? _version;

    private IfMatch(int? version) => _version = version;

    /// <summary>Bound by the framework. What is no single strong tag is refused.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var given = context.Request.Headers.IfMatch;
        if (given.Count == 0)
        {
            return ValueTask.FromResult(new IfMatch(null));
        }

        return EntityTags.TryParse(given.ToString().Trim(), out var version)
            ? ValueTask.FromResult(new IfMatch(version))
            : throw RequestFault.Parameter("If-Match", new Fault("fault.entityTag") { Given = given.ToString() });
    }

    /// <summary>For <c>PUT</c>, <c>DELETE</c> and acts with content: must be given (428) and be the current one (412).</summary>
    public void Require(int current)
    {
        if (_version is null)
        {
            throw CommonRefusals.VersionMissing.With(("current", current));
        }

        Accept(current);
    }

    public void Require(IVersioned record) => Require(record.Version);

    /// <summary>For acts without content: may be left out; if given, it must be the current one (412).</summary>
    public void Accept(int current)
    {
        if (_version is { } given && given != current)
        {
            throw CommonRefusals.VersionStale.With(("given", given), ("current", current));
        }
    }

    public void Accept(IVersioned record) => Accept(record.Version);
}
