using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Acts;

/// <summary>Somebody who stands in the way of an enrolment.</summary>
internal sealed record Obstacle(long EmployeeId, string EmployeeNumber, LeftOutCause Cause, Clash? Clash = null);

/// <summary>Puts people into the line of a session: by nomination, by a plan, on their own request, or in place of a missed
/// session. Called inside a write that holds <see cref="GiveSeats.Lock"/>; in a number of queries that does not grow with them.</summary>
internal sealed class EnrolPeople(TrainingDb db, CurrentPerson caller, OrganisationClock clock, GiveSeats give, NoticeBox notices)
{
    /// <summary>Who cannot be enrolled, and why; the first cause that applies.</summary>
    /// <param name="session">With its meetings.</param>
    /// <param name="employeeIds">Who exists.</param>
    /// <param name="queue">The enrolments of the session that are not over.</param>
    /// <param name="isRequest">The caller asks for themselves.</param>
    public async Task<IReadOnlyList<Obstacle>> ObstaclesAsync(
        TrainingSession session, IReadOnlyCollection<long> employeeIds, IReadOnlyCollection<Enrolment> queue, CancellationToken cancellation,
        bool isRequest = false)
    {
        var (first, now) = (session.FirstOn, clock.Now);
        var people = await db.Employees.Where(x => employeeIds.Contains(x.Id))
            .Select(x => new { x.Id, x.EmployeeNumber, IsEmployed = x.Periods.Any(y => y.HiredOn <= first && (y.LeftOn == null || y.LeftOn >= first)) })
            .ToDictionaryAsync(x => x.Id, cancellation);
        var clashes = (await db.ClashesOfAsync(employeeIds, [.. session.Meetings.Select(x => x.Time)], session.Id, now, cancellation))
            .ToLookup(x => x.EmployeeId!.Value);
        var there = queue.Where(x => x.StateAt(now) != EnrolmentState.Withdrawn).Select(x => x.EmployeeId).ToHashSet();
        LeftOutCause? CauseOf(long id) => caller.Is(id) && !isRequest ? LeftOutCause.Own
            : session.TrainerId == id ? LeftOutCause.Trainer
            : there.Contains(id) ? LeftOutCause.AlreadyThere
            : !people[id].IsEmployed ? LeftOutCause.NotEmployed
            : clashes[id].Any() ? LeftOutCause.Clash
            : null;
        return [.. employeeIds.Select(x => (Id: x, Cause: CauseOf(x))).Where(x => x.Cause is not null)
            .Select(x => new Obstacle(x.Id, people[x.Id].EmployeeNumber, x.Cause!.Value, clashes[x.Id].FirstOrDefault()))];
    }

