using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Moves open due days to where calendar, leave and hire day of now put them: everybody's after days of the calendar
/// were edited or imported, a person's at once when their leave or employment changes, those of a plan when it is amended.</summary>
internal sealed class MoveDueDays(TrainingDb db, OrganisationClock clock, NoticeBox notices, MoveViewDays views)
{
    private const int Some = 500;

    /// <summary>Moves them in one write, each with its audit row, and tells the people. Answers how many have moved; a second
    /// time none.</summary>
    public Task<int> RunAsync(CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(StartPlan.Lock, cancellation);
                return await MoveAllAsync("training.dueDaysMoved", await db.DueDayMovesAsync(cancellation), cancellation)
                    + await views.RunAsync(cancellation);
            },
            cancellation);

    /// <summary>The same for these people alone, whose leave or employment has just changed. Joins the write it is called in.</summary>
    public Task<int> RunAsync(IReadOnlyCollection<long> employeeIds, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.FlushAsync(cancellation);
                await db.LockAsync(StartPlan.Lock, cancellation);
                var moved = 0;
                foreach (var some in employeeIds.Distinct().Chunk(Some))
                {
                    moved += await MoveAllAsync(
                        "training.dueDaysMovedByLeave", await db.DueDayMovesAsync(some, clock.Today, cancellation), cancellation);
                }

                return moved;
            },
            cancellation);

    /// <summary>The same for items of one plan, whose due rule an amendment has just changed, inside the write that changed it and
    /// holds <see cref="StartPlan.Lock"/>. Answers whose; to tell them is the caller's.</summary>
    public async Task<IReadOnlyCollection<long>> RunAsync(Plan plan, IReadOnlyCollection<PlanItem> changed, CancellationToken cancellation)
    {
        var items = changed.ToDictionary(x => x.Id);
        var open = db.OpenTrainingItems().Where(x => items.Keys.Contains(x.PlanItemId));
        var rows = items.Count == 0 ? [] : await open.AsNoTracking().ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return [];
        }

        var calendar = await db.WorkingCalendarAsync(cancellation);
        var absences = await db.AbsencesAsync(open.Select(x => x.EmployeeId), rows.Min(x => x.AssignedOn), cancellation);
        var moved = rows.ConvertAll(x => (Item: x, Due: TrainingItem.DueFor(
            plan, items[x.PlanItemId], new Participant(x.EmployeeId, x.HiredOn, absences.GetValueOrDefault(x.EmployeeId, Absence.None)),
            x.AssignedOn, calendar, x.Extension)));
        moved.RemoveAll(x => x.Due == x.Item.Due);
        foreach (var alike in moved.GroupBy(x => x.Due))
        {
            foreach (var some in alike.Select(x => x.Item.Id).Chunk(Some))
            {
                await MoveAsync(db.TrainingItems.Where(x => some.Contains(x.Id)), alike.Key, cancellation);
            }
        }

        return moved.ConvertAll(x => x.Item.EmployeeId);
    }

    private Task<int> MoveAsync(IQueryable<TrainingItem> items, DueDay due, CancellationToken cancellation) => BulkChange.UpdateAsync(
        db,
        items,
        row => row
            .SetProperty(x => x.DueOn, due.On)
            .SetProperty(x => x.DueAnchor, due.AnchorKind)
            .SetProperty(x => x.DueAnchorOn, due.Anchor)
            .SetProperty(x => x.DueWorkingDays, due.WorkingDays)
            .SetProperty(x => x.DueLeaveDays, due.LeaveDays),
        new { dueOn = due.On, dueAnchor = due.AnchorKind, dueAnchorOn = due.Anchor, dueWorkingDays = due.WorkingDays, dueLeaveDays = due.LeaveDays },
        cancellation);

    private async Task<int> MoveAllAsync(string kind, IReadOnlyList<DueDayMove> moves, CancellationToken cancellation)
    {
        foreach (var ofPlan in moves.Where(x => x.New.On != x.Old.On).GroupBy(x => (x.Plan.Id, x.Plan.Code)))
        {
            await TellAsync(kind, ofPlan.Key, [.. ofPlan], cancellation);
        }

        var moved = 0;
        foreach (var (items, due) in GroupsOf(moves))
        {
            moved += await MoveAsync(items, due, cancellation);
        }

        return moved + await MoveSinglesAsync([.. moves.Where(x => x.ItemId is not null)], cancellation);
    }

    /// <summary>Items of single people: those that come to stand alike in one statement for every <see cref="Some"/> of them.</summary>
    private async Task<int> MoveSinglesAsync(IReadOnlyList<DueDayMove> moves, CancellationToken cancellation)
    {
        var moved = 0;
        foreach (var alike in moves.GroupBy(x => (x.New, x.HiredOn)))
        {
            foreach (var some in alike.Select(x => x.ItemId!.Value).Chunk(Some))
            {
                moved += await MoveAsync(
                    db.OpenTrainingItems().Where(x => some.Contains(x.Id)), alike.Key.New, alike.Key.HiredOn, cancellation);
            }
        }

        return moved;
    }

    /// <summary>One notice per person and plan, however many of its items move.</summary>
    private async Task TellAsync(string kind, (long Id, string Code) plan, IReadOnlyList<DueDayMove> moves, CancellationToken cancellation)
    {
        var people = moves.Select(x => x.EmployeeId).OfType<long>().ToHashSet();
        foreach (var (items, _) in GroupsOf(moves))
        {
            people.UnionWith(await items.Select(x => x.EmployeeId).ToListAsync(cancellation));
        }

        await notices.TellAsync(kind, people, new NoticeSubject("plan", plan.Id), cancellation, ("planCode", plan.Code));
    }

    /// <summary>The items of people without leave, those that move alike together, whenever their people were hired: one query for every
    /// <see cref="Some"/> hire days.</summary>
    private IEnumerable<(IQueryable<TrainingItem> Items, DueDay New)> GroupsOf(IEnumerable<DueDayMove> moves) => moves
        .Where(x => x.ItemId is null)
        .GroupBy(x => new AlikeMove(x.PlanItemId, x.AssignedOn, x.ExtendedTo, x.Old, x.New), x => x.OldHiredOn)
        .SelectMany(x => x.Chunk(Some).Select(hireDays => (ItemsOf(x.Key, hireDays), x.Key.New)));

    private IQueryable<TrainingItem> ItemsOf(AlikeMove move, DateOnly[] hireDays)
    {
        var (old, itemId, assignedOn, extendedTo) = (move.Old, move.PlanItemId, move.AssignedOn, move.ExtendedTo);
        return db.OpenTrainingItems().Where(x => x.PlanItemId == itemId).WithoutLeave(db)
            .Where(x => x.AssignedOn == assignedOn && hireDays.Contains(x.HiredOn) && x.ExtendedTo == extendedTo && x.DueOn == old.On
                && x.DueAnchor == old.AnchorKind && x.DueAnchorOn == old.Anchor && x.DueWorkingDays == old.WorkingDays);
    }

    private sealed record AlikeMove(long PlanItemId, DateOnly AssignedOn, DateOnly? ExtendedTo, DueDay Old, DueDay New);

    private Task<int> MoveAsync(IQueryable<TrainingItem> items, DueDay due, DateOnly hiredOn, CancellationToken cancellation) =>
        BulkChange.UpdateAsync(
            db,
            items,
            row => row
                .SetProperty(x => x.HiredOn, hiredOn)
                .SetProperty(x => x.DueOn, due.On)
                .SetProperty(x => x.DueAnchor, due.AnchorKind)
                .SetProperty(x => x.DueAnchorOn, due.Anchor)
                .SetProperty(x => x.DueWorkingDays, due.WorkingDays)
                .SetProperty(x => x.DueLeaveDays, due.LeaveDays),
            new
            {
                hiredOn, dueOn = due.On, dueAnchor = due.AnchorKind, dueAnchorOn = due.Anchor, dueWorkingDays = due.WorkingDays, dueLeaveDays = due.LeaveDays,
            },
            cancellation);
}
