using Training.Domain.People;

namespace Training.Api.Imports.Employees;

/// <summary>Finds rows by whose supervisors somebody would stand above themselves, on the first day the row holds. Loops on other
/// days are found when the lines are worked out.</summary>
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
