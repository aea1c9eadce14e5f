using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Queries;

/// <summary>A training item with what it is about.</summary>
internal sealed class TrainingRow
{
    public required TrainingItem Item { get; init; }

    public required Course Course { get; init; }

    public required Plan Plan { get; init; }

    public required Employee Person { get; init; }
}

internal static class TrainingRows
{
    /// <summary>The items with course, plan and person, in one query.</summary>
    public static IQueryable<TrainingRow> WithSubjects(this IQueryable<TrainingItem> items, TrainingDb db) =>
        from item in items.AsNoTracking()
        join course in db.Courses on item.CourseId equals course.Id
        join plan in db.Plans on item.PlanId equals plan.Id
        join person in db.Employees on item.EmployeeId equals person.Id
        select new TrainingRow { Item = item, Course = course, Plan = plan, Person = person };

    /// <summary>The items that figures count as asked for: completed, open, and left open when the plan was closed. What was dropped for
    /// another reason is asked of nobody.</summary>
    public static IQueryable<TrainingItem> Counted(this IQueryable<TrainingItem> items) =>
        items.Where(x => x.CompletedOn != null || x.DroppedOn == null || x.DropReason == DropReason.PlanClosed);

    /// <summary>The items that a completion may close, those of closed plans with it: it may have been recorded late.</summary>
    public static IQueryable<TrainingItem> Closable(this IQueryable<TrainingItem> items) =>
        items.Where(x => x.CompletedOn == null && (x.DroppedOn == null || x.DropReason == DropReason.PlanClosed));

    /// <summary>The items that stand so on the day.</summary>
    public static IQueryable<TrainingItem> InState(this IQueryable<TrainingItem> items, TrainingItemState state, DateOnly today) => state switch
    {
        TrainingItemState.Completed => items.Where(x => x.CompletedOn != null),
        TrainingItemState.Dropped => items.Where(x => x.CompletedOn == null && x.DroppedOn != null),
        TrainingItemState.Overdue => items.Where(x => x.CompletedOn == null && x.DroppedOn == null && x.DueOn < today),
        _ => items.Where(x => x.CompletedOn == null && x.DroppedOn == null && x.DueOn >= today),
    };
}
