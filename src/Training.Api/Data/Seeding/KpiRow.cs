using Training.Domain.Courses;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Data.Seeding;

internal sealed record KpiRow(
    string Code,
    string NameZh,
    string? NameEn,
    string DefinitionZh,
    string? DefinitionEn,
    string FormulaZh,
    string? FormulaEn,
    KpiUnit Unit,
    int Decimals,
    KpiDirection Direction,
    KpiSource Source,
    string? EventKindCode,
    TrainingMeasure? TrainingMeasure,
    string? DataSourceZh,
    string? DataSourceEn,
    KpiPeriod Period,
    KpiAggregation Aggregation,
    bool ScalesToQuarter,
    KpiUse Use,
    int? MinimumSample,
    decimal? PlausibleFrom,
    decimal? PlausibleTo,
    string? TargetZh,
    string? TargetEn,
    decimal? DefaultTarget,
    bool ForEverybody,
    IReadOnlyList<string> PositionCodes,
    IReadOnlyList<Bilingual> OtherPositions,
    IReadOnlyList<string> CourseCodes,
    IReadOnlyList<string> Proposed,
    IReadOnlyList<SourcePlace> Sources)
{
    /// <summary>The content; the positions of one for everybody stay in the file.</summary>
    public KpiContent Content(IReadOnlyCollection<long> courseIds, IReadOnlyCollection<long> positionIds) => new(
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
        TargetText = TargetZh is null ? null : new Bilingual(TargetZh, TargetEn),
        DataSource = DataSourceZh is null ? null : new Bilingual(DataSourceZh, DataSourceEn),
        CourseIds = courseIds,
        PositionIds = ForEverybody ? [] : positionIds,
        OtherPositions = ForEverybody ? [] : OtherPositions,
        Proposed = Proposed,
        Sources = Sources,
    };
}
