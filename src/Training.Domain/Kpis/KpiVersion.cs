using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>A version of a KPI; it never changes.</summary>
public sealed class KpiVersion
{
    private readonly List<KpiVersionCourse> _courses = [];
    private readonly List<KpiVersionPosition> _positions = [];

    private KpiVersion()
    {
    }

    public long Id { get; private set; }

    public long KpiId { get; private set; }

    /// <summary>From 1 on, without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>The first day of the first quarter in which it is in force; none: from the beginning.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>The first quarter in which it is in force (<c>2026Q4</c>); none: from the beginning.</summary>
    public string? FromQuarter => From?.ToString();

    internal Quarter? From => StartsOn is { } day ? Quarter.Of(day) : null;

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public string DefinitionZh { get; private set; } = "";

    public string? DefinitionEn { get; private set; }

    public string FormulaZh { get; private set; } = "";

    public string? FormulaEn { get; private set; }

    public KpiUnit Unit { get; private set; }

    /// <summary>Decimals of its figures and of its actual.</summary>
    public int Decimals { get; private set; }

    public KpiDirection Direction { get; private set; }

    public KpiSource Source { get; private set; }

    public string? EventKindCode { get; private set; }

    public TrainingMeasure? TrainingMeasure { get; private set; }

    public KpiPeriod Period { get; private set; }

    public KpiAggregation Aggregation { get; private set; }

    public bool ScalesToQuarter { get; private set; }

    public KpiUse Use { get; private set; }

    public int? MinimumSample { get; private set; }

    public decimal? PlausibleFrom { get; private set; }

    public decimal? PlausibleTo { get; private set; }

    public decimal? DefaultTarget { get; private set; }

    public string? TargetTextZh { get; private set; }

    public string? TargetTextEn { get; private set; }

    public string? DataSourceZh { get; private set; }

    public string? DataSourceEn { get; private set; }

    /// <summary>The courses that help with a low figure.</summary>
    public IReadOnlyCollection<KpiVersionCourse> Courses => _courses;

    /// <summary>The positions it suits.</summary>
    public IReadOnlyCollection<KpiVersionPosition> Positions => _positions;

    /// <summary>Whom it suits beyond the positions kept here, in words.</summary>
    public IReadOnlyList<Bilingual> OtherPositions { get; private set; } = [];

    /// <summary>It names no positions at all: everybody can be measured by it.</summary>
    public bool SuitsEverybody { get; private set; }

    /// <summary>In the order of the ids.</summary>
    public IReadOnlyList<long> CourseIds => [.. _courses.Select(x => x.CourseId).Order()];

    /// <summary>In the order of the ids.</summary>
    public IReadOnlyList<long> PositionIds => [.. _positions.Select(x => x.PositionId).Order()];

    /// <summary>Names of the members that are a proposal, in alphabetical order.</summary>
    public IReadOnlyList<string> Proposed { get; private set; } = [];

    /// <summary>Whether any member is a proposal.</summary>
    public bool HasProposals { get; private set; }

    public IReadOnlyList<SourcePlace> Sources { get; private set; } = [];

    public bool IsInForce(Quarter quarter) => StartsOn is null || StartsOn <= quarter.FirstDay;

    /// <summary>The content as it can be edited.</summary>
    public KpiContent Content => new(
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
        TargetText = TargetTextZh is null ? null : new Bilingual(TargetTextZh, TargetTextEn),
        DataSource = DataSourceZh is null ? null : new Bilingual(DataSourceZh, DataSourceEn),
        CourseIds = CourseIds,
        PositionIds = PositionIds,
        OtherPositions = OtherPositions,
        Proposed = Proposed,
        Sources = Sources,
    };

    internal static KpiVersion Of(KpiContent content, int number, Quarter? from)
    {
        var version = Plain(content, number, from);
        version._courses.AddRange(content.CourseIds.Distinct().Order().Select(x => new KpiVersionCourse(x)));
        version._positions.AddRange(content.PositionIds.Distinct().Order().Select(x => new KpiVersionPosition(x)));
        return version;
    }

    private static KpiVersion Plain(KpiContent content, int number, Quarter? from) => new()
    {
        Number = number,
        StartsOn = from?.FirstDay,
        NameZh = PlainText.Of(content.Name.Zh),
        NameEn = PlainText.OrNull(content.Name.En),
        DefinitionZh = PlainText.Of(content.Definition.Zh),
        DefinitionEn = PlainText.OrNull(content.Definition.En),
        FormulaZh = PlainText.Of(content.Formula.Zh),
        FormulaEn = PlainText.OrNull(content.Formula.En),
        Unit = content.Unit,
        Decimals = content.Decimals,
        Direction = content.Direction,
        Source = content.Source,
        EventKindCode = content.EventKindCode is null ? null : PlainText.Key(content.EventKindCode),
        TrainingMeasure = content.TrainingMeasure,
        Period = content.Period,
        Aggregation = content.Aggregation,
        ScalesToQuarter = content.ScalesToQuarter,
        Use = content.Use,
        MinimumSample = content.MinimumSample,
        PlausibleFrom = content.PlausibleFrom,
        PlausibleTo = content.PlausibleTo,
        DefaultTarget = content.DefaultTarget,
        TargetTextZh = PlainText.OrNull(content.TargetText?.Zh),
        TargetTextEn = PlainText.OrNull(content.TargetText?.En),
        DataSourceZh = PlainText.OrNull(content.DataSource?.Zh),
        DataSourceEn = PlainText.OrNull(content.DataSource?.En),
        OtherPositions = [.. content.OtherPositions.Select(x => Bilingual.Of(x.Zh, x.En))],
        SuitsEverybody = content.PositionIds.Count == 0 && content.OtherPositions.Count == 0,
        Proposed = [.. content.Proposed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        HasProposals = content.Proposed.Count > 0,
        Sources = [.. content.Sources.Select(x => new SourcePlace(PlainText.Of(x.Document), PlainText.Of(x.Locator)))],
    };

    /// <summary>Whether the content says the same as this version.</summary>
    internal bool SaysAs(KpiContent content)
    {
        var other = Of(content, Number, null).Content;
        var mine = Content;
        return mine.CourseIds.SequenceEqual(other.CourseIds)
            && mine.PositionIds.SequenceEqual(other.PositionIds)
            && mine.OtherPositions.SequenceEqual(other.OtherPositions)
            && mine.Proposed.SequenceEqual(other.Proposed)
            && mine.Sources.SequenceEqual(other.Sources)
            && mine == (other with
            {
                CourseIds = mine.CourseIds,
                PositionIds = mine.PositionIds,
                OtherPositions = mine.OtherPositions,
                Proposed = mine.Proposed,
                Sources = mine.Sources,
            });
    }
}

/// <summary>A course that helps with a low figure of a KPI.</summary>
public sealed class KpiVersionCourse
{
    internal KpiVersionCourse(long courseId) => CourseId = courseId;

    private KpiVersionCourse()
    {
    }

    public long Id { get; private set; }

    public long CourseId { get; private set; }
}

/// <summary>A position that a KPI suits.</summary>
public sealed class KpiVersionPosition
{
    internal KpiVersionPosition(long positionId) => PositionId = positionId;

    private KpiVersionPosition()
    {
    }

    public long Id { get; private set; }

    public long PositionId { get; private set; }
}
