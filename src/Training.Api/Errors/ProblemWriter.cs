using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Errors;

/// <summary>Writes a refusal as the answer. The only place that turns codes into sentences.</summary>
internal sealed class ProblemWriter(RefusalLog log)
{
    private const int DefaultRetryAfterSeconds = 1;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers a violation of a rule.</summary>
    public Task WriteAsync(HttpContext context, RuleViolation violation)
    {
        var language = ReaderLanguage.Of(context);
        var detail = Texts.Of(language, violation.Refusal.Code, violation.Values);
        List<RuleViolation> all = [violation, .. violation.Others];
        var errors = all.Where(x => x.Field is not null).GroupBy(x => x.Field!, StringComparer.Ordinal).ToDictionary(
            x => x.Key, x => (IReadOnlyList<ProblemError>)[.. x.SelectMany(y => ErrorsOf(y, language))], StringComparer.Ordinal);
        if (violation.Refusal.Kind is RefusalKind.Busy or RefusalKind.TooMany)
        {
            var seconds = violation.Values.FirstOrDefault(x => x.Name == "retryAfter").Value ?? DefaultRetryAfterSeconds;
            context.Response.Headers.RetryAfter = Convert.ToString(seconds, CultureInfo.InvariantCulture);
        }

        return WriteAsync(context, RefusalStatus.Of(violation.Refusal), [.. all.Select(x => x.Refusal.Code).Distinct()], detail, errors);
    }

    /// <summary>Answers a request that cannot be read or breaks its shape, naming every place.</summary>
    public Task WriteAsync(HttpContext context, RequestFault fault)
    {
        var language = ReaderLanguage.Of(context);
        var errors = fault.Faults
            .GroupBy(x => x.Place, StringComparer.Ordinal)
            .ToDictionary(
                x => x.Key,
                x => (IReadOnlyList<ProblemError>)[.. x.Select(y => Error(y.Fault, language)).Distinct()],
                StringComparer.Ordinal);
        var first = errors.First();
        var detail = Texts.Of(language, fault.Refusal.Code, ("place", first.Key), ("fault", first.Value[0].Message), ("count", errors.Count));

        return WriteAsync(context, RefusalStatus.Of(fault.Refusal), [fault.Refusal.Code], detail, errors);
    }

    /// <summary>Answers a fault of ours: nothing but the trace id leaves.</summary>
    public Task WriteFaultAsync(HttpContext context) => WriteAsync(
        context,
        StatusCodes.Status500InternalServerError,
        [CommonRefusals.Fault],
        Texts.Of(ReaderLanguage.Of(context), CommonRefusals.Fault),
        []);

    /// <summary>The id under which the request stands in the log.</summary>
    public static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    private static IReadOnlyList<ProblemError> ErrorsOf(RuleViolation violation, Language language) => violation.Details.Count == 0
        ? [new(violation.Refusal.Code, Texts.Of(language, violation.Refusal.Code, violation.Values))]
        : [.. violation.Details.Select(x => new ProblemError(x.Code, Texts.Of(language, x.Code, x.Values)))];

    private static ProblemError Error(Fault fault, Language language)
    {
        var expected = Texts.Of(language, fault.Code, fault.Values);

        return new ProblemError(fault.Code, fault.Given is { } given
            ? Texts.Of(language, "fault.notThisValue", ("value", given), ("expected", expected))
            : expected);
    }

    /// <summary>The answer is of the first of the codes; all of them are noted.</summary>
    private async Task WriteAsync(
        HttpContext context, int status, IReadOnlyList<string> codes, string detail, Dictionary<string, IReadOnlyList<ProblemError>> errors)
    {
        var (code, language) = (codes[0], ReaderLanguage.Of(context));
        var problem = new Problem(
            $"urn:training:refusal:{code}",
            Texts.Of(language, $"status.{status}"),
            status,
            detail,
            code,
            errors,
            TraceIdOf(context));
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        // 405 and 415 come from stand-in endpoints of the router, which are no routes.
        foreach (var said in codes)
        {
            log.Note(new RefusalSeen(endpoint as RouteEndpoint, said, status, context.Request.Method, context.Request.Path));
        }

        context.Response.StatusCode = status;
        context.Response.Headers.ContentLanguage = language.Tag();
        await context.Response.WriteAsJsonAsync(problem, Json, "application/problem+json", context.RequestAborted);
    }
}
