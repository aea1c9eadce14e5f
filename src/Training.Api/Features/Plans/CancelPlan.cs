using Training.Api.Acts;
using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

internal static class CancelPlan
{
    /// <summary>Cancels a plan, with the reason. Open training items are dropped, completed ones stay; who had open items is
    /// told.</summary>
    internal static Task<PlanResponse> HandleAsync(
        long id, PlanReasonRequest request, IfMatch ifMatch, EndPlan end, PlanRecords plans, CancellationToken cancellation) =>
        plans.ActAsync(id, PlanAct.Cancel, ifMatch.Require, plan => end.CancelAsync(plan, request.Reason, cancellation), cancellation);
}
