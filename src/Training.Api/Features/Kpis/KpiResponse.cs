using Training.Domain.Courses;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Kpis;

/// <summary>A course that helps with a low figure, as named now.</summary>
public sealed record KpiCourse(long Id, string Code, string NameZh, string? NameEn);

/// <summary>A position that the KPI suits, as named now.</summary>
public sealed record KpiPosition(long Id, string Code, string NameZh, string? NameEn);

/// <summary>A version among those of its KPI.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="FromQuarter">The first quarter in which it holds; none: from the beginning.</param>
public sealed record KpiVersionLine(int Number, string? FromQuarter);

/// <summary>A KPI with the content of one of its versions.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Business key; never changes.</param>
/// <param name="Number">The number of the version shown, from 1 on.</param>
/// <param name="FromQuarter">The first quarter in which the version shown holds (<c>2026Q4</c>); none: from the beginning.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name, where there is one.</param>
/// <param name="DefinitionZh">What it measures, in Chinese.</param>
/// <param name="DefinitionEn">The same in English.</param>
/// <param name="FormulaZh">How it is worked out, in Chinese words.</param>
/// <param name="FormulaEn">The same in English.</param>
/// <param name="Unit">What its figures are counted in.</param>
/// <param name="Decimals">Decimals of its figures.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Source">Where its figures come from.</param>
/// <param name="EventKindCode">The kind of performance event that is counted.</param>
/// <param name="TrainingMeasure">What is taken from training.</param>
/// <param name="Period">The span of one measurement.</param>
/// <param name="Aggregation">How the figures of a quarter become one.</param>
/// <param name="ScalesToQuarter">The sum over a part of a quarter is brought to the whole quarter.</param>
/// <param name="Use">What it may serve in an appraisal.</param>
/// <param name="MinimumSample">Under so many cases a figure is marked as thin data; none: never.</param>
/// <param name="PlausibleFrom">A figure below it is asked about.</param>
/// <param name="PlausibleTo">A figure above it is asked about.</param>
/// <param name="DefaultTarget">The target that a template begins with.</param>
/// <param name="TargetTextZh">The target in words, in Chinese.</param>
/// <param name="TargetTextEn">The same in English.</param>
/// <param name="DataSourceZh">The register or system that has the figures, in Chinese.</param>
/// <param name="DataSourceEn">The same in English.</param>
/// <param name="Courses">The courses that help with a low figure, by code.</param>
/// <param name="SuitsEverybody">It names no positions: everybody can be measured by it.</param>
/// <param name="Positions">The positions it suits, by code.</param>
/// <param name="OtherPositions">Whom it suits beyond the positions kept here, in words.</param>
/// <param name="Proposed">Names of the members that are a proposal, still to be decided on.</param>
/// <param name="Sources">The documents it was taken from.</param>
/// <param name="RetiredAt">From when nothing new may use it.</param>
/// <param name="Versions">All versions, the last first.</param>
/// <param name="Version">Goes up with every change; the ETag.</param>
public sealed record KpiResponse(
    long Id,
    string Code,
    int Number,
    string? FromQuarter,
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
    KpiPeriod Period,
    KpiAggregation Aggregation,
    bool ScalesToQuarter,
    KpiUse Use,
    int? MinimumSample,
    decimal? PlausibleFrom,
    decimal? PlausibleTo,
    decimal? DefaultTarget,
    string? TargetTextZh,
    string? TargetTextEn,
    string? DataSourceZh,
    string? DataSourceEn,
    IReadOnlyList<KpiCourse> Courses,
    bool SuitsEverybody,
    IReadOnlyList<KpiPosition> Positions,
    IReadOnlyList<Bilingual> OtherPositions,
    IReadOnlyList<string> Proposed,
    IReadOnlyList<SourcePlace> Sources,
    DateTimeOffset? RetiredAt,
    IReadOnlyList<KpiVersionLine> Versions,
    int Version) : IVersioned
{
    internal static KpiResponse Of(
        Kpi kpi, KpiVersion shown, IReadOnlyList<KpiCourse> courses, IReadOnlyList<KpiPosition> positions) => new(
        kpi.Id,
        kpi.Code,
        shown.Number,
        shown.FromQuarter,
        shown.NameZh,
        shown.NameEn,
        shown.DefinitionZh,
        shown.DefinitionEn,
        shown.FormulaZh,
        shown.FormulaEn,
        shown.Unit,
        shown.Decimals,
        shown.Direction,
        shown.Source,
        shown.EventKindCode,
        shown.TrainingMeasure,
        shown.Period,
        shown.Aggregation,
        shown.ScalesToQuarter,
        shown.Use,
        shown.MinimumSample,
        shown.PlausibleFrom,
        shown.PlausibleTo,
        shown.DefaultTarget,
        shown.TargetTextZh,
        shown.TargetTextEn,
        shown.DataSourceZh,
        shown.DataSourceEn,
        courses,
        shown.SuitsEverybody,
        positions,
        shown.OtherPositions,
        shown.Proposed,
        shown.Sources,
        kpi.RetiredAt,
        [.. kpi.Versions.OrderByDescending(x => x.Number).Select(x => new KpiVersionLine(x.Number, x.FromQuarter))],
        kpi.Version);
}
