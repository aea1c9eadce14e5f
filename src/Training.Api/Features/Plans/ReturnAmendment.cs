using Training.Api.Acts;
using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

internal static class ReturnAmendment
{
    /// <summary>Gives an amendment back with the reason; the plan stays as it was, and another amendment may be proposed. Its author is
    /// told. Nobody returns an amendment of their own.</summary>
    internal static Task<PlanAmendmentResponse> HandleAsync(
        long id, int number, PlanReasonRequest request, IfMatch ifMatch, DecideAmendment decide, AmendmentRecords amendments, CancellationToken cancellation) =>
        amendments.ActAsync(
            id, number, AmendmentAct.Return, ifMatch.Require,
            (plan, amendment) => decide.ReturnAsync(plan, amendment, request.Reason, cancellation), cancellation);
}
