using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>What an actual scores by a method (scoring 1.4).</summary>
/// <param name="Raw">What the formula comes to, neither clipped nor rounded.</param>
/// <param name="Formula">The formula with its numbers, the same in every language: <c>(100·93.1)/95</c>.</param>
/// <param name="Score">Clipped to 0 … cap and rounded half away from zero to 2 decimals.</param>
public sealed record ItemScore(Fraction Raw, string Formula, decimal Score)
{
    /// <summary>Decimals of scores of every level.</summary>
    public const int Decimals = 2;

    /// <summary>The score of being on target.</summary>
    public const decimal OnTarget = 100;

    /// <summary>What each mark of the scale of five counts.</summary>
    public const decimal PerMark = 20;

    /// <summary>The score of an actual; of a rated item the actual is the mark.</summary>
    /// <param name="method">A method without faults.</param>
    /// <param name="actual">Already rounded to the KPI's decimals.</param>
    /// <param name="target">What it is held against; the methods that ask for one find it here.</param>
    /// <param name="cap">The most the item can score.</param>
    public static ItemScore Of(ScoringMethod method, decimal actual, decimal? target, decimal cap)
    {
        ArgumentNullException.ThrowIfNull(method);
        var (raw, formula) = method.Kind switch
        {
            ScoringMethodKind.Points => Curve.At(method.Points!, Abscissa.Of(method, actual, target)),
            ScoringMethodKind.Ratio => Ratio(method.Direction!.Value, actual, target!.Value, cap),
            ScoringMethodKind.Bands => Step(method.Steps!, Abscissa.Of(method, actual, target)),
            ScoringMethodKind.Deduction => Deduction(method, actual),
            ScoringMethodKind.PassFail => Pass(method.Passes!.Value, actual, target),
            ScoringMethodKind.Rating => Mark(method.Scale!.Value, actual),
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };
        return new(raw, formula, Clipped(raw, cap));
    }

    private static decimal Clipped(Fraction raw, decimal cap) => Rules.Decimals.Rounded(Math.Clamp(raw.Value, 0, cap), Decimals);

    // Higher (100·A)/T, lower (100·T)/A; a negative actual counts as 0; lower with 0 gives the cap.
    private static (Fraction Raw, string Formula) Ratio(KpiDirection direction, decimal actual, decimal target, decimal cap)
    {
        var counted = Math.Max(0, actual);
        return (direction, counted) switch
        {
            (KpiDirection.Higher, _) => (new(OnTarget * counted, target), $"(100·{Number(counted)})/{Number(target)}"),
            (_, 0) => (Fraction.Whole(cap), $"0 → {Number(cap)}"),
            _ => (new(OnTarget * target, counted), $"(100·{Number(target)})/{Number(counted)}"),
        };
    }

    // The score of the last step whose `from` the actual reaches; the first step has none.
    private static (Fraction Raw, string Formula) Step(IReadOnlyList<BandStep> steps, Abscissa x)
    {
        var reached = steps.Last(step => step.From is null || x.Minus(step.From.Value) >= 0);
        var formula = reached.From is { } from
            ? $"{x.Text} ≥ {Number(from)} → {Number(reached.Score)}"
            : steps is [_, { From: { } next }, ..] ? $"{x.Text} < {Number(next)} → {Number(reached.Score)}" : Number(reached.Score);
        return (Fraction.Whole(reached.Score), formula);
    }

    // max(floor, start − pointsPerUnit·max(0, A − allowance))
    private static (Fraction Raw, string Formula) Deduction(ScoringMethod method, decimal actual)
    {
        var (start, perUnit) = (method.Start!.Value, method.PointsPerUnit!.Value);
        var (allowance, floor) = (method.Allowance ?? 0, method.Floor ?? 0);
        var raw = Math.Max(floor, start - (perUnit * Math.Max(0, actual - allowance)));
        return (
            Fraction.Whole(raw),
            $"max({Number(floor)}, {Number(start)} − {Number(perUnit)}·max(0, {Number(actual)} − {Number(allowance)}))");
    }

    // A flag passes with exactly 1.
    private static (Fraction Raw, string Formula) Pass(PassRule rule, decimal actual, decimal? target)
    {
        var (passes, sign, bound) = rule switch
        {
            PassRule.AtLeast => (actual >= target!.Value, actual >= target.Value ? "≥" : "<", target.Value),
            PassRule.AtMost => (actual <= target!.Value, actual <= target.Value ? "≤" : ">", target.Value),
            _ => (actual == 1, actual == 1 ? "=" : "≠", 1),
        };
        var score = passes ? OnTarget : 0;
        return (Fraction.Whole(score), $"{Number(actual)} {sign} {Number(bound)} → {Number(score)}");
    }

    private static (Fraction Raw, string Formula) Mark(RatingScale scale, decimal mark) => scale == RatingScale.Five
        ? (Fraction.Whole(PerMark * mark), $"{Number(PerMark)}·{Number(mark)}")
        : (Fraction.Whole(mark), Number(mark));

    internal static string Number(decimal value) => value < 0 ? $"({Rules.Decimals.Text(value)})" : Rules.Decimals.Text(value);
}
