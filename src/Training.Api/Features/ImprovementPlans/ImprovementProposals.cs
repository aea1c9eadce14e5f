using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.ImprovementPlans;

/// <summary>What a published result proposes.</summary>
/// <param name="Result">The latest.</param>
/// <param name="Below">The mark of the cycle.</param>
/// <param name="Items">The lowest first.</param>
internal sealed record ImprovementProposal(AppraisalResult Result, decimal Below, IReadOnlyList<LowItem> Items)
{
    /// <summary>Each course once, by code.</summary>
    public IReadOnlyList<ProposedCourse> Courses => [.. Items.SelectMany(x => x.Courses).DistinctBy(x => x.Id).OrderBy(x => x.Code, StringComparer.Ordinal)];
}

internal static class ImprovementProposals
{
    /// <summary>Reads the receipt of the latest result. Refused: before it is published. Five queries.</summary>
    public static async Task<ImprovementProposal> ProposalAsync(this TrainingDb db, Appraisal appraisal, CancellationToken cancellation)
    {
        var result = appraisal.IsPublished ? await db.LatestResultAsync(appraisal.Id, cancellation) : null;
        if (result is null)
        {
            throw AppraisalRefusals.NotPublished.With();
        }

        var below = await db.AppraisalCycles.Where(x => x.Id == appraisal.CycleId).Select(x => x.ImprovementBelow).SingleAsync(cancellation);
        var receipt = ReceiptText.Read(await db.ReceiptTextAsync(result.Id, cancellation));
        var low = receipt.Segments.Where(x => x.Counts)
            .SelectMany(x => x.Sections.SelectMany(y => y.Items).Select(y => (x.Segment.Number, Item: y)))
            .Where(x => x.Item.Score?.Score < below).OrderBy(x => x.Item.Score!.Score).ThenBy(x => x.Number).ToList();
        var kpis = low.Select(x => x.Item.KpiId).ToHashSet();
        var names = await db.Kpis.AsNoTracking().Where(x => kpis.Contains(x.Id)).Latest()
            .Select(x => new { x.Kpi.Id, x.Content.NameZh, x.Content.NameEn }).ToDictionaryAsync(x => x.Id, cancellation);
        var linked = await (
            from kpi in db.Kpis.Where(x => kpis.Contains(x.Id)).Latest()
            from link in kpi.Content.Courses
            join course in db.Courses on link.CourseId equals course.Id
            where course.RetiredAt == null
            orderby course.Code
            select new { kpi.Kpi.Id, Course = new ProposedCourse(course.Id, course.Code, course.NameZh, course.NameEn) }).ToListAsync(cancellation);
        var courses = linked.ToLookup(x => x.Id, x => x.Course);
        return new(
            result, below,
            [
                .. low.Select(x => new LowItem(
                    x.Number, x.Item.KpiId, x.Item.KpiCode, names[x.Item.KpiId].NameZh, names[x.Item.KpiId].NameEn, x.Item.Score!.Score,
                    [.. courses[x.Item.KpiId]])),
            ]);
    }

    /// <summary>What was published last; none: nothing.</summary>
    public static Task<AppraisalResult?> LatestResultAsync(this TrainingDb db, long appraisalId, CancellationToken cancellation) =>
        db.AppraisalResults.AsNoTracking().Where(x => x.AppraisalId == appraisalId).OrderByDescending(x => x.Number).FirstOrDefaultAsync(cancellation);
}
