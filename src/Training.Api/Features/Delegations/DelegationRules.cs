using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Delegations;

/// <summary>What the acts on delegations check alike. Called inside their write.</summary>
internal sealed class DelegationRules(TrainingDb db, CurrentPerson caller)
{
    /// <summary>Held by every write that changes a span, so that no overlap comes about between two.</summary>
    public const string Lock = "delegations";

    /// <summary>HR acts for anybody, others for themselves.</summary>
    public void RequireRelation(long supervisorId)
    {
        if (!caller.IsHumanResources && !caller.Is(supervisorId))
        {
            throw AccessRefusals.NotInRelation.With();
        }
    }

    /// <summary>Nobody makes themselves another's deputy: that would give them the decisions over other people.</summary>
    public void RefuseOwnDeputy(long supervisorId, long deputyId)
    {
        if (caller.Is(deputyId) && !caller.Is(supervisorId))
        {
            throw AccessRefusals.OwnRecord.With();
        }
    }

    public async Task RequireEmployedAsync(long employeeId, string field, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var person = await db.Employees.AsNoTracking().Include(x => x.Periods).SingleOrDefaultAsync(x => x.Id == employeeId, cancellation)
            ?? throw DelegationRefusals.PersonUnknown.At(field, ("employeeId", employeeId));
        if (from <= to && !person.IsEmployedThroughout(from, to))
        {
            throw DelegationRefusals.NotEmployed.At(field, ("employeeNumber", person.EmployeeNumber), ("from", from), ("to", to));
        }
    }

    public async Task RefuseOverlapAsync(Delegation delegation, CancellationToken cancellation)
    {
        var inTheWay = await db.Delegations.AsNoTracking()
            .Where(x => x.Id != delegation.Id && x.SupervisorId == delegation.SupervisorId
                && x.From <= delegation.To && x.To >= delegation.From)
            .OrderBy(x => x.From)
            .FirstOrDefaultAsync(cancellation);
        if (inTheWay is not null)
        {
            throw DelegationRefusals.Overlap.At("from", ("from", inTheWay.From), ("to", inTheWay.To));
        }
    }
}
