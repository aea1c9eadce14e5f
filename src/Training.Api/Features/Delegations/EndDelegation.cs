using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Delegations;

internal static class EndDelegation
{
    /// <summary>Makes today the last day of a delegation that has begun: HR of any, a supervisor of their own. Refused: one that
    /// has not begun or is over.</summary>
    internal static Task<DelegationResponse> HandleAsync(
        long id, IfMatch ifMatch, Visible visible, DelegationRules rules, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var delegation = await visible.Delegations().OneAsync(id, cancellation);
                rules.RequireRelation(delegation.SupervisorId);
                ifMatch.Accept(delegation);
                delegation.End(clock.Today);
                await db.FlushAsync(cancellation);
                return await GetDelegation.ReadAsync(db, db.Delegations.Where(x => x.Id == id), cancellation);
            },
            cancellation);
}
