using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Queries;

/// <summary>A KPI with one version of it.</summary>
internal sealed class VersionedKpi
{
    public required Kpi Kpi { get; init; }

    public required KpiVersion Content { get; init; }
}

/// <summary>A KPI as a file names it.</summary>
internal sealed record NamedKpi(long Id, string Code, DateTimeOffset? RetiredAt)
{
    public bool IsRetired => RetiredAt is not null;
}

/// <summary>Which version of a KPI holds, and which KPI a code names.</summary>
internal static class KpiQueries
{
    /// <summary>Each KPI with the version made last, whether or not its quarter has come.</summary>
    public static IQueryable<VersionedKpi> Latest(this IQueryable<Kpi> kpis) =>
        from kpi in kpis
        from version in kpi.Versions
        where version.Number == kpi.LatestVersion
        select new VersionedKpi { Kpi = kpi, Content = version };

    /// <summary>Each KPI with the version in force in the quarter; every KPI has one in every quarter.</summary>
    public static IQueryable<VersionedKpi> InForce(this IQueryable<Kpi> kpis, Quarter quarter)
    {
        var day = quarter.FirstDay;
        return
            from kpi in kpis
            from version in kpi.Versions
            where version.StartsOn == null || version.StartsOn <= day
            where !kpi.Versions.Any(x => x.Number > version.Number && x.StartsOn <= day)
            select new VersionedKpi { Kpi = kpi, Content = version };
    }

    /// <summary>The versions of these KPIs that are in force in the quarter, by the KPI's id, with their courses and positions; not to be
    /// changed. An id that no KPI has is left out.</summary>
    public static async Task<Dictionary<long, KpiVersion>> KpisInForceAsync(
        this TrainingDb db, IReadOnlyCollection<long> ids, Quarter quarter, CancellationToken cancellation) =>
        await db.Kpis.AsNoTracking().Where(x => ids.Contains(x.Id)).InForce(quarter).Select(x => x.Content)
            .Include(x => x.Courses).Include(x => x.Positions).AsSplitQuery().ToDictionaryAsync(x => x.KpiId, cancellation);

    /// <summary>The KPIs of these codes by their code as it is kept, retired ones with them. A code that names none is left out.</summary>
    public static async Task<Dictionary<string, NamedKpi>> KpisByCodeAsync(
        this TrainingDb db, IEnumerable<string> codes, CancellationToken cancellation)
    {
        var keys = codes.Select(PlainText.Key).ToHashSet(StringComparer.Ordinal);
        return await db.Kpis.AsNoTracking().Where(x => keys.Contains(x.Code)).Select(x => new NamedKpi(x.Id, x.Code, x.RetiredAt))
            .ToDictionaryAsync(x => x.Code, StringComparer.Ordinal, cancellation);
    }
}
