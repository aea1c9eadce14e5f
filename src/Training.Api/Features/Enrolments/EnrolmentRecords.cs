using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Enrolments;

/// <summary>Finds an enrolment for an act, in the order in which requests are refused, and answers it.</summary>
internal sealed class EnrolmentRecords(
    TrainingDb db, Visible visible, Relations relations, CurrentPerson caller, OrganisationClock clock, SettleEnrolments settle)
{
    /// <summary>What an act works on.</summary>
    internal sealed record Found(TrainingSession Session, Enrolment Enrolment, EnrolmentActor By);

    /// <summary>One act on one enrolment, in one write that holds the lock of the seats: 404, 412, then what the act refuses.</summary>
    public Task<EnrolmentResponse> ActAsync(long id, Action<Enrolment> checkVersion, Func<Found, Task> act, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(GiveSeats.Lock, cancellation);
            var enrolment = await visible.Enrolments().Include(x => x.Attendance).Where(x => x.Id == id).OneAsync(cancellation);
            var session = await db.TrainingSessions.Whole().SingleAsync(x => x.Id == enrolment.SessionId, cancellation);
            checkVersion(enrolment);
            await act(new Found(session, enrolment, await ActorAsync(enrolment.EmployeeId, session.TrainerId, cancellation)));
            await db.FlushAsync(cancellation);
            return await ReadAsync(id, cancellation);
        },
        cancellation);

    /// <summary>How the caller stands to the person today; HR stands in for the supervisor of who has none.</summary>
    public async Task<EnrolmentActor> ActorAsync(long employeeId, long? trainerId, CancellationToken cancellation)
    {
        var (relation, today) = (await relations.ToAsync(employeeId, clock.Today, cancellation), clock.Today);
        var isSupervisor = Policies.Permit(caller.Roles, Policies.NominateForSessions) && (relation == Relation.DirectReport
            || (caller.IsHumanResources && !await db.ReportingLines.AnyAsync(
                x => x.EmployeeId == employeeId && x.IsDirect && x.From <= today && (x.To == null || x.To >= today), cancellation)));
        return new EnrolmentActor(
            caller.AccountId, caller.EmployeeId, caller.IsHumanResources, isSupervisor, trainerId is { } trainer && caller.Is(trainer),
            relation == Relation.DirectReport ? await relations.StandsInForAsync(employeeId, today, cancellation) : null);
    }

    public async Task<EnrolmentResponse> ReadAsync(long id, CancellationToken cancellation)
    {
        var now = clock.Now;
        var row = await visible.Enrolments().Where(x => x.Id == id).WithSubjects(db).OneAsync(cancellation);
        var enrolment = await db.Enrolments.AsNoTracking().Include(x => x.Steps).Include(x => x.Attendance).Include(x => x.Corrections).AsSplitQuery()
            .SingleAsync(x => x.Id == id, cancellation);
        var session = await db.TrainingSessions.AsNoTracking().Whole().SingleAsync(x => x.Id == enrolment.SessionId, cancellation);
        var people = await PeopleAsync(
            [.. enrolment.Steps.Select(x => x.ByAccountId).OfType<long>(), .. enrolment.Corrections.Select(x => x.ByAccountId)], cancellation);
        var by = await ActorAsync(enrolment.EmployeeId, session.TrainerId, cancellation);
        var stoodInFor = await StoodInForAsync([.. enrolment.Steps.Select(x => x.ForSupervisorId).OfType<long>()], cancellation);
        var check = enrolment.HasSeat ? await settle.CheckAsync(session, enrolment, cancellation) : null;
        var (person, course) = (row.Person, row.Course);
        // A trainer reads who comes and what came of it, not what was said about the person.
        var knows = await visible.Employees().AnyAsync(x => x.Id == enrolment.EmployeeId, cancellation);
        return new EnrolmentResponse(
            id, session.Id, session.Code, course.Id, course.Code, course.NameZh, course.NameEn, session.StartsAt, session.EndsAt, person.Id,
            person.EmployeeNumber, person.NameZh, person.NameLatin, enrolment.StateAt(now), enrolment.Source, enrolment.IsMandatory,
            knows ? enrolment.MandatoryReason : null, enrolment.RequestedAt, await PlaceAsync(enrolment, cancellation), enrolment.OfferedUntil,
            enrolment.StateAt(now) == enrolment.State ? enrolment.WithdrawalCause : WithdrawalCause.OfferRanOut, knows ? enrolment.Reason : null,
            enrolment.MinutesAttended,
            [.. enrolment.Attendance.Select(x => new AttendanceResponse(x.Meeting, x.Status, x.Minutes, x.RecordedAt)).OrderBy(x => x.Meeting)],
            [
                .. enrolment.Corrections.OrderBy(x => x.Id).Select(x => new AttendanceCorrectionResponse(
                    x.Meeting, x.OldStatus, x.OldMinutes, x.NewStatus, x.NewMinutes, x.At, people.GetValueOrDefault(x.ByAccountId))),
            ],
            enrolment.Theory, enrolment.Practical, enrolment.StageQuiz, enrolment.Outcome, enrolment.SurveyAnsweredAt is not null, enrolment.SignedOffAt,
            check is null ? null : [.. check.Parts.Select(x => new MissingResponse(x.Missing, x.Have, x.Need, x.IsFinal))],
            enrolment.CompletionId,
            [
                .. enrolment.Steps.Where(_ => knows).OrderBy(x => x.Id).Select(x => new EnrolmentStepResponse(
                    x.State, x.At, x.ByAccountId is { } account ? people.GetValueOrDefault(account) : null,
                    x.ForSupervisorId is { } above ? stoodInFor[above] : null, x.Reason)),
            ],
            enrolment.AllowedActions(session, by, now), enrolment.Version);
    }

    /// <summary>Who is before it in the line, and one.</summary>
    private async Task<int?> PlaceAsync(Enrolment enrolment, CancellationToken cancellation)
    {
        if (enrolment.State != EnrolmentState.Waitlisted)
        {
            return null;
        }

        var waiting = await db.Enrolments.AsNoTracking()
            .Where(x => x.SessionId == enrolment.SessionId && x.State == EnrolmentState.Waitlisted).ToListAsync(cancellation);
        return SeatQueue.InLine(waiting).Select(x => x.Id).ToList().IndexOf(enrolment.Id) + 1;
    }

    private Task<Dictionary<long, Person>> StoodInForAsync(IReadOnlyCollection<long> employeeIds, CancellationToken cancellation) =>
        db.Employees.Where(x => employeeIds.Contains(x.Id)).Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin))
            .ToDictionaryAsync(x => x.Id, cancellation);

    private Task<Dictionary<long, Person>> PeopleAsync(IReadOnlyCollection<long> accountIds, CancellationToken cancellation) =>
        (from account in db.Users
         where accountIds.Contains(account.Id)
         join employee in db.Employees on account.EmployeeId equals employee.Id
         select new { account.Id, Person = new Person(employee.Id, employee.EmployeeNumber, employee.NameZh, employee.NameLatin) })
        .ToDictionaryAsync(x => x.Id, x => x.Person, cancellation);
}
