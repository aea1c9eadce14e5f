using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Incentives;

namespace Training.Api.Queries;

/// <summary>Events whose people were told on a day and whose last day for a view the calendar of now puts elsewhere.</summary>
internal sealed record ViewDayMove(DateOnly ToldOn, DateOnly Old, DateOnly New, int Events);

internal static class ViewDayMovesQuery
{
    /// <summary>Performance events that are neither answered nor decided.</summary>
    public static IQueryable<PerformanceEvent> UnansweredEvents(this TrainingDb db) =>
        db.PerformanceEvents.Where(x => x.State == PerformanceEventState.Reported && x.ViewedAt == null);

    /// <summary>Every last day for a view that would move on the calendar of now, in two queries.</summary>
    public static async Task<IReadOnlyList<ViewDayMove>> ViewDayMovesAsync(this TrainingDb db, CancellationToken cancellation)
    {
        var alike = await db.UnansweredEvents().GroupBy(x => new { x.ToldOn, x.ViewUntil })
            .Select(x => new { x.Key.ToldOn, x.Key.ViewUntil, Events = x.Count() }).ToListAsync(cancellation);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        return [.. alike
            .Select(x => new ViewDayMove(
                x.ToldOn, x.ViewUntil, DueDay.Count(x.ToldOn, PerformanceEvent.ViewWorkingDays, DueAnchor.Told, calendar).On, x.Events))
            .Where(x => x.New != x.Old)];
    }
}
