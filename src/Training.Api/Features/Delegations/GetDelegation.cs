using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Delegations;

/// <summary>A span of days in which a deputy acts for a supervisor.</summary>
/// <param name="From">First day on which the deputy acts.</param>
/// <param name="To">Last day.</param>
public sealed record DelegationResponse(
    long Id, long SupervisorId, string SupervisorNumber, string SupervisorNameZh,
    long DeputyId, string DeputyNumber, string DeputyNameZh, DateOnly From, DateOnly To, int Version) : IVersioned;

internal static class GetDelegation
{
    /// <summary>Reads a delegation: HR any, others those they gave or hold.</summary>
    internal static Task<DelegationResponse> HandleAsync(long id, Visible visible, TrainingDb db, CancellationToken cancellation) =>
        ReadAsync(db, visible.Delegations().Where(x => x.Id == id), cancellation);

    internal static Task<DelegationResponse> ReadAsync(TrainingDb db, IQueryable<Delegation> one, CancellationToken cancellation) =>
        one.Select(x => new DelegationResponse(
                x.Id,
                x.SupervisorId,
                db.Employees.Where(y => y.Id == x.SupervisorId).Select(y => y.EmployeeNumber).First(),
                db.Employees.Where(y => y.Id == x.SupervisorId).Select(y => y.NameZh).First(),
                x.DeputyId,
                db.Employees.Where(y => y.Id == x.DeputyId).Select(y => y.EmployeeNumber).First(),
                db.Employees.Where(y => y.Id == x.DeputyId).Select(y => y.NameZh).First(),
                x.From, x.To, x.Version))
            .OneAsync(cancellation);
}
