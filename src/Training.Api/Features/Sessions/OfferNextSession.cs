using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>Somebody who was absent and is offered another session.</summary>
/// <param name="EnrolmentId">The new enrolment.</param>
/// <param name="State">Offered; enrolled where it is mandatory; in line where the session is full.</param>
/// <param name="DueOn">Where their open training item is due now; none: no plan asks the course.</param>
public sealed record OfferedPerson(
    long EmployeeId, string EmployeeNumber, string NameZh, string? NameLatin, long EnrolmentId, long SessionId, string SessionCode, EnrolmentState State,
    DateOnly? DueOn);

/// <summary>What came of it.</summary>
/// <param name="Offered">Who has a place in a later session.</param>
/// <param name="LeftOut">Who has none: no later session fits, or they have one already.</param>
public sealed record OfferNextResponse(IReadOnlyList<OfferedPerson> Offered, IReadOnlyList<LeftOutPerson> LeftOut);

internal sealed class OfferNextSession(
    TrainingDb db, SessionRecords records, EnrolPeople enrol, GiveSeats give, CurrentPerson caller, OrganisationClock clock, NoticeBox notices)
{
    /// <summary>Offers everybody who was absent the next session of the course that fits them, in one act; the due days of their open
    /// training items move to its last day, with the missed session as the cause, and they are told. By HR. Refused when nobody was absent,
    /// or no later session is announced.</summary>
    internal static Task<OfferNextResponse> HandleAsync(long id, OfferNextSession offer, CancellationToken cancellation) => offer.RunAsync(id, cancellation);

    private Task<OfferNextResponse> RunAsync(long id, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var missed = await records.FindAsync(id, SessionAct.OfferNext, cancellation);
            await db.LockAsync(StartPlan.Lock, cancellation);
            _ = SessionLife.Table.Next(missed.State, SessionAct.OfferNext);
            var absent = await AbsentAsync(missed, cancellation);
            var sessions = await NextAsync(missed, cancellation);
            var causes = await LeftOutAsync(missed, absent, cancellation);
            var placed = new List<(Enrolment Missed, Enrolment Next, TrainingSession Session)>();
            var left = absent.FindAll(x => !causes.ContainsKey(x.EmployeeId));

            // A free seat in a later session before a place in the line of an earlier one.
            foreach (var (session, isLine) in sessions.Select(x => (x, false)).Concat(sessions.Select(x => (x, true))).TakeWhile(_ => left.Count > 0))
            {
                var made = await PlaceAsync(session, left, causes, isLine, cancellation);
                placed.AddRange(made.Select(x => (left.Single(y => y.EmployeeId == x.EmployeeId), x, session)));
                left.RemoveAll(x => made.Any(y => y.EmployeeId == x.EmployeeId));
            }

            var due = await PostponeAsync(missed, placed, cancellation);
            return await AnswerAsync(placed, due, causes, absent, cancellation);
        },
        cancellation);

    private async Task<List<TrainingSession>> NextAsync(TrainingSession missed, CancellationToken cancellation)
    {
        var (now, courseId) = (clock.Now, missed.CourseId);
        var found = await db.TrainingSessions.Whole()
            .Where(x => x.Id != missed.Id && x.CourseId == courseId && x.State == SessionState.Published && x.StartsAt > now)
            .OrderBy(x => x.StartsAt).ThenBy(x => x.Id).ToListAsync(cancellation);
        return found.Count > 0 ? found : throw SessionRefusals.NoNext.With(("code", missed.Code));
    }

    /// <summary>Who missed the session, or so much of it that they failed.</summary>
    private async Task<List<Enrolment>> AbsentAsync(TrainingSession missed, CancellationToken cancellation)
    {
        var found = await db.Enrolments.Where(x => x.SessionId == missed.Id && (x.State == EnrolmentState.Absent || (x.State == EnrolmentState.Failed
            && x.Attendance.Any(y => y.Status == AttendanceStatus.Absent || y.Status == AttendanceStatus.Excused)))).OrderBy(x => x.Id).ToListAsync(cancellation);
        return found.Count > 0 ? found : throw SessionRefusals.NobodyAbsent.With(("code", missed.Code));
    }

    /// <summary>Who has no need of another session: the caller's own is another's to offer, and some have a place or the course already.</summary>
    private async Task<Dictionary<long, LeftOutCause>> LeftOutAsync(TrainingSession missed, List<Enrolment> absent, CancellationToken cancellation)
    {
        var (now, people, courseId) = (clock.Now, absent.ConvertAll(x => x.EmployeeId), missed.CourseId);
        var later = db.TrainingSessions.Where(x => x.CourseId == courseId && x.State == SessionState.Published && x.StartsAt > now).Select(x => x.Id);
        var there = await db.Enrolments.WithSeat(now).Concat(db.Enrolments.Where(x => x.State == EnrolmentState.Waitlisted || x.State == EnrolmentState.Requested))
            .Where(x => people.Contains(x.EmployeeId) && later.Contains(x.SessionId)).Select(x => x.EmployeeId).ToHashSetAsync(cancellation);
        var done = await db.Completions.Where(x => people.Contains(x.EmployeeId) && x.CourseId == courseId && x.Result != CompletionResult.Failed
            && x.CompletedOn >= missed.LastOn).Select(x => x.EmployeeId).ToHashSetAsync(cancellation);
        return people.Where(x => caller.Is(x) || there.Contains(x) || done.Contains(x)).ToDictionary(
            x => x, x => caller.Is(x) ? LeftOutCause.Own : done.Contains(x) ? LeftOutCause.CompletedSince : LeftOutCause.AlreadyThere);
    }

    /// <summary>Those of the people whom the session fits: into its free seats, or its line.</summary>
    private async Task<IReadOnlyList<Enrolment>> PlaceAsync(
        TrainingSession session, List<Enrolment> people, Dictionary<long, LeftOutCause> causes, bool isLine, CancellationToken cancellation)
    {
        var queue = await give.QueueAsync(session.Id, cancellation);
        await give.RunAsync(session, queue, null, cancellation);
        queue.RemoveAll(x => SeatQueue.IsOver(x.State));
        var obstacles = await enrol.ObstaclesAsync(session, [.. people.Select(x => x.EmployeeId)], queue, cancellation);
        foreach (var obstacle in obstacles)
        {
            causes[obstacle.EmployeeId] = obstacle.Cause;
        }

        var able = people.FindAll(x => !obstacles.Any(y => y.EmployeeId == x.EmployeeId));
        able.ForEach(x => causes[x.EmployeeId] = LeftOutCause.Full);
        var free = session.Capacity - queue.Count(x => SeatQueue.TakesSeat(x.State) || x.State == EnrolmentState.Waitlisted);
        var made = await enrol.RunAsync(
            session, queue, [.. able.Select(x => (x.EmployeeId, x.IsMandatory))], EnrolmentSource.MissedSession, isOffered: true, cancellation,
            most: isLine ? null : free);
        made.ToList().ForEach(x => causes.Remove(x.EmployeeId));
        return made;
    }

    /// <summary>Moves the due days of open items to the last day of the session that takes the place of the missed one.</summary>
    private async Task<Dictionary<long, DateOnly>> PostponeAsync(
        TrainingSession missed, List<(Enrolment Missed, Enrolment Next, TrainingSession Session)> placed, CancellationToken cancellation)
    {
        var (people, courseId, today) = (placed.ConvertAll(x => x.Next.EmployeeId), missed.CourseId, clock.Today);
        var items = await db.OpenTrainingItems().Where(x => people.Contains(x.EmployeeId) && x.CourseId == courseId).ToListAsync(cancellation);
        var absences = await db.AbsencesAsync(db.Employees.Where(x => people.Contains(x.Id)).Select(x => x.Id), today, cancellation);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var course = await db.Courses.AsNoTracking().SingleAsync(x => x.Id == courseId, cancellation);
        foreach (var item in items)
        {
            var (from, _, session) = placed.Find(x => x.Next.EmployeeId == item.EmployeeId);
            var leave = absences.TryGetValue(item.EmployeeId, out var absence) ? absence.LostDays(today, session.LastOn, calendar) : 0;
            var reason = $"{missed.Code} ({missed.FirstOn:yyyy-MM-dd}) → {session.Code} ({session.FirstOn:yyyy-MM-dd})";
            if (item.Postpone(session.LastOn, from.Id, reason, caller.AccountId, today, leave))
            {
                await notices.TellAsync(
                    "training.extended", item.EmployeeId, new NoticeSubject("trainingItem", item.Id), cancellation,
                    ("courseCode", course.Code), ("course", course.NameZh), ("dueOn", item.DueOn), ("reason", reason));
            }
        }

        return items.GroupBy(x => x.EmployeeId).ToDictionary(x => x.Key, x => x.Min(y => y.DueOn));
    }

    private async Task<OfferNextResponse> AnswerAsync(
        List<(Enrolment Missed, Enrolment Next, TrainingSession Session)> placed, Dictionary<long, DateOnly> due, Dictionary<long, LeftOutCause> causes,
        List<Enrolment> absent, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        var ids = absent.ConvertAll(x => x.EmployeeId);
        var people = await db.Employees.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation);
        return new OfferNextResponse(
            [
                .. placed.Select(x => (Person: people[x.Next.EmployeeId], x.Next, x.Session)).Select(x => new OfferedPerson(
                    x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Next.Id, x.Session.Id, x.Session.Code, x.Next.State,
                    due.TryGetValue(x.Person.Id, out var day) ? day : null)),
            ],
            [.. causes.Select(x => new LeftOutPerson(x.Key, people[x.Key].EmployeeNumber, x.Value))]);
    }
}
