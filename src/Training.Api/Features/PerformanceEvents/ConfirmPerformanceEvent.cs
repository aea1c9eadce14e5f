using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Incentives;

namespace Training.Api.Features.PerformanceEvents;

/// <param name="Note">What the person and the reporter read with it.</param>
public sealed record ConfirmPerformanceEventRequest([TextLength(0, PerformanceEvent.MaxTextLength)] string? Note = null);

internal static class ConfirmPerformanceEvent
{
    /// <summary>Confirms an event: it counts from now on. By HR or an approver who neither reported nor edited it, never about oneself, once
    /// the person has answered or their days have passed; what the person objects to, not by who imported it. The person and the reporter
    /// are told.</summary>
    internal static Task<PerformanceEventResponse> HandleAsync(
        long id, ConfirmPerformanceEventRequest request, IfMatch ifMatch, OnPerformanceEvent on, OrganisationClock clock, CancellationToken cancellation) =>
        on.DecideAsync(id, ifMatch, (found, by) => found.Confirm(request.Note, by, clock.Now, clock.Today), cancellation);
}