    /// <summary>The refusal for somebody who cannot be enrolled.</summary>
    /// <param name="field">Where the person stands in the request; none: it is the caller.</param>
    public static RuleViolation Refusal(Obstacle obstacle, TrainingSession session, string? field)
    {
        var refusal = obstacle.Cause switch
        {
            LeftOutCause.Trainer => EnrolmentRefusals.Trainer,
            LeftOutCause.AlreadyThere => EnrolmentRefusals.AlreadyThere,
            LeftOutCause.NotEmployed => EnrolmentRefusals.NotEmployed,
            LeftOutCause.Clash => SessionRefusals.AttendeeClash,
            _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle.Cause, null),
        };
        (string, object?)[] values = [("employeeNumber", obstacle.EmployeeNumber), ("code", session.Code), ("on", session.FirstOn), ("count", 1)];
        return obstacle.Clash is { } clash ? refusal.Naming(field ?? "session", [clash.Detail], values)
            : field is null ? refusal.With(values)
            : refusal.At(field, values);
    }

    /// <summary>How many more people the session can take in, those in line counted; none: without end. Negative: more than fit.</summary>
    public int? Room(TrainingSession session, IEnumerable<Enrolment> queue) => session.HasWaitingList
        ? null
        : session.Capacity - queue.Count(x => x.State == EnrolmentState.Waitlisted || SeatQueue.TakesSeat(x.StateAt(clock.Now)));

    /// <summary>Of these people those of whom a running plan asks the course and has to have it.</summary>
    public async Task<IReadOnlySet<long>> AskedByPlanAsync(long courseId, IReadOnlyCollection<long> employeeIds, CancellationToken cancellation) =>
        await db.OpenTrainingItems().Where(x => employeeIds.Contains(x.EmployeeId) && x.CourseId == courseId && x.IsMandatory)
            .Select(x => x.EmployeeId).ToHashSetAsync(cancellation);

    /// <summary>Enrolments for people whom nothing stands in the way; their seats are given, and they are told. Without a waiting list the
    /// last of them find no seat and get none.</summary>
    /// <param name="people">Who, in the order of their places in the line, and whether mandatory.</param>
    /// <param name="source">How it came about.</param>
    /// <param name="isOffered">The seat has to be accepted, unless mandatory.</param>
    /// <param name="most">No more than so many of them.</param>
    /// <param name="takenOver">Enrolments that are a plan's by now: they take a free seat too, and are told.</param>
    public async Task<IReadOnlyList<Enrolment>> RunAsync(
        TrainingSession session, List<Enrolment> queue, IReadOnlyCollection<(long EmployeeId, bool IsMandatory)> people, EnrolmentSource source, bool isOffered,
        CancellationToken cancellation, int? most = null, IReadOnlyCollection<Enrolment>? takenOver = null)
    {
        var stoodInFor = source == EnrolmentSource.Supervisor ? await StoodInForAsync([.. people.Select(x => x.EmployeeId)], cancellation) : [];
        var made = people.Take(Math.Max(0, Math.Min(most ?? people.Count, Room(session, queue) ?? people.Count)))
            .Select(x => Enrolment.Ask(
                session, x.EmployeeId, source, x.IsMandatory, caller.AccountId, clock.Now, stoodInFor.TryGetValue(x.EmployeeId, out var above) ? above : null))
            .ToList();
        db.Enrolments.AddRange(made);
        await db.FlushAsync(cancellation);
        queue.AddRange(made);
        await give.RunAsync(
            session, queue, isOffered ? null : made.Where(x => x.State == EnrolmentState.Waitlisted).Concat(takenOver ?? []).ToHashSet(), cancellation);
        if (isOffered)
        {
            await give.TellAsync(session, made.FindAll(x => x.State == EnrolmentState.Waitlisted), cancellation);
        }

        return made;
    }

    /// <summary>In whose place a deputy nominates, by person.</summary>
    private Task<Dictionary<long, long>> StoodInForAsync(IReadOnlyCollection<long> employeeIds, CancellationToken cancellation)
    {
        var (self, today) = (caller.EmployeeId, clock.Today);
        return db.ReportingLines.Where(x => employeeIds.Contains(x.EmployeeId) && x.IsDirect && x.SupervisorId != self
            && x.From <= today && (x.To == null || x.To >= today)).ToDictionaryAsync(x => x.EmployeeId, x => x.SupervisorId, cancellation);
    }

    /// <summary>Tells who decides on a request: the direct supervisor and their deputies, else HR.</summary>
    public async Task TellDecidersAsync(TrainingSession session, Enrolment enrolment, CancellationToken cancellation)
    {
        var today = clock.Today;
        var supervisors = db.ReportingLines
            .Where(x => x.EmployeeId == enrolment.EmployeeId && x.IsDirect && x.From <= today && (x.To == null || x.To >= today)).Select(x => x.SupervisorId);
        var deciders = await supervisors
            .Union(db.Delegations.Where(x => supervisors.Contains(x.SupervisorId) && x.From <= today && x.To >= today).Select(x => x.DeputyId))
            .ToListAsync(cancellation);
        var person = await db.Employees.AsNoTracking().SingleAsync(x => x.Id == enrolment.EmployeeId, cancellation);
        var course = await db.Courses.AsNoTracking().SingleAsync(x => x.Id == session.CourseId, cancellation);
        (string, object?)[] values = [.. GiveSeats.ValuesOf(session, course), ("person", person.NameZh), ("employeeNumber", person.EmployeeNumber)];
        var subject = new NoticeSubject("enrolment", enrolment.Id);
        await (deciders.Count > 0
            ? notices.TellAsync("enrolment.requested", deciders, subject, cancellation, values)
            : notices.TellRoleAsync("enrolment.requested", Role.HumanResources, subject, cancellation, values));
    }
}
