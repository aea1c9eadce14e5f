using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Domain.People;

namespace Training.Api.Features.Delegations;

/// <summary>A delegation in the list.</summary>
/// <param name="From">First day on which the deputy acts.</param>
/// <param name="To">Last day.</param>
public sealed record DelegationListItem(
    long Id, long SupervisorId, string SupervisorNumber, string SupervisorNameZh,
    long DeputyId, string DeputyNumber, string DeputyNameZh, DateOnly From, DateOnly To, int Version);

/// <summary>What is listed of the delegations.</summary>
/// <param name="On">Those that hold on this day.</param>
public sealed record DelegationFilter(
    [FromQuery(Name = "supervisorId")] long? SupervisorId = null,
    [FromQuery(Name = "deputyId")] long? DeputyId = null,
    [FromQuery(Name = "on")] DateOnly? On = null);

internal static class ListDelegations
{
    private static readonly Sorts<Delegation> Sorts = new(x => x.Id, "-from") { { "from", x => x.From }, { "to", x => x.To } };

    /// <summary>Lists the delegations: to HR all, to others those they gave or hold.</summary>
    internal static ListOf<DelegationListItem> HandleAsync(
        [AsParameters] DelegationFilter filter, [AsParameters] ListRequest list, Visible visible, TrainingDb db)
    {
        var delegations = visible.Delegations().AsNoTracking();
        if (filter.SupervisorId is { } supervisorId)
        {
            delegations = delegations.Where(x => x.SupervisorId == supervisorId);
        }

        if (filter.DeputyId is { } deputyId)
        {
            delegations = delegations.Where(x => x.DeputyId == deputyId);
        }

        if (filter.On is { } day)
        {
            delegations = delegations.Where(x => x.From <= day && x.To >= day);
        }

        return ListOf.From(
            delegations,
            Sorts,
            x => new DelegationListItem(
                x.Id,
                x.SupervisorId,
                db.Employees.Where(y => y.Id == x.SupervisorId).Select(y => y.EmployeeNumber).First(),
                db.Employees.Where(y => y.Id == x.SupervisorId).Select(y => y.NameZh).First(),
                x.DeputyId,
                db.Employees.Where(y => y.Id == x.DeputyId).Select(y => y.EmployeeNumber).First(),
                db.Employees.Where(y => y.Id == x.DeputyId).Select(y => y.NameZh).First(),
                x.From, x.To, x.Version),
            list);
    }
}
