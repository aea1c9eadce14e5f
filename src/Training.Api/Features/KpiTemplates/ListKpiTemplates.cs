using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.KpiTemplates;

/// <summary>A version of a template in the list.</summary>
/// <param name="Number">1, 2, 3 … within the code.</param>
/// <param name="FromQuarter">The first quarter in which it holds; none: from the beginning, or not published.</param>
/// <param name="RetiredFromQuarter">The first quarter in which it holds no more.</param>
public sealed record KpiTemplateListItem(
    long Id, string Code, int Number, string NameZh, string? NameEn, long PositionId, string PositionCode, string PositionNameZh,
    KpiTemplateState State, string? FromQuarter, string? RetiredFromQuarter, int SectionCount, int ItemCount, int Version);

/// <summary>What is listed of the templates.</summary>
/// <param name="Code">The versions of one template, whatever the case.</param>
/// <param name="PositionId">Those of one position.</param>
/// <param name="State">Those in this state.</param>
/// <param name="Quarter">Those that hold in this quarter (<c>2026Q4</c>), one for each position.</param>
/// <param name="KpiId">Those with an item of this KPI.</param>
public sealed record KpiTemplateFilter(
    [FromQuery(Name = "code")] string? Code = null,
    [FromQuery(Name = "positionId")] long? PositionId = null,
    [FromQuery(Name = "state")] Choice<KpiTemplateState>? State = null,
    [FromQuery(Name = "quarter")] Quarter? Quarter = null,
    [FromQuery(Name = "kpiId")] long? KpiId = null);

internal static class ListKpiTemplates
{
    private static readonly Sorts<KpiTemplate> Fields = new(x => x.Id, "code,-number")
    {
        { "code", x => x.Code },
        { "number", x => x.Number },
        { "name", x => x.NameSortKey },
        { "fromQuarter", x => x.FromQuarter },
    };

    /// <summary>Lists the versions of templates, drafts to HR alone. <c>q</c> looks in code, names and the initials of both names.</summary>
    internal static ListOf<KpiTemplateListItem> Handle(
        [AsParameters] KpiTemplateFilter filter, [AsParameters] SearchRequest list, Visible visible, TrainingDb db)
    {
        return ListOf.From(
            Filtered(visible.KpiTemplates().AsNoTracking(), filter, list.Typed, db),
            Fields,
            x => new KpiTemplateListItem(
                x.Id, x.Code, x.Number, x.NameZh, x.NameEn, x.PositionId,
                db.Positions.Where(y => y.Id == x.PositionId).Select(y => y.Code).First(),
                db.Positions.Where(y => y.Id == x.PositionId).Select(y => y.NameZh).First(),
                x.State, x.FromQuarter, x.RetiredFromQuarter, x.Sections.Count, x.Sections.SelectMany(y => y.Items).Count(), x.Version),
            list);
    }

    private static IQueryable<KpiTemplate> Filtered(IQueryable<KpiTemplate> templates, KpiTemplateFilter filter, string? typed, TrainingDb db)
    {
        if (filter.Code is { } code)
        {
            var key = PlainText.Key(code);
            templates = templates.Where(x => x.Code == key);
        }

        if (filter.PositionId is { } positionId)
        {
            templates = templates.Where(x => x.PositionId == positionId);
        }

        if (filter.State is { Value: var state })
        {
            templates = templates.Where(x => x.State == state);
        }

        if (filter.KpiId is { } kpiId)
        {
            templates = templates.Where(x => x.Sections.Any(y => y.Items.Any(z => z.KpiId == kpiId)));
        }

        if (typed is not null)
        {
            templates = templates.Where(x => x.SearchText.Contains(typed));
        }

        return filter.Quarter is { } quarter ? templates.InForce(db, quarter) : templates;
    }
}
