using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;

namespace Training.Api.Queries;

internal static class WorkingCalendarQuery
{
    private static readonly DateOnly NoDay = DateOnly.MinValue;

    /// <summary>The working calendar as it is kept now, in one query; inside a write as that write has saved it.</summary>
    public static async Task<WorkingCalendar> WorkingCalendarAsync(this TrainingDb db, CancellationToken cancellation)
    {
        var rows = await db.CalendarDays
            .Select(x => new { x.Day, IsWorked = x.Kind == CalendarDayKind.WorkingWeekend, CompleteYear = 0 })
            .Concat(db.CalendarYears.Where(x => x.IsComplete).Select(x => new { Day = NoDay, IsWorked = false, CompleteYear = x.Year }))
            .ToListAsync(cancellation);

        return new WorkingCalendar(
            rows.Where(x => x.CompleteYear == 0)
                .Select(x => (x.Day, x.IsWorked ? CalendarDayKind.WorkingWeekend : CalendarDayKind.Holiday)),
            rows.Where(x => x.CompleteYear != 0).Select(x => x.CompleteYear));
    }
}
