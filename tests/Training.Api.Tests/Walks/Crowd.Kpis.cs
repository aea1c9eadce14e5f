using Training.Api.Data;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Tests.Walks;

internal sealed partial class Crowd
{
    /// <summary>KPIs with a course and a position each.</summary>
    private async Task AddKpisAsync(TrainingDb db, long course, long position, int count)
    {
        foreach (var i in New(count))
        {
            var name = new Bilingual($"众{i}", $"Crowd {i}");
            var kpi = Kpi.Create($"Q{i}", new KpiContent(
                name, name, name, KpiUnit.Percent, 1, KpiDirection.Higher, KpiSource.Manual, KpiPeriod.Month, KpiAggregation.Average, KpiUse.Individual)
            {
                CourseIds = [course],
                PositionIds = [position],
            });
            kpi.FindBy($"{i}", $"众{i}");
            db.Kpis.Add(kpi);
        }

        await db.FlushAsync(CancellationToken.None);
    }
}
