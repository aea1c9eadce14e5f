using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Features.RequiredCourses;

/// <summary>A course that somebody lacks though their position requires it.</summary>
/// <param name="DepartmentCode">Where the person works today.</param>
/// <param name="PositionCode">What the person is today.</param>
/// <param name="CourseCode">What is asked for: the course that the position names, or what has taken its place.</param>
/// <param name="Since">From this day on the person lacks it.</param>
/// <param name="DueOn">The last day in time, counted in working days.</param>
/// <param name="IsOverdue">That day is over.</param>
public sealed record RequiredCourseListItem(
    string EmployeeNumber, string NameZh, string? NameLatin, string DepartmentCode, string DepartmentNameZh, string? DepartmentNameEn,
    string PositionCode, string PositionNameZh, string? PositionNameEn, string CourseCode, string CourseNameZh, string? CourseNameEn,
    DateOnly Since, DateOnly DueOn, bool IsOverdue, long EmployeeId, long DepartmentId, long PositionId, long CourseId);

/// <summary>Which of them.</summary>
/// <param name="DepartmentId">Of this department and all below it.</param>
/// <param name="PositionId">Of this position.</param>
/// <param name="CourseId">That lack this course.</param>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="Overdue">Only the overdue ones, or only the others.</param>
public sealed record RequiredCourseFilter(
    [FromQuery(Name = "departmentId")] long? DepartmentId = null,
    [FromQuery(Name = "positionId")] long? PositionId = null,
    [FromQuery(Name = "courseId")] long? CourseId = null,
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "overdue")] bool? Overdue = null);

/// <summary>Lists what people lack, of whatever people.</summary>
internal sealed class LackedList(TrainingDb db, OrganisationClock clock)
{
    private static readonly Sorts<LackedCourse> Fields = new(x => x.Person.Id, "since,name,courseCode", within: x => x.Course.Id)
    {
        { "since", x => x.Since },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "departmentCode", x => x.Department.Code },
        { "positionCode", x => x.Position.Code },
        { "courseCode", x => x.Course.Code },
    };

    public async Task<ListOf<RequiredCourseListItem>> OfAsync(
        IQueryable<Employee> people, RequiredCourseFilter filter, ListRequest list, CancellationToken cancellation)
    {
        var today = clock.Today;
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var rows = db.LackedCourses(people, today).Where(x =>
            (filter.PositionId == null || x.Position.Id == filter.PositionId)
            && (filter.CourseId == null || x.Course.Id == filter.CourseId)
            && (filter.EmployeeId == null || x.Person.Id == filter.EmployeeId));
        if (filter.DepartmentId is { } department)
        {
            var departments = await db.WithAllBelowAsync([department], cancellation);
            rows = rows.Where(x => departments.Contains(x.Department.Id));
        }

        if (filter.Overdue is { } isOverdue)
        {
            rows = await rows.OverdueAsync(isOverdue, db, calendar, today, cancellation);
        }

        return ListOf.Finished(
            rows,
            Fields,
            x => new Row(
                new RequiredCourseListItem(
                    x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Department.Code, x.Department.NameZh, x.Department.NameEn,
                    x.Position.Code, x.Position.NameZh, x.Position.NameEn, x.Course.Code, x.Course.NameZh, x.Course.NameEn, x.Since, default,
                    false, x.Person.Id, x.Department.Id, x.Position.Id, x.Course.Id),
                x.DueWorkingDays),
            row => Finish(row, calendar, today),
            list);
    }

    private static RequiredCourseListItem Finish(Row row, WorkingCalendar calendar, DateOnly today)
    {
        var dueOn = calendar.AddWorkingDays(row.Item.Since, row.DueWorkingDays);
        return row.Item with { DueOn = dueOn, IsOverdue = dueOn < today };
    }

    private sealed record Row(RequiredCourseListItem Item, int DueWorkingDays);
}

internal static class ListMyRequiredCourses
{
    /// <summary>The courses that the caller's position requires and the caller lacks today.</summary>
    internal static Task<ListOf<RequiredCourseListItem>> HandleAsync(
        [AsParameters] ListRequest list, LackedList lacked, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var self = caller.EmployeeId ?? 0;
        return lacked.OfAsync(db.Employees.Where(x => x.Id == self), new RequiredCourseFilter(), list, cancellation);
    }
}

internal static class ListTeamRequiredCourses
{
    /// <summary>What those lack who stand below the caller today.</summary>
    internal static Task<ListOf<RequiredCourseListItem>> HandleAsync(
        [FromQuery(Name = "directOnly")] bool? directOnly, [AsParameters] RequiredCourseFilter filter, [AsParameters] ListRequest list, LackedList lacked,
        Visible visible, CancellationToken cancellation) => lacked.OfAsync(visible.Team(directOnly ?? false), filter, list, cancellation);
}

internal static class ReportRequiredCourses
{
    /// <summary>Who lacks which required course, since when, and whether it is overdue, over the people whom the caller may see.
    /// <c>q</c> looks in name and number of the person.</summary>
    internal static Task<ListOf<RequiredCourseListItem>> HandleAsync(
        [AsParameters] RequiredCourseFilter filter, [AsParameters] SearchRequest list, LackedList lacked, Visible visible, CancellationToken cancellation)
    {
        var people = visible.Employees();
        if (list.Typed is { } typed)
        {
            people = people.Where(x => x.SearchText.Contains(typed));
        }

        return lacked.OfAsync(people, filter, list, cancellation);
    }
}
