using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Incentives;

namespace Training.Api.Features.PerformanceEvents;

/// <summary>What the person says to an event.</summary>
/// <param name="IsObjection">They object to it; the view says why.</param>
/// <param name="View">In words.</param>
public sealed record RespondToPerformanceEventRequest(bool IsObjection, [TextLength(0, PerformanceEvent.MaxTextLength)] string? View = null);

internal static class RespondToPerformanceEvent
{
    /// <summary>The person states their view, up to the last day for it and while it is not decided; again, in place of what they said
    /// before. HR and approvers are told. Refused: to anybody else; afterwards; an objection without a word why.</summary>
    internal static Task<PerformanceEventResponse> HandleAsync(
        long id,
        RespondToPerformanceEventRequest request,
        IfMatch ifMatch,
        OnPerformanceEvent on,
        Acts.ReportPerformanceEvent report,
        OrganisationClock clock,
        CancellationToken cancellation) => on.ActAsync(
        id,
        ifMatch,
        async (found, by) =>
        {
            found.Respond(request.IsObjection, request.View, by, clock.Now, clock.Today);
            await report.TellDecidersAsync(
                request.IsObjection ? "performanceEvent.objected" : "performanceEvent.accepted", found, await on.PersonAsync(found, cancellation),
                await on.KindAsync(found.KindId, cancellation), cancellation);
        },
        cancellation);
}
