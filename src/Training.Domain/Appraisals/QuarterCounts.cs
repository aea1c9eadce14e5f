using Training.Domain.Kpis;
using Training.Domain.Rules;
using static Training.Domain.Rules.Decimals;

namespace Training.Domain.Appraisals;

/// <summary>Figures that the program counts over the whole quarter, from events and training; they are never scaled and
/// enter alike in every segment whose template has them (scoring 1.1 and 1.3).</summary>
public static class QuarterCounts
{
    /// <summary>The department the person heads on the day, or else that of the segment.</summary>
    public static long DepartmentOn(AppraisalInput input, PlannedSegment segment, DateOnly day) => input.Headships
        .FirstOrDefault(x => x.HoldsOn(day))?.DepartmentId ?? segment.Placement.DepartmentId;

    /// <summary>What was counted for an item; no events are 0, and nothing counted of training is none.</summary>
    public static QuarterCount? For(AppraisalInput input, PlannedSegment segment, KpiFacts kpi, ItemScope scope)
    {
        long? department = scope == ItemScope.Own ? null : DepartmentOn(input, segment, input.Quarter.LastDay);
        var counted = input.Counts.FirstOrDefault(x => x.KpiId == kpi.KpiId && x.DepartmentId == department);
        return counted ?? (kpi.Source == KpiSource.Events ? new(kpi.KpiId, department, 0, 0) : null);
    }

    /// <summary>Whether the item is a share of nothing: no course was due.</summary>
    public static bool IsNothingDue(KpiFacts kpi, QuarterCount? counted) =>
        kpi is { Source: KpiSource.Training, TrainingMeasure: TrainingMeasure.CompletionRate } && counted is { Count: 0 };

    /// <summary>What stands since the data cut-off, or else: rate: (100·completed)/due. Result: the plain mean. Hours and events: the
    /// sum. None: there is no figure.</summary>
    public static ItemActual? Actual(KpiFacts kpi, QuarterCount? counted)
    {
        if (counted is null || (counted.Count == 0 && kpi is { Source: KpiSource.Training, TrainingMeasure: not TrainingMeasure.Hours }))
        {
            return null;
        }

        var (raw, formula) = counted.Kept is { } kept ? Whole(kept) : kpi.Source == KpiSource.Events ? Whole(counted.Sum) : kpi.TrainingMeasure switch
        {
            TrainingMeasure.CompletionRate => (new Fraction(100 * counted.Sum, counted.Count), $"(100·{Text(counted.Sum)})/{counted.Count}"),
            TrainingMeasure.Result => (new(counted.Sum, counted.Count), $"{Text(counted.Sum)}/{counted.Count}"),
            _ => Whole(counted.Sum),
        };
        return new(raw, raw.Rounded(kpi.Decimals), formula)
        {
            IsThin = kpi.Source == KpiSource.Training && kpi.MinimumSample > counted.Count,
        };
    }

    private static (Fraction, string) Whole(decimal sum) => (Fraction.Whole(sum), Text(sum));
}
