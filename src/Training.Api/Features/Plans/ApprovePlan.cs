using Training.Api.Acts;
using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

internal static class ApprovePlan
{
    /// <summary>Approves a plan that was handed in; its author is told. Nobody approves a plan that they wrote, changed or
    /// handed in; and none is approved while a course in it is retired.</summary>
    internal static Task<PlanResponse> HandleAsync(
        long id, IfMatch ifMatch, DecidePlan decide, PlanRecords plans, CancellationToken cancellation) =>
        plans.ActAsync(id, PlanAct.Approve, ifMatch.Accept, plan => decide.ApproveAsync(plan, cancellation), cancellation);
}
