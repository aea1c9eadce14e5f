namespace Training.Domain.Kpis;

/// <summary>What a figure is counted in.</summary>
public enum KpiUnit
{
    Percent,
    Points,
    Times,
    Count,
    Seconds,
    Minutes,
    Hours,
    Days,
    Yuan,
    Index,
    CharactersPerMinute,

    /// <summary>1 is a pass, 0 a fail.</summary>
    PassFail,
}

/// <summary>Which way is better.</summary>
public enum KpiDirection
{
    Higher,
    Lower,
}

/// <summary>Where the figures come from (scoring 1.1).</summary>
public enum KpiSource
{
    /// <summary>Entered by hand.</summary>
    Manual,

    /// <summary>From files or other systems.</summary>
    Import,

    /// <summary>Counted from the confirmed performance events of one kind; none is 0.</summary>
    Events,

    /// <summary>Worked out from training items and completions.</summary>
    Training,
}

/// <summary>What is taken from training, where that is the source.</summary>
public enum TrainingMeasure
{
    /// <summary>(100 · mandatory items due in the quarter and completed by its last day) / (such items due, exempted ones left out).</summary>
    CompletionRate,

    /// <summary>Sum of the hours of the completions dated in the quarter.</summary>
    Hours,

    /// <summary>Plain mean of the results of the completions dated in the quarter.</summary>
    Result,
}

/// <summary>The span of one measurement; a KPI is measured by one of them, never mixed.</summary>
public enum KpiPeriod
{
    Day,
    Month,
    Quarter,
}

/// <summary>How the figures of a quarter or segment become one (scoring 1.2).</summary>
public enum KpiAggregation
{
    Sum,

    /// <summary>Weighted by sample size where every measurement has one, otherwise plain.</summary>
    Average,

    /// <summary>The figure whose period ends last.</summary>
    Last,
    Max,
    Min,
}

/// <summary>What a KPI may serve in an appraisal.</summary>
public enum KpiUse
{
    Individual,
    Department,
    NotForAppraisal,
}

/// <summary>What is asked of sources.</summary>
public static class KpiSources
{
    /// <summary>The program works its figures out by itself; nobody enters them.</summary>
    public static bool IsCounted(this KpiSource source) => source is KpiSource.Events or KpiSource.Training;
}
