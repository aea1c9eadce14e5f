using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

/// <summary>How far one person is with a plan.</summary>
/// <param name="Id">The employee.</param>
/// <param name="EmployeeNumber">Employee number.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameLatin">Latin name.</param>
/// <param name="Assigned">Items asked for, those that were open when the plan was closed with them; others that were dropped count nowhere.</param>
/// <param name="Completed">Of these, completed.</param>
/// <param name="Overdue">Of these, open after their due day.</param>
/// <param name="CompletionRate">Completed per assigned in percent, one decimal.</param>
public sealed record PlanProgressListItem(
    long Id, string EmployeeNumber, string NameZh, string? NameLatin, int Assigned, int Completed, int Overdue, decimal? CompletionRate);

internal static class ListPlanProgress
{
    private static readonly Sorts<PlanProgressListItem> Fields = new(x => x.Id, "employeeNumber")
    {
        { "employeeNumber", x => x.EmployeeNumber },
        { "overdue", x => x.Overdue },
        { "completionRate", x => x.CompletionRate },
    };

    /// <summary>The people of a plan and how far each is, of those whom the caller may see. The whole plan's count stands in
    /// the plan itself.</summary>
    internal static async Task<ListOf<PlanProgressListItem>> HandleAsync(
        long id, [AsParameters] ListRequest list, Visible visible, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        await visible.ReadablePlans().Where(x => x.Id == id).Select(x => x.Id).OneAsync(cancellation);
        var today = clock.Today;
        var rows = await visible.TrainingItems().Counted().Where(x => x.PlanId == id)
            .GroupBy(x => x.EmployeeId)
            .Select(x => new
            {
                EmployeeId = x.Key,
                Assigned = x.Count(),
                Completed = x.Count(y => y.CompletedOn != null),
                Overdue = x.Count(y => y.CompletedOn == null && y.DroppedOn == null && y.DueOn < today),
            })
            .Join(db.Employees, x => x.EmployeeId, x => x.Id, (count, person) => new PlanProgressListItem(
                person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin, count.Assigned, count.Completed, count.Overdue,
                new CompletionTally(count.Assigned, count.Completed, count.Overdue).CompletionRate))
            .ToListAsync(cancellation);

        return ListOf.From(rows, Fields, list);
    }
}
