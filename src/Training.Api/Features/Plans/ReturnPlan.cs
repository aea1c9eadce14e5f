using Training.Api.Acts;
using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

internal static class ReturnPlan
{
    /// <summary>Gives a plan back to be improved, with the reason; its author is told. Nobody returns a plan that they
    /// wrote, changed or handed in.</summary>
    internal static Task<PlanResponse> HandleAsync(
        long id, PlanReasonRequest request, IfMatch ifMatch, DecidePlan decide, PlanRecords plans, CancellationToken cancellation) =>
        plans.ActAsync(id, PlanAct.Return, ifMatch.Require, plan => decide.ReturnAsync(plan, request.Reason, cancellation), cancellation);
}
