using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;
using static Training.Domain.Tests.Appraisals.Quarters;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Appraisals;

/// <summary>Scoring 2–5: from segments to total, adjustment, ceiling and grade.</summary>
public class OutcomeTests
{
    [Theory]
    [InlineData(60, true)]
    [InlineData(59.99, false)]
    public void Weight_left_of_60_00_is_enough_and_59_99_is_not(decimal weight, bool counts)
    {
        var receipt = Throughout.By(Section(100, Item(1, weight), Item(2, 100 - weight))).Marked(Here, (1, 90)).Without(2).Score();

        Assert.Equal((weight, counts), (receipt.Segments[0].WeightLeft, receipt.Segments[0].Counts));
        Assert.Equal(counts ? null : UnratedReason.TooLittleData, receipt.Outcome.Unrated);
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(29, UnratedReason.TooNew)]
    public void With_30_days_left_there_is_a_score_and_with_29_none(int days, UnratedReason? reason)
    {
        var input = Throughout.By(Section(100, Item(1, 100))).Marked(Here, (1, 90)) with { Employment = [new(Nth(93 - days), null)] };

        Assert.Equal(reason, input.Score().Outcome.Unrated);
        Assert.Equal(reason is null ? 90 : null, input.Total());
    }

    [Fact]
    public void The_reason_is_what_cost_most_days_and_of_equals_the_first()
    {
        var input = Throughout.By(Section(100, Item(1, 100))).Marked(Here, (1, 90));

        Assert.Equal(UnratedReason.OnLeave, Reason(input.OnLeave(LeaveKind.Sick, Nth(1), Nth(70))));
        Assert.Equal(UnratedReason.Left, Reason(input with { Employment = [new(Day(1, 1), Nth(20))] }));
        Assert.Equal(UnratedReason.TooNew, Reason(input with { Employment = [new(Nth(36), Nth(57))] }));
        Assert.Equal(UnratedReason.Left, Reason(input.OnLeave(LeaveKind.Sick, Nth(1), Nth(36)) with { Employment = [new(Day(1, 1), Nth(56))] }));
    }

    [Fact]
    public void A_dropped_segment_takes_its_days_with_it()
    {
        var other = There with { PositionId = 4 };
        var input = Person((Here, 40), (other, 52)).By(Section(100, Item(1, 100))).Marked(Here, (1, 90));

        var outcome = input.Score().Outcome;

        Assert.Equal((90, 40, 52), (outcome.Total, outcome.CountedDays, outcome.DroppedDays));
    }

    [Fact]
    public void An_item_without_data_blocks_the_total_and_is_listed()
    {
        var receipt = Throughout.By(Section(50, Item(1, 100)), Section(50, Item(2, 100, Higher, 90))).Marked(Here, (1, 90)).Score();

        Assert.Equal([2], receipt.Segments[0].Missing.Select(x => x.KpiId));
        Assert.Equal((null, null, null), (receipt.Segments[0].Total, receipt.Outcome.Total, receipt.Outcome.Unrated));
        Assert.Equal(90, receipt.Segments[0].Sections[0].Score);
    }

    [Fact]
    public void A_missing_mark_is_told_from_a_missing_figure() => Assert.Equal(
        [true, false],
        Throughout.By(Section(100, Item(1, 50), Item(2, 50, Higher, 90))).Score().Segments[0].Missing.Select(x => x.IsRated));

    [Fact]
    public void A_provisional_score_passes_over_what_is_not_there_yet() => Assert.Equal(
        90, (Throughout.By(Section(50, Item(1, 100)), Section(50, Item(2, 100, Higher, 90))).Marked(Here, (1, 90)) with { AsOf = Nth(20) }).Total());

    [Fact]
    public void A_section_with_nothing_left_drops_out() => Assert.Equal(
        90, Throughout.By(Section(70, Item(1, 100)), Section(30, Item(2, 100))).Marked(Here, (1, 90), (2, 10)).Without(2).Total());

