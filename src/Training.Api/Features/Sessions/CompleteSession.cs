using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

internal static class CompleteSession
{
    /// <summary>The session is over and recorded: weak results and absences without an excuse make retraining orders. By the trainer and HR.
    /// Refused before the end of the last meeting, and while somebody's attendance is missing, naming them.</summary>
    internal static Task<SessionResponse> HandleAsync(
        long id, IfMatch ifMatch, SessionRecords records, SettleEnrolments settle, GiveSeats give, OrganisationClock clock, TrainingDb db,
        CancellationToken cancellation) =>
        records.ActAsync(
            id,
            SessionAct.Complete,
            ifMatch.Accept,
            async session =>
            {
                // Who waited until it began is out before the attendance is counted.
                await give.RunAsync(session, await give.QueueAsync(id, cancellation), null, cancellation);
                var seated = (await db.Enrolments.Include(x => x.Attendance).Where(x => x.SessionId == id).Active().ToListAsync(cancellation))
                    .FindAll(x => x.HasSeat);
                var missing = seated.FindAll(x => x.Attendance.Count < session.Meetings.Count).ConvertAll(x => x.EmployeeId);
                var numbers = await db.Employees.Where(x => missing.Contains(x.Id)).OrderBy(x => x.EmployeeNumber).Select(x => x.EmployeeNumber)
                    .ToListAsync(cancellation);
                session.Complete(numbers, clock.Now);
                await settle.RunAsync(session, seated, cancellation);
            },
            cancellation);
}
