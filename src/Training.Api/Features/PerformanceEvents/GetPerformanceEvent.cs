namespace Training.Api.Features.PerformanceEvents;

internal static class GetPerformanceEvent
{
    /// <summary>One performance event: what happened, what the person says to it, how it was decided.</summary>
    internal static Task<PerformanceEventResponse> HandleAsync(long id, OnPerformanceEvent on, CancellationToken cancellation) =>
        on.ReadAsync(id, cancellation);
}
