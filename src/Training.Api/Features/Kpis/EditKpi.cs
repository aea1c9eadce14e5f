using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Features.Kpis;

internal static class EditKpi
{
    /// <summary>Gives a KPI its next version, in force from a quarter on: the current one unless another is given. The quarters before keep
    /// the version they had, and a later load of the reference files leaves the KPI alone. Refused: a retired KPI; a quarter gone by, or
    /// before that of the version made last; another source or period from a quarter on that has figures; content that says what that version says; courses, positions and a kind of event that do
    /// not exist or are newly chosen though retired.</summary>
    internal static Task<KpiResponse> HandleAsync(
        long id, EditKpiRequest request, IfMatch ifMatch, OrganisationClock clock, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var kpi = await db.WholeKpiAsync(id, cancellation);
                ifMatch.Require(kpi);
                var (before, current) = (kpi.Latest, Quarter.Of(clock.Today));
                var made = kpi.Edit(request.Content(), request.FromQuarter ?? current, current);
                await RefuseMeasuredAsync(db, kpi, before, made, request.FromQuarter ?? current, cancellation);
                await db.RequireReferredAsync(request, before, cancellation);
                kpi.Index();
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(kpi, made, cancellation);
            },
            cancellation);

    /// <summary>Figures of one quarter have one source and one period: where there are some, the next quarter can have others.</summary>
    private static async Task RefuseMeasuredAsync(
        TrainingDb db, Kpi kpi, KpiVersion before, KpiVersion made, Quarter from, CancellationToken cancellation)
    {
        var first = from.FirstDay;
        if ((made.Source.IsCounted() != before.Source.IsCounted() || made.Period != before.Period)
            && await db.Measurements.AnyAsync(x => x.KpiId == kpi.Id && x.PeriodTo >= first, cancellation))
        {
            throw KpiRefusals.AlreadyMeasured.At("fromQuarter", ("code", kpi.Code), ("quarter", from.ToString()));
        }
    }
}
