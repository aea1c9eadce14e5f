using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Imports.Employees;

/// <summary>A placement that changes from a day on; the supervisor may be somebody hired by the same file.</summary>
internal sealed record Move(AssignmentTimeline Timeline, DateOnly From, long DepartmentId, long PositionId, string? Supervisor);

/// <summary>Compares row after row with who is kept, and collects what is to be done.</summary>
internal sealed class EmployeePlanner(
    TrainingDb db, KnownPeople known, long? callerId, DateOnly today, ImportLog log, IReadOnlyList<ImportRow> rows)
{
    private readonly HashSet<string> _inFile = [.. rows.Select(x => x.Get(EmployeeColumns.Number)).OfType<string>()];
    private readonly List<(NewEmployee Person, int Row)> _hires = [];
    private readonly List<Move> _moves = [];
    private readonly Dictionary<AssignmentTimeline, int> _timelines = [];

    public IReadOnlyList<(NewEmployee Person, int Row)> Hires => _hires;

    public IReadOnlyList<Move> Moves => _moves;

    /// <summary>Timelines that change, with the rows that change them.</summary>
    public IReadOnlyList<(AssignmentTimeline Timeline, int Row)> Timelines => [.. _timelines.Select(x => (x.Key, x.Value))];

    /// <summary>Who will stand under whom from when: number, number of the supervisor, first day.</summary>
    public Dictionary<string, (string? Supervisor, DateOnly From)> NewLines { get; } = [];

    /// <summary>The day from which a placement of the row holds: the one it names, else today, else the first of employment.</summary>
    public static DateOnly DayFor(EmploymentPeriod period, DateOnly? named, DateOnly today) =>
        named ?? (period.HiredOn > today ? period.HiredOn : today);

    public PlannedRow Plan(ImportRow row)
    {
        var plan = new PlannedRow(row, row.Get(EmployeeColumns.Number));
        CheckCodes(plan);
        if (plan.HasFaults || plan.Key is null)
        {
            return plan;
        }

        if (known.Employees.GetValueOrDefault(plan.Key) is { } employee)
        {
            Change(plan, employee);
        }
        else
        {
            Hire(plan);
        }

        return plan;
    }

    private void CheckCodes(PlannedRow plan)
    {
        CheckCode(plan, EmployeeColumns.Department, known.Departments, DepartmentRefusals.Retired);
        CheckCode(plan, EmployeeColumns.Position, known.Positions, PositionRefusals.Retired);
        CheckCode(plan, EmployeeColumns.WorkPlace, known.WorkPlaces, null);
        if (plan.Row.Get(EmployeeColumns.Supervisor) is { } supervisor)
        {
            if (supervisor == plan.Key)
            {
                plan.Fault(EmployeeColumns.Supervisor, AssignmentRefusals.OwnSupervisor, ("employeeNumber", supervisor));
            }
            else if (!known.IdsByNumber.ContainsKey(supervisor) && !_inFile.Contains(supervisor))
            {
                plan.Fault(EmployeeColumns.Supervisor, ImportRefusals.UnknownCode, ("value", supervisor));
            }
        }
    }

    private void CheckCode(
        PlannedRow plan, ImportColumn<string> column, IReadOnlyDictionary<string, KnownCode> codes, Domain.Rules.Refusal? retired)
    {
        if (plan.Row.Get(column) is not { } code)
        {
            return;
        }

        if (!codes.TryGetValue(code, out var found))
        {
            plan.Fault(column, ImportRefusals.UnknownCode, ("value", code));
        }
        else if (found.IsRetired && retired is not null && !IsPlacedIn(plan.Key, column, found.Id))
        {
            plan.Fault(column, retired, ("code", code));
        }
    }

    // Who is in a retired department already may stay there.
    private bool IsPlacedIn(string? number, ImportColumn column, long id) =>
        number is not null && known.Employees.GetValueOrDefault(number) is { } employee
        && known.Assignments[employee.Id].Any(x => (column == EmployeeColumns.Department ? x.DepartmentId : x.PositionId) == id);

    private void Hire(PlannedRow plan)
    {
        var row = plan.Row;
        var profile = ProfileOf(row, null);
        var engagement = new Engagement(
            row.Get(EmployeeColumns.HiredOn)!.Value, row.Get(EmployeeColumns.Contract) ?? ContractKind.OpenEnded, row.Get(EmployeeColumns.WorkShare) ?? 1m, row.Get(EmployeeColumns.ProbationEndsOn));
        plan.IsNew = plan.Try(EmployeeColumns.All, () => Employee.Hire(plan.Key!, profile, engagement));
        foreach (var column in EmployeeColumns.All.Where(x => row.Values.GetValueOrDefault(x) is not null))
        {
            plan.Compare(column, null, row.Values[column]);
        }

        if (row.Get(EmployeeColumns.PlacedFrom) is { } from && from != engagement.HiredOn)
        {
            plan.Fault(
                EmployeeColumns.PlacedFrom, AssignmentRefusals.FromOutOfRange,
                ("from", from), ("earliest", engagement.HiredOn), ("latest", engagement.HiredOn));
        }

        var placement = new Placement(known.Departments[row.Get(EmployeeColumns.Department)!].Id, known.Positions[row.Get(EmployeeColumns.Position)!].Id, null);
        _hires.Add((new(plan.Key!, profile, engagement, placement, row.Get(EmployeeColumns.Supervisor)), row.Number));
        NewLines[plan.Key!] = (row.Get(EmployeeColumns.Supervisor), engagement.HiredOn);
    }

    private void Change(PlannedRow plan, Employee employee)
    {
        plan.IsOwn = employee.Id == callerId;
        var hasLeft = employee.LatestPeriod.LeftOn < today;
        var assignments = known.Assignments[employee.Id].ToList();
        var timeline = new AssignmentTimeline(employee, assignments);
        log.Touch(employee, plan.Row.Number);
        log.Touch(employee.LatestPeriod, plan.Row.Number);
        assignments.ForEach(x => log.Touch(x, plan.Row.Number));
        ChangeProfile(plan, employee);
        ChangeTerms(plan, employee, timeline);
        if (!hasLeft)
        {
            ChangePlacement(plan, employee, timeline);
        }

        if (hasLeft && plan.Changes.Count > 0)
        {
            plan.Fault(EmployeeColumns.Number, EmployeeRefusals.AlreadyLeft, ("employeeNumber", employee.EmployeeNumber), ("leftOn", employee.LatestPeriod.LeftOn));
        }

        if (plan.Outcome == ImportOutcome.LeftOut)
        {
            LeaveOut(employee, assignments, timeline);
        }
    }

    private void ChangeProfile(PlannedRow plan, Employee employee)
    {
        var before = ProfileMembers(employee);
        if (plan.Try(EmployeeColumns.All, () => employee.Edit(ProfileOf(plan.Row, employee))))
        {
            foreach (var ((column, old), (_, wanted)) in before.Zip(ProfileMembers(employee)))
            {
                plan.Compare(column, old, wanted);
            }
        }
    }

    private void ChangeTerms(PlannedRow plan, Employee employee, AssignmentTimeline timeline)
    {
        var row = plan.Row;
        var period = employee.LatestPeriod;
        var old = new Engagement(period.HiredOn, period.ContractKind, period.WorkShare, period.Probation.EndsOn);
        var wanted = new Engagement(
            row.Get(EmployeeColumns.HiredOn) ?? old.HiredOn,
            row.Get(EmployeeColumns.Contract) ?? old.ContractKind,
            row.Get(EmployeeColumns.WorkShare) ?? old.WorkShare,
            row.GetOr(EmployeeColumns.ProbationEndsOn, old.ProbationEndsOn));
        plan.Compare(EmployeeColumns.HiredOn, old.HiredOn, wanted.HiredOn);
        plan.Compare(EmployeeColumns.Contract, old.ContractKind, wanted.ContractKind);
        plan.Compare(EmployeeColumns.WorkShare, old.WorkShare, wanted.WorkShare);
        plan.Compare(EmployeeColumns.ProbationEndsOn, old.ProbationEndsOn, wanted.ProbationEndsOn);
        if (wanted == old)
        {
            return;
        }

        var leaving = period.LeftOn is { } leftOn ? new Leaving(leftOn, period.LeaveReason) : null;
        plan.Try(EmployeeColumns.All, () =>
        {
            employee.CorrectLatestPeriod(wanted, leaving);
            timeline.FollowEmployment();
        });
        if (LeaveRecord.FirstOutside(employee, known.Leave[employee.Id]) is { } outside)
        {
            plan.Fault(
                EmployeeColumns.HiredOn, EmployeeRefusals.LeaveOutside,
                ("employeeNumber", employee.EmployeeNumber), ("from", outside.FromOn), ("to", outside.ToOn));
        }

        if (wanted.HiredOn != old.HiredOn)
        {
            _timelines.TryAdd(timeline, row.Number);
        }
    }

    private void ChangePlacement(PlannedRow plan, Employee employee, AssignmentTimeline timeline)
    {
        var row = plan.Row;
        var day = DayFor(employee.LatestPeriod, row.Get(EmployeeColumns.PlacedFrom), today);
        if (timeline.Assignments.FirstOrDefault(x => x.HoldsOn(day)) is not { } held)
        {
            plan.Fault(EmployeeColumns.PlacedFrom, AssignmentRefusals.NotEmployed, ("day", day), ("employeeNumber", employee.EmployeeNumber));
            return;
        }

        var (department, position) = (known.Departments[row.Get(EmployeeColumns.Department)!].Id, known.Positions[row.Get(EmployeeColumns.Position)!].Id);
        var above = held.SupervisorId is { } id ? known.NumbersById[id] : null;
        var supervisor = row.GetOr(EmployeeColumns.Supervisor, above);
        var differs = plan.Changes.Count;
        plan.Compare(EmployeeColumns.Department, CodeOf(known.Departments, held.DepartmentId), row.Get(EmployeeColumns.Department));
        plan.Compare(EmployeeColumns.Position, CodeOf(known.Positions, held.PositionId), row.Get(EmployeeColumns.Position));
        plan.Compare(EmployeeColumns.Supervisor, above, supervisor);
        if (plan.Changes.Count > differs)
        {
            _moves.Add(new(timeline, day, department, position, supervisor));
            _timelines.TryAdd(timeline, row.Number);
            NewLines[employee.EmployeeNumber] = (supervisor, day);
        }
    }

    /// <summary>The caller's own record stays as it is: what was worked out about it is not saved.</summary>
    private void LeaveOut(Employee employee, List<Assignment> assignments, AssignmentTimeline timeline)
    {
        _timelines.Remove(timeline);
        _moves.RemoveAll(x => x.Timeline == timeline);
        NewLines.Remove(employee.EmployeeNumber);
        object[] records = [.. assignments, .. employee.Periods, employee];
        foreach (var record in records)
        {
            log.Forget(record);
            db.Entry(record).State = EntityState.Detached;
        }
    }

    private EmployeeProfile ProfileOf(ImportRow row, Employee? kept)
    {
        var name = PersonNames.Of(
            row.Get(EmployeeColumns.Number)!, row.Get(EmployeeColumns.NameZh)!, row.GetOr(EmployeeColumns.NameLatin, kept?.NameLatin), row.GetOr(EmployeeColumns.NameReading, kept?.NameReading));
        long? place = row.Get(EmployeeColumns.WorkPlace) is { } code ? known.WorkPlaces[code].Id : row.Has(EmployeeColumns.WorkPlace) ? null : kept?.WorkPlaceId;
        return new(
            name, row.GetOr(EmployeeColumns.WorkEmail, kept?.WorkEmail), row.GetOr(EmployeeColumns.Mobile, kept?.Mobile), place,
            row.Get(EmployeeColumns.Language) ?? kept?.Language ?? Domain.People.Language.ZhCn);
    }

    private List<(ImportColumn Column, object? Value)> ProfileMembers(Employee employee) =>
    [
        (EmployeeColumns.NameZh, employee.NameZh),
        (EmployeeColumns.NameLatin, employee.NameLatin),
        (EmployeeColumns.NameReading, employee.NameReading),
        (EmployeeColumns.WorkEmail, employee.WorkEmail),
        (EmployeeColumns.Mobile, employee.Mobile),
        (EmployeeColumns.WorkPlace, employee.WorkPlaceId is { } place ? CodeOf(known.WorkPlaces, place) : null),
        (EmployeeColumns.Language, employee.Language),
    ];

    private static string? CodeOf(IReadOnlyDictionary<string, KnownCode> codes, long id) => codes.FirstOrDefault(x => x.Value.Id == id).Key;
}
