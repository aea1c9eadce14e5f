using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Features.Delegations;

/// <summary>A delegation to be.</summary>
/// <param name="SupervisorId">For whom the deputy acts. Supervisors name deputies for themselves alone.</param>
/// <param name="DeputyId">Who acts; employed throughout, and somebody else.</param>
/// <param name="From">First day, today or later.</param>
/// <param name="To">Last day; at most 366 days in all.</param>
public sealed record CreateDelegationRequest(long SupervisorId, long DeputyId, DateOnly From, DateOnly To);

internal static class CreateDelegation
{
    /// <summary>Names a deputy for a span of days: HR for anybody, but never themselves as the deputy; a supervisor for
    /// themselves. The deputy is told. Refused: people who do not exist or are not employed throughout; a span of the past or too long; one that
    /// overlaps another of the same supervisor.</summary>
    internal static async Task<Created<DelegationResponse>> HandleAsync(
        CreateDelegationRequest request, DelegationRules rules, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        var response = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(DelegationRules.Lock, cancellation);
                rules.RequireRelation(request.SupervisorId);
                rules.RefuseOwnDeputy(request.SupervisorId, request.DeputyId);
                await rules.RequireEmployedAsync(request.SupervisorId, "supervisorId", request.From, request.To, cancellation);
                await rules.RequireEmployedAsync(request.DeputyId, "deputyId", request.From, request.To, cancellation);
                var delegation = Delegation.Create(request.SupervisorId, request.DeputyId, request.From, request.To, clock.Today);
                await rules.RefuseOverlapAsync(delegation, cancellation);
                db.Delegations.Add(delegation);
                await db.FlushAsync(cancellation);
                await rules.TellDeputyAsync(delegation, cancellation);
                return await GetDelegation.ReadAsync(db, db.Delegations.Where(x => x.Id == delegation.Id), cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/delegations/{response.Id}", response);
    }
}
