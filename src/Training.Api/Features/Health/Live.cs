using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Acts;

namespace Training.Api.Features.Health;

/// <summary>That the process answers.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
public sealed record LiveResponse(ReadinessStatus Status);

internal static class Live
{
    /// <summary>The process answers; nothing else is looked at.</summary>
    internal static Ok<LiveResponse> Handle() => TypedResults.Ok(new LiveResponse(ReadinessStatus.Ok));
}
