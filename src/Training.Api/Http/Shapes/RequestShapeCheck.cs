using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Training.Api.Errors;

namespace Training.Api.Http.Shapes;

/// <summary>Endpoint metadata: how many bytes a body may have; the default is <see cref="Default"/>.</summary>
internal sealed record BodyLimit(long Bytes)
{
    public const long Default = 1024 * 1024;
}

/// <summary>Refuses a request whose size, encoding, query or route values do not have the form that its route takes. Runs
/// after the sign-in and role checks and before the handler, so that nothing is read for a request that is wrong.</summary>
internal sealed class RequestShapeCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        CheckBody(context);
        if (RouteShape.Of(context.GetEndpoint()) is { } shape)
        {
            CheckRoute(context.Request, shape);
            CheckQuery(context.Request, shape);
        }

        return next(context);
    }

    private static void CheckBody(HttpContext context)
    {
        var request = context.Request;
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? BodyLimit.Default;
        if (request.ContentLength > limit)
        {
            throw CommonRefusals.TooLarge.With(("limit", limit));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // The counting below answers with the limit; the server's own check stays a little behind it.
            size.MaxRequestBodySize = limit + 1;
        }

        if (request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false)
        {
            request.Body = new CountedBody(request.Body, limit);
        }

        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var media)
            && media.Charset.HasValue
            && !HeaderUtilities.RemoveQuotes(media.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw CommonRefusals.Media.With();
        }
    }

    private static void CheckRoute(HttpRequest request, RouteShape shape)
    {
        foreach (var (name, given) in request.RouteValues)
        {
            if (shape.Route.TryGetValue(name, out var parameter)
                && ParameterKinds.FaultOf(parameter.Type, Convert.ToString(given, System.Globalization.CultureInfo.InvariantCulture) ?? "") is { } fault)
            {
                throw RequestFault.Parameter(parameter.Name, fault);
            }
        }
    }

    private static void CheckQuery(HttpRequest request, RouteShape shape)
    {
        var wrong = new List<(string, Fault)>();
        foreach (var (name, values) in request.Query)
        {
            if (!shape.Query.TryGetValue(name, out var parameter))
            {
                throw new RequestFault(CommonRefusals.UnknownParameter, WellFormed.Is(name) ? name : "?", AcceptedBy(shape));
            }

            if (values.Count > 1 && !parameter.IsRepeatable)
            {
                wrong.Add((name, new Fault("fault.repeatedParameter", ("count", values.Count))));
            }

            wrong.AddRange(values
                .Select(x => ParameterKinds.FaultOf(parameter.Type, x ?? string.Empty))
                .OfType<Fault>()
                .Select(x => (name, x)));
        }

        wrong.AddRange(shape.Query.Values
            .Where(x => x.IsRequired && !request.Query.ContainsKey(x.Name))
            .Select(x => (x.Name, new Fault("fault.missing"))));
        if (wrong.Count > 0)
        {
            throw new RequestFault(CommonRefusals.Parameter, wrong);
        }
    }

    private static Fault AcceptedBy(RouteShape shape) => shape.Query.Count == 0
        ? new Fault("fault.noParameters")
        : new Fault("fault.unknownParameter", ("accepted", shape.Query.Keys.Order(StringComparer.Ordinal)));
}
