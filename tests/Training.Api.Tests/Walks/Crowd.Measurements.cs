using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Tests.Measurements;
using Training.Domain.Kpis;

namespace Training.Api.Tests.Walks;

/// <summary>Figures of the crowd, and corrections of them.</summary>
internal sealed partial class Crowd
{
    private async Task AddMeasurementsAsync(TrainingDb db, IReadOnlyList<long> people)
    {
        var kpi = await db.Kpis.SingleOrDefaultAsync(x => x.Code == "CROWD");
        if (kpi is null)
        {
            kpi = Kpi.Create("CROWD", Measured.Content("CROWD", KpiPeriod.Month, 1));
            kpi.FindBy("CROWD", "crowd");
            db.Kpis.Add(kpi);
            await db.FlushAsync(CancellationToken.None);
        }

        var (month, origin) = (MeasuredPeriod.Month(Today), new MeasurementOrigin(MeasurementSource.Api, "crowd", false));
        var figures = people.Select(x => Measurement.Record(x, null, kpi.Id, month, new(1, null), origin)).ToList();
        db.Measurements.AddRange(figures);
        db.Corrections.AddRange(figures.Select(x => Correction.Queue(
            x.Place, KpiPeriod.Month, x.Figure, new(2, null), new(_account, app.Clock.GetUtcNow(), origin, null))));
        await db.FlushAsync(CancellationToken.None);
    }
}
