using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Imports.Sessions;

/// <summary>What is kept of the sessions and people that a workbook names: of the sessions that the caller records.</summary>
internal sealed class SessionRows(TrainingDb db, Visible visible, CurrentPerson caller, OrganisationClock clock, SettleEnrolments settle)
{
    private readonly Dictionary<string, TrainingSession> _sessions = [];
    private readonly Dictionary<(long Session, string Number), Enrolment> _enrolments = [];

    public DateTimeOffset Now => clock.Now;

    /// <summary>Sessions that ended before the first day of last month are not exported.</summary>
    public DateOnly ExportedFrom => new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddMonths(-1);

    /// <summary>Those whose attendance and results are the caller's to record: to HR all, to others those they train.</summary>
    public IQueryable<TrainingSession> Recorded => caller.IsHumanResources ? visible.Sessions() : visible.TrainedSessions();

    /// <summary>Reads sessions and enrolments in two queries; these are tracked.</summary>
    public async Task LoadAsync(IEnumerable<string> codes, IEnumerable<string> numbers, CancellationToken cancellation)
    {
        var (wanted, people) = (codes.Distinct().ToList(), numbers.Distinct().ToList());
        foreach (var session in await Recorded.Whole().Where(x => wanted.Contains(x.Code)).ToListAsync(cancellation))
        {
            _sessions.Add(session.Code, session);
        }

        var ids = _sessions.Values.Select(x => x.Id).ToList();
        var found = await (from enrolment in db.Enrolments.Include(x => x.Attendance).Active()
                           where ids.Contains(enrolment.SessionId)
                           join person in db.Employees on enrolment.EmployeeId equals person.Id
                           where people.Contains(person.EmployeeNumber)
                           select new { person.EmployeeNumber, Enrolment = enrolment }).ToListAsync(cancellation);
        found.ForEach(x => _enrolments.Add((x.Enrolment.SessionId, x.EmployeeNumber), x.Enrolment));
    }

    /// <summary>The row's session and enrolment; what is unknown becomes a fault of its cell, and what is the caller's own is left to another.</summary>
    public (TrainingSession Session, Enrolment Enrolment)? Find(PlannedRow plan, ImportColumn<string> code, ImportColumn<string> number)
    {
        if (plan.HasFaults || plan.Row.Get(code) is not { } session || plan.Row.Get(number) is not { } person)
        {
            return null;
        }

        if (!_sessions.TryGetValue(session, out var known))
        {
            plan.Fault(code, ImportRefusals.UnknownCode, ("value", session));
            return null;
        }

        if (!_enrolments.TryGetValue((known.Id, person), out var enrolment))
        {
            plan.Fault(number, ImportRefusals.UnknownCode, ("value", person));
            return null;
        }

        plan.IsOwn = caller.Is(enrolment.EmployeeId);
        return (known, enrolment);
    }

    /// <summary>Who records, in this session.</summary>
    public EnrolmentActor By(TrainingSession session) => new(
        caller.AccountId, caller.EmployeeId, caller.IsHumanResources, false, session.TrainerId is { } trainer && caller.Is(trainer));

    /// <summary>Works out what comes of the changed enrolments, session by session.</summary>
    public async Task SettleAsync(IReadOnlyCollection<Enrolment> changed, CancellationToken cancellation)
    {
        foreach (var session in _sessions.Values.Where(x => changed.Any(y => y.SessionId == x.Id)))
        {
            await settle.RunAsync(session, [.. changed.Where(x => x.SessionId == session.Id).Distinct()], cancellation);
        }
    }
}
