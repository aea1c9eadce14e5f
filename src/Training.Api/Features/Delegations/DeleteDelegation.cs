using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Delegations;

internal static class DeleteDelegation
{
    /// <summary>Deletes a delegation that has not begun: HR any, a supervisor their own. Refused: one that has.</summary>
    internal static async Task<NoContent> HandleAsync(
        long id, IfMatch ifMatch, Visible visible, DelegationRules rules, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var delegation = await visible.Delegations().OneAsync(id, cancellation);
                rules.RequireRelation(delegation.SupervisorId);
                ifMatch.Require(delegation);
                delegation.RefuseDeletion(clock.Today);
                db.Delegations.Remove(delegation);
            },
            cancellation);

        return TypedResults.NoContent();
    }
}
