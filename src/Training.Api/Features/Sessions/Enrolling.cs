using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Queries;
using Training.Api.Settings;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>The ways into a session.</summary>
internal sealed class Enrolling(
    TrainingDb db, SessionRecords records, EnrolPeople enrol, GiveSeats give, Visible visible, Relations relations, CurrentPerson caller,
    OrganisationClock clock, IOptions<OrganisationSettings> hours)
{
    /// <summary>Nominates people; all of them or nobody.</summary>
    public async Task<EnrolResponse> NominateAsync(long id, NominateForSessionRequest request, CancellationToken cancellation)
    {
        var session = await OpenAsync(id, cancellation);
        await RequireNominableAsync(request.EmployeeIds, cancellation);
        var wanted = request.EmployeeIds.Distinct().ToList();
        var queue = await SettledAsync(session, cancellation);
        var obstacles = await enrol.ObstaclesAsync(session, wanted, queue, cancellation);
        if (obstacles.Count > 0)
        {
            throw EnrolPeople.Refusal(obstacles[0], session, $"employeeIds[{request.EmployeeIds.ToList().IndexOf(obstacles[0].EmployeeId)}]");
        }

        if (enrol.Room(session, queue) < wanted.Count)
        {
            throw EnrolmentRefusals.Full.At("employeeIds", ("code", session.Code), ("capacity", session.Capacity));
        }

        var asked = await enrol.AskedByPlanAsync(session.CourseId, wanted, cancellation);
        var source = caller.IsHumanResources ? EnrolmentSource.HumanResources : EnrolmentSource.Supervisor;
        var made = await enrol.RunAsync(session, queue, [.. wanted.Select(x => (x, asked.Contains(x)))], source, isOffered: false, cancellation);
        return await AnswerAsync(session, made, [], cancellation);
    }

    /// <summary>Assigns everybody of whom the plan asks the course, those due first before the others.</summary>
    public async Task<EnrolResponse> AssignAsync(long id, long planId, CancellationToken cancellation)
    {
        var session = await OpenAsync(id, cancellation);
        var items = await db.OpenTrainingItems().Where(x => x.PlanId == planId && x.CourseId == session.CourseId)
            .Join(
                db.Employees, x => x.EmployeeId, x => x.Id,
                (item, person) => new { item.EmployeeId, person.EmployeeNumber, item.IsMandatory, item.DueOn, person.NameSortKey })
            .OrderBy(x => x.DueOn).ThenBy(x => x.NameSortKey).ThenBy(x => x.EmployeeId).ToListAsync(cancellation);
        if (items.Count == 0)
        {
            throw SessionRefusals.PlanAsksNobody.At("planId", ("planId", planId), ("code", session.Code));
        }

        var queue = await SettledAsync(session, cancellation);
        var mandatory = items.Where(x => x.IsMandatory).Select(x => x.EmployeeId).ToHashSet();
        var there = queue.FindAll(x => mandatory.Contains(x.EmployeeId) && (!x.IsMandatory || x.State == EnrolmentState.Requested));
        var obstacles = await enrol.ObstaclesAsync(session, [.. items.Select(x => x.EmployeeId)], [.. queue.Except(there)], cancellation);
        var taken = there.FindAll(x => !obstacles.Any(y => y.EmployeeId == x.EmployeeId));
        taken.ForEach(x => x.TakeOverByPlan(caller.AccountId, clock.Now));
        var able = items.FindAll(x => !obstacles.Any(y => y.EmployeeId == x.EmployeeId) && !taken.Exists(y => y.EmployeeId == x.EmployeeId));
        var made = await enrol.RunAsync(
            session, queue, [.. able.Select(x => (x.EmployeeId, x.IsMandatory))], EnrolmentSource.Plan, isOffered: false, cancellation, takenOver: taken);
        var full = able.Where(x => !made.Any(y => y.EmployeeId == x.EmployeeId)).Select(x => new Obstacle(x.EmployeeId, x.EmployeeNumber, LeftOutCause.Full));
        return await AnswerAsync(session, [.. taken, .. made], [.. obstacles, .. full], cancellation);
    }

    /// <summary>Asks for a seat for oneself.</summary>
    public async Task<long> RequestAsync(long id, CancellationToken cancellation)
    {
        var session = await OpenAsync(id, cancellation);
        var self = caller.EmployeeId ?? throw EnrolmentRefusals.HasNoEmployee.With();
        var queue = await SettledAsync(session, cancellation);
        if (await enrol.ObstaclesAsync(session, [self], queue, cancellation, isRequest: true) is [var obstacle])
        {
            throw EnrolPeople.Refusal(obstacle, session, null);
        }

        if (enrol.Room(session, queue) <= 0)
        {
            throw EnrolmentRefusals.Full.With(("code", session.Code), ("capacity", session.Capacity));
        }

        var asked = await enrol.AskedByPlanAsync(session.CourseId, [self], cancellation);
        var made = await enrol.RunAsync(session, queue, [(self, asked.Count > 0)], EnrolmentSource.Self, isOffered: false, cancellation);
        await enrol.TellDecidersAsync(session, made[0], cancellation);
        return made[0].Id;
    }

    private async Task<TrainingSession> OpenAsync(long id, CancellationToken cancellation)
    {
        var session = await records.FindAsync(id, SessionAct.Enrol, cancellation);
        session.RefuseUnlessOpen(clock.Now);
        return session;
    }

    /// <summary>The line after what has run out was let go.</summary>
    private async Task<List<Enrolment>> SettledAsync(TrainingSession session, CancellationToken cancellation)
    {
        var queue = await give.QueueAsync(session.Id, cancellation);
        await give.RunAsync(session, queue, null, cancellation);
        return queue.FindAll(x => !SeatQueue.IsOver(x.State));
    }

    /// <summary>Refuses people whom the caller may not know of, before those who are another's to nominate.</summary>
    private async Task RequireNominableAsync(IReadOnlyList<long> wanted, CancellationToken cancellation)
    {
        var direct = await relations.DirectReportsAmongAsync(wanted, clock.Today, cancellation);
        var known = await visible.Employees().Where(x => wanted.Contains(x.Id)).Select(x => x.Id).ToHashSetAsync(cancellation);
        RefuseFirst(wanted, x => !known.Contains(x) && !direct.Contains(x), CommonRefusals.Unknown);
        RefuseFirst(wanted, caller.Is, EnrolmentRefusals.Own);
        RefuseFirst(wanted, x => !caller.IsHumanResources && !direct.Contains(x), EnrolmentRefusals.NotYours);
    }

    private static void RefuseFirst(IReadOnlyList<long> wanted, Func<long, bool> isRefused, Refusal refusal)
    {
        foreach (var (i, id) in wanted.Index().Where(x => isRefused(x.Item)))
        {
            throw refusal.At($"employeeIds[{i}]", ("id", id));
        }
    }

    private async Task<EnrolResponse> AnswerAsync(
        TrainingSession session, IReadOnlyCollection<Enrolment> made, IReadOnlyCollection<Obstacle> obstacles, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        var ids = made.Select(x => x.Id).ToList();
        var rows = await db.Enrolments.Where(x => ids.Contains(x.Id)).WithSubjects(db).OrderBy(x => x.Enrolment.Id)
            .Select(x => new EnrolledPerson(
                x.Enrolment.Id, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Enrolment.State, x.Enrolment.IsMandatory))
            .ToListAsync(cancellation);
        var warnings = await db.WarningsAsync(session, [.. rows.Select(x => x.EmployeeId)], clock, hours.Value, cancellation);
        return new EnrolResponse(
            rows, [.. obstacles.Select(x => new LeftOutPerson(x.EmployeeId, x.EmployeeNumber, x.Cause))],
            [.. warnings.Select(x => new EnrolWarning(x.EmployeeId, x.Meeting, x.StartsAt, x.Kind))]);
    }
}
