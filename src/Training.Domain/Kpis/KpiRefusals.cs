using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>Why an act on a KPI is refused.</summary>
public static class KpiRefusals
{
    public static readonly Refusal CodeTaken = Refusal.State("kpi.codeTaken");
    public static readonly Refusal Retired = Refusal.State("kpi.retired");

    /// <summary>An earlier quarter keeps the version it has.</summary>
    public static readonly Refusal QuarterPast = Refusal.State("kpi.quarterPast");

    /// <summary>There are figures of the quarter, or later ones, by another source or period.</summary>
    public static readonly Refusal AlreadyMeasured = Refusal.State("kpi.alreadyMeasured");

    /// <summary>The version is the same as the one before.</summary>
    public static readonly Refusal NothingChanged = Refusal.State("kpi.nothingChanged");
    public static readonly Refusal DecimalsOutOfRange = Refusal.Content("kpi.decimalsOutOfRange");
    public static readonly Refusal MoreDecimals = Refusal.Content("kpi.moreDecimals");
    public static readonly Refusal RangeReversed = Refusal.Content("kpi.rangeReversed");
    public static readonly Refusal MinimumSampleOutOfRange = Refusal.Content("kpi.minimumSampleOutOfRange");
    public static readonly Refusal EventKindUnknown = Refusal.Content("kpi.eventKindUnknown");
    public static readonly Refusal EventKindMissing = Refusal.Content("kpi.eventKindMissing");

    /// <summary>A member that belongs to another source.</summary>
    public static readonly Refusal SourceMember = Refusal.Content("kpi.sourceMember");

    /// <summary>What is counted from events or training is counted over the whole quarter.</summary>
    public static readonly Refusal SourcePeriod = Refusal.Content("kpi.sourcePeriod");
    public static readonly Refusal TrainingMeasureMissing = Refusal.Content("kpi.trainingMeasureMissing");
    public static readonly Refusal CourseUnknown = Refusal.Content("kpi.courseUnknown");
    public static readonly Refusal PositionUnknown = Refusal.Content("kpi.positionUnknown");
    public static readonly Refusal ProposedUnknown = Refusal.Content("kpi.proposedUnknown");
}
