using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Api.Features.Calendars;

/// <summary>A day that differs from the plain week of Monday to Friday.</summary>
public sealed record CalendarDayResponse(
    long Id, DateOnly Day, CalendarDayKind Kind, string NameZh, string? NameEn, int Version) : IVersioned;

/// <summary>A day of the calendar after a change.</summary>
/// <param name="DueDaysToMove">How many open due days the calendar now puts on another day; they stay until they are moved
/// at /due-day-moves.</param>
public sealed record ChangedCalendarDayResponse(
    long Id, DateOnly Day, CalendarDayKind Kind, string NameZh, string? NameEn, int Version, int DueDaysToMove) : IVersioned
{
    internal static ChangedCalendarDayResponse Of(CalendarDay x, int dueDaysToMove) =>
        new(x.Id, x.Day, x.Kind, x.NameZh, x.NameEn, x.Version, dueDaysToMove);
}

internal static class GetCalendarDay
{
    /// <summary>Reads a day of the calendar; everybody may.</summary>
    internal static async Task<CalendarDayResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation)
    {
        var day = await db.CalendarDays.OneAsync(id, cancellation);
        return new CalendarDayResponse(day.Id, day.Day, day.Kind, day.NameZh, day.NameEn, day.Version);
    }
}
