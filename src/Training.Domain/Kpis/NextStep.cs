using static Training.Domain.Kpis.ItemScore;

namespace Training.Domain.Kpis;

/// <summary>The next actual that is worth striving for: it scores more than the present one.</summary>
/// <param name="Actual">In the KPI's decimals.</param>
/// <param name="Score">What it scores.</param>
public sealed record NextStep(decimal Actual, decimal Score)
{
    /// <summary>The nearest point of a curve, step, target, cap or unit less that raises the score: looked for where the KPI's
    /// direction says figures are better, and then on the other side, for which a target band may ask. None: nothing would
    /// score more.</summary>
    /// <param name="decimals">Of the KPI; the step is rounded to the side that earns the score.</param>
    public static NextStep? Of(
        ScoringMethod method, decimal actual, decimal? target, decimal cap, int decimals, KpiDirection direction)
    {
        ArgumentNullException.ThrowIfNull(method);
        var now = ItemScore.Of(method, actual, target, cap).Score;
        var upwards = Marks(method, actual, target, cap).Where(x => x > actual).Order().SelectMany(x => Up(x, decimals)).Where(x => x > actual);
        var downwards = Marks(method, actual, target, cap).OrderDescending()
            .SelectMany(x => Down(x, decimals, method.Kind == ScoringMethodKind.Bands)).Where(x => x < actual);
        return (direction == KpiDirection.Higher ? upwards.Concat(downwards) : downwards.Concat(upwards))
            .Select(x => new NextStep(x, ItemScore.Of(method, x, target, cap).Score))
            .FirstOrDefault(x => x.Score > now);
    }

    // Where the score changes its course.
    private static IEnumerable<decimal> Marks(ScoringMethod method, decimal actual, decimal? target, decimal cap) => method.Kind switch
    {
        ScoringMethodKind.Points => method.Points!.Select(x => At(method, x.X, target)),
        ScoringMethodKind.Bands => method.Steps!.Where(x => x.From is not null).Select(x => At(method, x.From!.Value, target)),
        ScoringMethodKind.Ratio => [target!.Value, method.Direction == KpiDirection.Higher ? cap * target.Value / OnTarget : OnTarget * target.Value / cap],
        ScoringMethodKind.Deduction => UnitsLess(method, actual),
        ScoringMethodKind.PassFail => [method.Passes == PassRule.Flag ? 1 : target!.Value],
        _ => NextMark(method, actual),
    };

    private static decimal At(ScoringMethod method, decimal x, decimal? target) => method.IsRelative == true ? x * target!.Value / OnTarget : x;

    // One unit less; where the floor hides that, the first whole number of units that shows; at last the allowance.
    private static IEnumerable<decimal> UnitsLess(ScoringMethod method, decimal actual)
    {
        var (perUnit, allowance) = (method.PointsPerUnit!.Value, method.Allowance ?? 0);
        if (perUnit == 0 || actual <= allowance)
        {
            return [];
        }

        var floorFrom = allowance + ((method.Start!.Value - (method.Floor ?? 0)) / perUnit);
        var units = Math.Max(1, decimal.Floor(actual - floorFrom) + 1);
        return [Math.Max(allowance, actual - units), allowance];
    }

    private static IEnumerable<decimal> NextMark(ScoringMethod method, decimal mark)
    {
        var (step, most) = method.Scale == RatingScale.Five
            ? (method.AllowsHalves == true ? 0.5m : 1, RatingMarks.MostOfFive)
            : (1, RatingMarks.MostOfHundred);
        return mark < most ? [Math.Min(most, mark + step)] : [];
    }

    // The figures next to a mark in so many decimals: on it or just beyond it, and else just before it.
    private static IEnumerable<decimal> Up(decimal mark, int decimals) =>
        [decimal.Round(mark, decimals, MidpointRounding.ToPositiveInfinity), decimal.Round(mark, decimals, MidpointRounding.ToNegativeInfinity)];

    // A step of bands ends below its bound, so that going down the figure below it is looked at too.
    private static IEnumerable<decimal> Down(decimal mark, int decimals, bool isBound)
    {
        var (above, below) = (
            decimal.Round(mark, decimals, MidpointRounding.ToPositiveInfinity), decimal.Round(mark, decimals, MidpointRounding.ToNegativeInfinity));
        return isBound ? [below, below - new decimal(1, 0, 0, false, (byte)decimals)] : [below, above];
    }
}
