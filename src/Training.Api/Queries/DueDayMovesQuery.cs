using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Plans;

namespace Training.Api.Queries;

/// <summary>A due day that calendar, leave and hire day of now put on another day, for everybody who was given the plan's item on
/// a day and has had no leave since, or for one person.</summary>
/// <param name="People">How many have the item open.</param>
/// <param name="IsCertain">Whether the years between anchor and new due day are all complete.</param>
/// <param name="EmployeeId">The one person, where it is one.</param>
/// <param name="HiredOn">The hire day as it is now.</param>
/// <param name="ItemId">The one person's item.</param>
internal sealed record DueDayMove(
    Plan Plan, long PlanItemId, long CourseId, DateOnly AssignedOn, DueDay Old, DueDay New, int People, bool IsCertain,
    long? EmployeeId, DateOnly OldHiredOn, DateOnly HiredOn, DateOnly? ExtendedTo, long? ItemId);

internal static class DueDayMovesQuery
{
    /// <summary>The training items that are neither completed nor dropped.</summary>
    public static IQueryable<TrainingItem> OpenTrainingItems(this TrainingDb db) =>
        db.TrainingItems.Where(x => x.CompletedOn == null && x.DroppedOn == null);

    /// <summary>Items of people who have had no leave since they were given them: their due days are alike for all who were given
    /// an item of a plan on the same day and were hired on the same day.</summary>
    public static IQueryable<TrainingItem> WithoutLeave(this IQueryable<TrainingItem> items, TrainingDb db) => items.Where(
        x => x.DueLeaveDays == 0 && !db.LeaveRecords.Any(y => y.EmployeeId == x.EmployeeId && y.ToOn > x.AssignedOn));

    /// <summary>Every open due day that would move on the calendar and with the leave of now, in a fixed number of queries. Due
    /// days that are alike are worked out once for each group.</summary>
    public static async Task<IReadOnlyList<DueDayMove>> DueDayMovesAsync(this TrainingDb db, CancellationToken cancellation)
    {
        var groups = await db.OpenTrainingItems().WithoutLeave(db)
            .GroupBy(x => new { x.PlanId, x.PlanItemId, x.AssignedOn, x.HiredOn, x.ExtendedTo, x.DueOn, x.DueAnchor, x.DueAnchorOn, x.DueWorkingDays })
            .Select(x => new { x.Key, People = x.Count() })
            .ToListAsync(cancellation);
        var alike = groups.Select(x => new Candidate(
            x.Key.PlanId, x.Key.PlanItemId, x.Key.AssignedOn, new DueDay(x.Key.DueAnchorOn, x.Key.DueWorkingDays, x.Key.DueAnchor, x.Key.DueOn),
            x.People, null, x.Key.HiredOn, new Participant(0, x.Key.HiredOn, Absence.None),
            x.Key.ExtendedTo is { } to ? new DueExtension(x.Key.AssignedOn, to, 0) : null));
        var single = db.OpenTrainingItems().Where(x => !db.TrainingItems.WithoutLeave(db).Any(y => y.Id == x.Id));
        return [.. await MovesAsync(db, [.. alike, .. await SingleAsync(db, single, [], cancellation)], cancellation)];
    }

    /// <summary>The moves of these people's open due days, one by one; also where only the way moved in which the day came about.</summary>
    /// <param name="today">Whose employment of today tells the hire day.</param>
    public static async Task<IReadOnlyList<DueDayMove>> DueDayMovesAsync(
        this TrainingDb db, IReadOnlyCollection<long> employeeIds, DateOnly today, CancellationToken cancellation)
    {
        var hired = await db.AudienceFactsOn(today).Where(x => employeeIds.Contains(x.EmployeeId))
            .Select(x => new { x.EmployeeId, x.HiredOn }).ToDictionaryAsync(x => x.EmployeeId, x => x.HiredOn, cancellation);
        var items = db.OpenTrainingItems().Where(x => employeeIds.Contains(x.EmployeeId));
        return await MovesAsync(db, await SingleAsync(db, items, hired, cancellation), cancellation);
    }

    /// <summary>How many open due days would move on the calendar as the running write has it.</summary>
    public static async Task<int> CountDueDayMovesAsync(this TrainingDb db, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        return (await db.DueDayMovesAsync(cancellation)).Sum(x => x.People) + (await db.ViewDayMovesAsync(cancellation)).Sum(x => x.Events);
    }

    private sealed record Candidate(
        long PlanId, long PlanItemId, DateOnly AssignedOn, DueDay Old, int People, long? EmployeeId, DateOnly OldHiredOn,
        Participant Person, DueExtension? Extension, long? ItemId = null);

    private static async Task<List<Candidate>> SingleAsync(
        TrainingDb db, IQueryable<TrainingItem> items, Dictionary<long, DateOnly> hired, CancellationToken cancellation)
    {
        var rows = await items.AsNoTracking().ToListAsync(cancellation);
        var absences = rows.Count == 0
            ? new Dictionary<long, Absence>()
            : await db.AbsencesAsync(items.Select(x => x.EmployeeId), rows.Min(x => x.AssignedOn), cancellation);
        return rows.ConvertAll(x => new Candidate(
            x.PlanId, x.PlanItemId, x.AssignedOn, x.Due, 1, x.EmployeeId, x.HiredOn,
            new Participant(x.EmployeeId, hired.GetValueOrDefault(x.EmployeeId, x.HiredOn), absences.GetValueOrDefault(x.EmployeeId, Absence.None)),
            x.Extension, x.Id));
    }

    private static async Task<List<DueDayMove>> MovesAsync(TrainingDb db, IReadOnlyList<Candidate> candidates, CancellationToken cancellation)
    {
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var planIds = candidates.Select(x => x.PlanId).Distinct().ToList();
        var plans = await db.Plans.AsNoTracking().Include(x => x.Items).Where(x => planIds.Contains(x.Id))
            .ToDictionaryAsync(x => x.Id, cancellation);
        var moves = new List<DueDayMove>();
        foreach (var found in candidates)
        {
            var plan = plans[found.PlanId];
            var item = plan.Items.Single(x => x.Id == found.PlanItemId);
            var due = TrainingItem.DueFor(plan, item, found.Person, found.AssignedOn, calendar, found.Extension);
            if (found.EmployeeId is null ? due.On != found.Old.On : due != found.Old || found.Person.HiredOn != found.OldHiredOn)
            {
                moves.Add(new DueDayMove(
                    plan, item.Id, item.CourseId, found.AssignedOn, found.Old, due, found.People, due.IsCertain(calendar),
                    found.EmployeeId, found.OldHiredOn, found.Person.HiredOn, found.Extension?.To, found.ItemId));
            }
        }

        return moves;
    }
}
