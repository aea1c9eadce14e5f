using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;

namespace Training.Api.Acts;

/// <summary>Moves the last days for a view of performance events that nobody has answered or decided to where the calendar of now puts
/// them. Part of <see cref="MoveDueDays"/>; called inside a write.</summary>
internal sealed class MoveViewDays(TrainingDb db, NoticeBox notices)
{
    /// <summary>Moves them, each with its audit row, and tells the people. Answers how many have moved.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var moves = await db.ViewDayMovesAsync(cancellation);
        var kinds = moves.Count == 0 ? [] : await db.PerformanceEventKinds.ToDictionaryAsync(x => x.Id, x => x.NameZh, cancellation);
        var moved = 0;
        foreach (var move in moves)
        {
            var (toldOn, old, wanted) = (move.ToldOn, move.Old, move.New);
            var events = db.UnansweredEvents().Where(x => x.ToldOn == toldOn && x.ViewUntil == old);
            var found = await events.Select(x => new { x.Id, x.EmployeeId, x.KindId, x.OccurredOn }).ToListAsync(cancellation);
            await notices.TellEachAsync(
                "performanceEvent.viewDayMoved",
                [.. found.Select(x => (x.EmployeeId, new NoticeSubject("performanceEvent", x.Id), new (string, object?)[]
                {
                    ("kind", kinds[x.KindId]), ("occurredOn", x.OccurredOn), ("viewUntil", wanted),
                }))],
                cancellation);
            moved += await BulkChange.UpdateAsync(
                db,
                events,
                row => row.SetProperty(x => x.ViewUntil, wanted).SetProperty(x => x.Version, x => x.Version + 1),
                new { ViewUntil = wanted },
                cancellation);
        }

        return moved;
    }
}
