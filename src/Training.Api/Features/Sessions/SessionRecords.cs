using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>Finds a session for an act, in the order in which requests are refused, and answers sessions.</summary>
internal sealed class SessionRecords(TrainingDb db, Visible visible, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>Held by every write that gives a trainer or a room to a session.</summary>
    public const string Lock = "sessions";

    /// <summary>One act on one session, in one write that holds the locks of rooms and seats: 404, 403, 412, then what the act refuses.</summary>
    public Task<SessionResponse> ActAsync(
        long id, SessionAct act, Action<TrainingSession> checkVersion, Func<TrainingSession, Task> body, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var session = await FindAsync(id, act, cancellation);
                checkVersion(session);
                await body(session);
                await db.FlushAsync(cancellation);
                return await ReadAsync(id, cancellation);
            },
            cancellation);

    /// <summary>The session with its meetings, for an act of the caller; inside a write.</summary>
    public async Task<TrainingSession> FindAsync(long id, SessionAct act, CancellationToken cancellation)
    {
        await db.LockAsync(Lock, cancellation);
        await db.LockAsync(GiveSeats.Lock, cancellation);
        var session = await visible.Sessions().Whole().Where(x => x.Id == id).OneAsync(cancellation);
        if (!May(act, session.TrainerId))
        {
            throw SessionRefusals.NotItsTrainer.With();
        }

        return session;
    }

    public async Task<SessionResponse> ReadAsync(long id, CancellationToken cancellation)
    {
        var row = await visible.Sessions().Where(x => x.Id == id).WithPlaces(db).OneAsync(cancellation);
        var (session, now, self) = (row.Session, clock.Now, caller.EmployeeId ?? 0);
        var meetings = await db.Set<SessionMeeting>().AsNoTracking().Where(x => x.SessionId == id).OrderBy(x => x.StartsAt).ToListAsync(cancellation);
        var counted = await db.Enrolments.Where(x => x.SessionId == id).Active()
            .GroupBy(x => x.State == EnrolmentState.Offered && x.OfferedUntil <= now ? EnrolmentState.Withdrawn : x.State)
            .Select(x => new { State = x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.State, x => x.Count, cancellation);
        var own = await db.Enrolments.Where(x => x.SessionId == id && x.EmployeeId == self).OrderByDescending(x => x.Id)
            .Select(x => new OwnEnrolmentResponse(x.Id, Enrolment.StateOf(x.State, x.OfferedUntil, now))).FirstOrDefaultAsync(cancellation);
        var seats = SeatsOf(session, counted);
        return new SessionResponse(
            session.Id, session.Code, session.State, row.Course.Id, row.Course.Code, row.Course.NameZh, row.Course.NameEn, session.CourseVersion,
            row.WorkPlace is { } place ? new Named(place.Id, place.Code, new Bilingual(place.NameZh, place.NameEn)) : null, session.Room,
            row.Trainer is { } trainer ? new Person(trainer.Id, trainer.EmployeeNumber, trainer.NameZh, trainer.NameLatin) : null, session.TrainerName,
            session.Capacity, session.Minimum, session.HasWaitingList, session.StartsAt, session.EndsAt,
            [.. meetings.Select(x => new MeetingResponse(x.Number, x.StartsAt, x.EndsAt, x.Minutes))], session.Note,
            [.. session.Survey.Select(x => new SurveyQuestionResponse(x.Kind, x.Text.Zh, x.Text.En))], session.CancelReason, seats, own,
            [.. SessionLife.Table.From(session.State).Where(x => May(x, session.TrainerId) && session.IsTimely(x, now))], session.Version);
    }

    private static SeatsResponse SeatsOf(TrainingSession session, Dictionary<EnrolmentState, int> counted)
    {
        var taken = counted.Where(x => SeatQueue.TakesSeat(x.Key)).Sum(x => x.Value);
        return new SeatsResponse(
            taken, Math.Max(0, session.Capacity - taken), counted.GetValueOrDefault(EnrolmentState.Waitlisted),
            counted.GetValueOrDefault(EnrolmentState.Requested), session.State == SessionState.Published && taken < session.Minimum);
    }

    /// <summary>Whether the act is the caller's: HR and the trainer record and complete, HR does the rest; everybody may ask and answer.</summary>
    private bool May(SessionAct act, long? trainerId) => act switch
    {
        SessionAct.Enrol or SessionAct.Answer => true,
        SessionAct.Record or SessionAct.Complete => caller.IsHumanResources || (trainerId is { } trainer && caller.Is(trainer)),
        _ => caller.IsHumanResources,
    };
}
