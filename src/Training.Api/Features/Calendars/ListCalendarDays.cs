using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Calendars;

namespace Training.Api.Features.Calendars;

/// <summary>A day that differs from the plain week of Monday to Friday.</summary>
public sealed record CalendarDayListItem(long Id, DateOnly Day, CalendarDayKind Kind, string NameZh, string? NameEn, int Version);

/// <summary>What is listed of the calendar.</summary>
/// <param name="Year">The days of this year.</param>
/// <param name="From">Days from this one on.</param>
/// <param name="To">Days up to this one, included.</param>
/// <param name="Kind">Only holidays, or only working weekends.</param>
public sealed record CalendarDayFilter(
    [FromQuery(Name = "year")] int? Year = null,
    [FromQuery(Name = "from")] DateOnly? From = null,
    [FromQuery(Name = "to")] DateOnly? To = null,
    [FromQuery(Name = "kind")] Choice<CalendarDayKind>? Kind = null);

internal static class ListCalendarDays
{
    private static readonly Sorts<CalendarDay> Sorts = new(x => x.Id, "day") { { "day", x => x.Day } };

    /// <summary>Lists the days that differ from the plain week; everybody may.</summary>
    internal static ListOf<CalendarDayListItem> HandleAsync([AsParameters] CalendarDayFilter filter, [AsParameters] ListRequest list, TrainingDb db)
    {
        var days = db.CalendarDays.AsNoTracking();
        if (filter.Year is { } year)
        {
            days = days.Where(x => x.Day.Year == year);
        }

        if (filter.From is { } from)
        {
            days = days.Where(x => x.Day >= from);
        }

        if (filter.To is { } to)
        {
            days = days.Where(x => x.Day <= to);
        }

        if (filter.Kind is { Value: var kind })
        {
            days = days.Where(x => x.Kind == kind);
        }

        return ListOf.From(days, Sorts, x => new CalendarDayListItem(x.Id, x.Day, x.Kind, x.NameZh, x.NameEn, x.Version), list);
    }
}
