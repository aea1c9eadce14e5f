using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>What a KPI must keep to, whoever makes or edits it.</summary>
internal static class KpiRules
{
    /// <summary>Refuses a content that cannot be measured or scored, naming the member.</summary>
    public static void Check(KpiContent content)
    {
        if (content.Decimals is < 0 or > Kpi.MaxDecimals)
        {
            throw KpiRefusals.DecimalsOutOfRange.At("decimals", ("decimals", content.Decimals), ("max", Kpi.MaxDecimals));
        }

        CheckFigure("plausibleFrom", content.PlausibleFrom, content.Decimals);
        CheckFigure("plausibleTo", content.PlausibleTo, content.Decimals);
        CheckFigure("defaultTarget", content.DefaultTarget, content.Decimals);
        if (content.PlausibleFrom > content.PlausibleTo)
        {
            throw KpiRefusals.RangeReversed.At("plausibleTo", ("from", content.PlausibleFrom), ("to", content.PlausibleTo));
        }

        if (content.MinimumSample is < 1 or > Kpi.MaxSample)
        {
            throw KpiRefusals.MinimumSampleOutOfRange.At("minimumSample", ("minimumSample", content.MinimumSample), ("max", Kpi.MaxSample));
        }

        CheckSource(content);
        if (content.Proposed.FirstOrDefault(x => !Members.Contains(x)) is { } unknown)
        {
            throw KpiRefusals.ProposedUnknown.At("proposed", ("member", unknown), ("members", Members.Order(StringComparer.Ordinal).ToList()));
        }
    }

    /// <summary>The members that can be a proposal, as the JSON names them; <c>plausibleRange</c> is both bounds.</summary>
    private static readonly HashSet<string> Members =
    [
        "formula", "unit", "decimals", "direction", "source", "period", "aggregation", "minimumSample", "plausibleRange",
        "defaultTarget", "targetText", "courses", "use",
    ];

    private static void CheckFigure(string field, decimal? figure, int decimals)
    {
        if (figure is { } value && !Decimals.Fits(value, decimals))
        {
            throw KpiRefusals.MoreDecimals.At(field, ("value", value), ("decimals", decimals));
        }
    }

    private static void CheckSource(KpiContent content)
    {
        if (content.Source == KpiSource.Events && string.IsNullOrWhiteSpace(content.EventKindCode))
        {
            throw KpiRefusals.EventKindMissing.At("eventKindCode");
        }

        if (content.Source == KpiSource.Training && content.TrainingMeasure is null)
        {
            throw KpiRefusals.TrainingMeasureMissing.At("trainingMeasure");
        }

        if (content.Source != KpiSource.Events && content.EventKindCode is not null)
        {
            throw KpiRefusals.SourceMember.At("eventKindCode", ("source", content.Source));
        }

        if (content.Source != KpiSource.Training && content.TrainingMeasure is not null)
        {
            throw KpiRefusals.SourceMember.At("trainingMeasure", ("source", content.Source));
        }

        if (content.Source.IsCounted() && content.Period != KpiPeriod.Quarter)
        {
            throw KpiRefusals.SourcePeriod.At("period", ("source", content.Source), ("period", content.Period));
        }
    }
}
