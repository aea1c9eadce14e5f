namespace Training.Domain.People;

/// <summary>Works out who stands above whom on which days.
/// On a day the line of an employee goes from supervisor to supervisor along the assignments of that day. A supervisor who
/// has left is passed over by way of their last assignment, and the next above is direct: so nobody loses their line when
/// a seat falls vacant. Where an assignment names no supervisor, the line ends.</summary>
public sealed class ReportingLines
{
    /// <summary>How many people may stand above one another.</summary>
    public const int MostLevels = 30;

    private readonly Dictionary<long, List<Stretch>> _stretches;
    private readonly Func<long, string> _numberOf;
    private readonly List<ReportingLine> _lines = [];
    private readonly List<long> _path = [];

    private ReportingLines(IEnumerable<Supervision> supervisions, Func<long, string> numberOf)
    {
        _numberOf = numberOf;
        _stretches = supervisions.GroupBy(x => x.EmployeeId).ToDictionary(x => x.Key, StretchesOf);
    }

    /// <summary>The lines of the employees, those of one pair without overlap and adjacent ones of one kind merged, in the
    /// order of employee, supervisor, day.</summary>
    /// <param name="supervisions">Of everybody; those of one person do not overlap.</param>
    /// <param name="employeeIds">Whose lines; none: everybody's. After a change of assignments: <see cref="WithAllBelow"/>.</param>
    /// <param name="numberOf">How a refusal names a person.</param>
    /// <exception cref="Rules.RuleViolation">Somebody stands above themselves on some day, or more than
    /// <see cref="MostLevels"/> people stand above one another.</exception>
    public static IReadOnlyList<ReportingLine> Of(
        IEnumerable<Supervision> supervisions, IReadOnlySet<long>? employeeIds, Func<long, string> numberOf)
    {
        var lines = new ReportingLines(supervisions, numberOf);
        foreach (var (employeeId, stretches) in lines._stretches)
        {
            if (employeeIds?.Contains(employeeId) == false)
            {
                continue;
            }

            foreach (var stretch in stretches.Where(x => x.IsPresent))
            {
                lines._path.Add(employeeId);
                lines.Climb(employeeId, stretch.SupervisorId, stretch.First, stretch.Last, isDirect: true);
                lines._path.Clear();
            }
        }

        return Merge(lines._lines);
    }

    /// <summary>The people and everybody who at any time is assigned below them, over any number of levels: those whose
    /// lines may change when the people's assignments do. Asked with the assignments before and after the change
    /// together.</summary>
    public static IReadOnlySet<long> WithAllBelow(IEnumerable<Supervision> supervisions, IEnumerable<long> employeeIds)
    {
        var reports = supervisions.Where(x => x.SupervisorId is not null).ToLookup(x => x.SupervisorId!.Value, x => x.EmployeeId);
        var found = new HashSet<long>(employeeIds);
        var open = new Queue<long>(found);
        while (open.TryDequeue(out var supervisorId))
        {
            foreach (var employeeId in reports[supervisorId].Where(found.Add))
            {
                open.Enqueue(employeeId);
            }
        }

        return found;
    }

    /// <summary>A person's days from the first assignment on, without a hole: assigned, or gone and still known by whom they
    /// stood under last.</summary>
    private static List<Stretch> StretchesOf(IEnumerable<Supervision> supervisions)
    {
        var stretches = new List<Stretch>();
        foreach (var supervision in supervisions.OrderBy(x => x.From))
        {
            if (stretches.LastOrDefault() is { } before && before.Last.DayNumber + 1 < supervision.From.DayNumber)
            {
                stretches.Add(new(before.SupervisorId, before.Last.AddDays(1), supervision.From.AddDays(-1), IsPresent: false));
            }

            stretches.Add(new(supervision.SupervisorId, supervision.From, supervision.To ?? DateOnly.MaxValue, IsPresent: true));
        }

        if (stretches[^1] is { } last && last.Last < DateOnly.MaxValue)
        {
            stretches.Add(new(last.SupervisorId, last.Last.AddDays(1), DateOnly.MaxValue, IsPresent: false));
        }

        return stretches;
    }

    private void Climb(long employeeId, long? supervisorId, DateOnly first, DateOnly last, bool isDirect)
    {
        if (supervisorId is not { } above || !_stretches.TryGetValue(above, out var stretches))
        {
            return;
        }

        foreach (var stretch in stretches)
        {
            var (from, to) = (Later(first, stretch.First), Earlier(last, stretch.Last));
            if (from > to)
            {
                continue;
            }

            RefuseLoop(above, from);
            if (stretch.IsPresent)
            {
                _lines.Add(new(above, employeeId, isDirect, from, to == DateOnly.MaxValue ? null : to));
            }

            _path.Add(above);
            Climb(employeeId, stretch.SupervisorId, from, to, isDirect && !stretch.IsPresent);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void RefuseLoop(long above, DateOnly day)
    {
        if (_path.IndexOf(above) is >= 0 and var start)
        {
            throw AssignmentRefusals.Loop.At("supervisorId", ("day", day), ("people", Named(_path.Skip(start).Append(above))));
        }

        if (_path.Count > MostLevels)
        {
            throw AssignmentRefusals.TooManyLevels.At("supervisorId", ("day", day), ("people", Named(_path)), ("most", MostLevels));
        }
    }

    private string Named(IEnumerable<long> people) => string.Join(" → ", people.Select(_numberOf));

    private static List<ReportingLine> Merge(List<ReportingLine> lines)
    {
        lines.Sort((x, y) => (x.EmployeeId, x.SupervisorId, x.From).CompareTo((y.EmployeeId, y.SupervisorId, y.From)));
        var merged = new List<ReportingLine>(lines.Count);
        foreach (var line in lines)
        {
            if (merged.Count > 0 && Continues(merged[^1], line))
            {
                merged[^1] = merged[^1] with { To = line.To };
                continue;
            }

            merged.Add(line);
        }

        return merged;
    }

    private static bool Continues(ReportingLine before, ReportingLine line) =>
        before.EmployeeId == line.EmployeeId
        && before.SupervisorId == line.SupervisorId
        && before.IsDirect == line.IsDirect
        && before.To?.DayNumber + 1 == line.From.DayNumber;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private sealed record Stretch(long? SupervisorId, DateOnly First, DateOnly Last, bool IsPresent);
}
