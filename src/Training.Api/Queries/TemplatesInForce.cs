using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Queries;

/// <summary>Which template holds for a position in a quarter.</summary>
internal static class TemplatesInForce
{
    /// <summary>Those that hold in the quarter, one for each position at most: of the published ones that have begun by then, the one
    /// that began last (of several that begin together, the one published last); none where that one is retired by then. What was
    /// retired before it began never held.</summary>
    public static IQueryable<KpiTemplate> InForce(this IQueryable<KpiTemplate> templates, TrainingDb db, Quarter quarter)
    {
        var asked = quarter.ToString();
        return templates.Begun(asked)
            .Where(x => x.RetiredFromQuarter == null || x.RetiredFromQuarter.CompareTo(asked) > 0)
            .Where(x => !db.KpiTemplates.Begun(asked).Any(y => y.PositionId == x.PositionId
                && ((y.FromQuarter ?? "").CompareTo(x.FromQuarter ?? "") > 0
                    || ((y.FromQuarter ?? "") == (x.FromQuarter ?? "")
                        && (y.PublishedAt > x.PublishedAt || (y.PublishedAt == x.PublishedAt && y.Id > x.Id))))));
    }

    /// <summary>The templates of the quarter with sections and items, by the position they are for; one query.</summary>
    public static Task<Dictionary<long, KpiTemplate>> TemplatesInForceAsync(
        this TrainingDb db, Quarter quarter, CancellationToken cancellation) =>
        db.KpiTemplates.AsNoTracking().InForce(db, quarter).Include(x => x.Sections).ThenInclude(x => x.Items).AsSingleQuery()
            .ToDictionaryAsync(x => x.PositionId, cancellation);

    /// <summary>The opened cycle of the quarter, if there is one, and the templates by which the quarter is scored, by position: those that
    /// this cycle names, or else those in force; two queries.</summary>
    public static async Task<(AppraisalCycle? Cycle, Dictionary<long, KpiTemplate> Templates)> TemplatesOfAsync(
        this TrainingDb db, Quarter quarter, CancellationToken cancellation)
    {
        var code = quarter.ToString();
        var cycle = await db.AppraisalCycles.Whole().AsNoTracking()
            .SingleOrDefaultAsync(x => x.Code == code && x.Phase != AppraisalCyclePhase.Planned, cancellation);
        if (cycle is null)
        {
            return (null, await db.TemplatesInForceAsync(quarter, cancellation));
        }

        var named = cycle.Templates.Select(x => x.TemplateId).ToList();
        return (cycle, await db.KpiTemplates.AsNoTracking().Where(x => named.Contains(x.Id)).Include(x => x.Sections).ThenInclude(x => x.Items)
            .AsSingleQuery().ToDictionaryAsync(x => x.PositionId, cancellation));
    }

    private static IQueryable<KpiTemplate> Begun(this IQueryable<KpiTemplate> templates, string quarter) => templates.Where(x =>
        x.PublishedAt != null
        && (x.FromQuarter ?? "").CompareTo(quarter) <= 0
        && (x.RetiredFromQuarter == null || (x.FromQuarter ?? "").CompareTo(x.RetiredFromQuarter) < 0));
}
