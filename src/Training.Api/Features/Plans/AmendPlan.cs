using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

/// <summary>How a running plan is to be; what differs from what it is becomes the amendment. Whatever is left out of the items is
/// taken out of the plan.</summary>
/// <param name="Items">All items it is to have: those that stay as they are, those that change, and new ones, which come last.</param>
/// <param name="Reason">Why the plan is to change; stands in the history.</param>
/// <param name="EndsOn">Another last day, included; left out: as it is.</param>
/// <param name="Audience">Narrows the audience within the department anew, as a whole; left out: as it is.</param>
public sealed record AmendPlanRequest(
    [ItemCount(1, 200)] IReadOnlyList<PlanItemRequest> Items,
    [TextLength(1, PlanStep.MaxRemarkLength)] string Reason,
    DateOnly? EndsOn = null,
    PlanAudienceRequest? Audience = null)
{
    internal AmendmentContent Content(Plan plan) =>
        new([.. Items.Select(x => x.Content())], Audience?.Filter() ?? plan.Audience.Filter, EndsOn ?? plan.EndsOn, Reason);
}

internal static class AmendPlan
{
    /// <summary>Proposes an amendment of a running plan: items added, changed or taken out, another audience, another last day. It
    /// waits for HR or an approver other than its author; until then the plan is as it was. One at a time.</summary>
    internal static async Task<Created<PlanAmendmentResponse>> HandleAsync(
        long id, AmendPlanRequest request, IfMatch ifMatch, DecideAmendment decide, PlanRecords plans, AmendmentRecords amendments, TrainingDb db,
        CancellationToken cancellation)
    {
        var proposed = await db.WriteAsync(
            async () =>
            {
                var plan = await plans.FindAsync(id, PlanAct.Amend, ifMatch.Require, cancellation);
                return await amendments.AnswerAsync(plan, await decide.ProposeAsync(plan, request.Content(plan), cancellation), cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/plans/{proposed.PlanId}/amendments/{proposed.Number}", proposed);
    }
}
