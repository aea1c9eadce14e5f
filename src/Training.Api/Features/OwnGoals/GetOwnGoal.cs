namespace Training.Api.Features.OwnGoals;

internal static class GetOwnGoal
{
    /// <summary>One goal of the person's own, with its milestones and progress notes.</summary>
    internal static Task<OwnGoalResponse> HandleAsync(long id, long goalId, OnOwnGoal on, CancellationToken cancellation) =>
        on.ReadAsync(id, goalId, cancellation);
}
