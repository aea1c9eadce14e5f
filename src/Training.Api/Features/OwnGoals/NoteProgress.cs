using Training.Api.Http;

namespace Training.Api.Features.OwnGoals;

internal static class NoteProgress
{
    /// <summary>Says how a goal gets on; by the person and by who scores a segment, each other reads it. Refused: to others; once the result
    /// is published; beyond a hundred notes.</summary>
    internal static Task<OwnGoalResponse> HandleAsync(
        long id, long goalId, NoteProgressRequest request, IfMatch ifMatch, OnOwnGoal on, CancellationToken cancellation) =>
        on.NoteAsync(id, goalId, ifMatch.Require, request.Text, cancellation);
}
