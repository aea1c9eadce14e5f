using Microsoft.EntityFrameworkCore;
using Training.Api.Data;

namespace Training.Api.Access;

/// <summary>How the person who asks stands to another on a day. More than one may hold; the nearest is answered.</summary>
internal enum Relation
{
    Own,

    /// <summary>The other's direct supervisor is the caller, or the caller is named that supervisor's deputy for the day and does
    /// not stand below the other.</summary>
    DirectReport,

    /// <summary>Further below in the caller's line.</summary>
    Below,

    /// <summary>Was below the caller on an earlier day.</summary>
    FormerReport,
    Other,
}

/// <summary>Works out relations from the kept lines and delegations.</summary>
internal sealed class Relations(TrainingDb db, CurrentPerson caller)
{
    /// <summary>The caller's relation to the person on the day.</summary>
    public async Task<Relation> ToAsync(long employeeId, DateOnly day, CancellationToken cancellation)
    {
        if (caller.EmployeeId is not { } self)
        {
            return Relation.Other;
        }

        if (self == employeeId)
        {
            return Relation.Own;
        }

        var lines = await db.ReportingLines.AsNoTracking()
            .Where(x => x.EmployeeId == employeeId && x.From <= day
                && (x.SupervisorId == self || (
                    db.Delegations.Any(d => d.SupervisorId == x.SupervisorId && d.DeputyId == self && d.From <= day && d.To >= day)
                    && !db.ReportingLines.Any(up => up.SupervisorId == employeeId && up.EmployeeId == self
                        && up.From <= day && (up.To == null || up.To >= day)))))
            .ToListAsync(cancellation);
        var held = lines.Where(x => x.To is null || x.To >= day).ToList();
        return held.Exists(x => x.IsDirect) ? Relation.DirectReport
            : held.Exists(x => x.SupervisorId == self) ? Relation.Below
            : lines.Exists(x => x.SupervisorId == self) ? Relation.FormerReport
            : Relation.Other;
    }

    /// <summary>Who of the people is a <see cref="Relation.DirectReport"/> of the caller on the day, in one query.</summary>
    public async Task<IReadOnlySet<long>> DirectReportsAmongAsync(IReadOnlyCollection<long> ids, DateOnly day, CancellationToken cancellation)
    {
        var self = caller.EmployeeId ?? 0;
        return await db.ReportingLines
            .Where(x => ids.Contains(x.EmployeeId) && x.EmployeeId != self && x.IsDirect && x.From <= day && (x.To == null || x.To >= day)
                && (x.SupervisorId == self || (
                    db.Delegations.Any(d => d.SupervisorId == x.SupervisorId && d.DeputyId == self && d.From <= day && d.To >= day)
                    && !db.ReportingLines.Any(up => up.SupervisorId == x.EmployeeId && up.EmployeeId == self
                        && up.From <= day && (up.To == null || up.To >= day)))))
            .Select(x => x.EmployeeId).ToHashSetAsync(cancellation);
    }

    /// <summary>For whom the caller acts towards a direct report of the day: the supervisor who named them deputy; null for
    /// those who act as the supervisor themselves.</summary>
    public async Task<long?> StandsInForAsync(long employeeId, DateOnly day, CancellationToken cancellation)
    {
        var self = caller.EmployeeId;
        return await db.ReportingLines
            .Where(x => x.EmployeeId == employeeId && x.IsDirect && x.SupervisorId != self && x.From <= day && (x.To == null || x.To >= day))
            .Select(x => (long?)x.SupervisorId).SingleOrDefaultAsync(cancellation);
    }
}
