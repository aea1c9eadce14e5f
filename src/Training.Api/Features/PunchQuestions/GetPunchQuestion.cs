namespace Training.Api.Features.PunchQuestions;

internal static class GetPunchQuestion
{
    /// <summary>One question about a shift with a missing punch.</summary>
    internal static Task<PunchQuestionResponse> HandleAsync(long id, OnPunchQuestion on, CancellationToken cancellation) =>
        on.ReadAsync(id, cancellation);
}
