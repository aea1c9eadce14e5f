using CsCheck;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Appraisals;

/// <summary>The life of an appraisal, and what is asked of marks.</summary>
public sealed class AppraisalLifeTests
{
    private static readonly ScoringMethod Five = new(ScoringMethodKind.Rating) { Scale = RatingScale.Five };
    private static readonly ScoringMethod Hundred = new(ScoringMethodKind.Rating) { Scale = RatingScale.Hundred };
    private static readonly TemplateItem[] Items =
        [new(1, "K01", new ScoringMethod(ScoringMethodKind.Ratio)), new(2, "K02", Five), new(3, "K03", Hundred)];

    /// <summary>The table of docs/appraisals.md: each stage and act that is accepted.</summary>
    private const string Table = """
        Targets AgreeTargets Targets
        Targets ReviseTargets Targets
        Targets DecideTargets Targets
        Targets AwaitTargets Targets
        Targets CompleteTargets Agreed
        Targets Score Targets
        Targets StartSelfReview SelfReview
        Targets SetAside Targets
        Agreed ReviseTargets Agreed
        Agreed DecideTargets Agreed
        Agreed AwaitTargets Targets
        Agreed CompleteTargets Agreed
        Agreed Score Agreed
        Agreed StartSelfReview SelfReview
        Agreed SetAside Agreed
        SelfReview ReviseTargets SelfReview
        SelfReview DecideTargets SelfReview
        SelfReview ReviewSelf SelfReview
        SelfReview Score SelfReview
        SelfReview StartScoring Scoring
        SelfReview SetAside SelfReview
        Scoring ReviseTargets Scoring
        Scoring DecideTargets Scoring
        Scoring Score Scoring
        Scoring AwaitScores Scoring
        Scoring CompleteScores Scored
        Scoring EndUnrated Unrated
        Scoring SetAside Scoring
        Scored ReviseTargets Scored
        Scored DecideTargets Scored
        Scored AwaitScores Scoring
        Scored CompleteScores Scored
        Scored EndUnrated Unrated
        Scored SetAside Scored
        Scored Calibrate Calibrated
        Scored Revise Scored
        Unrated ReviseTargets Unrated
        Unrated DecideTargets Unrated
        Unrated AwaitScores Scoring
        Unrated CompleteScores Scored
        Unrated EndUnrated Unrated
        Unrated SetAside Unrated
        Unrated Publish Published
        Calibrated ReviseTargets Calibrated
        Calibrated DecideTargets Calibrated
        Calibrated AwaitScores Scoring
        Calibrated CompleteScores Calibrated
        Calibrated EndUnrated Unrated
        Calibrated SetAside Calibrated
        Calibrated Calibrate Calibrated
        Calibrated Publish Published
        Calibrated Revise Calibrated
        Published Acknowledge Published
        Published Appeal Published
        Published NameReviewer Published
        Published ResolveAppeal Published
        Published RecordInterview Published
        Published Revise Published
        Published Reopen Scoring
        Published Close Closed
        Closed Acknowledge Closed
        Closed Appeal Closed
        Closed NameReviewer Closed
        Closed ResolveAppeal Closed
        Closed RecordInterview Closed
        Closed Revise Closed
        Closed Reopen Scoring
        """;

    [Fact]
    public void The_table_accepts_these_acts_and_no_other() => Assert.Equal(
        Table.Split('\n', StringSplitOptions.TrimEntries), AppraisalLife.Table.Rows.Select(x => $"{x.From} {x.Act} {x.To}"));

    [Fact]
    public void Any_order_of_acts_leaves_a_stage_of_the_table_and_leads_back_never_before_the_scoring_and_from_publication_by_reopening_alone() =>
        Gen.Enum<AppraisalAct>().List[0, 30].Sample(acts =>
        {
            var (stage, isPast, isPublished) = (AppraisalStage.Targets, false, false);
            foreach (var act in acts.Where(x => AppraisalLife.Table.Allows(stage, x)))
            {
                stage = AppraisalLife.Table.Next(stage, act);
                isPast |= stage > AppraisalStage.SelfReview;
                isPublished = act != AppraisalAct.Reopen && (isPublished || stage == AppraisalStage.Published);
                Assert.True(Enum.IsDefined(stage) && (!isPast || stage > AppraisalStage.SelfReview));
                Assert.True(!isPublished || stage >= AppraisalStage.Published);
            }
        });

    [Theory]
    [InlineData(29, true, AppraisalAct.EndUnrated)]
    [InlineData(30, true, AppraisalAct.CompleteScores)]
    [InlineData(30, false, AppraisalAct.AwaitScores)]
    [InlineData(0, true, AppraisalAct.EndUnrated)]
    public void Too_few_days_end_it_unrated_whatever_is_scored(int days, bool isScored, AppraisalAct act) =>
        Assert.Equal(act, AppraisalLife.Settling(days, 30, isScored));

    [Theory]
    [InlineData(3, 60, true)]
    [InlineData(3, 59.99, false)]
    [InlineData(3, 94.99, true)]
    [InlineData(3, 95, false)]
    [InlineData(2, 3, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 5, false)]
    public void A_mark_far_off_says_why(long kpi, double mark, bool isTakenWithout)
    {
        ItemMark[] marks = [kpi == 2 ? new(2, (decimal)mark, null) : new(2, 4, null), kpi == 3 ? new(3, (decimal)mark, null) : new(3, 80, null)];

        var fault = Record.Exception(() => SegmentMarks.Check(marks, Items, isWhole: true)) as RuleViolation;

        Assert.Equal(isTakenWithout ? null : "appraisal.markUnexplained", fault?.Refusal.Code);
        Assert.Null(Record.Exception(() => SegmentMarks.Check(marks, Items, isWhole: false)));
        Assert.Null(Record.Exception(() => SegmentMarks.Check([.. marks.Select(x => x with { Text = "因为" })], Items, isWhole: true)));
    }

    [Fact]
    public void Every_fault_of_the_marks_is_named()
    {
        var thrown = Assert.Throws<RuleViolation>(() => SegmentMarks.Check(
            [new(9, 1, null), new(1, 1, null), new(2, 5.5m, null), new(2, 3, null)], Items, isWhole: true));

        Assert.Equal(
            ["marks[0].kpiId", "marks[1].kpiId", "marks[2].mark", "marks[3].kpiId", "marks"], new[] { thrown }.Concat(thrown.Others).Select(x => x.Field));
    }
}