    [Fact]
    public void An_item_may_be_set_aside_in_one_segment_alone()
    {
        var input = Person((Here, 46), (There, 46)).By(Section(100, Item(1, 70), Item(2, 30))).Marked(Here, (1, 90), (2, 60)).Marked(There, (1, 90), (2, 60));

        Assert.Equal([81, 90], (input with { SetAsides = [new(2, There, "未安排", 3)] }).Totals());
    }

    [Fact]
    public void A_target_agreed_takes_the_place_of_the_templates_in_its_segment()
    {
        var input = Person((Here, 46), (There, 46)).By(Kpi(1, KpiPeriod.Quarter), Higher, 100).With(Quarterly(1, 90));

        Assert.Equal([100, 90], (input with { Targets = [new(1, Here, 90)] }).Totals());
        Assert.Equal([75, 75], (input with { Targets = [new(1, null, 120)] }).Totals());
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(20.01, false)]
    [InlineData(-20, true)]
    [InlineData(-20.01, false)]
    public void Adjustments_of_a_version_lie_within_20_together(decimal sum, bool isTaken)
    {
        var input = Rated(80);
        var receipt = input.Adjusted(sum > 0 ? 10 : -10).Score();
        var rest = sum - receipt.Outcome.Adjusted;

        var refused = Record.Exception(() => Adjustments.Check(receipt, rest)) as RuleViolation;
        var whole = Record.Exception(() => AppraisalCalculation.Of(input.Adjusted(sum))) as RuleViolation;

        Assert.Equal(isTaken ? null : AppraisalRefusals.AdjustmentsOutOfRange, refused?.Refusal);
        Assert.Equal(isTaken ? null : AppraisalRefusals.AdjustmentsOutOfRange, whole?.Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.005)]
    [InlineData(40.01)]
    public void An_adjustment_has_points_of_two_decimals(decimal points) => Assert.Equal(
        AppraisalRefusals.AdjustmentPoints,
        Assert.Throws<RuleViolation>(() => Adjustments.Check(Rated(80).Score(), points)).Refusal);

    [Fact]
    public void An_unrated_appraisal_cannot_be_adjusted() => Assert.Equal(
        AppraisalRefusals.UnratedNotAdjusted,
        Assert.Throws<RuleViolation>(() => Adjustments.Check(Rated(80).Without(1).Score(), 1)).Refusal);

    [Fact]
    public void The_final_lies_between_0_and_the_cap_of_the_cycle()
    {
        Assert.Equal(120, (Rated(100).Adjusted(20) with { Settings = new() { FinalCap = 120 } }).Score().Outcome.Final);
        Assert.Equal(110, (Rated(100).Adjusted(20) with { Settings = new() { FinalCap = 110 } }).Score().Outcome.Final);
        Assert.Equal(0, Rated(10).Adjusted(-20).Score().Outcome.Final);
    }

    [Theory]
    [InlineData(90, "A")]
    [InlineData(89.99, "B")]
    [InlineData(80, "B")]
    [InlineData(70, "C")]
    [InlineData(60, "D")]
    [InlineData(59.99, "E")]
    [InlineData(0, "E")]
    public void A_grade_begins_at_its_bound(decimal score, string grade) => Assert.Equal(grade, Rated(score).Score().Outcome.Grade);

    [Fact]
    public void The_worst_ceiling_wins_and_never_improves_a_grade()
    {
        var events = new EventCeiling[] { new(31, "COMPLAINT", Nth(9), "B"), new(32, "FRAUD", Nth(10), "D"), new(33, "FRAUD", Day(9, 30), "E") };

        var high = (Rated(95) with { EventCeilings = events }).Score().Outcome;
        var low = (Rated(30) with { EventCeilings = events }).Score().Outcome;

        Assert.Equal(("A", "D", 32), (high.Band!, high.Grade!, high.Cause!.EventId!.Value));
        Assert.Equal(("E", "E", null), (low.Band!, low.Grade!, low.Cause));
        Assert.Equal(2, high.Ceilings.Count);
    }

    [Fact]
    public void A_ceiling_that_was_lifted_stays_to_be_seen_and_does_nothing()
    {
        var input = Rated(95) with
        {
            EventCeilings = [new(31, "COMPLAINT", Nth(9), "B"), new(32, "FRAUD", Nth(10), "D")],
            LiftedCeilings = [new(null, 32, "查无实据", 3, Signed)],
        };

        Assert.Equal(("B", 2), (input.Score().Outcome.Grade, input.Score().Outcome.Ceilings.Count));
    }

