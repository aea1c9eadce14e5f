using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Domain.Kpis;

namespace Training.Api.Features.KpiTemplates;

/// <summary>Reads templates whole and answers them.</summary>
internal static class KpiTemplateRecords
{
    /// <summary>Held while a version is made or published, so that numbers and quarters follow each other.</summary>
    public const string Lock = "kpi-templates";

    /// <summary>With sections and items.</summary>
    public static IQueryable<KpiTemplate> Whole(this IQueryable<KpiTemplate> templates) =>
        templates.Include(x => x.Sections).ThenInclude(x => x.Items).AsSingleQuery();

    /// <summary>Refuses a content that breaks the rules, or whose KPIs cannot be scored.</summary>
    public static async Task CheckAsync(this TrainingDb db, KpiTemplateContent content, CancellationToken cancellation)
    {
        var asked = content.Sections.SelectMany(x => x.Items).Select(x => x.KpiId).ToHashSet();
        var kpis = await db.Kpis.AsNoTracking().Include(x => x.Versions).AsSingleQuery().Where(x => asked.Contains(x.Id))
            .ToDictionaryAsync(x => x.Id, cancellation);
        KpiTemplateKpis.Check(content, kpis);
    }

    /// <summary>Keeps what the template is listed and found by.</summary>
    public static void Index(KpiTemplate template) =>
        template.FindBy(CourseText.SortKey(template.NameZh), CourseText.SearchText(template.NameZh, template.NameEn, template.Code));

    /// <summary>The template as the caller reads it.</summary>
    public static async Task<KpiTemplateResponse> ShowAsync(
        this TrainingDb db, KpiTemplate template, CurrentPerson caller, CancellationToken cancellation)
    {
        var asked = template.Sections.SelectMany(x => x.Items).Select(x => x.KpiId).ToHashSet();
        var kpis = await db.Kpis.AsNoTracking().Where(x => asked.Contains(x.Id)).Latest()
            .Select(x => new TemplateKpi(x.Kpi.Id, x.Kpi.Code, x.Content.NameZh, x.Content.NameEn, x.Content.Unit, x.Content.Decimals))
            .ToDictionaryAsync(x => x.Id, cancellation);
        var position = await db.Positions.Where(x => x.Id == template.PositionId)
            .Select(x => new TemplatePosition(x.Code, x.NameZh, x.NameEn)).SingleAsync(cancellation);
        var isBeingRevised = caller.IsHumanResources && await db.HasDraftAsync(template.Code, cancellation);
        var actions = KpiTemplateLife.Table.AllowedActions(
            template.State, caller.IsHumanResources, (isHumanResources, act) => isHumanResources && (act != KpiTemplateAct.Revise || !isBeingRevised));
        return KpiTemplateResponse.Of(template, position, kpis, actions);
    }

    /// <summary>Whether a version of the template is in preparation.</summary>
    public static Task<bool> HasDraftAsync(this TrainingDb db, string code, CancellationToken cancellation) =>
        db.KpiTemplates.AnyAsync(x => x.Code == code && x.State == KpiTemplateState.Draft, cancellation);
}
