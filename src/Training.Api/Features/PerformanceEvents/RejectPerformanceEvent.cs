using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Incentives;

namespace Training.Api.Features.PerformanceEvents;

/// <param name="Reason">Why; the person and the reporter read it.</param>
public sealed record RejectPerformanceEventRequest([TextLength(1, PerformanceEvent.MaxTextLength)] string Reason);

internal static class RejectPerformanceEvent
{
    /// <summary>Rejects an event: it never counts. By whom as for confirming it, at any time before a decision. The person and the reporter
    /// are told.</summary>
    internal static Task<PerformanceEventResponse> HandleAsync(
        long id, RejectPerformanceEventRequest request, IfMatch ifMatch, OnPerformanceEvent on, OrganisationClock clock, CancellationToken cancellation) =>
        on.DecideAsync(id, ifMatch, (found, by) => found.Reject(request.Reason, by, clock.Now), cancellation);
}
