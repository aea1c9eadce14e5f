using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Domain.Calendars;

namespace Training.Api.Features.Calendars;

/// <summary>A year of the calendar.</summary>
/// <param name="IsComplete">All its holidays and working weekends are entered. A year that is not listed is not complete.</param>
public sealed record CalendarYearListItem(long Id, int Year, bool IsComplete, int Version);

internal static class ListCalendarYears
{
    private static readonly Sorts<CalendarYear> Sorts = new(x => x.Id, "year") { { "year", x => x.Year } };

    /// <summary>Lists the years of the calendar; everybody may. Due days that touch a year which is not complete may still move.</summary>
    internal static ListOf<CalendarYearListItem> HandleAsync([AsParameters] ListRequest list, TrainingDb db) =>
        ListOf.From(db.CalendarYears.AsNoTracking(), Sorts, x => new CalendarYearListItem(x.Id, x.Year, x.IsComplete, x.Version), list);
}
