using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Http;

namespace Training.Api.Features.OwnGoals;

internal static class DeleteOwnGoal
{
    /// <summary>Gives a goal up. Refused: to anybody but the person; once the self-review is submitted or over.</summary>
    internal static async Task<NoContent> HandleAsync(long id, long goalId, IfMatch ifMatch, OnOwnGoal on, CancellationToken cancellation)
    {
        await on.ActAsync(id, goalId, ifMatch.Require, (_, _) => false, cancellation);
        return TypedResults.NoContent();
    }
}