    [Theory]
    [InlineData(59.99, "C")]
    [InlineData(60, "A")]
    public void A_ceiling_of_an_item_applies_under_its_threshold_in_any_segment_that_counts(decimal mark, string grade)
    {
        var input = Person((Here, 46), (There, 46)).By(Section(100, Item(1, 1, ceiling: new("C", 60)), Item(2, 99)))
            .Marked(Here, (1, 100), (2, 100)).Marked(There, (1, mark), (2, 100));

        Assert.Equal(grade, input.Score().Outcome.Grade);
    }

    [Fact]
    public void A_ceiling_of_a_grade_that_the_cycle_has_not_is_refused() => Assert.Equal(
        AppraisalRefusals.CeilingGradeUnknown,
        Assert.Throws<RuleViolation>(() => AppraisalCalculation.Of(Rated(95) with { EventCeilings = [new(1, "X", Nth(1), "F")] })).Refusal);

    [Fact]
    public void What_a_next_step_is_worth_can_be_seen_in_section_and_total()
    {
        var input = Throughout.By(Section(50, Item(1, 40, Higher, 100), Item(2, 60)), Section(50, Item(3, 100)))
            .With(Monthly(1, 10, 50)).Marked(Here, (2, 80), (3, 90));
        var receipt = (input with { AsOf = Nth(31) }).Score();
        var item = receipt.FirstItems()[0];
        var step = NextStep.Of(item.Method, item.Actual!.Actual, item.Target, item.Cap, 2, KpiDirection.Higher)!;

        var supposed = AppraisalCalculation.Supposing(receipt, 1, 1, step.Actual);

        Assert.Equal((68m, 88m), (receipt.Segments[0].Sections[0].Score!.Value, supposed.Segments[0].Sections[0].Score!.Value));
        Assert.Equal((79m, 89m), (receipt.Outcome.Total!.Value, supposed.Outcome.Total!.Value));
    }

    [Fact]
    public void Supposing_what_is_so_changes_no_score()
    {
        var receipt = Rated(80).Score();

        Assert.Equal(ReceiptText.Of(receipt), ReceiptText.Of(AppraisalCalculation.Supposing(receipt, 1, 1, 80)));
    }

    [Fact]
    public void The_usual_numbers_are_accepted_and_bands_that_do_not_fall_are_not()
    {
        ScoringSettings.Usual.Check();
        Refused("bands[1].from", AppraisalRefusals.BandsNotFalling, new() { Bands = [new("A", 90), new("B", 90), new("C", null)] });
        Refused("bands[1].from", AppraisalRefusals.BandsUnbounded, new() { Bands = [new("A", 90), new("B", 80)] });
        Refused("bands[0].from", AppraisalRefusals.BandsUnbounded, new() { Bands = [new("A", null), new("B", null)] });
        Refused("bands[1].grade", AppraisalRefusals.BandGrade, new() { Bands = [new("A", 90), new("A", null)] });
        Refused("bands[0].from", AppraisalRefusals.BandBound, new() { Bands = [new("A", 90.005m), new("B", null)] });
        Refused("bands", AppraisalRefusals.BandsCount, new() { Bands = [] });
        Refused("leastWeight", AppraisalRefusals.SettingOutOfRange, new() { LeastWeight = 100.01m });
        Refused("leastDays", AppraisalRefusals.SettingOutOfRange, new() { LeastDays = 0 });
    }

    private static void Refused(string place, Refusal refusal, ScoringSettings settings)
    {
        var violation = Assert.Throws<RuleViolation>(settings.Check);
        Assert.Equal((refusal, place), (violation.Refusal, violation.Field));
    }

    private static UnratedReason? Reason(AppraisalInput input) => input.Score().Outcome.Unrated;

    private static AppraisalInput Rated(decimal score) => Throughout.By(Section(100, Item(1, 100))).Marked(Here, (1, score));
}
