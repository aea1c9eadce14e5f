using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
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
    /// training items move to its last day, with the missed session as the cause, and they are told. By the trainer and HR. Refused
    /// when nobody was absent, or no later session is announced.</summary>
    internal static Task<OfferNextResponse> HandleAsync(long id, OfferNextSession offer, CancellationToken cancellation) => offer.RunAsync(id, cancellation);

    private Task<OfferNextResponse> RunAsync(long id, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var missed = await records.FindAsync(id, SessionAct.OfferNext, cancellation);
            await db.LockAsync(StartPlan.Lock, cancellation);
            _ = SessionLife.Table.Next(missed.State, SessionAct.OfferNext);
            var absent = await db.Enrolments.Where(x => x.SessionId == id && x.State == EnrolmentState.Absent).OrderBy(x => x.Id).ToListAsync(cancellation);
            if (absent.Count == 0)
            {
                throw SessionRefusals.NobodyAbsent.With(("code", missed.Code));
            }

            var sessions = await NextAsync(missed, cancellation);
            var placed = new List<(Enrolment Missed, Enrolment Next, TrainingSession Session)>();
            var left = absent.FindAll(x => !caller.Is(x.EmployeeId));
            var causes = absent.Where(x => caller.Is(x.EmployeeId)).ToDictionary(x => x.EmployeeId, _ => LeftOutCause.Own);
            foreach (var session in sessions.TakeWhile(_ => left.Count > 0))
            {
                var made = await PlaceAsync(session, left, causes, cancellation);
                placed.AddRange(made.Select(x => (left.Single(y => y.EmployeeId == x.EmployeeId), x, session)));
                left.RemoveAll(x => made.Any(y => y.EmployeeId == x.EmployeeId) || causes.GetValueOrDefault(x.EmployeeId) == LeftOutCause.AlreadyThere);
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

    /// <summary>Those of the people whom the session fits, put into its line.</summary>
    private async Task<IReadOnlyList<Enrolment>> PlaceAsync(
        TrainingSession session, List<Enrolment> people, Dictionary<long, LeftOutCause> causes, CancellationToken cancellation)
    {
        var queue = await give.QueueAsync(session.Id, cancellation);
        var obstacles = await enrol.ObstaclesAsync(session, [.. people.Select(x => x.EmployeeId)], queue, cancellation);
        foreach (var obstacle in obstacles)
        {
            causes[obstacle.EmployeeId] = obstacle.Cause;
        }

        var able = people.FindAll(x => !obstacles.Any(y => y.EmployeeId == x.EmployeeId));
        var made = await enrol.RunAsync(
            session, queue, [.. able.Select(x => (x.EmployeeId, x.IsMandatory))], EnrolmentSource.MissedSession, isOffered: true, cancellation);
        able.ForEach(x => causes[x.EmployeeId] = LeftOutCause.Full);
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
