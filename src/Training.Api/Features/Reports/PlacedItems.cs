using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Features.Reports;

/// <summary>Which training items a report looks at.</summary>
/// <param name="DepartmentId">Of people who work today in this department or below it.</param>
/// <param name="PositionId">Of people who hold this position today.</param>
/// <param name="PlanId">Of this plan.</param>
/// <param name="CourseId">Of this course.</param>
public sealed record TrainingReportFilter(
    [FromQuery(Name = "departmentId")] long? DepartmentId = null,
    [FromQuery(Name = "positionId")] long? PositionId = null,
    [FromQuery(Name = "planId")] long? PlanId = null,
    [FromQuery(Name = "courseId")] long? CourseId = null);

/// <summary>A training item with where its person works today.</summary>
internal sealed class PlacedItem
{
    public required TrainingItem Item { get; init; }

    public required long DepartmentId { get; init; }

    public required long PositionId { get; init; }
}

/// <summary>A training item with what it is about.</summary>
internal sealed class NamedItem
{
    public required TrainingItem Item { get; init; }

    public required Employee Person { get; init; }

    public required Department Department { get; init; }

    public required Position Position { get; init; }

    public required Plan Plan { get; init; }

    public required Course Course { get; init; }
}

internal static class PlacedItems
{
    /// <summary>Of these items those that the filter asks for, of people who work here today.</summary>
    public static async Task<IQueryable<PlacedItem>> PlacedAsync(
        this IQueryable<TrainingItem> items, TrainingReportFilter filter, TrainingDb db, DateOnly today, CancellationToken cancellation)
    {
        var places = db.Assignments.Where(x => x.From <= today && (x.To == null || x.To >= today)
            && (filter.PositionId == null || x.PositionId == filter.PositionId));
        if (filter.DepartmentId is { } department)
        {
            var departments = await db.WithAllBelowAsync([department], cancellation);
            places = places.Where(x => departments.Contains(x.DepartmentId));
        }

        return items.AsNoTracking()
            .Where(x => (filter.PlanId == null || x.PlanId == filter.PlanId) && (filter.CourseId == null || x.CourseId == filter.CourseId))
            .Join(places, x => x.EmployeeId, x => x.EmployeeId, (item, place) => new PlacedItem
            {
                Item = item, DepartmentId = place.DepartmentId, PositionId = place.PositionId,
            });
    }

    /// <summary>The items with person, department, position, plan and course, in one query.</summary>
    public static IQueryable<NamedItem> Named(this IQueryable<PlacedItem> items, TrainingDb db) =>
        from row in items
        join person in db.Employees on row.Item.EmployeeId equals person.Id
        join department in db.Departments on row.DepartmentId equals department.Id
        join position in db.Positions on row.PositionId equals position.Id
        join plan in db.Plans on row.Item.PlanId equals plan.Id
        join course in db.Courses on row.Item.CourseId equals course.Id
        select new NamedItem { Item = row.Item, Person = person, Department = department, Position = position, Plan = plan, Course = course };
}
