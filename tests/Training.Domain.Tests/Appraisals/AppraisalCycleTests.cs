using System.Globalization;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Appraisals;

public sealed class AppraisalCycleTests
{
    private static readonly WorkingCalendar Plain = new([], []);
    private static readonly CycleReferences Nothing = new(new Dictionary<long, PerformanceEventKind>(), new Dictionary<long, KpiTemplate>());

    /// <summary>1 to 7 October 2026 are holidays and Saturday the 10th is worked; so is no 1 January 2027.</summary>
    [Fact]
    public void The_usual_days_count_working_days_past_national_day_and_new_year()
    {
        var holidays = Enumerable.Range(1, 7).Select(x => (new DateOnly(2026, 10, x), CalendarDayKind.Holiday));
        var calendar = new WorkingCalendar(
            [.. holidays, (new(2026, 10, 10), CalendarDayKind.WorkingWeekend), (new(2027, 1, 1), CalendarDayKind.Holiday)], []);

        Assert.Equal(
            new CycleDates(
                new(2026, 10, 20), new(2027, 1, 8), new(2027, 1, 12), new(2027, 1, 19), new(2027, 1, 22), new(2027, 1, 27), new(2027, 2, 12)),
            CycleDates.Usual(In("2026Q4"), calendar));
    }

    /// <summary>Saturday, 1 January 2028; Friday, 31 March 2028.</summary>
    [Fact]
    public void The_usual_days_of_a_quarter_with_a_leap_day() => Assert.Equal(
        new CycleDates(new(2028, 1, 14), new(2028, 4, 7), new(2028, 4, 11), new(2028, 4, 18), new(2028, 4, 21), new(2028, 4, 26), new(2028, 5, 12)),
        CycleDates.Usual(In("2028Q1"), Plain));

    [Theory]
    [InlineData("2028Q1", "2028-02-29", "2028-09-27", true)]
    [InlineData("2027Q4", "2027-10-01", "2028-06-28", true)]
    [InlineData("2027Q4", "2027-12-31", "2028-06-29", false)]
    [InlineData("2026Q4", "2026-10-01", "2027-06-29", true)]
    [InlineData("2026Q4", "2026-10-01", "2027-06-30", false)]
    public void A_cycle_is_closed_at_most_180_days_after_its_quarter(string quarter, string targets, string close, bool isAccepted)
    {
        var dates = CycleDates.Usual(In(quarter), Plain) with { TargetsDueOn = On(targets), CloseDueOn = On(close) };

        Assert.Equal(isAccepted ? [] : ["closeDueOn"], dates.Faults(In(quarter), "").Select(x => x.Field!));
    }

    [Fact]
    public void Days_may_fall_together_and_a_day_out_of_bounds_is_none_for_the_next()
    {
        var quarter = In("2026Q4");
        var same = new CycleDates(
            quarter.LastDay, new(2027, 1, 1), new(2027, 1, 1), new(2027, 1, 1), new(2027, 1, 1), new(2027, 1, 1), new(2027, 1, 1));
        Assert.Empty(same.Faults(quarter, ""));

        Assert.Equal(
            ["dates.targetsDueOn", "dates.selfReviewDueOn"],
            (same with { TargetsDueOn = new(2027, 1, 1), SelfReviewDueOn = new(2028, 1, 1) }).Faults(quarter, "dates.").Select(x => x.Field!));
    }

    [Theory]
    [InlineData("2024Q2", false)]
    [InlineData("2024Q3", true)]
    [InlineData("2027Q3", true)]
    [InlineData("2027Q4", false)]
    public void A_quarter_is_planned_from_eight_back_to_four_ahead(string quarter, bool isInReach)
    {
        void Ask() => AppraisalCycle.RequireInReach(In(quarter), In("2026Q3"));

        if (isInReach)
        {
            Ask();
        }
        else
        {
            Assert.Equal(AppraisalCycleRefusals.QuarterOutOfRange, Assert.Throws<RuleViolation>(Ask).Refusal);
        }
    }

