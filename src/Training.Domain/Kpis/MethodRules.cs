using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>What the parameters of a method must keep to (scoring 1.4).</summary>
internal static class MethodRules
{
    /// <summary>Every fault of a method, by the place of the member.</summary>
    public static IEnumerable<RuleViolation> Faults(ScoringMethod method, decimal cap, string place) =>
        MembersOf(method).SelectMany(x => MemberFault(method.Kind, x.Need, x.IsThere, $"{place}.{x.Name}"))
            .Concat(method.Kind switch
            {
                ScoringMethodKind.Points when method.Points is { } points => OfPoints(points, cap, $"{place}.points"),
                ScoringMethodKind.Bands when method.Steps is { } steps => OfSteps(steps, cap, $"{place}.steps"),
                ScoringMethodKind.Deduction => OfDeduction(method, cap, place),
                ScoringMethodKind.Rating when method is { Scale: RatingScale.Five, Anchors: { } anchors } => OfAnchors(anchors, $"{place}.anchors"),
                _ => [],
            });

    /// <summary>A figure that the arithmetic keeps exact: at most 4 decimals, and not too large.</summary>
    public static bool IsFigure(decimal value) => Math.Abs(value) <= KpiTemplateRules.MaxFigure && Decimals.Fits(value, Kpi.MaxDecimals);

    public static RuleViolation NoFigure(string place, decimal value) => KpiTemplateRefusals.FigureOutOfRange.At(
        place, ("value", value), ("max", KpiTemplateRules.MaxFigure), ("decimals", Kpi.MaxDecimals));

    private enum Need
    {
        None,
        May,
        Must,
    }

    private static IEnumerable<(string Name, bool IsThere, Need Need)> MembersOf(ScoringMethod method)
    {
        var isFive = method is { Kind: ScoringMethodKind.Rating, Scale: RatingScale.Five };
        yield return ("points", method.Points is not null, MustIf(ScoringMethodKind.Points));
        yield return ("steps", method.Steps is not null, MustIf(ScoringMethodKind.Bands));
        yield return (
            "isRelative", method.IsRelative is not null, method.Kind is ScoringMethodKind.Points or ScoringMethodKind.Bands ? Need.May : Need.None);
        yield return ("direction", method.Direction is not null, MustIf(ScoringMethodKind.Ratio));
        yield return ("start", method.Start is not null, MustIf(ScoringMethodKind.Deduction));
        yield return ("pointsPerUnit", method.PointsPerUnit is not null, MustIf(ScoringMethodKind.Deduction));
        yield return ("allowance", method.Allowance is not null, method.Kind == ScoringMethodKind.Deduction ? Need.May : Need.None);
        yield return ("floor", method.Floor is not null, method.Kind == ScoringMethodKind.Deduction ? Need.May : Need.None);
        yield return ("passes", method.Passes is not null, MustIf(ScoringMethodKind.PassFail));
        yield return ("scale", method.Scale is not null, MustIf(ScoringMethodKind.Rating));
        yield return ("allowsHalves", method.AllowsHalves is not null, isFive ? Need.May : Need.None);
        yield return ("anchors", method.Anchors is not null, isFive ? Need.Must : Need.None);

        Need MustIf(ScoringMethodKind kind) => method.Kind == kind ? Need.Must : Need.None;
    }

    private static IEnumerable<RuleViolation> MemberFault(ScoringMethodKind kind, Need need, bool isThere, string place) => (need, isThere) switch
    {
        (Need.Must, false) => [KpiTemplateRefusals.ParameterMissing.At(place, ("kind", kind))],
        (Need.None, true) => [KpiTemplateRefusals.ParameterNotOfKind.At(place, ("kind", kind))],
        _ => [],
    };

