using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Settings;
using Training.Domain.Sessions;

namespace Training.Api.Queries;

/// <summary>What speaks against a meeting for a person.</summary>
internal sealed record PersonWarning(long EmployeeId, int Meeting, DateTimeOffset StartsAt, SessionWarningKind Kind);

internal static class SessionWarningsQuery
{
    /// <summary>What speaks against the meetings of the session for these people: their shifts or the organisation's hours, and their
    /// leave; in a fixed number of queries.</summary>
    /// <param name="session">With its meetings.</param>
    public static async Task<IReadOnlyList<PersonWarning>> WarningsAsync(
        this TrainingDb db, TrainingSession session, IReadOnlyCollection<long> employeeIds, OrganisationClock clock, OrganisationSettings hours,
        CancellationToken cancellation)
    {
        // A meeting may end after midnight.
        var (first, last) = (session.FirstOn, session.LastOn.AddDays(1));
        var times = await db.WorkingTimesAsync(employeeIds, first, last, hours, cancellation);
        var leave = (await db.LeaveRecords.AsNoTracking().Where(x => employeeIds.Contains(x.EmployeeId) && x.FromOn <= last && x.ToOn >= first)
            .ToListAsync(cancellation)).ToLookup(x => x.EmployeeId);
        return
        [
            .. from id in employeeIds
               from meeting in session.Meetings.OrderBy(x => x.StartsAt)
               let kind = SessionWarning.Of(clock.LocalOf(meeting.StartsAt), clock.LocalOf(meeting.EndsAt), times[id], leave[id])
               where kind is not null
               select new PersonWarning(id, meeting.Number, meeting.StartsAt, kind.Value),
        ];
    }
}
