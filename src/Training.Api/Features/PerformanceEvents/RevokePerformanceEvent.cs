using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Incentives;

namespace Training.Api.Features.PerformanceEvents;

/// <param name="Reason">Why; the person and the reporter read it.</param>
public sealed record RevokePerformanceEventRequest([TextLength(1, PerformanceEvent.MaxTextLength)] string Reason);

internal static class RevokePerformanceEvent
{
    /// <summary>Takes a confirmation back: the event counts no longer. By HR or an approver other than who confirmed it, never about oneself.
    /// The person and the reporter are told.</summary>
    internal static Task<PerformanceEventResponse> HandleAsync(
        long id, RevokePerformanceEventRequest request, IfMatch ifMatch, OnPerformanceEvent on, OrganisationClock clock, CancellationToken cancellation) =>
        on.DecideAsync(id, ifMatch, (found, by) => found.Revoke(request.Reason, by, clock.Now), cancellation);
}
