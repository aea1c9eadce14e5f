using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Reports;

/// <summary>A row of the year view: one plan of one department.</summary>
/// <param name="DepartmentCode">The department of the plan.</param>
/// <param name="DepartmentNameZh">Its Chinese name.</param>
/// <param name="DepartmentNameEn">Its English name.</param>
/// <param name="PlanCode">The plan.</param>
/// <param name="PlanTitleZh">Its Chinese title.</param>
/// <param name="PlanTitleEn">Its English title.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day; none: open.</param>
/// <param name="Courses">How many courses it asks for.</param>
/// <param name="Assigned">Training items asked for, of the people whom the caller may see.</param>
/// <param name="Completed">Of these, completed.</param>
/// <param name="Overdue">Of these, open after their due day.</param>
/// <param name="CompletionRate">Completed per assigned in percent, one decimal.</param>
/// <param name="BudgetPlanned">Planned costs in yuan.</param>
/// <param name="BudgetActual">Actual costs in yuan.</param>
/// <param name="PlanId">Id of the plan.</param>
public sealed record PlanYearListItem(
    string DepartmentCode,
    string DepartmentNameZh,
    string? DepartmentNameEn,
    string PlanCode,
    string PlanTitleZh,
    string? PlanTitleEn,
    PlanState State,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    int Courses,
    int Assigned,
    int Completed,
    int Overdue,
    decimal? CompletionRate,
    decimal BudgetPlanned,
    decimal BudgetActual,
    long PlanId);

internal static class ReportPlanYear
{
    private static readonly Sorts<PlanYearListItem> Fields = new(x => x.PlanId, "departmentCode,startsOn,planCode")
    {
        { "departmentCode", x => x.DepartmentCode },
        { "planCode", x => x.PlanCode },
        { "startsOn", x => x.StartsOn },
        { "completionRate", x => x.CompletionRate },
        { "budgetPlanned", x => x.BudgetPlanned },
        { "budgetActual", x => x.BudgetActual },
    };

    /// <summary>The plans of a year, department by department: every plan that has a day in it, this year unless another is given;
    /// an open plan stands in every year from that of its first day to that in which it was closed or cancelled, while it runs to
    /// this one.
    /// A department is asked for with all below it.</summary>
    internal static async Task<ListOf<PlanYearListItem>> HandleAsync(
        [FromQuery(Name = "year")] int? year,
        [FromQuery(Name = "departmentId")] long? departmentId,
        [AsParameters] ListRequest list,
        Visible visible,
        TrainingDb db,
        OrganisationClock clock,
        CancellationToken cancellation)
    {
        var (today, asked) = (clock.Today, year ?? clock.Today.Year);
        var begin = clock.At(new DateOnly(Math.Clamp(asked, Days.First.Year, Days.Last.Year), 1, 1), TimeOnly.MinValue);
        var departments = departmentId is { } top ? await db.WithAllBelowAsync([top], cancellation) : [];
        var plans = visible.Plans().AsNoTracking().Where(x => x.StartsOn.Year <= asked && (x.EndsOn == null
            ? x.StartsOn.Year == asked || (x.State == PlanState.Running && asked <= today.Year)
                || x.Steps.Any(y => (y.Act == PlanAct.Close || y.Act == PlanAct.Cancel) && y.At >= begin)
            : x.EndsOn.Value.Year >= asked)
            && (departmentId == null || departments.Contains(x.DepartmentId)));
        var tallies = await visible.TrainingItems().Counted().Where(x => plans.Any(y => y.Id == x.PlanId))
            .GroupBy(x => x.PlanId)
            .Select(x => new
            {
                x.Key, All = x.Count(), Done = x.Count(y => y.CompletedOn != null),
                Late = x.Count(y => y.CompletedOn == null && y.DroppedOn == null && y.DueOn < today),
            })
            .ToDictionaryAsync(x => x.Key, x => new CompletionTally(x.All, x.Done, x.Late), cancellation);
        var costs = (await plans.SelectMany(x => x.Budget, (plan, line) => new { plan.Id, line.Planned, line.Actual }).ToListAsync(cancellation))
            .GroupBy(x => x.Id).ToDictionary(x => x.Key, x => new BudgetTotal(x.Sum(y => y.Planned), x.Sum(y => y.Actual ?? 0)));
        var found = await plans.Join(db.Departments, x => x.DepartmentId, x => x.Id, (plan, department) => new
        {
            plan.Id, plan.Code, plan.TitleZh, plan.TitleEn, plan.State, plan.StartsOn, plan.EndsOn, Courses = plan.Items.Count(x => x.RemovedOn == null),
            DepartmentCode = department.Code, DepartmentNameZh = department.NameZh, DepartmentNameEn = department.NameEn,
        }).ToListAsync(cancellation);
        var rows = found.Select(x => (Plan: x, Tally: tallies.GetValueOrDefault(x.Id), Cost: costs.GetValueOrDefault(x.Id)))
            .Select(x => new PlanYearListItem(
                x.Plan.DepartmentCode, x.Plan.DepartmentNameZh, x.Plan.DepartmentNameEn, x.Plan.Code, x.Plan.TitleZh, x.Plan.TitleEn, x.Plan.State,
                x.Plan.StartsOn, x.Plan.EndsOn, x.Plan.Courses, x.Tally.Assigned, x.Tally.Completed, x.Tally.Overdue, x.Tally.CompletionRate,
                x.Cost.Planned, x.Cost.Actual, x.Plan.Id))
            .ToList();
        return ListOf.From(rows, Fields, list);
    }
}
