using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Kpis;

/// <summary>A KPI in the list, with the content of one of its versions.</summary>
/// <param name="Number">The number of the version shown.</param>
/// <param name="FromQuarter">The first quarter in which it holds; none: from the beginning.</param>
/// <param name="LinkedCourseCodes">The courses that help with a low figure.</param>
/// <param name="SuitsEverybody">It names no positions: everybody can be measured by it.</param>
/// <param name="PositionCodes">The positions it suits.</param>
/// <param name="Proposed">Names of the members that are a proposal, still to be decided on.</param>
public sealed record KpiListItem(
    long Id,
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
    KpiPeriod Period,
    KpiAggregation Aggregation,
    KpiUse Use,
    int? MinimumSample,
    decimal? PlausibleFrom,
    decimal? PlausibleTo,
    decimal? DefaultTarget,
    IReadOnlyList<string> LinkedCourseCodes,
    bool SuitsEverybody,
    IReadOnlyList<string> PositionCodes,
    IReadOnlyList<string> Proposed,
    int Number,
    string? FromQuarter,
    DateTimeOffset? RetiredAt,
    int Version);

internal static class ListKpis
{
    private static readonly Sorts<VersionedKpi> Fields = new(x => x.Kpi.Id, "code")
    {
        { "code", x => x.Kpi.Code },
        { "name", x => x.Kpi.NameSortKey },
        { "source", x => x.Content.Source },
        { "use", x => x.Content.Use },
        { "period", x => x.Content.Period },
        { "unit", x => x.Content.Unit },
    };

    /// <summary>The KPI library, each KPI with the content of the version made last; with <c>quarter</c> (<c>2026Q4</c>) that of the
    /// version in force in that quarter. <c>code</c> finds one by its code, whatever the case; <c>q</c> looks in code, names and the
    /// initials of both names; <c>positionId</c> keeps those that suit the position, those for everybody with them;
    /// <c>hasProposals</c> keeps those with members still to be decided on (<c>true</c>) or without (<c>false</c>); <c>retired</c> keeps
    /// only the retired (<c>true</c>) or only those in use (<c>false</c>).</summary>
    internal static ListOf<KpiListItem> Handle([AsParameters] KpiFilter filter, [AsParameters] SearchRequest list, TrainingDb db) => ListOf.From(
        filter.Of(db, list.Typed),
        Fields,
        x => new KpiListItem(
            x.Kpi.Id, x.Kpi.Code, x.Content.NameZh, x.Content.NameEn, x.Content.DefinitionZh, x.Content.DefinitionEn, x.Content.FormulaZh,
            x.Content.FormulaEn, x.Content.Unit, x.Content.Decimals, x.Content.Direction, x.Content.Source, x.Content.EventKindCode,
            x.Content.TrainingMeasure, x.Content.Period, x.Content.Aggregation, x.Content.Use, x.Content.MinimumSample,
            x.Content.PlausibleFrom, x.Content.PlausibleTo, x.Content.DefaultTarget,
            x.Content.Courses.Join(db.Courses, y => y.CourseId, y => y.Id, (_, y) => y.Code).OrderBy(y => y).ToList(),
            x.Content.SuitsEverybody,
            x.Content.Positions.Join(db.Positions, y => y.PositionId, y => y.Id, (_, y) => y.Code).OrderBy(y => y).ToList(),
            x.Content.Proposed, x.Content.Number, QuarterOf(x.Content.StartsOn), x.Kpi.RetiredAt, x.Kpi.Version),
        list);

    private static string? QuarterOf(DateOnly? day) => day is { } known ? Quarter.Of(known).ToString() : null;
}

/// <summary>Which KPIs of the library are listed.</summary>
internal sealed record KpiFilter(
    [FromQuery(Name = "code")] string? Code = null,
    [FromQuery(Name = "quarter")] Quarter? Quarter = null,
    [FromQuery(Name = "source")] Choice<KpiSource>? Source = null,
    [FromQuery(Name = "eventKindCode")] string? EventKindCode = null,
    [FromQuery(Name = "period")] Choice<KpiPeriod>? Period = null,
    [FromQuery(Name = "use")] Choice<KpiUse>? Use = null,
    [FromQuery(Name = "unit")] Choice<KpiUnit>? Unit = null,
    [FromQuery(Name = "positionId")] long? PositionId = null,
    [FromQuery(Name = "hasProposals")] bool? HasProposals = null,
    [FromQuery(Name = "retired")] bool? Retired = null)
{
    public IQueryable<VersionedKpi> Of(TrainingDb db, string? typed)
    {
        var kpis = db.Kpis.AsNoTracking().AsSplitQuery();
        if (Code is not null)
        {
            var key = PlainText.Key(Code);
            kpis = kpis.Where(x => x.Code == key);
        }

        if (Retired is { } isRetired)
        {
            kpis = kpis.Where(x => x.RetiredAt != null == isRetired);
        }

        if (typed is not null)
        {
            kpis = kpis.Where(x => x.SearchText.Contains(typed));
        }

        return OfContent(Quarter is { } quarter ? kpis.InForce(quarter) : kpis.Latest());
    }

    private IQueryable<VersionedKpi> OfContent(IQueryable<VersionedKpi> rows)
    {
        if (Source is { Value: var source })
        {
            rows = rows.Where(x => x.Content.Source == source);
        }

        if (EventKindCode is not null)
        {
            var kind = PlainText.Key(EventKindCode);
            rows = rows.Where(x => x.Content.EventKindCode == kind);
        }

        if (Period is { Value: var period })
        {
            rows = rows.Where(x => x.Content.Period == period);
        }

        if (Use is { Value: var use })
        {
            rows = rows.Where(x => x.Content.Use == use);
        }

        if (Unit is { Value: var unit })
        {
            rows = rows.Where(x => x.Content.Unit == unit);
        }

        if (PositionId is { } position)
        {
            rows = rows.Where(x => x.Content.SuitsEverybody || x.Content.Positions.Any(y => y.PositionId == position));
        }

        return HasProposals is { } has ? rows.Where(x => x.Content.HasProposals == has) : rows;
    }
}
