using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Delegations;

/// <summary>The whole of what may be edited about a delegation.</summary>
/// <param name="DeputyId">Who acts; employed throughout, and somebody else.</param>
/// <param name="From">First day, today or later unless it has begun.</param>
/// <param name="To">Last day, today or later; at most 366 days in all.</param>
public sealed record EditDelegationRequest(long DeputyId, DateOnly From, DateOnly To);

internal static class EditDelegation
{
    /// <summary>Edits a delegation: HR any, a supervisor their own. Once it has begun only its last day can be changed, because who acted on
    /// past days stands. Refused: one that is over; else as when it is created.</summary>
    internal static Task<DelegationResponse> HandleAsync(
        long id, EditDelegationRequest request, IfMatch ifMatch, Visible visible, DelegationRules rules, TrainingDb db,
        OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(DelegationRules.Lock, cancellation);
                var delegation = await visible.Delegations().OneAsync(id, cancellation);
                rules.RequireRelation(delegation.SupervisorId);
                rules.RefuseOwnDeputy(delegation.SupervisorId, request.DeputyId);
                ifMatch.Require(delegation);
                await rules.RequireEmployedAsync(delegation.SupervisorId, "supervisorId", request.From, request.To, cancellation);
                await rules.RequireEmployedAsync(request.DeputyId, "deputyId", request.From, request.To, cancellation);
                delegation.Edit(request.DeputyId, request.From, request.To, clock.Today);
                await rules.RefuseOverlapAsync(delegation, cancellation);
                await db.FlushAsync(cancellation);
                await rules.TellDeputyAsync(delegation, cancellation);
                return await GetDelegation.ReadAsync(db, db.Delegations.Where(x => x.Id == id), cancellation);
            },
            cancellation);
}
