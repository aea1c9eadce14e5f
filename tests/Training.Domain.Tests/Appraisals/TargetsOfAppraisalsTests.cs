using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using Training.Domain.Rules;
using static Training.Domain.Tests.Appraisals.Quarters;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Appraisals;

/// <summary>When targets are due, when they are agreed, and what an undecided one keeps from having a total. 2026Q4 without holidays: 1 October
/// is a Thursday.</summary>
public sealed class TargetsOfAppraisalsTests
{
    private static readonly WorkingCalendar Plain = new([], []);
    private static readonly TargetVoice Voice = new(7, null, DateTimeOffset.UnixEpoch);

    /// <summary>The tenth working day of the quarter is 14 October.</summary>
    [Theory]
    [InlineData("2026-10-01", "2026-10-01", "2026-10-14", null)]
    [InlineData("2026-10-02", "2026-10-01", "2026-10-16", "2026-10-02")]
    [InlineData("2026-10-01", "2026-11-02", "2026-11-16", "2026-11-02")]
    [InlineData("2026-11-09", "2026-11-02", "2026-11-23", "2026-11-09")]
    public void A_late_start_has_ten_working_days_after_the_later_of_opening_and_first_day(string opened, string from, string due, string? counted) =>
        Assert.Equal(new TargetsDue(On(due)!.Value, On(counted)), TargetDays.Of(Cycle(), On(opened)!.Value, Segment(1, On(from)!.Value), Plain));

    /// <summary>What is put before the person on Monday has lain there for five working days once the next Monday is over.</summary>
    [Theory]
    [InlineData("2026-10-12", "2026-10-19", false)]
    [InlineData("2026-10-12", "2026-10-20", true)]
    [InlineData("2026-10-10", "2026-10-16", false)]
    [InlineData("2026-10-10", "2026-10-17", true)]
    public void Silence_is_agreement_from_the_sixth_working_day_on(string proposed, string today, bool isSilent) =>
        Assert.Equal(isSilent, TargetDays.IsSilent(Proposal(On(proposed)!.Value), [], On(today)!.Value, Plain));

    [Fact]
    public void Nobody_is_silent_on_leave()
    {
        DaySpan[] leave = [new(On("2026-10-12")!.Value, On("2026-10-16")!.Value), new(On("2026-10-19")!.Value, On("2026-10-20")!.Value)];
        var proposal = Proposal(On("2026-10-13")!.Value);

        Assert.False(TargetDays.IsSilent(proposal, leave, On("2026-10-27")!.Value, Plain));
        Assert.True(TargetDays.IsSilent(proposal, leave, On("2026-10-28")!.Value, Plain));
        Assert.True(TargetDays.IsSilent(proposal, [new(On("2026-10-15")!.Value, On("2026-10-30")!.Value)], On("2026-10-21")!.Value, Plain));
    }

    [Fact]
    public void Targets_are_agreed_once_the_person_and_the_rater_of_every_segment_agreed_and_none_is_talked_over()
    {
        var (cycle, appraisal) = (Cycle(), Appraisal.Open(1, 1, DateTimeOffset.UnixEpoch));
        List<AppraisalSegment> segments = [Segment(1, Q4.FirstDay), Segment(2, Q4.FirstDay)];
        segments.ForEach(x => x.AgreeTargets(TargetSide.Person, Voice));
        segments[0].AgreeTargets(TargetSide.Rater, Voice);
        Assert.Equal(AppraisalStage.Targets, After());

        segments[1].AgreeTargets(TargetSide.Rater, Voice);
        Assert.Equal((AppraisalStage.Targets, AppraisalStage.Agreed), (After(isTalkedOver: true), After()));
        Assert.Equal((AppraisalStage.Targets, AppraisalStage.Agreed), (After(isTalkedOver: true), After()));

        segments.Add(Segment(3, Nth(40)));
        appraisal.Settle(segments, cycle);
        Assert.Equal(AppraisalStage.Targets, appraisal.Stage);

        AppraisalStage After(bool isTalkedOver = false)
        {
            appraisal.SettleTargets(segments, cycle, isTalkedOver);
            return appraisal.Stage;
        }
    }

    [Fact]
    public void An_undecided_target_blocks_the_total_but_not_the_score_of_a_running_quarter_nor_what_is_set_aside()
    {
        var measured = new Measured(1, 2, null, Day(10, 1), Day(10, 31), 81, null, null);
        var known = Throughout.By(Section(100, Item(1, 60), Item(2, 40, Higher, 90))).Marked(Here, (1, 90)).With(measured);
        var input = known with { OpenTargets = [new(2, Here)] };
        var agreed = input with { OpenTargets = null, Targets = [new(2, Here, 81)] };

        var receipt = input.Score();
        Assert.Null(receipt.Outcome.Total);
        Assert.Equal([2L], receipt.Segments[0].Missing.Select(x => x.KpiId));
        var thrown = Assert.Throws<RuleViolation>(() => Appraisal.Open(1, 1, DateTimeOffset.UnixEpoch).TakeOutcome(receipt));
        Assert.Equal(TargetRefusals.Undecided, thrown.Refusal);
        Assert.True(ReceiptText.Read(ReceiptText.Of(receipt)).IsSound());

        Assert.Equal(90, (input with { AsOf = Nth(80) }).Score().Outcome.Total);
        Assert.Equal(90, (input with { SetAsides = [new(2, null, "停用", 1)] }).Score().Outcome.Total);
        Assert.Equal((94m, 81m), (agreed.Score().Outcome.Total, agreed.Score().Segments[0].Sections[0].Items[1].Target));
    }

    [Fact]
    public void A_target_is_what_the_method_can_hold_somebody_against()
    {
        Assert.Equal(TargetRefusals.NotTaken, Refused(Hundred, 90));
        Assert.Equal(TargetRefusals.NotAboveZero, Refused(Higher, 0));
        Assert.Equal(TargetRefusals.OutOfRange, Refused(Higher, 90.00001m));
        Assert.Equal(TargetRefusals.OutOfRange, Refused(Higher, 1_000_000_000));
        TargetRules.Check(Higher, "K01", 90.0001m);
        Assert.Equal((true, false), (TargetRules.IsTaken(Higher), TargetRules.IsTaken(Hundred)));

        static Refusal Refused(ScoringMethod method, decimal value) => Assert.Throws<RuleViolation>(() => TargetRules.Check(method, "K01", value)).Refusal;
    }

    private static SegmentTarget Proposal(DateOnly on) => SegmentTarget.Begin(1, 1, 1, new(95, TargetSide.Rater, on, null), Voice);

    private static AppraisalSegment Segment(int number, DateOnly from) =>
        AppraisalSegment.Begin(1, number, new(number, Here, 20, [new DaySpan(from, Q4.LastDay)]));

    private static AppraisalCycle Cycle()
    {
        var name = new Bilingual("绩效", null);
        var template = KpiTemplate.Draft("T", new KpiTemplateContent(name, Position, [Section(100, Item(1, 100))]));
        template.PublishFromBeginning(DateTimeOffset.UnixEpoch);
        return AppraisalCycle.Plan(
            Q4,
            new(
                new(), CycleDates.Usual(Q4, Plain), ScoringSettings.Usual, DistributionGuideline.Usual, [],
                AppraisalCycleContent.UsualImprovementBelow, [new(Position, 10)]),
            new(new Dictionary<long, PerformanceEventKind>(), new Dictionary<long, KpiTemplate> { [10] = template }));
    }

    private static DateOnly? On(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
