using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>What the rater of segments does to them: for the acts and the demo. Called inside a write that holds
/// <see cref="CycleQueries.Lock"/>.</summary>
internal sealed class ScoreSegments(TrainingDb db, CurrentPerson caller, OrganisationClock clock, SegmentRaters raters)
{
    /// <summary>Acts on one segment; the appraisal takes the stage that its segments give it. Refused: about oneself, and to who is neither
    /// its rater nor stands in for them; in a stage that does not accept it; after scoring was closed in its department; where the cycle has no
    /// template for it.</summary>
    public async Task RunAsync(
        Appraisal appraisal, AppraisalSegment segment, Action<AppraisalSegment> match, Action<AppraisalSegment, IReadOnlyList<TemplateItem>, SegmentScorer> act,
        CancellationToken cancellation)
    {
        var by = await raters.RequireAsync(segment, appraisal.EmployeeId, cancellation);
        match(segment);
        Require(appraisal, segment);
        await db.RequireScoringAsync(appraisal, segment, clock, cancellation);
        Act(segment, (await db.ItemsAsync(appraisal, [segment], cancellation))[segment.Number], by, act);
        await db.SettleAsync(appraisal, cancellation);
    }

    /// <summary>The same on many segments of a cycle, in a number of statements that does not grow with them. Refused as one is, and none is
    /// changed then.</summary>
    /// <param name="cycle">With its templates.</param>
    /// <param name="segments">Ids of segments that the caller rates.</param>
    /// <param name="act">What to do to each, with whose it is and its items.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task RunAsync(
        AppraisalCycle cycle, IReadOnlyCollection<long> segments, Action<AppraisalSegment, long, IReadOnlyList<TemplateItem>, SegmentScorer> act,
        CancellationToken cancellation)
    {
        var asked = db.AppraisalSegments.Where(x => segments.Contains(x.Id));
        var (found, meant) = (await asked.ToListAsync(cancellation), await raters.OfAsync(asked, cancellation));
        var appraisals = await db.Appraisals.Where(x => x.CycleId == cycle.Id && asked.Any(y => y.AppraisalId == x.Id))
            .ToDictionaryAsync(x => x.Id, cancellation);
        var items = await db.ItemsAsync(cycle.Id, [.. found.Select(x => x.PositionId).Distinct()], cancellation);
        foreach (var segment in found)
        {
            var appraisal = appraisals[segment.AppraisalId];
            caller.RefuseOwn(appraisal.EmployeeId);
            var by = await raters.ScorerAsync(meant[segment.Id], appraisal.EmployeeId, cancellation) ?? throw AppraisalRefusals.NotTheRater.With();
            Require(appraisal, segment);
            Act(segment, [.. items[segment.PositionId]], by, (x, y, z) => act(x, appraisal.EmployeeId, y, z));
        }

        await db.FlushAsync(cancellation);
        var all = (await db.AppraisalSegments.Where(x => appraisals.Keys.Contains(x.AppraisalId)).ToListAsync(cancellation)).ToLookup(x => x.AppraisalId);
        foreach (var appraisal in appraisals.Values)
        {
            appraisal.Settle([.. all[appraisal.Id]], cycle);
        }

        await db.FlushAsync(cancellation);
    }

    private void Require(Appraisal appraisal, AppraisalSegment segment)
    {
        segment.RequireOpen();
        appraisal.Require(AppraisalAct.Score);
        segment.RequireDue(appraisal.Stage, clock.Today);
    }

    private static void Act(
        AppraisalSegment segment, IReadOnlyList<TemplateItem> items, SegmentScorer by, Action<AppraisalSegment, IReadOnlyList<TemplateItem>, SegmentScorer> act)
    {
        if (items.Count == 0)
        {
            throw AppraisalRefusals.NoTemplate.With(("number", segment.Number));
        }

        act(segment, items, by);
    }
}
