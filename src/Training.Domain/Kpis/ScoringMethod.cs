using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>How an actual becomes a score (scoring 1.4).</summary>
public enum ScoringMethodKind
{
    /// <summary>A curve of straight pieces between points, flat outside.</summary>
    Points,

    /// <summary>The actual against the target.</summary>
    Ratio,

    /// <summary>Steps: the score of the last whose <c>from</c> the actual reaches.</summary>
    Bands,

    /// <summary>Points taken off per unit.</summary>
    Deduction,

    /// <summary>100 or 0.</summary>
    PassFail,

    /// <summary>The supervisor's mark.</summary>
    Rating,
}

/// <summary>What passes.</summary>
public enum PassRule
{
    /// <summary>The actual is at least the target.</summary>
    AtLeast,

    /// <summary>The actual is at most the target.</summary>
    AtMost,

    /// <summary>The actual is 1 (passed) or 0 (failed).</summary>
    Flag,
}

/// <summary>The scale of a supervisor's mark.</summary>
public enum RatingScale
{
    /// <summary>1 to 5, whole or in halves, each counting 20.</summary>
    Five,

    /// <summary>0 to 100 with at most 2 decimals.</summary>
    Hundred,
}

/// <summary>A point of a curve: at <paramref name="X"/> the score is <paramref name="Score"/>.</summary>
public sealed record CurvePoint(decimal X, decimal Score);

/// <summary>A step of the method bands; the first has no <paramref name="From"/>.</summary>
public sealed record BandStep(decimal? From, decimal Score);

/// <summary>What a mark of the scale of five means, in words.</summary>
public sealed record RatingAnchor(int Mark, Bilingual Text);

/// <summary>A method with its parameters; those that another kind has are absent. One shape for store, API and receipt.</summary>
public sealed record ScoringMethod(ScoringMethodKind Kind)
{
    public const int MinPoints = 2;
    public const int MaxPoints = 20;
    public const int MaxAnchorLength = 300;

    /// <summary>Of points: 2–20, x strictly rising.</summary>
    public IReadOnlyList<CurvePoint>? Points { get; init; }

    /// <summary>Of bands: from rising, the first without.</summary>
    public IReadOnlyList<BandStep>? Steps { get; init; }

    /// <summary>Of points and bands: x is (100 · actual) / target, unrounded; the target is above 0.</summary>
    public bool? IsRelative { get; init; }

    /// <summary>Of ratio.</summary>
    public KpiDirection? Direction { get; init; }

    /// <summary>Of deduction: the score without anything taken off.</summary>
    public decimal? Start { get; init; }

    /// <summary>Of deduction: points taken off per unit above the allowance.</summary>
    public decimal? PointsPerUnit { get; init; }

    /// <summary>Of deduction: units that cost nothing.</summary>
    public decimal? Allowance { get; init; }

    /// <summary>Of deduction: the least score.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Of passFail.</summary>
    public PassRule? Passes { get; init; }

    /// <summary>Of rating.</summary>
    public RatingScale? Scale { get; init; }

    /// <summary>Of rating by the scale of five: marks in halves.</summary>
    public bool? AllowsHalves { get; init; }

    /// <summary>Of rating by the scale of five: one text for each mark.</summary>
    public IReadOnlyList<RatingAnchor>? Anchors { get; init; }
}
