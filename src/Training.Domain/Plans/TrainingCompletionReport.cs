namespace Training.Domain.Plans;

/// <summary>How far a group of training items is. Of dropped items only those count that were open when their
/// plan was closed.</summary>
/// <param name="Assigned">Items asked for: open, overdue and completed.</param>
/// <param name="Completed">Of these, completed, in time or late.</param>
/// <param name="Overdue">Of these, open after their due day.</param>
public readonly record struct CompletionTally(int Assigned, int Completed, int Overdue)
{
    /// <summary>Completed per assigned in percent, with one decimal, halves away from zero; none where nothing is assigned.</summary>
    public decimal? CompletionRate =>
        Assigned == 0 ? null : decimal.Round(100m * Completed / Assigned, 1, MidpointRounding.AwayFromZero);

    public static CompletionTally operator +(CompletionTally left, CompletionTally right) => left.Add(right);

    public static CompletionTally Of(TrainingItemState state) => state switch
    {
        TrainingItemState.Completed => new(1, 1, 0),
        TrainingItemState.Overdue => new(1, 0, 1),
        TrainingItemState.Open => new(1, 0, 0),
        _ => default,
    };

    public CompletionTally Add(CompletionTally other) =>
        new(Assigned + other.Assigned, Completed + other.Completed, Overdue + other.Overdue);
}

/// <summary>How many items one department has of one course of one plan, or one position in it where each is counted apart; both
/// are the person's on the day of the report.</summary>
public readonly record struct TrainingCount(long DepartmentId, long? PositionId, long PlanId, long CourseId, CompletionTally Tally);

/// <summary>Who completed how much of what was asked.</summary>
public static class TrainingCompletionReport
{
    /// <summary>One row per department, position, plan and course with something assigned, in the order of the four. A rate over
    /// several rows is the rate of their sum, never the mean of their rates.</summary>
    public static IReadOnlyList<TrainingCount> Rows(IEnumerable<TrainingCount> counts) =>
    [
        .. counts
            .GroupBy(x => (x.DepartmentId, x.PositionId, x.PlanId, x.CourseId))
            .Select(x => new TrainingCount(x.Key.DepartmentId, x.Key.PositionId, x.Key.PlanId, x.Key.CourseId, Total(x.Select(count => count.Tally))))
            .Where(x => x.Tally.Assigned > 0)
            .OrderBy(x => x.DepartmentId)
            .ThenBy(x => x.PositionId)
            .ThenBy(x => x.PlanId)
            .ThenBy(x => x.CourseId),
    ];

    public static CompletionTally Total(IEnumerable<CompletionTally> tallies) =>
        tallies.Aggregate(default(CompletionTally), (sum, x) => sum + x);
}
