using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Notices;
using Training.Domain.Appraisals;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>A segment by its appraisal and number.</summary>
internal readonly record struct SegmentName(long AppraisalId, int Number);

/// <summary>Takes a cycle into its next phase, with what that makes of each of its appraisals (docs/appraisals.md). Called inside a write
/// that holds <see cref="Queries.CycleQueries.Lock"/>, once the cycle has advanced; a number of statements that does not grow with the
/// appraisals, but for open targets.</summary>
internal sealed class AdvanceCycle(TrainingDb db, OrganisationClock clock, SegmentRaters raters, TakeTargets targets, NoticeBox notices)
{
    private const int MostNamed = 200;

    /// <summary>Refused for calibration: a segment that is open and not named, unless its appraisal has too few days for a score; a named one
    /// that is not open.</summary>
    /// <param name="cycle">In the phase that it begins.</param>
    /// <param name="leftBehind">Segments that the cycle goes on without.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<CycleAdvanced> RunAsync(AppraisalCycle cycle, IReadOnlyCollection<SegmentName> leftBehind, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        return cycle.Phase switch
        {
            AppraisalCyclePhase.SelfReview => await ToSelfReviewAsync(cycle, cancellation),
            AppraisalCyclePhase.Scoring => await ToScoringAsync(cycle, cancellation),
            _ => await ToCalibrationAsync(cycle, leftBehind, cancellation),
        };
    }

    private async Task<CycleAdvanced> ToSelfReviewAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var taken = await targets.RunAsync(cycle, cancellation);
        var moved = await MoveAsync(
            Of(cycle).Where(x => x.Stage == AppraisalStage.Targets || x.Stage == AppraisalStage.Agreed), AppraisalStage.SelfReview, cancellation);
        var asked = await AskedAsync(cycle, cancellation);
        await notices.TellEachAsync(
            "appraisal.selfReviewDue",
            [.. asked.Select(x => (x.EmployeeId, new NoticeSubject("appraisal", x.Id), new (string, object?)[]
            {
                ("quarter", cycle.Code), ("dueOn", cycle.Dates.SelfReviewDueOn),
            }))],
            cancellation);
        await TellRatersAsync(cycle, cancellation);
        return new(moved, 0, 0, 0, 0) { Targets = taken };
    }

    private async Task<CycleAdvanced> ToScoringAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var moved = await MoveAsync(Of(cycle).Where(x => x.Stage == AppraisalStage.SelfReview), AppraisalStage.Scoring, cancellation);
        var missing = await MissReviewsAsync(cycle, cancellation);
        var (scored, unrated) = await SettleAsync(cycle, cancellation);
        await TellRatersAsync(cycle, cancellation);
        return new(moved, missing, scored, unrated, 0);
    }

    private async Task<CycleAdvanced> ToCalibrationAsync(AppraisalCycle cycle, IReadOnlyCollection<SegmentName> leftBehind, CancellationToken cancellation)
    {
        var (scored, unrated) = await SettleAsync(cycle, cancellation);
        var open = await OpenSegments(cycle).Select(x => new { x.Id, x.AppraisalId, x.Number }).ToListAsync(cancellation);
        var named = leftBehind.ToHashSet();
        var byName = open.ToDictionary(x => new SegmentName(x.AppraisalId, x.Number), x => x.Id);
        RuleViolation.ThrowAll([.. leftBehind.Index().Where(x => !byName.ContainsKey(x.Item)).Select(x => AppraisalCycleRefusals.SegmentNotOpen.At(
            $"leaveBehind[{x.Index}]", ("appraisalId", x.Item.AppraisalId), ("number", x.Item.Number)))]);
        var others = byName.Where(x => !named.Contains(x.Key)).Select(x => x.Value).ToList();
        if (others.Count > 0)
        {
            throw AppraisalCycleRefusals.SegmentsOpen.Naming("leaveBehind", await NamesAsync(others, cancellation), ("count", others.Count));
        }

        var left = byName.Values.ToList();
        await BulkChange.UpdateAsync(
            db, db.AppraisalSegments.Where(x => left.Contains(x.Id)),
            row => row.SetProperty(x => x.IsLeftBehind, true).SetProperty(x => x.Version, x => x.Version + 1),
            new { IsLeftBehind = true }, cancellation);
        return new(0, 0, scored, unrated, left.Count);
    }

    /// <summary>Segments that are to be scored and are not, of appraisals that wait for them.</summary>
    /// <param name="cycle">With its templates.</param>
    public IQueryable<AppraisalSegment> OpenSegments(AppraisalCycle cycle)
    {
        var waiting = Of(cycle).Where(x => x.Stage == AppraisalStage.Targets || x.Stage == AppraisalStage.Agreed || x.Stage == AppraisalStage.SelfReview
            || x.Stage == AppraisalStage.Scoring).Select(x => x.Id);
        return Asked(cycle).Where(x => waiting.Contains(x.AppraisalId) && x.State == AppraisalSegmentState.Open);
    }

    /// <summary>As <see cref="AppraisalCycle.Asks"/>.</summary>
    private IQueryable<AppraisalSegment> Asked(AppraisalCycle cycle)
    {
        var positions = cycle.Templates.Select(x => x.PositionId).ToList();
        return db.AppraisalSegments.Where(x => x.Days > 0 && positions.Contains(x.PositionId));
    }

    private IQueryable<Appraisal> Of(AppraisalCycle cycle)
    {
        var id = cycle.Id;
        return db.Appraisals.Where(x => x.CycleId == id);
    }

    private Task<int> MoveAsync(IQueryable<Appraisal> appraisals, AppraisalStage stage, CancellationToken cancellation) => BulkChange.UpdateAsync(
        db, appraisals, row => row.SetProperty(x => x.Stage, stage).SetProperty(x => x.Version, x => x.Version + 1),
        new { Stage = stage }, cancellation);

    /// <summary>Every appraisal after the self-review takes the stage that its segments give it.</summary>
    private async Task<(int Scored, int Unrated)> SettleAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var (least, asked) = (cycle.Settings.LeastDays, Asked(cycle));
        var settled = Of(cycle).Where(x => x.Stage == AppraisalStage.Scoring || x.Stage == AppraisalStage.Scored || x.Stage == AppraisalStage.Unrated);
        var few = settled.Where(x => x.Stage != AppraisalStage.Unrated
            && asked.Where(y => y.AppraisalId == x.Id).Sum(y => y.Days) < least);
        var whole = settled.Where(x => x.Stage == AppraisalStage.Scoring
            && !asked.Any(y => y.AppraisalId == x.Id && y.State == AppraisalSegmentState.Open));
        var unrated = await MoveAsync(few, AppraisalStage.Unrated, cancellation);
        return (await MoveAsync(whole, AppraisalStage.Scored, cancellation), unrated);
    }

    /// <summary>Who is there to judge themselves: with days in the quarter, employed today and not on leave but annual.</summary>
    private Task<List<Appraisal>> AskedAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var today = clock.Today;
        return Of(cycle).AsNoTracking()
            .Where(x => db.AppraisalSegments.Any(y => y.AppraisalId == x.Id && y.Days > 0)
                && db.Employees.Any(y => y.Id == x.EmployeeId && y.Periods.Any(z => z.HiredOn <= today && (z.LeftOn == null || z.LeftOn >= today)))
                && !db.LeaveRecords.Any(y => y.EmployeeId == x.EmployeeId && y.Kind != LeaveKind.Annual && y.FromOn <= today && y.ToOn >= today))
            .ToListAsync(cancellation);
    }

    /// <summary>Records that those who have not submitted one gave none, or were not asked.</summary>
    private async Task<int> MissReviewsAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var asked = (await AskedAsync(cycle, cancellation)).Select(x => x.Id).ToHashSet();
        var ids = Of(cycle).Select(x => x.Id);
        foreach (var (state, drafts) in new[]
        {
            (SelfReviewState.NotGiven, db.SelfReviews.Where(x => x.State == SelfReviewState.Draft && asked.Contains(x.AppraisalId))),
            (SelfReviewState.NotAsked, db.SelfReviews.Where(x => x.State == SelfReviewState.Draft && ids.Contains(x.AppraisalId))),
        })
        {
            await BulkChange.UpdateAsync(
                db, drafts, row => row.SetProperty(x => x.State, state).SetProperty(x => x.Version, x => x.Version + 1), new { State = state }, cancellation);
        }

        var without = await Of(cycle).Where(x => !db.SelfReviews.Any(y => y.AppraisalId == x.Id)).Select(x => x.Id).ToListAsync(cancellation);
        await Bulk.InsertAsync(db, [.. without.Select(x => SelfReview.Missing(x, asked.Contains(x)))], cancellation);
        return await db.SelfReviews.CountAsync(x => x.State == SelfReviewState.NotGiven && ids.Contains(x.AppraisalId), cancellation);
    }

    /// <summary>Tells everybody who has segments to score how many and until when.</summary>
    private async Task TellRatersAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var open = await raters.OfAsync(OpenSegments(cycle), cancellation);
        await notices.TellEachAsync(
            "appraisal.scoringDue",
            [.. open.Values.OfType<long>().GroupBy(x => x).Select(x => (x.Key, new NoticeSubject("appraisalCycle", cycle.Id), new (string, object?)[]
            {
                ("quarter", cycle.Code), ("count", x.Count()), ("dueOn", cycle.Dates.ScoringDueOn),
            }))],
            cancellation);
    }

    private async Task<IReadOnlyList<RuleDetail>> NamesAsync(List<long> segments, CancellationToken cancellation)
    {
        var first = segments.Order().AtMost(MostNamed);
        var rows = await (
            from segment in db.AppraisalSegments
            where first.Contains(segment.Id)
            join appraisal in db.Appraisals on segment.AppraisalId equals appraisal.Id
            join person in db.Employees on appraisal.EmployeeId equals person.Id
            orderby person.EmployeeNumber, segment.Number
            select new { appraisal.Id, segment.Number, person.EmployeeNumber, person.NameZh }).ToListAsync(cancellation);
        return [.. rows.Select(x => new RuleDetail(
            "appraisalCycle.openSegment", ("appraisalId", x.Id), ("number", x.Number), ("employeeNumber", x.EmployeeNumber), ("name", x.NameZh)))];
    }
}

/// <summary>What advancing came to.</summary>
/// <param name="Moved">Appraisals that began the next stage.</param>
/// <param name="NotGiven">Self-reviews that were asked for and not given.</param>
/// <param name="Scored">Appraisals all of whose segments are scored, now.</param>
/// <param name="Unrated">Appraisals that end without a score, now.</param>
/// <param name="LeftBehind">Segments that the cycle goes on without.</param>
internal sealed record CycleAdvanced(int Moved, int NotGiven, int Scored, int Unrated, int LeftBehind)
{
    /// <summary>What became of targets, where people begin to judge themselves.</summary>
    public TargetsTaken Targets { get; init; } = new(0, 0, 0);
}
