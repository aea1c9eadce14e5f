using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Commands.Demo;

/// <summary>What the people of the demo company say in appraisals: of themselves, of those whom they rate, and of their results.</summary>
internal sealed class DemoJudgements(
    TrainingDb db, OrganisationClock clock, AdvanceCycle advance, FollowCycle follow, SegmentRaters raters, ReviewSelf review, ScoreSegments score,
    AcknowledgeResult acknowledge)
{
    /// <summary>Of a hundred people.</summary>
    private const int ReviewThemselves = 50;
    private const int Acknowledge = 30;

    public Task RunAsync(DemoScene scene, AppraisalCycle cycle, DemoCycleStep step, CancellationToken cancellation) => step switch
    {
        DemoSelvesReviewed x => ReviewAsync(scene, cycle, x, cancellation),
        DemoSegmentsScored x => ScoreAsync(scene, cycle, x, cancellation),
        _ => AcknowledgeAsync(scene, cycle, step, cancellation),
    };

    private async Task ReviewAsync(DemoScene scene, AppraisalCycle cycle, DemoSelvesReviewed step, CancellationToken cancellation)
    {
        var texts = scene.History.Appraisals.Words.SelfReviews;
        foreach (var (appraisal, number) in await ThereAsync(cycle, AppraisalStage.SelfReview, cancellation))
        {
            var luck = DemoLuck.Of("self", number, step.Cycle);
            if (luck < ReviewThemselves && step.Except?.Contains(number) != true)
            {
                scene.As(appraisal.EmployeeId);
                await review.RunAsync(appraisal, _ => { }, (x, items) => x.Submit(texts[luck % texts.Count], [], items, clock.Now), cancellation);
            }
        }
    }

    private async Task ScoreAsync(DemoScene scene, AppraisalCycle cycle, DemoSegmentsScored step, CancellationToken cancellation)
    {
        await follow.RunAsync(cycle, cancellation);
        var numbers = scene.People.ToDictionary(x => x.Value, x => x.Key);
        var left = (step.Except ?? []).Select(x => scene.People[x]).ToList();
        var open = await raters.OfAsync(
            advance.OpenSegments(cycle).Where(x => !db.Appraisals.Any(y => y.Id == x.AppraisalId && left.Contains(y.EmployeeId))), cancellation);
        foreach (var ofRater in open.Where(x => x.Value is not null).GroupBy(x => x.Value!.Value, x => x.Key).OrderBy(x => x.Key))
        {
            scene.As(ofRater.Key);
            await score.RunAsync(
                cycle, [.. ofRater],
                (segment, person, items, by) => Score(scene, step.Cycle, numbers[person], segment, items, by), cancellation);
        }
    }

    private void Score(
        DemoScene scene, int cycle, string number, AppraisalSegment segment, IReadOnlyList<TemplateItem> items, SegmentScorer by)
    {
        var words = scene.History.Appraisals.Words;
        var remark = words.Remarks[DemoLuck.Of("remark", number, cycle) % words.Remarks.Count];
        segment.Score([.. items.Where(x => x.IsRated).Select(x => Mark(x, number, cycle, words))], remark, items, by, clock.Now);
    }

    /// <summary>Better for who works better, and now and then so high or low that the rater says why.</summary>
    private static ItemMark Mark(TemplateItem item, string number, int cycle, DemoWords words)
    {
        var (skill, luck) = (DemoLuck.Skill(number), DemoLuck.Of("mark", number, item.KpiCode, cycle));
        decimal mark = item.Method.Scale == RatingScale.Five
            ? luck > 96 ? 2 : skill + (luck / 50) > 4 ? 5 : skill + (luck / 50) > 1 ? 4 : 3
            : luck > 96 ? 55 : 68 + (skill * 5) + (luck % 9);
        var scored = SegmentMarks.ScoreOf(item.Method, mark);
        var why = scored >= SegmentMarks.HighScore ? words.Praise : scored < SegmentMarks.LowScore ? words.Blame : [];
        return new(item.KpiId, mark, why.Count == 0 ? null : why[luck % why.Count]);
    }

    private async Task AcknowledgeAsync(DemoScene scene, AppraisalCycle cycle, DemoCycleStep step, CancellationToken cancellation)
    {
        foreach (var (appraisal, number) in await ThereAsync(cycle, AppraisalStage.Published, cancellation))
        {
            var luck = DemoLuck.Of("read", number, step.Cycle);
            if (luck < Acknowledge)
            {
                scene.As(appraisal.EmployeeId);
                await acknowledge.RunAsync(appraisal, _ => { }, luck > 2, luck > 2 ? null : scene.History.Appraisals.Words.Doubt, cancellation);
            }
        }
    }

    /// <summary>The appraisals in a stage whose people are there today, in the order of their numbers.</summary>
    private async Task<List<(Appraisal Appraisal, string Number)>> ThereAsync(AppraisalCycle cycle, AppraisalStage stage, CancellationToken cancellation)
    {
        var (id, today) = (cycle.Id, clock.Today);
        var rows = await (
            from appraisal in db.Appraisals
            where appraisal.CycleId == id && appraisal.Stage == stage
            join person in db.Employees on appraisal.EmployeeId equals person.Id
            where person.Periods.Any(x => x.HiredOn <= today && (x.LeftOn == null || x.LeftOn >= today))
                && !db.LeaveRecords.Any(x => x.EmployeeId == person.Id && x.Kind != LeaveKind.Annual && x.FromOn <= today && x.ToOn >= today)
            orderby person.EmployeeNumber
            select new { Appraisal = appraisal, person.EmployeeNumber }).ToListAsync(cancellation);
        return rows.ConvertAll(x => (x.Appraisal, x.EmployeeNumber));
    }
}
