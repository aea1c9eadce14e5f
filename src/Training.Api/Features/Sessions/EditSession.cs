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
    /// <summary>Replaces the content of a session. A changed time asks those again who are enrolled of their own accord; a changed time,
    /// place or trainer is told to all; added seats go to the first in line. Refused: what is fixed once published; clashes of trainer,
    /// room or attendees, named.</summary>
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
                var before = (session.WorkPlaceId, session.RoomKey, session.TrainerId, session.TrainerName);
                var isMoved = session.Edit(content, taken, isAnswered, clock.Now);
                await RefuseTrainerAsync(session, queue, cancellation);
                await contents.RefuseClashesAsync(session, cancellation);
                if (session.State == SessionState.Published)
                {
                    if (isMoved)
                    {
                        await contents.RefuseAttendeeClashesAsync(session, queue, cancellation);
                        await AskAgainAsync(session, queue, cancellation);
                    }

                    if (isMoved || before != (session.WorkPlaceId, session.RoomKey, session.TrainerId, session.TrainerName))
                    {
                        await TellAsync(session, queue, before.TrainerId, cancellation);
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
    }

    /// <summary>Those with a place in it, and whoever trains it or did.</summary>
    private async Task TellAsync(TrainingSession session, IReadOnlyList<Enrolment> queue, long? trainerBefore, CancellationToken cancellation)
    {
        var course = await db.Courses.AsNoTracking().SingleAsync(x => x.Id == session.CourseId, cancellation);
        var people = PeopleOf(session, queue).Union(trainerBefore is { } trainer ? [trainer] : []);
        await notices.TellAsync(
            "session.moved", [.. people], new NoticeSubject("session", session.Id), cancellation, [.. GiveSeats.ValuesOf(session, course)]);
    }

    /// <summary>Who has a place in it does not train it.</summary>
    private async Task RefuseTrainerAsync(TrainingSession session, IReadOnlyList<Enrolment> queue, CancellationToken cancellation)
    {
        if (session.TrainerId is { } trainer && queue.Any(x => x.EmployeeId == trainer && x.StateAt(clock.Now) != EnrolmentState.Withdrawn))
        {
            var number = await db.Employees.Where(x => x.Id == trainer).Select(x => x.EmployeeNumber).SingleAsync(cancellation);
            throw EnrolmentRefusals.Trainer.At("trainerId", ("employeeNumber", number), ("code", session.Code));
        }
    }

    /// <summary>Everybody whom a change of the session concerns.</summary>
    internal static IReadOnlyCollection<long> PeopleOf(TrainingSession session, IEnumerable<Enrolment> queue) =>
        [.. queue.Select(x => x.EmployeeId).Concat(session.TrainerId is { } trainer ? [trainer] : []).Distinct()];
}
