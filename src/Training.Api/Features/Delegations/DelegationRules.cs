using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Delegations;

/// <summary>What the acts on delegations check alike. Called inside their write.</summary>
internal sealed class DelegationRules(TrainingDb db, NoticeBox notices, CurrentPerson caller)
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

    /// <summary>Tells the deputy for whom they stand in and when.</summary>
    public async Task TellDeputyAsync(Delegation delegation, CancellationToken cancellation)
    {
        var supervisor = await db.Employees.Where(x => x.Id == delegation.SupervisorId).Select(x => x.NameZh).SingleAsync(cancellation);
        await notices.TellAsync(
            "delegation.named", delegation.DeputyId, new NoticeSubject("delegation", delegation.Id), cancellation,
            ("supervisor", supervisor), ("from", delegation.From), ("to", delegation.To));
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
