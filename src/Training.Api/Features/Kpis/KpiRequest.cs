using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Kpis;

/// <summary>The place of a fact in a document.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Locator">Where in it.</param>
public sealed record KpiSourceRequest([TextLength(1, 200)] string Document, [TextLength(0, 200)] string Locator = "");

/// <summary>Whom a KPI suits beyond the positions kept here.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record KpiOtherPositionRequest([TextLength(1, 100)] string Zh, [TextLength(0, 100)] string? En = null);

/// <summary>All of a KPI that can be edited.</summary>
public record KpiRequest
{
    /// <summary>Chinese name.</summary>
    [TextLength(1, Kpi.MaxNameLength)]
    public required string NameZh { get; init; }

    /// <summary>English name, where there is one.</summary>
    [TextLength(0, Kpi.MaxNameLength)]
    public string? NameEn { get; init; }

    /// <summary>What it measures, in Chinese.</summary>
    [TextLength(1, Kpi.MaxTextLength)]
    public required string DefinitionZh { get; init; }

    /// <summary>The same in English.</summary>
    [TextLength(0, Kpi.MaxTextLength)]
    public string? DefinitionEn { get; init; }

    /// <summary>How it is worked out, in Chinese words.</summary>
    [TextLength(1, Kpi.MaxTextLength)]
    public required string FormulaZh { get; init; }

    /// <summary>The same in English.</summary>
    [TextLength(0, Kpi.MaxTextLength)]
    public string? FormulaEn { get; init; }

    /// <summary>What its figures are counted in: one unit; what is measured in two is two KPIs.</summary>
    public required KpiUnit Unit { get; init; }

    /// <summary>Decimals of its figures and of what they come to in a quarter, 0 to 4.</summary>
    public required int Decimals { get; init; }

    /// <summary>Which way is better.</summary>
    public required KpiDirection Direction { get; init; }

    /// <summary>Where its figures come from.</summary>
    public required KpiSource Source { get; init; }

    /// <summary>The kind of performance event that is counted; with the source <c>events</c>, and only then.</summary>
    [KeyLength(1, Kpi.MaxCodeLength)]
    public string? EventKindCode { get; init; }

    /// <summary>What is taken from training; with the source <c>training</c>, and only then.</summary>
    public TrainingMeasure? TrainingMeasure { get; init; }

    /// <summary>The span of one measurement; a quarter with the sources <c>events</c> and <c>training</c>.</summary>
    public required KpiPeriod Period { get; init; }

    /// <summary>How the figures of a quarter become one.</summary>
    public required KpiAggregation Aggregation { get; init; }

    /// <summary>Whether the sum over a part of a quarter is brought to the whole quarter; yes unless given.</summary>
    public bool ScalesToQuarter { get; init; } = true;

    /// <summary>What it may serve in an appraisal.</summary>
    public required KpiUse Use { get; init; }

    /// <summary>Under so many cases (1 to 1 000 000) a figure is marked as thin data; none: never.</summary>
    public int? MinimumSample { get; init; }

    /// <summary>The least plausible figure, with no more decimals than the KPI; a figure below it is asked about.</summary>
    public decimal? PlausibleFrom { get; init; }

    /// <summary>The greatest plausible figure.</summary>
    public decimal? PlausibleTo { get; init; }

    /// <summary>The target that a template begins with.</summary>
    public decimal? DefaultTarget { get; init; }

    /// <summary>The target in words, in Chinese.</summary>
    [TextLength(0, Kpi.MaxPhraseLength)]
    public string? TargetTextZh { get; init; }

    /// <summary>The same in English.</summary>
    [TextLength(0, Kpi.MaxPhraseLength)]
    public string? TargetTextEn { get; init; }

    /// <summary>The register or system that has the figures, in Chinese.</summary>
    [TextLength(0, Kpi.MaxPhraseLength)]
    public string? DataSourceZh { get; init; }

    /// <summary>The same in English.</summary>
    [TextLength(0, Kpi.MaxPhraseLength)]
    public string? DataSourceEn { get; init; }

    /// <summary>The courses that help with a low figure; one given twice counts once.</summary>
    [ItemCount(0, Kpi.MaxCourses)]
    public IReadOnlyList<long> CourseIds { get; init; } = [];

    /// <summary>The positions it suits; with neither these nor others: everybody.</summary>
    [ItemCount(0, Kpi.MaxPositions)]
    public IReadOnlyList<long> PositionIds { get; init; } = [];

    /// <summary>Whom it suits beyond the positions kept here, in words.</summary>
    [ItemCount(0, Kpi.MaxOtherPositions)]
    public IReadOnlyList<KpiOtherPositionRequest> OtherPositions { get; init; } = [];

    /// <summary>Names of the members that are a proposal, still to be decided on: <c>formula</c>, <c>defaultTarget</c> …</summary>
    [ItemCount(0, 50)]
    public IReadOnlyList<string> Proposed { get; init; } = [];

    /// <summary>The documents it was taken from.</summary>
    [ItemCount(0, Kpi.MaxSources)]
    public IReadOnlyList<KpiSourceRequest> Sources { get; init; } = [];

    internal KpiContent Content() => new(
        new Bilingual(NameZh, NameEn),
        new Bilingual(DefinitionZh, DefinitionEn),
        new Bilingual(FormulaZh, FormulaEn),
        Unit,
        Decimals,
        Direction,
        Source,
        Period,
        Aggregation,
        Use)
    {
        EventKindCode = EventKindCode,
        TrainingMeasure = TrainingMeasure,
        ScalesToQuarter = ScalesToQuarter,
        MinimumSample = MinimumSample,
        PlausibleFrom = PlausibleFrom,
        PlausibleTo = PlausibleTo,
        DefaultTarget = DefaultTarget,
        TargetText = BilingualText.OrNull(TargetTextZh, TargetTextEn),
        DataSource = BilingualText.OrNull(DataSourceZh, DataSourceEn),
        CourseIds = CourseIds,
        PositionIds = PositionIds,
        OtherPositions = [.. OtherPositions.Select(x => new Bilingual(x.Zh, x.En))],
        Proposed = Proposed,
        Sources = [.. Sources.Select(x => new SourcePlace(x.Document, x.Locator))],
    };
}

/// <summary>A new KPI; its first version holds in every quarter.</summary>
public sealed record CreateKpiRequest : KpiRequest
{
    /// <summary>Business key, unique without regard to case; never changes.</summary>
    [KeyLength(1, Kpi.MaxCodeLength)]
    public required string Code { get; init; }
}

/// <summary>The whole content of the next version.</summary>
public sealed record EditKpiRequest : KpiRequest
{
    /// <summary>The first quarter in which it holds (<c>2026Q4</c>); the current one unless given.</summary>
    public Quarter? FromQuarter { get; init; }
}