    [Fact]
    public void A_cycle_goes_from_phase_to_phase_and_never_back() =>
        Assert.Equal(
            [
                (AppraisalCyclePhase.Planned, AppraisalCycleAct.Edit, AppraisalCyclePhase.Planned),
                (AppraisalCyclePhase.Planned, AppraisalCycleAct.Delete, AppraisalCyclePhase.Planned),
                (AppraisalCyclePhase.Planned, AppraisalCycleAct.Open, AppraisalCyclePhase.Open),
                (AppraisalCyclePhase.Open, AppraisalCycleAct.Open, AppraisalCyclePhase.Open),
                (AppraisalCyclePhase.Open, AppraisalCycleAct.Advance, AppraisalCyclePhase.SelfReview),
                (AppraisalCyclePhase.Open, AppraisalCycleAct.ExtendTargets, AppraisalCyclePhase.Open),
                (AppraisalCyclePhase.SelfReview, AppraisalCycleAct.Advance, AppraisalCyclePhase.Scoring),
                (AppraisalCyclePhase.SelfReview, AppraisalCycleAct.ExtendTargets, AppraisalCyclePhase.SelfReview),
                (AppraisalCyclePhase.Scoring, AppraisalCycleAct.Advance, AppraisalCyclePhase.Calibration),
                (AppraisalCyclePhase.Calibration, AppraisalCycleAct.Calibrate, AppraisalCyclePhase.Calibration),
                (AppraisalCyclePhase.Calibration, AppraisalCycleAct.CloseScoring, AppraisalCyclePhase.Calibration),
                (AppraisalCyclePhase.Calibration, AppraisalCycleAct.Publish, AppraisalCyclePhase.Published),
                (AppraisalCyclePhase.Published, AppraisalCycleAct.Calibrate, AppraisalCyclePhase.Published),
                (AppraisalCyclePhase.Published, AppraisalCycleAct.CloseScoring, AppraisalCyclePhase.Published),
                (AppraisalCyclePhase.Published, AppraisalCycleAct.Publish, AppraisalCyclePhase.Published),
                (AppraisalCyclePhase.Published, AppraisalCycleAct.Close, AppraisalCyclePhase.Closed),
                (AppraisalCyclePhase.Closed, AppraisalCycleAct.Calibrate, AppraisalCyclePhase.Closed),
                (AppraisalCyclePhase.Closed, AppraisalCycleAct.Publish, AppraisalCyclePhase.Closed),
                (AppraisalCyclePhase.Closed, AppraisalCycleAct.Close, AppraisalCyclePhase.Closed),
            ],
            AppraisalCycleLife.Table.Rows);

    [Fact]
    public void A_share_may_have_both_bounds_and_they_may_be_equal()
    {
        DistributionShare share = new(["B", "C"], 40.25m, 40.25m);

        Assert.Empty(new DistributionGuideline([share], 1).Faults(ScoringSettings.Usual, ""));
        Assert.Equal(
            [AppraisalCycleRefusals.ShareReversed],
            new DistributionGuideline([share with { AtMost = 40.24m }], 1).Faults(ScoringSettings.Usual, "").Select(x => x.Refusal));
    }

    [Fact]
    public void An_edit_keeps_the_templates_of_positions_that_stay()
    {
        var quarter = In("2026Q4");
        var (one, other) = (Template(1), Template(2));
        var known = Nothing with { Templates = new Dictionary<long, KpiTemplate> { [10] = one, [20] = other } };
        var cycle = AppraisalCycle.Plan(quarter, Content(quarter, new(1, 10), new(2, 20)), known);
        var kept = cycle.Templates.First();

        cycle.Edit(Content(quarter, new CycleTemplate(1, 10)), known);

        Assert.Same(kept, Assert.Single(cycle.Templates));
    }

    private static AppraisalCycleContent Content(Quarter quarter, params CycleTemplate[] templates) => new(
        new(), CycleDates.Usual(quarter, Plain), ScoringSettings.Usual, DistributionGuideline.Usual, [], AppraisalCycleContent.UsualImprovementBelow,
        templates);

    private static KpiTemplate Template(long position)
    {
        var rated = new ScoringMethod(ScoringMethodKind.Rating) { Scale = RatingScale.Hundred };
        var item = new TemplateItemContent(1, 100, rated, ItemScope.Own, null, TemplateItemContent.UsualCap, null, null, false);
        var name = new Bilingual("绩效", null);
        var template = KpiTemplate.Draft($"T{position}", new KpiTemplateContent(name, position, [new TemplateSectionContent(name, 100, [item])]));
        template.PublishFromBeginning(DateTimeOffset.UnixEpoch);
        return template;
    }

    private static Quarter In(string text) => Quarter.Parse(text)!.Value;

    private static DateOnly On(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
