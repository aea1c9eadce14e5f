using Training.Domain.Rules;
using static Training.Domain.Kpis.ItemScore;

namespace Training.Domain.Kpis;

/// <summary>Where an actual stands on a curve or among steps: at itself, or, where the method is relative, at
/// (100·A)/T, which stays undivided so that nothing is lost.</summary>
/// <param name="Over">The actual, or 100·A.</param>
/// <param name="Under">1, or the target.</param>
/// <param name="Text">As it stands in a formula.</param>
internal sealed record Abscissa(decimal Over, decimal Under, string Text)
{
    public static Abscissa Of(ScoringMethod method, decimal actual, decimal? target) => method.IsRelative == true
        ? new(OnTarget * actual, target!.Value, $"(100·{Number(actual)})/{Number(target.Value)}")
        : new(actual, 1, Number(actual));

    /// <summary>(x − <paramref name="bound"/>) · <see cref="Under"/>: above 0 to its right, below 0 to its left.</summary>
    public decimal Minus(decimal bound) => Over - (bound * Under);
}

/// <summary>Straight pieces between points, flat outside (scoring 1.4).</summary>
internal static class Curve
{
    /// <summary>y₀ + (x − x₀)·(y₁ − y₀)/(x₁ − x₀) as one fraction.</summary>
    public static (Fraction Raw, string Formula) At(IReadOnlyList<CurvePoint> points, Abscissa x)
    {
        var (first, last) = (points[0], points[^1]);
        if (x.Minus(first.X) <= 0)
        {
            return (Fraction.Whole(first.Score), $"{x.Text} ≤ {Number(first.X)} → {Number(first.Score)}");
        }

        if (x.Minus(last.X) >= 0)
        {
            return (Fraction.Whole(last.Score), $"{x.Text} ≥ {Number(last.X)} → {Number(last.Score)}");
        }

        var right = points.First(point => x.Minus(point.X) < 0);
        var left = points.Last(point => x.Minus(point.X) >= 0);
        var width = (right.X - left.X) * x.Under;
        var raw = new Fraction((left.Score * width) + (x.Minus(left.X) * (right.Score - left.Score)), width);
        return (
            raw,
            $"{Number(left.Score)} + ({x.Text} − {Number(left.X)})·({Number(right.Score)} − {Number(left.Score)})"
            + $"/({Number(right.X)} − {Number(left.X)})");
    }
}
