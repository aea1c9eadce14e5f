namespace Training.Domain.People;

/// <summary>One person's assignments against their employment: every day of employment has exactly one, no other day has
/// any. Acts change the assignments, add to <see cref="Added"/> and <see cref="Removed"/> what the store has to insert and
/// delete, and leave all of it valid or refuse.</summary>
public sealed class AssignmentTimeline
{
    private readonly Employee _employee;
    private readonly List<Assignment> _assignments;
    private readonly List<Assignment> _added = [];
    private readonly List<Assignment> _removed = [];

    /// <param name="employee">With all employment periods.</param>
    /// <param name="assignments">All of the person's.</param>
    public AssignmentTimeline(Employee employee, IEnumerable<Assignment> assignments) =>
        (_employee, _assignments) = (employee, [.. assignments.OrderBy(x => x.From)]);

    /// <summary>All assignments, earliest first.</summary>
    public IReadOnlyList<Assignment> Assignments => _assignments;

    public IReadOnlyCollection<Assignment> Added => _added;

    public IReadOnlyCollection<Assignment> Removed => _removed;

    /// <summary>The first placement of the latest employment period, for its whole length. Refused: when that has
    /// assignments already.</summary>
    public void Start(Placement placement)
    {
        var period = _employee.LatestPeriod;
        if (_assignments.Any(x => x.From <= (period.LeftOn ?? DateOnly.MaxValue) && x.LastDay >= period.HiredOn))
        {
            throw AssignmentRefusals.Overlap.At("from", ("day", period.HiredOn), ("employeeNumber", _employee.EmployeeNumber));
        }

        Add(Assignment.Create(_employee, placement, period.HiredOn, period.LeftOn));
    }

    /// <summary>A new placement from the day on, until the next planned change; the days before keep their truth. Refused:
    /// on a day without employment; when nothing changes.</summary>
    public void ChangeFrom(DateOnly day, Placement placement)
    {
        var current = _assignments.FirstOrDefault(x => x.HoldsOn(day))
            ?? throw AssignmentRefusals.NotEmployed.At("from", ("day", day), ("employeeNumber", _employee.EmployeeNumber));
        if (current.Placement == placement)
        {
            throw AssignmentRefusals.NothingChanges.At("from", ("day", day));
        }

        if (current.From == day)
        {
            current.Place(_employee, placement);
            return;
        }

        var next = Assignment.Create(_employee, placement, day, current.To);
        current.Span(current.From, day.AddDays(-1));
        Add(next);
    }

    /// <summary>Puts right an assignment that was entered wrongly, past or not. Another first day moves the end of the
    /// assignment before along. Refused: a first day by which one of the two would vanish, and any other than the first
    /// day of employment where none comes before.</summary>
    public void Correct(Assignment assignment, DateOnly from, Placement placement)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        Assignment.RefuseOwnSupervisor(_employee, placement);
        var before = _assignments.FirstOrDefault(x => x.To?.DayNumber + 1 == assignment.From.DayNumber && IsInOnePeriod(x, assignment));
        var (earliest, latest) = before is null ? (assignment.From, assignment.From) : (before.From.AddDays(1), assignment.LastDay);
        if (from < earliest || from > latest)
        {
            throw AssignmentRefusals.FromOutOfRange.At("from", ("from", from), ("earliest", earliest), ("latest", latest));
        }

        before?.Span(before.From, from.AddDays(-1));
        assignment.Span(from, assignment.To);
        assignment.Place(_employee, placement);
    }

    /// <summary>Brings the assignments in line with employment after a leaving or a corrected period: what lies outside is
    /// cut off or removed, the first and the last of a period reach to its ends. A period that was moved away from all of
    /// them takes the last one along. Refused: a period for which there is none.</summary>
    public void FollowEmployment()
    {
        var outside = _assignments.Where(x => PeriodOf(x) is null).ToList();
        foreach (var period in _employee.Periods)
        {
            var within = _assignments.Where(x => PeriodOf(x) == period).ToList();
            if (within.Count == 0 && outside.Count > 0)
            {
                within = [outside[^1]];
                outside.RemoveAt(outside.Count - 1);
                within[0].Span(period.HiredOn, period.LeftOn);
            }

            if (within.Count > 0)
            {
                within[0].Span(period.HiredOn, within[0].To);
                within[^1].Span(within[^1].From, period.LeftOn);
            }
        }

        outside.ForEach(Remove);
        Check();
    }

    /// <summary>Refuses an overlap, a day of employment without an assignment, and an assignment on a day without employment,
    /// naming the first such day.</summary>
    public void Check()
    {
        foreach (var (earlier, later) in _assignments.Zip(_assignments.Skip(1)))
        {
            if (later.From <= earlier.LastDay)
            {
                throw AssignmentRefusals.Overlap.At("from", ("day", later.From), ("employeeNumber", _employee.EmployeeNumber));
            }
        }

        foreach (var assignment in _assignments)
        {
            if (!_employee.IsEmployedThroughout(assignment.From, assignment.LastDay))
            {
                throw AssignmentRefusals.NotEmployed.At("from", ("day", FirstDayOutside(assignment)), ("employeeNumber", _employee.EmployeeNumber));
            }
        }

        foreach (var period in _employee.Periods)
        {
            RefuseGap(period);
        }
    }

    private DateOnly FirstDayOutside(Assignment assignment) =>
        _employee.Periods.FirstOrDefault(x => x.HoldsOn(assignment.From))?.LeftOn?.AddDays(1) ?? assignment.From;

    private void RefuseGap(EmploymentPeriod period)
    {
        var day = period.HiredOn;
        foreach (var assignment in _assignments.Where(x => period.HoldsOn(x.From)))
        {
            if (assignment.From != day)
            {
                break;
            }

            if (assignment.To is null || assignment.To == period.LeftOn)
            {
                return;
            }

            day = assignment.To.Value.AddDays(1);
        }

        throw AssignmentRefusals.Gap.At("from", ("day", day), ("employeeNumber", _employee.EmployeeNumber));
    }

    private void Add(Assignment assignment)
    {
        _added.Add(assignment);
        _assignments.Add(assignment);
        _assignments.Sort((x, y) => x.From.CompareTo(y.From));
    }

    private void Remove(Assignment assignment)
    {
        _assignments.Remove(assignment);
        if (!_added.Remove(assignment))
        {
            _removed.Add(assignment);
        }
    }

    private bool IsInOnePeriod(Assignment one, Assignment other) => PeriodOf(one) == PeriodOf(other);

    /// <summary>The period that the assignment shares days with.</summary>
    private EmploymentPeriod? PeriodOf(Assignment assignment) => _employee.Periods.FirstOrDefault(
        x => x.HiredOn <= assignment.LastDay && assignment.From <= (x.LeftOn ?? DateOnly.MaxValue));
}
