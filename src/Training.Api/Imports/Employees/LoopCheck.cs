using Training.Domain.People;

namespace Training.Api.Imports.Employees;

/// <summary>Finds rows by whose supervisors somebody would stand above themselves on the first day the row holds, and then works out
/// the lines of all days as they would be, so that a dry run refuses what the real run would.</summary>
internal static class LoopCheck
{
    public static void Mark(IReadOnlyList<PlannedRow> rows, EmployeePlanner planner, KnownPeople known)
    {
        foreach (var plan in rows.Where(x => x.Key is not null && planner.NewLines.ContainsKey(x.Key)))
        {
            var day = planner.NewLines[plan.Key!].From;
            var path = new List<string> { plan.Key! };
            for (var above = AboveOf(plan.Key!, day, planner, known); above is not null; above = AboveOf(above, day, planner, known))
            {
                path.Add(above);
                if (above == plan.Key)
                {
                    plan.Fault(EmployeeColumns.Supervisor, AssignmentRefusals.Loop, ("day", day), ("people", string.Join(" → ", path)));
                    break;
                }

                if (path.Count > ReportingLines.MostLevels + 1)
                {
                    break;
                }
            }
        }
    }

    /// <summary>Refuses a loop on any day, and too many levels, as the lines will be once the file is applied.</summary>
    public static void RefuseLines(EmployeePlanner planner, KnownPeople known)
    {
        var ids = new Dictionary<string, long>(known.IdsByNumber);
        foreach (var (hire, _) in planner.Hires)
        {
            // No kept person has a negative id.
            ids[hire.EmployeeNumber] = -ids.Count - 1;
        }

        var moves = planner.Moves.ToDictionary(x => x.Timeline);
        var planned = planner.Hires
            .Select(x => new Supervision(ids[x.Person.EmployeeNumber], Id(x.Person.SupervisorNumber), x.Person.Engagement.HiredOn, null))
            .Concat(planner.Timelines.SelectMany(x => Moved(x.Timeline)))
            .ToLookup(x => x.EmployeeId);
        List<Supervision> all = [.. known.Supervisions.Where(x => !planned.Contains(x.Key)).SelectMany(x => x), .. planned.SelectMany(x => x)];
        var numbers = ids.ToDictionary(x => x.Value, x => x.Key);
        ReportingLines.Of(all, ReportingLines.WithAllBelow(all, planned.Select(x => x.Key)), x => numbers[x]);

        long? Id(string? number) => number is null ? null : ids[number];

        IEnumerable<Supervision> Moved(AssignmentTimeline timeline) => timeline.Assignments.Select(Supervision.Of)
            .SelectMany(x => moves.GetValueOrDefault(timeline) is { } move && x.From <= move.From && !(x.To < move.From)
                ? Split(x, move.From, Id(move.Supervisor))
                : [x]);
    }

    private static IEnumerable<Supervision> Split(Supervision held, DateOnly from, long? above) => held.From == from
        ? [held with { SupervisorId = above }]
        : [held with { To = from.AddDays(-1) }, held with { SupervisorId = above, From = from }];

    private static string? AboveOf(string number, DateOnly day, EmployeePlanner planner, KnownPeople known)
    {
        if (planner.NewLines.TryGetValue(number, out var line) && line.From <= day)
        {
            return line.Supervisor;
        }

        if (!known.IdsByNumber.TryGetValue(number, out var id))
        {
            return line.Supervisor;
        }

        var held = known.Supervisions[id].FirstOrDefault(x => x.From <= day && (x.To is null || x.To >= day));
        return held.SupervisorId is { } above ? known.NumbersById[above] : null;
    }
}
