using Microsoft.AspNetCore.Mvc;
using Training.Api.Data;
using Training.Domain.Calendars;

namespace Training.Api.Features.Kpis;

internal static class GetKpi
{
    /// <summary>A KPI with the content of the version made last, whether or not its quarter has come; with <c>quarter</c> (<c>2026Q4</c>)
    /// that of the version in force in that quarter.</summary>
    internal static async Task<KpiResponse> HandleAsync(
        long id, [FromQuery(Name = "quarter")] Quarter? quarter, TrainingDb db, CancellationToken cancellation)
    {
        var kpi = await db.WholeKpiAsync(id, cancellation);
        return await db.ShowAsync(kpi, quarter is { } asked ? kpi.For(asked) : kpi.Latest, cancellation);
    }
}
