using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Queries;

/// <summary>A KPI with one version of it.</summary>
internal sealed class VersionedKpi
{
    public required Kpi Kpi { get; init; }

    public required KpiVersion Content { get; init; }
}

/// <summary>Which version of a KPI holds.</summary>
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
}
