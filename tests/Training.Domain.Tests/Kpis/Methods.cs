using CsCheck;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Kpis;

/// <summary>Methods to score by, given and generated.</summary>
internal static class Methods
{
    public static ScoringMethod Ratio(KpiDirection direction) => new(ScoringMethodKind.Ratio) { Direction = direction };

    public static ScoringMethod Higher => Ratio(KpiDirection.Higher);

    public static ScoringMethod Lower => Ratio(KpiDirection.Lower);

    public static ScoringMethod TargetBand => Points((180, 0), (240, 100), (360, 100), (480, 0));

    public static ScoringMethod Flag => new(ScoringMethodKind.PassFail) { Passes = PassRule.Flag };

    public static ScoringMethod Hundred => new(ScoringMethodKind.Rating) { Scale = RatingScale.Hundred };

    public static ScoringMethod Five => new(ScoringMethodKind.Rating)
    {
        Scale = RatingScale.Five,
        Anchors = [.. Enumerable.Range(1, 5).Select(x => new RatingAnchor(x, new Bilingual($"第{x}档", null)))],
    };

    public static ScoringMethod Points(params (decimal X, decimal Score)[] points) =>
        new(ScoringMethodKind.Points) { Points = [.. points.Select(x => new CurvePoint(x.X, x.Score))] };

    public static ScoringMethod Bands(params (decimal? From, decimal Score)[] steps) =>
        new(ScoringMethodKind.Bands) { Steps = [.. steps.Select(x => new BandStep(x.From, x.Score))] };

    public static ScoringMethod Deduction(decimal start, decimal perUnit, decimal allowance, decimal floor) =>
        new(ScoringMethodKind.Deduction) { Start = start, PointsPerUnit = perUnit, Allowance = allowance, Floor = floor };

    public static ScoringMethod Passes(PassRule rule) => new(ScoringMethodKind.PassFail) { Passes = rule };

    /// <summary>Amounts with two decimals.</summary>
    public static Gen<decimal> Cents(int from, int to) => Gen.Int[from * 100, to * 100].Select(x => x / 100m);

    /// <summary>Whether the scores rise or fall from point to point.</summary>
    public static Gen<ScoringMethod> Curves(bool rising) => Gen.Select(
        Gen.Int[-1000, 100_000].HashSet[2, 20], Cents(0, 120).Array[20], Gen.Bool, (xs, scores, relative) =>
        {
            var ordered = (rising ? scores.Take(xs.Count).Order() : scores.Take(xs.Count)).ToList();
            return new ScoringMethod(ScoringMethodKind.Points)
            {
                Points = [.. xs.Order().Select((x, i) => new CurvePoint(x / 100m, ordered[i]))],
                IsRelative = relative ? true : null,
            };
        });

    public static Gen<ScoringMethod> Steps(bool rising) => Gen.Select(
        Gen.Int[-1000, 100_000].HashSet[1, 19], Cents(0, 120).Array[20], Gen.Bool, (xs, scores, relative) =>
        {
            var ordered = (rising ? scores.Take(xs.Count + 1).Order() : scores.Take(xs.Count + 1)).ToList();
            return new ScoringMethod(ScoringMethodKind.Bands)
            {
                Steps = [new BandStep(null, ordered[0]), .. xs.Order().Select((x, i) => new BandStep(x / 100m, ordered[i + 1]))],
                IsRelative = relative ? true : null,
            };
        });

    /// <summary>Any method of figures, without faults.</summary>
    public static Gen<ScoringMethod> Any => Gen.OneOf(
        Curves(rising: false),
        Steps(rising: false),
        Gen.Enum<KpiDirection>().Select(Ratio),
        Gen.Select(Cents(0, 120), Cents(0, 20), Cents(0, 10), Gen.Int[0, 100], (start, perUnit, allowance, share) =>
            Deduction(start, perUnit, allowance, decimal.Floor(start * share) / 100)),
        Gen.Enum<PassRule>().Select(Passes));
}
