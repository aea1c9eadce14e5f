using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>Where people work in a quarter, by employee.</summary>
/// <param name="Stretches">Who has a day in the quarter.</param>
/// <param name="Employment">All their employments, whole.</param>
/// <param name="Leave">Their leave in the quarter, with what touches it.</param>
internal sealed record QuarterPlaces(
    IReadOnlyDictionary<long, IReadOnlyList<PlacedStretch>> Stretches,
    IReadOnlyDictionary<long, IReadOnlyList<EmploymentSpan>> Employment,
    ILookup<long, LeaveStretch> Leave);

internal static class QuarterPlacesQuery
{
    /// <summary>Leave that touches a record inside the quarter is read as far as this beyond it; a longer chain is longer than any
    /// bound of a cycle by itself.</summary>
    private const int LeaveReach = 100;

    /// <summary>Reads the places of the people in three queries.</summary>
    public static async Task<QuarterPlaces> PlacesAsync(
        this TrainingDb db, IReadOnlyCollection<long> people, Quarter quarter, CancellationToken cancellation)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        var stretches = await db.Assignments.AsNoTracking()
            .Where(x => people.Contains(x.EmployeeId) && x.From <= last && (x.To == null || x.To >= first))
            .Select(x => new { x.EmployeeId, Stretch = new PlacedStretch(x.From, x.To, new Placement(x.DepartmentId, x.PositionId, x.SupervisorId)) })
            .ToListAsync(cancellation);
        var employment = await db.Employees.AsNoTracking().Where(x => people.Contains(x.Id))
            .SelectMany(x => x.Periods, (x, period) => new { x.Id, Span = new EmploymentSpan(period.HiredOn, period.LeftOn) })
            .ToListAsync(cancellation);
        var (from, to) = (first.AddDays(-LeaveReach), last.AddDays(LeaveReach));
        var leave = await db.LeaveRecords.AsNoTracking().Where(x => people.Contains(x.EmployeeId) && x.FromOn <= to && x.ToOn >= from)
            .Select(x => new { x.EmployeeId, Stretch = new LeaveStretch(x.Kind, new LeaveSpan(x.FromOn, x.FromHalf, x.ToOn, x.ToHalf)) })
            .ToListAsync(cancellation);
        return new(
            stretches.GroupBy(x => x.EmployeeId).ToDictionary(x => x.Key, x => (IReadOnlyList<PlacedStretch>)[.. x.Select(y => y.Stretch)]),
            employment.GroupBy(x => x.Id).ToDictionary(x => x.Key, x => (IReadOnlyList<EmploymentSpan>)[.. x.Select(y => y.Span)]),
            leave.ToLookup(x => x.EmployeeId, x => x.Stretch));
    }
}
