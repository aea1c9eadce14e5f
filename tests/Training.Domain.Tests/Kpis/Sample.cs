using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Kpis;

/// <summary>Contents to begin with.</summary>
internal static class Sample
{
    public static KpiContent Share { get; } = new(
        new Bilingual("回访完成率", "Visits made"),
        new Bilingual("按期完成的回访", "Visits made in time"),
        new Bilingual("完成 ÷ 应完成 × 100", "made ÷ due × 100"),
        KpiUnit.Percent,
        1,
        KpiDirection.Higher,
        KpiSource.Manual,
        KpiPeriod.Month,
        KpiAggregation.Average,
        KpiUse.Individual)
    {
        PlausibleFrom = 0,
        PlausibleTo = 100,
        DefaultTarget = 95,
    };

    public static KpiContent Counted { get; } = Share with
    {
        Unit = KpiUnit.Times,
        Decimals = 0,
        Source = KpiSource.Events,
        EventKindCode = "complaint",
        Period = KpiPeriod.Quarter,
        Aggregation = KpiAggregation.Sum,
    };
}
