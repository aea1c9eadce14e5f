using Training.Domain.Kpis;
using Training.Domain.Rules;
using static Training.Domain.Rules.Decimals;

namespace Training.Domain.Appraisals;

/// <summary>From measurements to the actual of an item in a segment (scoring 1.2 and 1.3).</summary>
internal sealed class ActualOfMeasurements(AppraisalInput input, SegmentPlan plan, PlannedSegment segment, KpiFacts kpi, ItemScope scope)
{
    private readonly DateOnly _until = input.AsOf ?? input.Quarter.LastDay;

    /// <summary>None where there is no figure for the segment.</summary>
    public ItemActual? Work()
    {
        var recorded = input.Measurements.Where(x => x.KpiId == kpi.KpiId && IsOfPeriod(x) && IsMeant(x)).OrderBy(x => x.To).ThenBy(x => x.Id).ToList();
        return kpi.Aggregation == KpiAggregation.Sum ? Sum(recorded) : Single(Entering(recorded));
    }

    // A KPI is measured by day, by month or by quarter, never mixed.
    private bool IsOfPeriod(Measured x)
    {
        var period = MeasuredPeriod.Of(kpi.Period, x.From);
        return (x.From, x.To) == (period.From, period.To);
    }

    // The person's own, or those of the department headed on the period's last day, or else of the segment's department.
    private bool IsMeant(Measured x) => scope == ItemScope.Own
        ? x.DepartmentId is null
        : x.DepartmentId == QuarterCounts.DepartmentOn(input, segment, x.To);

    // A = D·Σ(vₘ·nₘ·P/mₘ)/(d·P); where the KPI switches the scaling off, Σ(vₘ·nₘ·P/mₘ)/P.
    private ItemActual? Sum(IReadOnlyList<Measured> recorded)
    {
        var parts = recorded.Select(x => (Figure: x, Days: DaysIn(x), OfDays: SpreadOver(x))).Where(x => x.Days > 0).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var product = parts.Aggregate(1m, (sofar, x) => sofar * x.OfDays);
        var sum = parts.Sum(x => x.Figure.Value * x.Days * (product / x.OfDays));
        var (all, days) = kpi.ScalesToQuarter ? (plan.QuarterDays, segment.DaysWithin(input.Quarter.FirstDay, _until)) : (1, 1);
        var terms = parts.TrueForAll(x => x.Days == x.OfDays)
            ? Text(parts.Sum(x => x.Figure.Value))
            : "(" + string.Join(" + ", parts.Select(x => $"{Text(x.Figure.Value)}·{x.Days}/{x.OfDays}")) + ")";
        return Of(
            new(all * sum, days * product),
            all == days ? terms : $"{all}·{terms}/{days}",
            [.. parts.Select(x => kpi.Period == KpiPeriod.Day ? Used(x.Figure) : Used(x.Figure) with { Days = x.Days, OfDays = x.OfDays })]);
    }

    private int DaysIn(Measured x) => segment.DaysWithin(x.From, Earlier(x.To, _until));

    private int SpreadOver(Measured x) => kpi.Period == KpiPeriod.Day ? 1
        : scope == ItemScope.Own ? plan.DaysWithin(x.From, Earlier(x.To, _until))
        : Earlier(x.To, _until).DayNumber - x.From.DayNumber + 1;

    // Which figures enter the segment where they are not summed.
    private IReadOnlyList<Measured> Entering(IReadOnlyList<Measured> recorded) => kpi.Period switch
    {
        KpiPeriod.Day => [.. recorded.Where(x => segment.Holds(x.From))],
        KpiPeriod.Month => OfMonths(recorded),
        _ => recorded,
    };

    // Those of the months in which it has most of the person's days; a segment that gets no figure takes that of its own longest month.
    private List<Measured> OfMonths(IReadOnlyList<Measured> recorded)
    {
        var first = input.Quarter.FirstDay;
        var months = Enumerable.Range(0, 3).Select(x => (From: first.AddMonths(x), To: first.AddMonths(x + 1).AddDays(-1))).ToList();
        var mine = months.Where(x => segment.DaysWithin(x.From, x.To) > 0
            && plan.Segments.MaxBy(other => other.DaysWithin(x.From, x.To)) == segment).ToList();
        List<Measured> own = [.. recorded.Where(x => mine.Exists(month => month.From == x.From))];
        var longest = months.MaxBy(x => segment.DaysWithin(x.From, x.To)).From;
        return own.Count > 0 ? own : [.. recorded.Where(x => x.From == longest)];
    }

    private ItemActual? Single(IReadOnlyList<Measured> figures) => figures.Count == 0 ? null : kpi.Aggregation switch
    {
        KpiAggregation.Average => Average(figures),
        KpiAggregation.Max => Picked(figures, figures.MaxBy(x => x.Value)!),
        KpiAggregation.Min => Picked(figures, figures.MinBy(x => x.Value)!),
        _ => Picked(figures, figures[^1]),
    };

    // Weighted by sample size only where every measurement has one.
    private ItemActual Average(IReadOnlyList<Measured> figures)
    {
        var isWeighted = figures.All(x => x.Size > 0);
        var raw = isWeighted
            ? new Fraction(figures.Sum(x => x.Value * x.Size!.Value), figures.Sum(x => (decimal)x.Size!.Value))
            : new Fraction(figures.Sum(x => x.Value), figures.Count);
        return Of(raw, $"{Text(raw.Numerator)}/{Text(raw.Denominator)}", [.. figures.Select(Used)]) with { IsWeighted = isWeighted };
    }

    private ItemActual Picked(IReadOnlyList<Measured> figures, Measured picked) =>
        Of(Fraction.Whole(picked.Value), Text(picked.Value), [.. figures.Select(Used)]);

    private ItemActual Of(Fraction raw, string formula, IReadOnlyList<UsedMeasurement> used) => new(raw, raw.Rounded(kpi.Decimals), formula)
    {
        Used = used,
        IsThin = kpi.MinimumSample > (used.All(x => x.Size is not null) ? used.Sum(x => (long)x.Size!.Value) : used.Count),
    };

    private static UsedMeasurement Used(Measured x) => new(x.Id, x.From, x.To, x.Value, x.Size, x.Origin, null, null);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
