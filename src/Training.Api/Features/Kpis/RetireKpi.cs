using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Kpis;

internal static class RetireKpi
{
    /// <summary>From now on nothing new uses the KPI; what was measured by it stays. Refused: a second time.</summary>
    internal static Task<KpiResponse> HandleAsync(
        long id, IfMatch ifMatch, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var kpi = await db.WholeKpiAsync(id, cancellation);
                ifMatch.Accept(kpi);
                kpi.Retire(clock.Now);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(kpi, kpi.Latest, cancellation);
            },
            cancellation);
}
