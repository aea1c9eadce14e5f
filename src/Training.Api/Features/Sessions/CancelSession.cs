using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

internal static class CancelSession
{
    /// <summary>Cancels a session, with the reason: all seats are free again, and everybody who had one, waited or had asked is told at
    /// once, and the trainer with them. Refused once it has begun.</summary>
    internal static Task<SessionResponse> HandleAsync(
        long id, CancelSessionRequest request, IfMatch ifMatch, SessionRecords records, GiveSeats give, NoticeBox notices, OrganisationClock clock,
        TrainingDb db, CancellationToken cancellation) =>
        records.ActAsync(
            id,
            SessionAct.Cancel,
            ifMatch.Require,
            async session =>
            {
                session.Cancel(request.Reason, clock.Now);
                var queue = await give.QueueAsync(id, cancellation);
                queue.ForEach(x => x.End(WithdrawalCause.SessionCancelled, clock.Now));
                var course = await db.Courses.AsNoTracking().SingleAsync(x => x.Id == session.CourseId, cancellation);
                await notices.TellAsync(
                    "session.cancelled", EditSession.PeopleOf(session, queue), new NoticeSubject("session", session.Id), cancellation,
                    [.. GiveSeats.ValuesOf(session, course), ("reason", request.Reason)]);
            },
            cancellation);
}
