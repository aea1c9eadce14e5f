using Training.Api.Http;

namespace Training.Api.Features.OwnGoals;

internal static class EditOwnGoal
{
    /// <summary>Replaces a goal with its milestones; those that are reached stay as they are. Refused: as when it is set; a milestone that
    /// there is not, or twice; leaving out or changing one that is reached.</summary>
    internal static async Task<OwnGoalResponse> HandleAsync(
        long id, long goalId, OwnGoalRequest request, IfMatch ifMatch, OnOwnGoal on, CancellationToken cancellation) =>
        (await on.ActAsync(
            id, goalId, ifMatch.Require,
            (goal, quarter) =>
            {
                goal.Edit(request.Content(), quarter);
                return true;
            },
            cancellation))!;
}
