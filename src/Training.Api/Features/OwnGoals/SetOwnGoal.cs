using Microsoft.AspNetCore.Http.HttpResults;

namespace Training.Api.Features.OwnGoals;

internal static class SetOwnGoal
{
    /// <summary>Sets a goal beside the KPIs, with milestones; it never enters the arithmetic. By the person, until their self-review is
    /// submitted or over. Refused: to anybody else; afterwards; a milestone due before the quarter; beyond the twentieth goal.</summary>
    internal static async Task<Created<OwnGoalResponse>> HandleAsync(long id, OwnGoalRequest request, OnOwnGoal on, CancellationToken cancellation)
    {
        var goal = await on.SetAsync(id, request.Content(), cancellation);
        return TypedResults.Created($"/api/v1/appraisals/{id}/own-goals/{goal.Id}", goal);
    }
}
