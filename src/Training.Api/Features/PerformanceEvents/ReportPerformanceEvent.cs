using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Incentives;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.PerformanceEvents;

/// <summary>What happened to a person. What the kind asks for must be given, and what it does not know must not.</summary>
/// <param name="EmployeeId">About whom; never oneself.</param>
/// <param name="KindId">One of <c>/performance-event-kinds</c>.</param>
/// <param name="OccurredOn">The day: not in the future, and one on which the person is employed. Of a lateness the day on which the shift
/// starts.</param>
/// <param name="Minutes">Minutes late.</param>
/// <param name="Article">Of the rule book.</param>
/// <param name="Amount">Yuan, at most two decimals.</param>
/// <param name="Reference">The number under which another system knows it.</param>
/// <param name="Description">What happened; the person reads it.</param>
/// <param name="Evidence">What shows it, in words; a file is attached afterwards.</param>
public sealed record ReportPerformanceEventRequest(
    long EmployeeId,
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

internal static class ReportPerformanceEvent
{
    /// <summary>Reports something that happened to a person on a day: HR about anybody but themselves, supervisors and their deputies about
    /// those who stood below them on that day. The person is told and has five working days for a view; HR and approvers are told.</summary>
    internal static Task<CreatedOnce<PerformanceEventResponse>> HandleAsync(
        ReportPerformanceEventRequest request,
        IdempotencyKey key,
        Acts.ReportPerformanceEvent report,
        OnPerformanceEvent on,
        Visible visible,
        CurrentPerson caller,
        Relations relations,
        OrganisationClock clock,
        TrainingDb db,
        CancellationToken cancellation) => key.CreateOnceAsync(
        db,
        request,
        async () =>
        {
            var day = request.OccurredOn;
            var employee = await FindAsync(request, visible, caller, db, cancellation);
            var kind = await on.AskedKindAsync(request.KindId, cancellation);
            var isDirect = !caller.IsHumanResources
                && await visible.LineOn(day, directOnly: true).ContainsAsync(employee.Id, cancellation)
                && await relations.ToAsync(employee.Id, day, cancellation) == Relation.DirectReport;
            var by = report.Actor(isDirect ? await relations.StandsInForAsync(employee.Id, day, cancellation) : null);
            var content = new PerformanceEventContent(
                day, request.Severity, request.IsUpheld, request.Minutes, request.Article, request.Amount, request.Reference, request.Description,
                request.Evidence);
            var reported = await report.RunAsync(employee, kind, content, by, cancellation);
            return ($"/api/v1/performance-events/{reported.Id}", await on.ReadAsync(reported.Id, cancellation));
        },
        cancellation);

    /// <summary>The person. Refused: one of whom the caller may not know; oneself; who did not stand below the caller on that day.</summary>
    private static async Task<Employee> FindAsync(
        ReportPerformanceEventRequest request, Visible visible, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        caller.RefuseOwn(request.EmployeeId);
        var employee = await db.Employees.AsNoTracking().Include(x => x.Periods).SingleOrDefaultAsync(x => x.Id == request.EmployeeId, cancellation);
        if (employee is null)
        {
            throw CommonRefusals.Unknown.With();
        }

        if (caller.IsHumanResources || await visible.LineOn(request.OccurredOn).ContainsAsync(employee.Id, cancellation))
        {
            return employee;
        }

        throw await visible.Employees().AnyAsync(x => x.Id == employee.Id, cancellation)
            ? AccessRefusals.NotInRelation.With()
            : CommonRefusals.Unknown.With();
    }
}
