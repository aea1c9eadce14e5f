using Training.Api.Acts;
using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

internal static class WithdrawAmendment
{
    /// <summary>Takes an amendment back that waits for a decision; its author alone does that.</summary>
    internal static Task<PlanAmendmentResponse> HandleAsync(
        long id, int number, IfMatch ifMatch, DecideAmendment decide, AmendmentRecords amendments, CancellationToken cancellation) =>
        amendments.ActAsync(
            id,
            number,
            AmendmentAct.Withdraw,
            ifMatch.Accept,
            (_, amendment) =>
            {
                decide.Withdraw(amendment);
                return Task.CompletedTask;
            },
            cancellation);
}
