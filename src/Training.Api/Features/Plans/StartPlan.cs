using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

internal static class StartPlan
{
    /// <summary>Starts an approved plan: everybody whom its audience rule admits today gets its items with their due
    /// days and is told. What somebody completed before and still stands counts at once. Refused when the rule admits nobody,
    /// unless it names a hire day from which people are still to join.</summary>
    internal static Task<PlanResponse> HandleAsync(
        long id, IfMatch ifMatch, Acts.StartPlan start, PlanRecords plans, CancellationToken cancellation) =>
        plans.ActAsync(id, PlanAct.Start, ifMatch.Accept, plan => start.RunAsync(plan, cancellation), cancellation);
}
