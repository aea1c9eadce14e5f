using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Calendars;

/// <summary>What the calendar without the day means.</summary>
/// <param name="DueDaysToMove">How many open due days the calendar now puts on another day; they stay until they are moved
/// at /due-day-moves.</param>
public sealed record DeletedCalendarDayResponse(int DueDaysToMove);

internal static class DeleteCalendarDay
{
    /// <summary>Takes a day out of the calendar, so that it is as in the plain week, and says how many open due days that
    /// would move.</summary>
    internal static Task<DeletedCalendarDayResponse> HandleAsync(long id, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var day = await db.CalendarDays.OneAsync(id, cancellation);
                ifMatch.Require(day);
                db.CalendarDays.Remove(day);
                return new DeletedCalendarDayResponse(await db.CountDueDayMovesAsync(cancellation));
            },
            cancellation);
}
