using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Leave;

/// <summary>Leave or absence of a person; both half days are included.</summary>
/// <param name="FromHalf">Afternoon: the morning of the first day was worked.</param>
/// <param name="ToHalf">Morning: the afternoon of the last day was worked.</param>
/// <param name="WorkingDays">In halves, by the calendar as it stands now.</param>
/// <param name="IsCalendarComplete">Whether the calendar of the years is complete; if not, the days may change.</param>
public sealed record LeaveResponse(
    long Id,
    Person Employee,
    LeaveKind Kind,
    DateOnly FromOn,
    HalfDay FromHalf,
    DateOnly ToOn,
    HalfDay ToHalf,
    string? Note,
    decimal WorkingDays,
    bool IsCalendarComplete,
    int Version) : IVersioned
{
    internal static LeaveResponse Of(LeaveRecord x, Employee employee, WorkingCalendar calendar) => new(
        x.Id,
        new Person(employee.Id, employee.EmployeeNumber, employee.NameZh, employee.NameLatin),
        x.Kind,
        x.FromOn,
        x.FromHalf,
        x.ToOn,
        x.ToHalf,
        x.Note,
        x.WorkingDays(calendar),
        calendar.IsComplete(x.FromOn, x.ToOn),
        x.Version);
}

/// <summary>Leave with its person.</summary>
internal sealed class LeaveOf
{
    public required LeaveRecord Leave { get; init; }

    public required Employee Employee { get; init; }
}

internal static class LeaveQueries
{
    public static IQueryable<LeaveOf> WithPeople(this IQueryable<LeaveRecord> leave, TrainingDb db) =>
        leave.AsNoTracking().Join(db.Employees, x => x.EmployeeId, x => x.Id, (x, y) => new LeaveOf { Leave = x, Employee = y });

    public static async Task<LeaveResponse> ShowLeaveAsync(this TrainingDb db, Visible visible, long id, CancellationToken cancellation)
    {
        var found = await visible.LeaveRecords().Where(x => x.Id == id).WithPeople(db).OneAsync(cancellation);
        return LeaveResponse.Of(found.Leave, found.Employee, await db.WorkingCalendarAsync(cancellation));
    }
}
