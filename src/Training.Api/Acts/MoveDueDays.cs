using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Moves every open due day to where the calendar of now puts it: after days of the calendar were edited or
/// imported.</summary>
internal sealed class MoveDueDays(TrainingDb db, NoticeBox notices)
{
    /// <summary>Moves them in one write, each with its audit row, and tells the people. Answers how many have moved; a second
    /// time none.</summary>
    public Task<int> RunAsync(CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(StartPlan.Lock, cancellation);
                var moves = await db.DueDayMovesAsync(cancellation);
                foreach (var ofPlan in moves.GroupBy(x => (x.Plan.Id, x.Plan.Code)))
                {
                    await TellAsync(ofPlan.Key, [.. ofPlan], cancellation);
                }

                var moved = 0;
                foreach (var move in moves)
                {
                    moved += await MoveAsync(move, cancellation);
                }

                return moved;
            },
            cancellation);

    /// <summary>One notice per person and plan, however many of its items move.</summary>
    private async Task TellAsync((long Id, string Code) plan, IReadOnlyList<DueDayMove> moves, CancellationToken cancellation)
    {
        var people = new HashSet<long>();
        foreach (var move in moves)
        {
            people.UnionWith(await ItemsOf(move).Select(x => x.EmployeeId).ToListAsync(cancellation));
        }

        await notices.TellAsync(
            "training.dueDaysMoved", people, new NoticeSubject("plan", plan.Id), cancellation, ("planCode", plan.Code));
    }

    private IQueryable<TrainingItem> ItemsOf(DueDayMove move)
    {
        var (old, itemId, assignedOn) = (move.Old, move.PlanItemId, move.AssignedOn);
        return db.OpenTrainingItems().Where(x => x.PlanItemId == itemId && x.AssignedOn == assignedOn && x.DueOn == old.On
            && x.DueAnchor == old.AnchorKind && x.DueAnchorOn == old.Anchor && x.DueWorkingDays == old.WorkingDays);
    }

    private Task<int> MoveAsync(DueDayMove move, CancellationToken cancellation)
    {
        var due = move.New;
        return BulkChange.UpdateAsync(
            db,
            ItemsOf(move),
            row => row
                .SetProperty(x => x.DueOn, due.On)
                .SetProperty(x => x.DueAnchor, due.AnchorKind)
                .SetProperty(x => x.DueAnchorOn, due.Anchor)
                .SetProperty(x => x.DueWorkingDays, due.WorkingDays),
            new { dueOn = due.On, dueAnchor = due.AnchorKind, dueAnchorOn = due.Anchor, dueWorkingDays = due.WorkingDays },
            cancellation);
    }
}
