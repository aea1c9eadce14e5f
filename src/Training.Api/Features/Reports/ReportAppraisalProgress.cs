using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Reports;

/// <summary>How far the appraisals of one department have come.</summary>
/// <param name="DepartmentCode">Of the last segment with days of each appraisal; none: of those without one that the caller may see.</param>
/// <param name="AppraisalCount">All of them; each stands in one of the stages.</param>
/// <param name="InTargets">Targets are being agreed.</param>
/// <param name="WithAgreedTargets">Both sides agreed to them, and people do not judge themselves yet.</param>
/// <param name="InSelfReview">People judge themselves.</param>
/// <param name="InScoring">A segment has still to be scored.</param>
/// <param name="Scored">Every segment is scored.</param>
/// <param name="WithoutScore">They end unrated.</param>
/// <param name="Calibrated">The score is confirmed or adjusted.</param>
/// <param name="Published">The person reads the result.</param>
/// <param name="Ended">They are closed.</param>
/// <param name="SelfReviewsSubmitted">Self-reviews that were handed in.</param>
/// <param name="SelfReviewsNotGiven">Asked for, and not given in time.</param>
/// <param name="SegmentsToScore">Segments with days and a template that are scored, or whose appraisal waits for their score.</param>
/// <param name="SegmentsScored">Of these, scored.</param>
/// <param name="SegmentsLeftBehind">Of these, not scored and left behind by name.</param>
/// <param name="ResultsAcknowledged">Results that their people say they have read.</param>
public sealed record AppraisalProgressListItem(
    string Quarter, string? DepartmentCode, string? DepartmentNameZh, string? DepartmentNameEn, int AppraisalCount, int InTargets,
    int WithAgreedTargets, int InSelfReview, int InScoring, int Scored, int WithoutScore, int Calibrated, int Published, int Ended,
    int SelfReviewsSubmitted, int SelfReviewsNotGiven, int SegmentsToScore, int SegmentsScored, int SegmentsLeftBehind,
    int ResultsAcknowledged, long? DepartmentId, long CycleId);

internal static class ReportAppraisalProgress
{
    private static readonly Sorts<AppraisalProgressListItem> Fields = new(x => x.DepartmentId ?? 0, "departmentCode")
    {
        { "departmentCode", x => x.DepartmentCode },
        { "appraisalCount", x => x.AppraisalCount },
        { "inScoring", x => x.InScoring },
        { "calibrated", x => x.Calibrated },
        { "published", x => x.Published },
        { "selfReviewsNotGiven", x => x.SelfReviewsNotGiven },
        { "segmentsToScore", x => x.SegmentsToScore },
        { "segmentsScored", x => x.SegmentsScored },
        { "resultsAcknowledged", x => x.ResultsAcknowledged },
    };

    private static readonly AppraisalStage[] Waiting = [AppraisalStage.Targets, AppraisalStage.Agreed, AppraisalStage.SelfReview, AppraisalStage.Scoring];

    /// <summary>How far the appraisals of a cycle have come, by department, over those that the caller may see: by stage, with the
    /// self-reviews and segments of these that they may see and what was acknowledged. A department is asked for with all below it.
    /// Refused: a cycle that there is not.</summary>
    internal static async Task<ListOf<AppraisalProgressListItem>> HandleAsync(
        [AsParameters] CycleReportFilter filter, [AsParameters] ListRequest list, Visible visible, TrainingDb db, CancellationToken cancellation)
    {
        var cycle = await visible.AppraisalCycles().ReportedAsync(filter.CycleId, filter.Quarter, cancellation);
        if (cycle is null)
        {
            return ListOf.From([], Fields, list);
        }

        var within = await db.WithinAsync(filter.DepartmentId, cancellation);
        var facts = await ReadAsync(cycle, visible, db, cancellation);
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);
        return ListOf.From(
            [
                .. facts.GroupBy(x => x.DepartmentId).Where(x => within(x.Key)).Select(x =>
                {
                    var department = departments.GetValueOrDefault(x.Key ?? 0);
                    return Row(cycle, [.. x]) with
                    {
                        DepartmentCode = department?.Code, DepartmentNameZh = department?.NameZh, DepartmentNameEn = department?.NameEn, DepartmentId = x.Key,
                    };
                }),
            ],
            Fields, list);
    }

    /// <summary>Four queries, whoever many appraisals there are.</summary>
    private static async Task<List<Fact>> ReadAsync(AppraisalCycle cycle, Visible visible, TrainingDb db, CancellationToken cancellation)
    {
        var id = cycle.Id;
        var appraisals = visible.Appraisals().Where(x => x.CycleId == id);
        var stages = await appraisals.Select(x => new { x.Id, x.Stage }).ToListAsync(cancellation);
        var segments = await visible.AppraisalSegments().ReportedAsync(appraisals, cancellation);
        var departments = segments.LastDepartments();
        var reviews = await db.SelfReviews.Where(x => appraisals.Any(y => y.Id == x.AppraisalId)).Select(x => new { x.AppraisalId, x.State })
            .ToDictionaryAsync(x => x.AppraisalId, x => x.State, cancellation);
        var read = await db.AppraisalResults
            .Where(x => x.AcknowledgedAt != null && appraisals.Any(y => y.Id == x.AppraisalId)
                && !db.AppraisalResults.Any(y => y.AppraisalId == x.AppraisalId && y.Number > x.Number))
            .Select(x => x.AppraisalId).ToHashSetAsync(cancellation);
        var positions = cycle.Templates.Select(x => x.PositionId).ToHashSet();
        var asked = segments.Where(x => positions.Contains(x.PositionId)).ToLookup(x => x.AppraisalId);
        return stages.ConvertAll(x => new Fact(
            departments.TryGetValue(x.Id, out var department) ? department : null, x.Stage, reviews.GetValueOrDefault(x.Id),
            [.. asked[x.Id].Where(y => y.State == AppraisalSegmentState.Scored || Waiting.Contains(x.Stage))], read.Contains(x.Id)));
    }

    private static AppraisalProgressListItem Row(AppraisalCycle cycle, IReadOnlyList<Fact> of)
    {
        int In(AppraisalStage stage) => of.Count(x => x.Stage == stage);
        List<ReportedSegment> segments = [.. of.SelectMany(x => x.Segments)];
        return new(
            cycle.Code, null, null, null, of.Count, In(AppraisalStage.Targets), In(AppraisalStage.Agreed), In(AppraisalStage.SelfReview),
            In(AppraisalStage.Scoring), In(AppraisalStage.Scored), In(AppraisalStage.Unrated), In(AppraisalStage.Calibrated), In(AppraisalStage.Published),
            In(AppraisalStage.Closed),
            of.Count(x => x.Review == SelfReviewState.Submitted), of.Count(x => x.Review == SelfReviewState.NotGiven), segments.Count,
            segments.Count(x => x.State == AppraisalSegmentState.Scored),
            segments.Count(x => x.State == AppraisalSegmentState.Open && x.IsLeftBehind), of.Count(x => x.IsAcknowledged), null, cycle.Id);
    }

    private sealed record Fact(
        long? DepartmentId, AppraisalStage Stage, SelfReviewState Review, IReadOnlyList<ReportedSegment> Segments, bool IsAcknowledged);
}
