using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Reports;

/// <summary>A row of the report: what is overdue of one course of one plan among those of one department and position.</summary>
/// <param name="Overdue">How many people are late with it.</param>
/// <param name="EarliestDueOn">Since when the first of them is.</param>
public sealed record OverdueListItem(
    string DepartmentCode, string DepartmentNameZh, string? DepartmentNameEn, string PositionCode, string PositionNameZh, string? PositionNameEn,
    string PlanCode, string PlanTitleZh, string? PlanTitleEn, string CourseCode, string CourseNameZh, string? CourseNameEn, int Overdue,
    DateOnly EarliestDueOn, long DepartmentId, long PositionId, long PlanId, long CourseId);

/// <summary>One person who is late with one course of one plan.</summary>
public sealed record OverduePersonItem(
    long Id, string EmployeeNumber, string NameZh, string? NameLatin, string DepartmentCode, string PositionCode, string PlanCode,
    string CourseCode, string CourseNameZh, string? CourseNameEn, bool IsMandatory, DateOnly AssignedOn, DateOnly DueOn, int DaysOverdue,
    long EmployeeId, long PlanId, long CourseId);

internal static class ReportOverdue
{
    private static readonly Sorts<OverdueListItem> Fields = new(x => x.CourseId, "departmentCode,positionCode,planCode,courseCode")
    {
        { "departmentCode", x => x.DepartmentCode },
        { "positionCode", x => x.PositionCode },
        { "planCode", x => x.PlanCode },
        { "courseCode", x => x.CourseCode },
        { "overdue", x => x.Overdue },
        { "earliestDueOn", x => x.EarliestDueOn },
    };

    /// <summary>How many are late with what, by department, position, plan and course, over the people whom the caller may see and
    /// who work here today; the names stand at <c>/reports/overdue/people</c> under the same filters.</summary>
    internal static async Task<ListOf<OverdueListItem>> HandleAsync(
        [AsParameters] TrainingReportFilter filter, [AsParameters] ListRequest list, Visible visible, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        var today = clock.Today;
        var placed = await visible.TrainingItems().InState(TrainingItemState.Overdue, today).PlacedAsync(filter, db, today, cancellation);
        var counts = await placed
            .GroupBy(x => new { x.DepartmentId, x.PositionId, x.Item.PlanId, x.Item.CourseId })
            .Select(x => new { x.Key, Overdue = x.Count(), Earliest = x.Min(y => y.Item.DueOn) }).ToListAsync(cancellation);
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);
        var positions = await db.Positions.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);
        var courses = await db.Courses.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);
        var planIds = counts.Select(x => x.Key.PlanId).ToHashSet();
        var plans = await db.Plans.AsNoTracking().Where(x => planIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation);
        var rows = counts
            .Select(x => (x, D: departments[x.Key.DepartmentId], O: positions[x.Key.PositionId], P: plans[x.Key.PlanId], C: courses[x.Key.CourseId]))
            .Select(x => new OverdueListItem(
                x.D.Code, x.D.NameZh, x.D.NameEn, x.O.Code, x.O.NameZh, x.O.NameEn, x.P.Code, x.P.TitleZh, x.P.TitleEn, x.C.Code, x.C.NameZh,
                x.C.NameEn, x.x.Overdue, x.x.Earliest, x.D.Id, x.O.Id, x.P.Id, x.C.Id));
        return ListOf.From([.. rows], Fields, list);
    }
}

internal static class ListOverduePeople
{
    private static readonly Sorts<NamedItem> Fields = new(x => x.Item.Id, "dueOn,name")
    {
        { "dueOn", x => x.Item.DueOn },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "departmentCode", x => x.Department.Code },
        { "planCode", x => x.Plan.Code },
        { "courseCode", x => x.Course.Code },
    };

    /// <summary>Who is late with what: the people behind the rows of the report, under the same filters.</summary>
    internal static async Task<ListOf<OverduePersonItem>> HandleAsync(
        [AsParameters] TrainingReportFilter filter, [AsParameters] ListRequest list, Visible visible, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        var today = clock.Today;
        var placed = await visible.TrainingItems().InState(TrainingItemState.Overdue, today).PlacedAsync(filter, db, today, cancellation);
        return ListOf.Finished(
            placed.Named(db),
            Fields,
            x => new OverduePersonItem(
                x.Item.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Department.Code, x.Position.Code, x.Plan.Code,
                x.Course.Code, x.Course.NameZh, x.Course.NameEn, x.Item.IsMandatory, x.Item.AssignedOn, x.Item.DueOn, 0, x.Person.Id,
                x.Plan.Id, x.Course.Id),
            x => x with { DaysOverdue = today.DayNumber - x.DueOn.DayNumber },
            list);
    }
}
