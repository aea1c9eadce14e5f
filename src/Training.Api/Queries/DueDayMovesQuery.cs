using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Plans;

namespace Training.Api.Queries;

/// <summary>A due day that the calendar of now puts on another day, for everybody who was given the plan's item on a day.</summary>
/// <param name="People">How many have the item open.</param>
/// <param name="IsCertain">Whether the years between anchor and new due day are all complete.</param>
internal sealed record DueDayMove(
    Plan Plan, long PlanItemId, long CourseId, DateOnly AssignedOn, DueDay Old, DueDay New, int People, bool IsCertain);

internal static class DueDayMovesQuery
{
    /// <summary>The training items that are neither completed nor dropped.</summary>
    public static IQueryable<TrainingItem> OpenTrainingItems(this TrainingDb db) =>
        db.TrainingItems.Where(x => x.CompletedOn == null && x.DroppedOn == null);

    /// <summary>Every open due day that would move on the calendar of now, in three queries. Due days are alike for all who
    /// were given an item of a plan on the same day, so they are worked out once for each such group.</summary>
    public static async Task<IReadOnlyList<DueDayMove>> DueDayMovesAsync(this TrainingDb db, CancellationToken cancellation)
    {
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var groups = await db.OpenTrainingItems()
            .GroupBy(x => new { x.PlanId, x.PlanItemId, x.AssignedOn, x.DueOn, x.DueAnchor, x.DueAnchorOn, x.DueWorkingDays })
            .Select(x => new { x.Key, People = x.Count() })
            .ToListAsync(cancellation);
        var planIds = groups.Select(x => x.Key.PlanId).Distinct().ToList();
        var plans = await db.Plans.AsNoTracking().Include(x => x.Items).Where(x => planIds.Contains(x.Id))
            .ToDictionaryAsync(x => x.Id, cancellation);
        var moves = new List<DueDayMove>();
        foreach (var (key, people) in groups.Select(x => (x.Key, x.People)))
        {
            var plan = plans[key.PlanId];
            var item = plan.Items.Single(x => x.Id == key.PlanItemId);
            var old = new DueDay(key.DueAnchorOn, key.DueWorkingDays, key.DueAnchor, key.DueOn);
            var due = TrainingItem.DueFor(plan, item, key.AssignedOn, calendar);
            if (due.On != old.On)
            {
                moves.Add(new DueDayMove(plan, item.Id, item.CourseId, key.AssignedOn, old, due, people, due.IsCertain(calendar)));
            }
        }

        return moves;
    }

    /// <summary>How many open due days would move on the calendar as the running write has it.</summary>
    public static async Task<int> CountDueDayMovesAsync(this TrainingDb db, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        return (await db.DueDayMovesAsync(cancellation)).Sum(x => x.People);
    }
}