    private static IEnumerable<RuleViolation> OfPoints(IReadOnlyList<CurvePoint> points, decimal cap, string place)
    {
        if (IsMiscounted(points.Count))
        {
            yield return Miscounted(place, KpiTemplateRefusals.PointsCount, points.Count);
        }

        for (var i = 0; i < points.Count; i++)
        {
            foreach (var fault in Rising($"{place}[{i}].x", points[i].X, i > 0 ? points[i - 1].X : null)
                .Concat(Score($"{place}[{i}].score", points[i].Score, cap)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<RuleViolation> OfSteps(IReadOnlyList<BandStep> steps, decimal cap, string place)
    {
        if (IsMiscounted(steps.Count))
        {
            yield return Miscounted(place, KpiTemplateRefusals.StepsCount, steps.Count);
        }

        for (var i = 0; i < steps.Count; i++)
        {
            foreach (var fault in From($"{place}[{i}].from", steps, i).Concat(Score($"{place}[{i}].score", steps[i].Score, cap)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<RuleViolation> From(string place, IReadOnlyList<BandStep> steps, int index) => (index, steps[index].From) switch
    {
        (0, null) => [],
        (0, _) => [KpiTemplateRefusals.FirstStepBounded.At(place)],
        (_, null) => [KpiTemplateRefusals.StepUnbounded.At(place)],
        (1, { } from) => Rising(place, from, null),
        (_, { } from) => Rising(place, from, steps[index - 1].From),
    };

    private static IEnumerable<RuleViolation> Rising(string place, decimal value, decimal? before) =>
        !IsFigure(value) ? [NoFigure(place, value)]
        : value <= before ? [KpiTemplateRefusals.NotRising.At(place, ("value", value), ("before", before))]
        : [];

    private static IEnumerable<RuleViolation> Score(string place, decimal score, decimal cap) =>
        score < 0 || score > cap || !Decimals.Fits(score, ItemScore.Decimals)
            ? [KpiTemplateRefusals.ScoreOutOfRange.At(place, ("score", score), ("cap", cap))]
            : [];

    private static IEnumerable<RuleViolation> OfDeduction(ScoringMethod method, decimal cap, string place) =>
    [
        .. method.Start is { } start ? Score($"{place}.start", start, cap) : [],
        .. method.PointsPerUnit is { } perUnit ? NotBelowZero($"{place}.pointsPerUnit", perUnit) : [],
        .. method.Allowance is { } allowance ? NotBelowZero($"{place}.allowance", allowance) : [],
        .. method.Floor is { } floor ? Score($"{place}.floor", floor, cap) : [],
        .. method.Floor > method.Start
            ? [KpiTemplateRefusals.FloorAboveStart.At($"{place}.floor", ("floor", method.Floor), ("start", method.Start))]
            : Array.Empty<RuleViolation>(),
    ];

    private static IEnumerable<RuleViolation> NotBelowZero(string place, decimal value) =>
        value < 0 ? [KpiTemplateRefusals.BelowZero.At(place, ("value", value))] : IsFigure(value) ? [] : [NoFigure(place, value)];

    private static IEnumerable<RuleViolation> OfAnchors(IReadOnlyList<RatingAnchor> anchors, string place)
    {
        if (!anchors.Select(x => x.Mark).Order().SequenceEqual(Enumerable.Range(1, 5)))
        {
            yield return KpiTemplateRefusals.AnchorsNotFive.At(place, ("count", anchors.Count));
        }

        for (var i = 0; i < anchors.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(anchors[i].Text.Zh))
            {
                yield return KpiTemplateRefusals.AnchorBlank.At($"{place}[{i}].text");
            }

            var length = Math.Max(anchors[i].Text.Zh.Length, anchors[i].Text.En?.Length ?? 0);
            if (length > ScoringMethod.MaxAnchorLength)
            {
                yield return KpiTemplateRefusals.AnchorTooLong.At($"{place}[{i}].text", ("length", length), ("max", ScoringMethod.MaxAnchorLength));
            }
        }
    }

    private static bool IsMiscounted(int count) => count is < ScoringMethod.MinPoints or > ScoringMethod.MaxPoints;

    private static RuleViolation Miscounted(string place, Refusal refusal, int count) =>
        refusal.At(place, ("count", count), ("min", ScoringMethod.MinPoints), ("max", ScoringMethod.MaxPoints));
}
