using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Features.Reports;

/// <summary>Which overdue items.</summary>
/// <param name="DepartmentId">Of people who work today in this department or below it.</param>
/// <param name="PositionId">Of people who hold this position today.</param>
/// <param name="PlanId">Of this plan.</param>
/// <param name="CourseId">Of this course.</param>
public sealed record OverdueFilter(
    [FromQuery(Name = "departmentId")] long? DepartmentId = null,
    [FromQuery(Name = "positionId")] long? PositionId = null,
    [FromQuery(Name = "planId")] long? PlanId = null,
    [FromQuery(Name = "courseId")] long? CourseId = null);

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

/// <summary>An overdue item with where its person works today.</summary>
internal sealed class OverdueRow
{
    public required TrainingItem Item { get; init; }

    public required long DepartmentId { get; init; }

    public required long PositionId { get; init; }
}

internal static class OverdueRows
{
    /// <summary>The overdue items of the people whom the caller may see and who work here today.</summary>
    public static async Task<IQueryable<OverdueRow>> OfAsync(
        OverdueFilter filter, Visible visible, TrainingDb db, DateOnly today, CancellationToken cancellation)
    {
        var places = db.Assignments.Where(x => x.From <= today && (x.To == null || x.To >= today)
            && (filter.PositionId == null || x.PositionId == filter.PositionId));
        if (filter.DepartmentId is { } department)
        {
            var departments = await db.WithAllBelowAsync([department], cancellation);
            places = places.Where(x => departments.Contains(x.DepartmentId));
        }

        return visible.TrainingItems().AsNoTracking().InState(TrainingItemState.Overdue, today)
            .Where(x => (filter.PlanId == null || x.PlanId == filter.PlanId) && (filter.CourseId == null || x.CourseId == filter.CourseId))
            .Join(places, x => x.EmployeeId, x => x.EmployeeId, (item, place) => new OverdueRow
            {
                Item = item, DepartmentId = place.DepartmentId, PositionId = place.PositionId,
            });
    }
}

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
        [AsParameters] OverdueFilter filter, [AsParameters] ListRequest list, Visible visible, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        var counts = await (await OverdueRows.OfAsync(filter, visible, db, clock.Today, cancellation))
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

/// <summary>An overdue item with what it is about.</summary>
internal sealed class OverdueNamed
{
    public required TrainingItem Item { get; init; }

    public required Employee Person { get; init; }

    public required Department Department { get; init; }

    public required Position Position { get; init; }

    public required Plan Plan { get; init; }

    public required Course Course { get; init; }
}

internal static class ListOverduePeople
{
    private static readonly Sorts<OverdueNamed> Fields = new(x => x.Item.Id, "dueOn,name")
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
        [AsParameters] OverdueFilter filter, [AsParameters] ListRequest list, Visible visible, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        var today = clock.Today;
        var named = from row in await OverdueRows.OfAsync(filter, visible, db, today, cancellation)
                    join person in db.Employees on row.Item.EmployeeId equals person.Id
                    join department in db.Departments on row.DepartmentId equals department.Id
                    join position in db.Positions on row.PositionId equals position.Id
                    join plan in db.Plans on row.Item.PlanId equals plan.Id
                    join course in db.Courses on row.Item.CourseId equals course.Id
                    select new OverdueNamed
                    {
                        Item = row.Item, Person = person, Department = department, Position = position, Plan = plan, Course = course,
                    };
        return ListOf.Finished(
            named,
            Fields,
            x => new OverduePersonItem(
                x.Item.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Department.Code, x.Position.Code, x.Plan.Code,
                x.Course.Code, x.Course.NameZh, x.Course.NameEn, x.Item.IsMandatory, x.Item.AssignedOn, x.Item.DueOn, 0, x.Person.Id,
                x.Plan.Id, x.Course.Id),
            x => x with { DaysOverdue = today.DayNumber - x.DueOn.DayNumber },
            list);
    }
}
