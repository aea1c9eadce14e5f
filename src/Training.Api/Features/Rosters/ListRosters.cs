using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Features.Rosters;

/// <summary>Which roster entries.</summary>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="DayFrom">Of this day or later.</param>
/// <param name="DayTo">Of this day or earlier.</param>
/// <param name="ShiftId">With this shift.</param>
/// <param name="IsRestDay">Only rest days, or only shifts.</param>
public sealed record RosterFilter(
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "dayFrom")] DateOnly? DayFrom = null,
    [FromQuery(Name = "dayTo")] DateOnly? DayTo = null,
    [FromQuery(Name = "shiftId")] long? ShiftId = null,
    [FromQuery(Name = "isRestDay")] bool? IsRestDay = null);

/// <summary>What a person works on a day.</summary>
/// <param name="Day">The day on which the shift starts.</param>
/// <param name="Shift">None on a rest day.</param>
public sealed record RosterListItem(long Id, Person Employee, DateOnly Day, bool IsRestDay, RosterShift? Shift, int Version);

/// <summary>A shift as a roster names it.</summary>
/// <param name="EndsAt">Before the start: on the next day.</param>
public sealed record RosterShift(long Id, string Code, string NameZh, string? NameEn, TimeOnly StartsAt, TimeOnly EndsAt);

/// <summary>A roster entry with its person and shift.</summary>
internal sealed class RosterRow
{
    public required RosterEntry Entry { get; init; }

    public required Employee Person { get; init; }

    public required Shift? Shift { get; init; }
}

internal static class ListRosters
{
    private static readonly Sorts<RosterRow> Sorts = new(x => x.Entry.Id, "day,name")
    {
        { "day", x => x.Entry.Day },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
    };

    /// <summary>The roster of the people whom the caller may see today. Who has no entry for a day follows the organisation's hours and
    /// calendar. <c>q</c> looks in name and number of the person.</summary>
    internal static ListOf<RosterListItem> Handle([AsParameters] RosterFilter filter, [AsParameters] SearchRequest list, Visible visible, TrainingDb db)
    {
        var entries = visible.RosterEntries().Where(x =>
            (filter.EmployeeId == null || x.EmployeeId == filter.EmployeeId)
            && (filter.DayFrom == null || x.Day >= filter.DayFrom)
            && (filter.DayTo == null || x.Day <= filter.DayTo)
            && (filter.ShiftId == null || x.ShiftId == filter.ShiftId)
            && (filter.IsRestDay == null || (x.ShiftId == null) == filter.IsRestDay));
        if (list.Typed is { } typed)
        {
            entries = entries.Where(x => db.Employees.Any(y => y.Id == x.EmployeeId && y.SearchText.Contains(typed)));
        }

        var rows = from entry in entries.AsNoTracking()
                   join person in db.Employees on entry.EmployeeId equals person.Id
                   join shift in db.Shifts on entry.ShiftId equals shift.Id into shifts
                   from shift in shifts.DefaultIfEmpty()
                   select new RosterRow { Entry = entry, Person = person, Shift = shift };
        return ListOf.From(
            entries,
            rows,
            Sorts,
            x => new RosterListItem(
                x.Entry.Id,
                new Person(x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin),
                x.Entry.Day,
                x.Entry.ShiftId == null,
                x.Shift == null ? null : new RosterShift(x.Shift.Id, x.Shift.Code, x.Shift.NameZh, x.Shift.NameEn, x.Shift.StartsAt, x.Shift.EndsAt),
                x.Entry.Version),
            list);
    }
}
