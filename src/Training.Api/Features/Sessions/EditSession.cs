using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

internal sealed class EditSession(
    SessionRecords records, SessionContents contents, GiveSeats give, SettleEnrolments settle, CurrentPerson caller, OrganisationClock clock,
    NoticeBox notices, TrainingDb db)
{
    /// <summary>Replaces the content of a session. A changed time asks those again who are enrolled of their own accord, and tells all;
    /// added seats go to the first in line. Refused: what is fixed once published; clashes of trainer, room or attendees, named.</summary>
    internal static Task<SessionResponse> HandleAsync(
        long id, EditSessionRequest request, IfMatch ifMatch, EditSession edit, CancellationToken cancellation) =>
        edit.RunAsync(id, request, ifMatch, cancellation);

    private Task<SessionResponse> RunAsync(long id, EditSessionRequest request, IfMatch ifMatch, CancellationToken cancellation) =>
        records.ActAsync(
            id,
            SessionAct.Edit,
            ifMatch.Require,
            async session =>
            {
                var (content, _) = await contents.OfAsync(request, session, cancellation);
                var queue = await give.QueueAsync(id, cancellation);
                var taken = queue.Count(x => SeatQueue.TakesSeat(x.StateAt(clock.Now)));
                var isAnswered = await db.SurveyAnswers.AnyAsync(x => x.SessionId == id, cancellation);
                var isMoved = session.Edit(content, taken, isAnswered, clock.Now);
                await contents.RefuseClashesAsync(session, cancellation);
                if (session.State == SessionState.Published)
                {
                    if (isMoved)
                    {
                        await contents.RefuseAttendeeClashesAsync(session, queue, cancellation);
                        await AskAgainAsync(session, queue, cancellation);
                    }

                    await give.RunAsync(session, queue, null, cancellation);
                    if (isMoved && !session.IsOpen(clock.Now))
                    {
                        await SettleAsync(session, cancellation);
                    }
                }
            },
            cancellation);

    /// <summary>With a meeting more or less, others have attended enough.</summary>
    private async Task SettleAsync(TrainingSession session, CancellationToken cancellation)
    {
        var held = await db.Enrolments.Include(x => x.Attendance).Where(x => x.SessionId == session.Id).Active().ToListAsync(cancellation);
        await settle.RunAsync(session, held.FindAll(x => x.HasSeat), cancellation);
    }

    /// <summary>Only before it begins: whoever sits in it is not asked again.</summary>
    private async Task AskAgainAsync(TrainingSession session, IReadOnlyList<Enrolment> queue, CancellationToken cancellation)
    {
        if (session.IsOpen(clock.Now))
        {
            var heldUntil = await give.HeldUntilAsync(session, cancellation);
            foreach (var enrolment in queue.Where(x => x.StateAt(clock.Now) != EnrolmentState.Withdrawn))
            {
                enrolment.AskAgain(caller.AccountId, clock.Now, heldUntil);
            }
        }

        var course = await db.Courses.AsNoTracking().SingleAsync(x => x.Id == session.CourseId, cancellation);
        await notices.TellAsync(
            "session.moved", PeopleOf(session, queue), new NoticeSubject("session", session.Id), cancellation,
            [.. GiveSeats.ValuesOf(session, course)]);
    }

    /// <summary>Everybody whom a change of the session concerns.</summary>
    internal static IReadOnlyCollection<long> PeopleOf(TrainingSession session, IEnumerable<Enrolment> queue) =>
        [.. queue.Select(x => x.EmployeeId).Concat(session.TrainerId is { } trainer ? [trainer] : []).Distinct()];
}
