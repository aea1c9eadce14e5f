using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Reports;

/// <summary>A row of the report: what one plan spends on one kind of thing, in yuan.</summary>
/// <param name="DepartmentCode">The department of the plan.</param>
/// <param name="DepartmentNameZh">Its Chinese name.</param>
/// <param name="DepartmentNameEn">Its English name.</param>
/// <param name="PlanCode">The plan.</param>
/// <param name="PlanTitleZh">Its Chinese title.</param>
/// <param name="PlanTitleEn">Its English title.</param>
/// <param name="State">Where it stands; cancelled plans are there when something was spent on them.</param>
/// <param name="Kind">What the money is for.</param>
/// <param name="Planned">Sum of what was planned.</param>
/// <param name="Actual">Sum of what is known to have been spent.</param>
/// <param name="Difference">Actual less planned.</param>
/// <param name="Rate">Actual per planned in percent, one decimal; none where nothing was planned.</param>
/// <param name="PlanId">Id of the plan.</param>
public sealed record PlanBudgetListItem(
    string DepartmentCode,
    string DepartmentNameZh,
    string? DepartmentNameEn,
    string PlanCode,
    string PlanTitleZh,
    string? PlanTitleEn,
    PlanState State,
    BudgetKind Kind,
    decimal Planned,
    decimal Actual,
    decimal Difference,
    decimal? Rate,
    long PlanId);

internal static class ReportPlanBudget
{
    private static readonly Sorts<PlanBudgetListItem> Fields = new(x => x.PlanId, "departmentCode,planCode,kind")
    {
        { "departmentCode", x => x.DepartmentCode },
        { "planCode", x => x.PlanCode },
        { "kind", x => x.Kind },
        { "planned", x => x.Planned },
        { "actual", x => x.Actual },
        { "difference", x => x.Difference },
    };

    /// <summary>Planned and actual costs of the plans that begin in a year, by plan and kind, of those whom the caller may see. A
    /// department is asked for with all below it.</summary>
    internal static async Task<ListOf<PlanBudgetListItem>> HandleAsync(
        [FromQuery(Name = "year")] int? year,
        [FromQuery(Name = "departmentId")] long? departmentId,
        [FromQuery(Name = "planId")] long? planId,
        [AsParameters] ListRequest list,
        Visible visible,
        TrainingDb db,
        CancellationToken cancellation)
    {
        var departments = departmentId is { } top ? await db.WithAllBelowAsync([top], cancellation) : [];
        var plans = visible.Plans().AsNoTracking().Where(x => (x.State != PlanState.Cancelled || x.Budget.Any(y => y.Actual > 0))
            && (year == null || x.StartsOn.Year == year) && (planId == null || x.Id == planId)
            && (departmentId == null || departments.Contains(x.DepartmentId)));
        var lines = await plans
            .SelectMany(x => x.Budget, (plan, line) => new { plan.Id, line.Kind, line.Planned, line.Actual })
            .ToListAsync(cancellation);
        var named = await plans.Where(x => x.Budget.Any())
            .Join(db.Departments, x => x.DepartmentId, x => x.Id, (plan, department) => new
            {
                plan.Id, plan.Code, plan.TitleZh, plan.TitleEn, plan.State,
                DepartmentCode = department.Code, DepartmentNameZh = department.NameZh, DepartmentNameEn = department.NameEn,
            })
            .ToDictionaryAsync(x => x.Id, cancellation);
        var rows = lines.GroupBy(x => (x.Id, x.Kind))
            .Select(x => (Plan: named[x.Key.Id], x.Key.Kind, Total: new BudgetTotal(x.Sum(y => y.Planned), x.Sum(y => y.Actual ?? 0))))
            .Select(x => new PlanBudgetListItem(
                x.Plan.DepartmentCode, x.Plan.DepartmentNameZh, x.Plan.DepartmentNameEn, x.Plan.Code, x.Plan.TitleZh, x.Plan.TitleEn,
                x.Plan.State, x.Kind, x.Total.Planned, x.Total.Actual, x.Total.Difference, x.Total.Rate, x.Plan.Id))
            .ToList();
        return ListOf.From(rows, Fields, list);
    }
}
