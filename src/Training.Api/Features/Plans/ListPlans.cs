using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

/// <summary>A plan in the list.</summary>
public sealed record PlanListItem(
    long Id,
    string Code,
    string TitleZh,
    string? TitleEn,
    PlanState State,
    long DepartmentId,
    string DepartmentCode,
    string DepartmentNameZh,
    string? DepartmentNameEn,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    DateOnly? StartedOn,
    int Items,
    int Version);

internal static class ListPlans
{
    private sealed class Row
    {
        public required Plan Plan { get; init; }

        public required Department Department { get; init; }
    }

    private static readonly Sorts<Row> Fields = new(x => x.Plan.Id, "-startsOn,code")
    {
        { "code", x => x.Plan.Code },
        { "title", x => x.Plan.TitleSortKey },
        { "state", x => x.Plan.State },
        { "startsOn", x => x.Plan.StartsOn },
        { "endsOn", x => x.Plan.EndsOn },
        { "departmentCode", x => x.Department.Code },
    };

    /// <summary>The plans: all to HR and approvers, to others those they wrote, and those that ask something of themselves
    /// or of people below them. <c>q</c> looks in code and titles.</summary>
    internal static ListOf<PlanListItem> Handle(
        [FromQuery(Name = "state")] Choice<PlanState>? state,
        [FromQuery(Name = "departmentId")] long? departmentId,
        [AsParameters] SearchRequest list,
        Visible visible,
        TrainingDb db)
    {
        var plans = visible.ReadablePlans().AsNoTracking();
        if (state is { Value: var asked })
        {
            plans = plans.Where(x => x.State == asked);
        }

        if (departmentId is { } of)
        {
            plans = plans.Where(x => x.DepartmentId == of);
        }

        if (list.Typed is { } typed)
        {
            plans = plans.Where(x => x.SearchText.Contains(typed));
        }

        return ListOf.From(
            plans.Join(db.Departments, x => x.DepartmentId, x => x.Id, (plan, department) => new Row { Plan = plan, Department = department }),
            Fields,
            x => new PlanListItem(
                x.Plan.Id, x.Plan.Code, x.Plan.TitleZh, x.Plan.TitleEn, x.Plan.State, x.Department.Id, x.Department.Code, x.Department.NameZh,
                x.Department.NameEn, x.Plan.StartsOn, x.Plan.EndsOn, x.Plan.StartedOn, x.Plan.Items.Count(y => y.RemovedOn == null), x.Plan.Version),
            list);
    }
}
