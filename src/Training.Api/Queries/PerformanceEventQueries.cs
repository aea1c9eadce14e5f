using Training.Api.Data;
using Training.Domain.Incentives;

namespace Training.Api.Queries;

/// <summary>How many confirmed events of a kind a person has.</summary>
internal sealed record EventCount(long EmployeeId, long KindId, int Count);

internal static class PerformanceEventQueries
{
    /// <summary>Held by every write that makes a lateness: there is one at most for a person and day, the day on which the shift starts.</summary>
    public const string LatenessLock = "lateness";

    /// <summary>Events that count, of the days from the first to the last, both included.</summary>
    public static IQueryable<PerformanceEvent> ConfirmedEvents(this TrainingDb db, DateOnly from, DateOnly to) =>
        db.PerformanceEvents.Where(x => x.State == PerformanceEventState.Confirmed && x.OccurredOn >= from && x.OccurredOn <= to);

    /// <summary>The events counted by person and kind, in one query; who has none is not in it. Narrow them before by kind, severity or
    /// whether they are upheld.</summary>
    public static IQueryable<EventCount> CountedByPerson(this IQueryable<PerformanceEvent> events) => events
        .GroupBy(x => new { x.EmployeeId, x.KindId })
        .Select(x => new EventCount(x.Key.EmployeeId, x.Key.KindId, x.Count()));

    /// <summary>Latenesses that stand, decided or not.</summary>
    public static IQueryable<PerformanceEvent> Latenesses(this TrainingDb db) =>
        from found in db.PerformanceEvents
        where found.State != PerformanceEventState.Rejected
        join kind in db.PerformanceEventKinds on found.KindId equals kind.Id
        where kind.Code == PerformanceEventKind.LatenessCode
        select found;
}
