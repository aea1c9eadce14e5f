using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Incentives;

namespace Training.Api.Features.PerformanceEvents;

/// <summary>The whole of what may be edited about a performance event.</summary>
/// <param name="KindId">One of <c>/performance-event-kinds</c>.</param>
/// <param name="OccurredOn">The day: not in the future, and one on which the person is employed.</param>
/// <param name="Minutes">Minutes late.</param>
/// <param name="Article">Of the rule book.</param>
/// <param name="Amount">Yuan, at most two decimals.</param>
/// <param name="Reference">The number under which another system knows it.</param>
/// <param name="Description">What happened; the person reads it.</param>
/// <param name="Evidence">What shows it, in words.</param>
public sealed record EditPerformanceEventRequest(
    long KindId,
    DateOnly OccurredOn,
    EventSeverity? Severity = null,
    bool? IsUpheld = null,
    [Within("1", "1440")] int? Minutes = null,
    [TextLength(0, PerformanceEvent.MaxArticleLength)] string? Article = null,
    [Within("0", "9999999.99"), Decimals(2)] decimal? Amount = null,
    [KeyLength(0, PerformanceEvent.MaxReferenceLength)] string? Reference = null,
    [TextLength(0, PerformanceEvent.MaxTextLength)] string? Description = null,
    [TextLength(0, PerformanceEvent.MaxTextLength)] string? Evidence = null);

internal static class EditPerformanceEvent
{
    /// <summary>Edits a performance event as a whole while it is not decided: by the reporter and HR, never about oneself. The person is told
    /// again, what they said before is gone, and their five working days begin anew; who edits it does not decide on it.</summary>
    internal static Task<PerformanceEventResponse> HandleAsync(
        long id,
        EditPerformanceEventRequest request,
        IfMatch ifMatch,
        OnPerformanceEvent on,
        Acts.ReportPerformanceEvent report,
        NoticeBox notices,
        OrganisationClock clock,
        TrainingDb db,
        CancellationToken cancellation) => on.ActAsync(
        id,
        ifMatch,
        async (found, by) =>
        {
            found.RefuseUnlessEditable(by);
            var (person, kind) = (await on.PersonAsync(found, cancellation), await on.AskedKindAsync(request.KindId, cancellation));
            var content = new PerformanceEventContent(
                request.OccurredOn, request.Severity, request.IsUpheld, request.Minutes, request.Article, request.Amount, request.Reference,
                request.Description, request.Evidence);
            found.Edit(person, kind, content, by, clock.Today, await db.WorkingCalendarAsync(cancellation));
            await report.RefuseSecondLatenessAsync(found.EmployeeId, kind, found.OccurredOn, id, cancellation);
            await notices.TellAsync(
                "performanceEvent.edited", found.EmployeeId, new NoticeSubject("performanceEvent", id), cancellation,
                Acts.ReportPerformanceEvent.TellPerson(found, kind));
        },
        cancellation);
}
