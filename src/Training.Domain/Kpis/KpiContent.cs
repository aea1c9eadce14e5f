using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>All of a KPI that can be edited, as one whole.</summary>
/// <param name="Name">Chinese and, where there is one, English name.</param>
/// <param name="Definition">What it measures.</param>
/// <param name="Formula">How it is worked out, in words.</param>
/// <param name="Unit">What its figures are counted in.</param>
/// <param name="Decimals">Decimals of its figures and of its actual, 0–4.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Source">Where its figures come from.</param>
/// <param name="Period">The span of one measurement; a quarter where it is counted from events or training.</param>
/// <param name="Aggregation">How the figures of a quarter become one.</param>
/// <param name="Use">What it may serve in an appraisal.</param>
public sealed record KpiContent(
    Bilingual Name,
    Bilingual Definition,
    Bilingual Formula,
    KpiUnit Unit,
    int Decimals,
    KpiDirection Direction,
    KpiSource Source,
    KpiPeriod Period,
    KpiAggregation Aggregation,
    KpiUse Use)
{
    /// <summary>The kind of performance event that is counted (<c>COMPLAINT</c>); there with <see cref="KpiSource.Events"/>, and only then.</summary>
    public string? EventKindCode { get; init; }

    /// <summary>There with <see cref="KpiSource.Training"/>, and only then.</summary>
    public TrainingMeasure? TrainingMeasure { get; init; }

    /// <summary>The figures of a sum by parts of a quarter are brought to the full quarter (scoring 1.3).</summary>
    public bool ScalesToQuarter { get; init; } = true;

    /// <summary>Under this sample size an item is marked thin data; none: never.</summary>
    public int? MinimumSample { get; init; }

    /// <summary>The plausible range; a figure outside it is asked about. Either bound may be missing.</summary>
    public decimal? PlausibleFrom { get; init; }

    public decimal? PlausibleTo { get; init; }

    /// <summary>The target a template begins with; none where the documents give none and nothing is proposed.</summary>
    public decimal? DefaultTarget { get; init; }

    /// <summary>The target in words, as the documents give it.</summary>
    public Bilingual? TargetText { get; init; }

    /// <summary>The register or system that has the figures, in words.</summary>
    public Bilingual? DataSource { get; init; }

    /// <summary>The courses that help with a low figure.</summary>
    public IReadOnlyCollection<long> CourseIds { get; init; } = [];

    /// <summary>The positions it suits; with neither these nor others: everybody.</summary>
    public IReadOnlyCollection<long> PositionIds { get; init; } = [];

    /// <summary>Whom it suits beyond the positions kept here, in words.</summary>
    public IReadOnlyList<Bilingual> OtherPositions { get; init; } = [];

    /// <summary>Names of those members on which the documents are silent: a proposal for HR to decide on.</summary>
    public IReadOnlyCollection<string> Proposed { get; init; } = [];

    /// <summary>The documents it was taken from.</summary>
    public IReadOnlyList<SourcePlace> Sources { get; init; } = [];
}
