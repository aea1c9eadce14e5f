using Training.Api.Data;
using Training.Api.Errors;

namespace Training.Api.Features.Kpis;

internal static class GetKpiVersion
{
    /// <summary>A KPI with the content of the version of that number.</summary>
    internal static async Task<KpiResponse> HandleAsync(long id, int number, TrainingDb db, CancellationToken cancellation)
    {
        var kpi = await db.WholeKpiAsync(id, cancellation);
        var shown = kpi.Versions.SingleOrDefault(x => x.Number == number) ?? throw CommonRefusals.Unknown.With();
        return await db.ShowAsync(kpi, shown, cancellation);
    }
}
