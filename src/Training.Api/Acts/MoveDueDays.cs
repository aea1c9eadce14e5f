using Training.Api.Data;
using Training.Api.Queries;

namespace Training.Api.Acts;

/// <summary>Moves every open due day to where the calendar of now puts it: after days of the calendar were edited or
/// imported.</summary>
internal sealed class MoveDueDays(TrainingDb db)
{
    /// <summary>Moves them in one write, each with its audit row. Answers how many have moved; a second time none.</summary>
    public Task<int> RunAsync(CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var moved = 0;
                foreach (var move in await db.DueDayMovesAsync(cancellation))
                {
                    moved += await MoveAsync(move, cancellation);
                }

                return moved;
            },
            cancellation);

    private Task<int> MoveAsync(DueDayMove move, CancellationToken cancellation)
    {
        var (due, old, itemId, assignedOn) = (move.New, move.Old, move.PlanItemId, move.AssignedOn);
        return BulkChange.UpdateAsync(
            db,
            db.OpenTrainingItems().Where(x => x.PlanItemId == itemId && x.AssignedOn == assignedOn && x.DueOn == old.On
                && x.DueAnchor == old.AnchorKind && x.DueAnchorOn == old.Anchor && x.DueWorkingDays == old.WorkingDays),
            row => row
                .SetProperty(x => x.DueOn, due.On)
                .SetProperty(x => x.DueAnchor, due.AnchorKind)
                .SetProperty(x => x.DueAnchorOn, due.Anchor)
                .SetProperty(x => x.DueWorkingDays, due.WorkingDays),
            new { dueOn = due.On, dueAnchor = due.AnchorKind.ToString(), dueAnchorOn = due.Anchor, dueWorkingDays = due.WorkingDays },
            cancellation);
    }
}
