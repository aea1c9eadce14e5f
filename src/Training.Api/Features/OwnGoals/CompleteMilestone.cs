using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;

namespace Training.Api.Features.OwnGoals;

internal static class CompleteMilestone
{
    /// <summary>A milestone of a goal was reached today. Refused: to anybody but the person; the second time; once the self-review is
    /// submitted or over.</summary>
    internal static async Task<OwnGoalResponse> HandleAsync(
        long id, long goalId, int number, IfMatch ifMatch, OnOwnGoal on, OrganisationClock clock, CancellationToken cancellation) =>
        (await on.ActAsync(
            id, goalId, ifMatch.Accept,
            (goal, _) =>
            {
                goal.Complete(goal.Milestones.FirstOrDefault(x => x.Number == number) ?? throw CommonRefusals.Unknown.With(), clock.Today);
                return true;
            },
            cancellation))!;
}
