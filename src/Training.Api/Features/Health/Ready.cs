using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Acts;

namespace Training.Api.Features.Health;

/// <summary>Whether the program can serve.</summary>
/// <param name="Status">The worst of the checks.</param>
/// <param name="Checks">What was looked at, in the order in which it matters.</param>
public sealed record ReadyResponse(ReadinessStatus Status, IReadOnlyList<ReadinessCheck> Checks);

internal static class Ready
{
    /// <summary>Whether requests can be served: 503 when not. Warnings leave it at 200.</summary>
    internal static async Task<JsonHttpResult<ReadyResponse>> HandleAsync(CheckReadiness act, CancellationToken cancellation)
    {
        var checks = await act.RunAsync(cancellation);
        var worst = checks.Max(x => x.Status);
        return TypedResults.Json(
            new ReadyResponse(worst, checks),
            statusCode: worst == ReadinessStatus.Failed ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
