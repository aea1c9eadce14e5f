using Training.Api.Acts;
using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

internal static class SubmitPlan
{
    /// <summary>Hands a draft or returned plan in for approval; the approvers are told.</summary>
    internal static Task<PlanResponse> HandleAsync(
        long id, IfMatch ifMatch, DecidePlan decide, PlanRecords plans, CancellationToken cancellation) =>
        plans.ActAsync(id, PlanAct.Submit, ifMatch.Accept, plan => decide.SubmitAsync(plan, cancellation), cancellation);
}
