using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Queries;

internal static class AppraisalQueries
{
    /// <summary>Of each appraisal what was published last.</summary>
    public static IQueryable<AppraisalResult> LatestResults(this TrainingDb db) => db.AppraisalResults.AsNoTracking()
        .Where(x => !db.AppraisalResults.Any(y => y.AppraisalId == x.AppraisalId && y.Number > x.Number));

    /// <summary>Has the appraisal take the stage that its segments give it; two queries.</summary>
    public static async Task SettleAsync(this TrainingDb db, Appraisal appraisal, CancellationToken cancellation)
    {
        var (id, cycle) = (appraisal.Id, await db.AppraisalCycles.Whole().AsNoTracking().SingleAsync(x => x.Id == appraisal.CycleId, cancellation));
        appraisal.Settle(await db.AppraisalSegments.Where(x => x.AppraisalId == id).ToListAsync(cancellation), cycle);
    }

    /// <summary>By what each of the segments with days is scored, by its number: the items of the template that the cycle has for its
    /// position; none where it has none. One query.</summary>
    public static async Task<IReadOnlyDictionary<int, IReadOnlyList<TemplateItem>>> ItemsAsync(
        this TrainingDb db, Appraisal appraisal, IReadOnlyCollection<AppraisalSegment> segments, CancellationToken cancellation)
    {
        var items = await db.ItemsAsync(appraisal.CycleId, [.. segments.Select(x => x.PositionId).Distinct()], cancellation);
        return segments.Where(x => x.Days > 0).ToDictionary(x => x.Number, x => (IReadOnlyList<TemplateItem>)[.. items[x.PositionId]]);
    }

    /// <summary>The items of the templates that a cycle has for these positions, by position; one query.</summary>
    public static async Task<ILookup<long, TemplateItem>> ItemsAsync(
        this TrainingDb db, long cycleId, IReadOnlyCollection<long> positions, CancellationToken cancellation)
    {
        var rows = await (
            from named in db.AppraisalCycles.Where(x => x.Id == cycleId).SelectMany(x => x.Templates)
            where positions.Contains(named.PositionId)
            join template in db.KpiTemplates on named.TemplateId equals template.Id
            from section in template.Sections
            from item in section.Items
            join kpi in db.Kpis on item.KpiId equals kpi.Id
            orderby section.Sequence, item.Sequence
            select new { named.PositionId, kpi.Id, kpi.Code, item.Method }).ToListAsync(cancellation);
        return rows.ToLookup(x => x.PositionId, x => new TemplateItem(x.Id, x.Code, x.Method));
    }
}
