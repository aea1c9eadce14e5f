using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Gives people items of a running plan, and counts at once what they completed before and what still stands. Called
/// inside a write that holds <see cref="StartPlan.Lock"/>.</summary>
internal sealed class GiveItems(TrainingDb db)
{
    /// <summary>Items for everybody, in bulk.</summary>
    /// <param name="wanted">Who gets which item; nobody has it yet.</param>
    /// <param name="people">The ids of these people, as the store reads them.</param>
    public async Task RunAsync(
        Plan plan, IReadOnlyList<(Participant Person, PlanItem Item)> wanted, IQueryable<long> people, DateOnly today, CancellationToken cancellation)
    {
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var courseIds = wanted.Select(x => x.Item.CourseId).ToHashSet();
        var versions = await db.Courses.Where(x => courseIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.PublishedVersion, cancellation);
        var items = wanted.Select(x => TrainingItem.Assign(plan, x.Item, x.Person, today, calendar, versions[x.Item.CourseId])).ToList();
        await CountEarlierAsync(items, people, cancellation);
        await Bulk.InsertAsync(db, items, cancellation);
    }

    /// <summary>Gives items back to people who left the audience and returned, or whose plan asks for the course again; the items
    /// are tracked.</summary>
    public async Task ReturnAsync(
        Plan plan, IReadOnlyList<(Participant Person, TrainingItem Item)> wanted, IQueryable<long> people, DateOnly today, CancellationToken cancellation)
    {
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var items = plan.Items.ToDictionary(x => x.Id);
        foreach (var (person, item) in wanted)
        {
            item.Return(plan, items[item.PlanItemId], person, today, calendar);
        }

        await CountEarlierAsync([.. wanted.Select(x => x.Item)], people, cancellation);
        await db.FlushAsync(cancellation);
    }

    /// <summary>Of the course itself, and of retired ones that count for it; the latest that counts on the day closes the item.</summary>
    private async Task CountEarlierAsync(IReadOnlyList<TrainingItem> items, IQueryable<long> people, CancellationToken cancellation)
    {
        var courseIds = items.Select(x => x.CourseId).ToHashSet();
        var courses = await db.Courses.AsNoTracking().Where(x => courseIds.Contains(x.Id) || courseIds.Contains(x.CountsForId ?? 0))
            .ToDictionaryAsync(x => x.Id, cancellation);
        var counting = courses.Keys.ToList();
        var completions = await db.Completions.AsNoTracking()
            .Where(x => counting.Contains(x.CourseId) && x.Result != CompletionResult.Failed && people.Contains(x.EmployeeId))
            .OrderByDescending(x => x.CompletedOn).ToListAsync(cancellation);
        var earlier = completions.SelectMany(x => CountsFor(x.CourseId, courses), (x, course) => (Completion: x, Course: course))
            .ToLookup(x => (x.Completion.EmployeeId, x.Course), x => x.Completion);
        foreach (var item in items)
        {
            _ = earlier[(item.EmployeeId, item.CourseId)].Any(x => item.CloseBy(x, courses[x.CourseId]));
        }
    }

    private static IEnumerable<long> CountsFor(long courseId, Dictionary<long, Course> courses) =>
        courses[courseId].CountsForId is { } successor ? [courseId, successor] : [courseId];
}
