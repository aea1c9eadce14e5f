using Training.Api.Acts;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

/// <summary>How a plan is closed.</summary>
/// <param name="Reason">Why it is closed although mandatory items are open; may be left out when none are.</param>
public sealed record ClosePlanRequest([TextLength(0, PlanStep.MaxRemarkLength)] string? Reason = null);

internal static class ClosePlan
{
    /// <summary>Closes a running plan; open items are dropped, and who had some is told. While mandatory items are open, only with a reason: the refusal
    /// names up to 50 of them at <c>errors.reason</c>, and <c>/plans/{id}/items?isMandatory=true&amp;isOpen=true</c> lists all.</summary>
    internal static Task<PlanResponse> HandleAsync(
        long id, ClosePlanRequest request, IfMatch ifMatch, EndPlan end, PlanRecords plans, CancellationToken cancellation) =>
        plans.ActAsync(id, PlanAct.Close, ifMatch.Require, plan => end.CloseAsync(plan, request.Reason, cancellation), cancellation);
}
