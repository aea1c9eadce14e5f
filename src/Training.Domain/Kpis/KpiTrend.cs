namespace Training.Domain.Kpis;

/// <summary>How an actual stands to that of the quarter before.</summary>
public enum KpiTrend
{
    Better,
    Same,
    Worse,
}

public static class KpiTrends
{
    /// <summary>By the KPI's direction; none without both figures.</summary>
    public static KpiTrend? Of(decimal? actual, decimal? before, KpiDirection direction) => (actual - before) switch
    {
        null => null,
        0 => KpiTrend.Same,
        > 0 => direction == KpiDirection.Higher ? KpiTrend.Better : KpiTrend.Worse,
        _ => direction == KpiDirection.Higher ? KpiTrend.Worse : KpiTrend.Better,
    };
}
