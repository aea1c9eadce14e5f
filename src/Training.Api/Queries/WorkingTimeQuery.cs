using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Settings;
using Training.Domain.Calendars;

namespace Training.Api.Queries;

internal static class WorkingTimeQuery
{
    /// <summary>When each of the people works from the first day to the last, both included, with the day before, whose night shift may
    /// reach into the first; in two queries, inside a write as that write has saved it. Time that begins or ends on other days is not to
    /// be asked about.</summary>
    public static async Task<IReadOnlyDictionary<long, WorkingTime>> WorkingTimesAsync(
        this TrainingDb db, IReadOnlyCollection<long> employeeIds, DateOnly from, DateOnly to, OrganisationSettings hours, CancellationToken cancellation)
    {
        var first = from.AddDays(-1);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var entries = await (
            from entry in db.RosterEntries
            where employeeIds.Contains(entry.EmployeeId) && entry.Day >= first && entry.Day <= to
            join shift in db.Shifts on entry.ShiftId equals shift.Id into shifts
            from shift in shifts.DefaultIfEmpty()
            select new { entry.EmployeeId, entry.Day, StartsAt = (TimeOnly?)shift.StartsAt, EndsAt = (TimeOnly?)shift.EndsAt }).ToListAsync(cancellation);
        var rosters = entries.ToLookup(
            x => x.EmployeeId, x => new RosteredDay(x.Day, x is { StartsAt: { } starts, EndsAt: { } ends } ? new ShiftTimes(starts, ends) : null));
        var usual = new ShiftTimes(hours.WorkFrom, hours.WorkTo);
        return employeeIds.Distinct().ToDictionary(x => x, x => new WorkingTime(usual, calendar, rosters[x]));
    }
}
