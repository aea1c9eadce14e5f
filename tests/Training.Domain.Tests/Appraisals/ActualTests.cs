using CsCheck;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.People;
using static Training.Domain.Tests.Appraisals.Quarters;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Appraisals;

/// <summary>Scoring 1.1–1.3: which figures enter a segment, and what they come to.</summary>
public class ActualTests
{
    private static readonly AppraisalInput Halves = Person((Here, 46), (There, 46));

    [Theory]
    [InlineData(KpiAggregation.Sum, 270)]
    [InlineData(KpiAggregation.Average, 90)]
    [InlineData(KpiAggregation.Last, 100)]
    [InlineData(KpiAggregation.Max, 100)]
    [InlineData(KpiAggregation.Min, 80)]
    public void Figures_are_aggregated_as_the_KPI_says(KpiAggregation aggregation, decimal actual) => Assert.Equal(
        [actual],
        Throughout.By(Kpi(1, aggregation: aggregation), Higher, 100).With(Monthly(1, 10, 90), Monthly(1, 11, 80), Monthly(1, 12, 100)).Actuals());

    [Fact]
    public void An_average_is_weighted_where_every_figure_has_a_size()
    {
        var item = Throughout.By(Kpi(1), Higher, 100)
            .With(Monthly(1, 10, 90, 100), Monthly(1, 11, 80, 50), Monthly(1, 12, 100, 50)).Score().FirstItems()[0];

        Assert.True(item.Actual!.IsWeighted);
        Assert.Equal((90m, "18000/200"), (item.Actual.Actual, item.Actual.Formula));
    }

    [Theory]
    [InlineData(149, false)]
    [InlineData(150, false)]
    [InlineData(151, true)]
    public void Fewer_cases_than_the_KPI_asks_for_are_marked_and_change_nothing(int minimum, bool isThin)
    {
        var item = Throughout.By(Kpi(1) with { MinimumSample = minimum }, Higher, 100)
            .With(Monthly(1, 10, 90, 100), Monthly(1, 11, 90, 50)).Score().FirstItems()[0];

        Assert.Equal((isThin, 90m), (item.Actual!.IsThin, item.Score!.Score));
    }

    [Fact]
    public void Where_a_size_is_missing_the_figures_themselves_are_counted() => Assert.True(
        Throughout.By(Kpi(1) with { MinimumSample = 3 }, Higher, 100)
            .With(Monthly(1, 10, 90, 1000), Monthly(1, 11, 90)).Score().FirstItems()[0].Actual!.IsThin);

    [Fact]
    public void Day_figures_of_days_left_out_count_nowhere() => Assert.Equal(
        [460],
        Throughout.OnLeave(LeaveKind.Sick, Nth(47), Nth(92)).By(Kpi(1, KpiPeriod.Day, KpiAggregation.Sum), Higher, 100)
            .With(Daily(1, Nth(46), 230), Daily(1, Nth(47), 1000)).Actuals());

    [Fact]
    public void Day_figures_of_a_short_stretch_go_with_its_days() => Assert.Equal(
        [150],
        Person((Here, 14), (There, 78)).By(Kpi(1, KpiPeriod.Day, KpiAggregation.Sum), Higher, 100)
            .With(Daily(1, Nth(14), 50), Daily(1, Nth(15), 100)).Actuals());

    [Fact]
    public void A_monthly_sum_is_spread_over_the_days_the_person_was_there()
    {
        // October 31 days to the first; November 15 and 15 days; December 31 days to the second.
        var input = Halves.By(Kpi(1, aggregation: KpiAggregation.Sum), Higher, 100)
            .With(Monthly(1, 10, 310), Monthly(1, 11, 60), Monthly(1, 12, 200));

        Assert.Equal([680, 460], input.Actuals());
        Assert.Equal("92·(310·31/31 + 60·15/30)/46", input.Score().FirstItems()[0].Actual!.Formula);
        Assert.Equal([(31, 31), (15, 30)], input.Score().FirstItems()[0].Actual!.Used.Select(x => (x.Days!.Value, x.OfDays!.Value)));
    }

    [Fact]
    public void Spreading_and_scaling_are_one_fraction_divided_once()
    {
        // 10 in 7 of 30 days and 1 in 31 of 31, in 38 of 92 days: 92·(10·7·31 + 1·31·30)/(38·30·31).
        var raw = Person((Here, 38), (There, 54)).By(Kpi(1, aggregation: KpiAggregation.Sum), Higher, 100)
            .With(Monthly(1, 10, 1), Monthly(1, 11, 10)).Score().FirstItems()[0].Actual!.Raw;

        Assert.Equal((92m * ((10 * 7 * 31) + (31 * 30)), 38m * 30 * 31), (raw.Numerator, raw.Denominator));
    }

    [Fact]
    public void Of_leave_in_a_month_the_whole_figure_falls_on_the_days_left() => Assert.Equal(
        [127.7778m],
        Throughout.OnLeave(LeaveKind.Sick, Day(11, 1), Day(11, 20)).By(Kpi(1, aggregation: KpiAggregation.Sum, decimals: 4), Higher, 100)
            .With(Monthly(1, 11, 100)).Actuals());

    [Fact]
    public void A_departments_sum_is_spread_over_all_days_of_its_period()
    {
        var input = Throughout.OnLeave(LeaveKind.Sick, Day(11, 1), Day(11, 30))
            .By(Kpi(1, aggregation: KpiAggregation.Sum), Higher, 100, ItemScope.Department)
            .With(Monthly(1, 10, 310, department: 1), Monthly(1, 11, 3000, department: 1), Monthly(1, 12, 310, department: 1));

        Assert.Equal([920], input.Actuals());
    }

    [Fact]
    public void A_sum_of_the_quarter_is_spread_evenly()
    {
        Assert.Equal([600, 600], Halves.By(Kpi(1, KpiPeriod.Quarter, KpiAggregation.Sum), Higher, 100).With(Quarterly(1, 600)).Actuals());
        Assert.Equal([300], Throughout.By(Kpi(1, KpiPeriod.Quarter, KpiAggregation.Sum), Higher, 100).With(Quarterly(1, 300)).Actuals());
    }

    [Fact]
    public void A_KPI_may_switch_the_scaling_off() => Assert.Equal(
        [300, 300],
        Halves.By(Kpi(1, KpiPeriod.Quarter, KpiAggregation.Sum) with { ScalesToQuarter = false }, Higher, 100).With(Quarterly(1, 600)).Actuals());

    [Fact]
    public void A_month_of_equal_days_belongs_to_the_earlier_segment() => Assert.Equal(
        [80, 100],
        Halves.By(Kpi(1), Higher, 100).With(Monthly(1, 10, 90), Monthly(1, 11, 70), Monthly(1, 12, 100)).Actuals());

    [Fact]
    public void A_segment_without_a_month_takes_that_of_its_longest_and_the_earlier_of_equals()
    {
        // The second has 15 days each of October and November, and of neither the most.
        var input = Person((Here, 16), (There, 30), (Here, 15), (Elsewhere, 31)).By(Kpi(1), Higher, 100)
            .With(Monthly(1, 10, 90), Monthly(1, 11, 70), Monthly(1, 12, 100));

        Assert.Equal([80, 90, 100], input.Actuals());
    }

    [Fact]
    public void Any_other_figure_of_the_quarter_enters_whole_in_every_segment() =>
        Assert.Equal([93, 93], Halves.By(Kpi(1, KpiPeriod.Quarter), Higher, 100).With(Quarterly(1, 93)).Actuals());

    [Fact]
    public void Counts_enter_alike_in_every_segment_and_are_never_scaled()
    {
        var events = Halves.By(Kpi(1, source: KpiSource.Events), Deduction(100, 5, 1, 0));

        Assert.Equal([0, 0], events.Actuals());
        Assert.Equal([4, 4], (events with { Counts = [new(1, null, 4, 0)] }).Actuals());
        Assert.Equal(85, (events with { Counts = [new(1, null, 4, 0)] }).Total());
    }

    [Theory]
    [InlineData(TrainingMeasure.CompletionRate, 9, 12, 75)]
    [InlineData(TrainingMeasure.Hours, 12.5, 3, 12.5)]
    [InlineData(TrainingMeasure.Hours, 0, 0, 0)]
    [InlineData(TrainingMeasure.Result, 172, 2, 86)]
    public void Training_is_a_rate_a_sum_or_a_mean(TrainingMeasure measure, decimal sum, int count, decimal actual) => Assert.Equal(
        [actual], (Throughout.By(OfTraining(measure), Higher, 100) with { Counts = [new(1, null, sum, count)] }).Actuals());

    [Fact]
    public void A_share_of_nothing_is_set_aside_and_a_mean_of_nothing_is_missing()
    {
        var share = Throughout.By(OfTraining(TrainingMeasure.CompletionRate), Higher, 100) with { Counts = [new(1, null, 0, 0)] };
        var mean = Throughout.By(OfTraining(TrainingMeasure.Result), Higher, 100) with { Counts = [new(1, null, 0, 0)] };

        Assert.Equal(SetAsideReason.NothingDue, share.Score().FirstItems()[0].SetAside);
        Assert.Equal(UnratedReason.TooLittleData, share.Score().Outcome.Unrated);
        Assert.True(mean.Score().FirstItems()[0].IsMissing);
        Assert.Null(mean.Score().Outcome.Unrated);
    }

    [Fact]
    public void A_departments_figures_are_those_of_the_one_headed_on_the_last_day_of_the_period()
    {
        var input = Throughout.By(Kpi(1), Higher, 100, ItemScope.Department)
            .With(Monthly(1, 10, 60, department: 1), Monthly(1, 11, 70, department: 1), Monthly(1, 12, 80, department: 1))
            .With(Monthly(1, 10, 90, department: 8), Monthly(1, 11, 100, department: 8), Monthly(1, 12, 95, department: 8)) with
        {
            Headships = [new(8, Day(10, 15), Day(11, 29))],
        };

        // October of the department headed; November and December of the segment's.
        Assert.Equal([80], input.Actuals());
        Assert.Equal([90, 70, 80], input.Score().FirstItems()[0].Actual!.Used.Select(x => x.Value));
    }

    [Fact]
    public void Who_heads_several_departments_on_a_day_is_taken_to_head_the_first_in_the_order()
    {
        var spans = Gen.Select(Gen.Long[1, 4], Gen.Int[-20, 110], Gen.Int[0, 60], Gen.Bool).Array[0, 5];
        spans.Sample(drawn =>
        {
            var terms = drawn.Select(x => new Headship(x.Item1, Nth(x.Item2), x.Item4 ? null : Nth(x.Item2 + x.Item3))).ToList();
            var quarter = Q4;
            var meant = Headship.OneADay(terms, quarter, x => (int)-x);

            Assert.All(meant, x => Assert.True(quarter.Holds(x.From) && quarter.Holds(x.To!.Value)));
            for (var day = quarter.FirstDay; day <= quarter.LastDay; day = day.AddDays(1))
            {
                Assert.Equal(
                    terms.Where(x => x.HoldsOn(day)).Select(x => (long?)x.DepartmentId).Max(), meant.SingleOrDefault(x => x.HoldsOn(day))?.DepartmentId);
            }
        });
    }

    [Fact]
    public void Own_and_department_figures_are_never_mixed() => Assert.Equal(
        [null], Throughout.By(Kpi(1), Higher, 100).With(Monthly(1, 10, 60, department: 1)).Actuals());

    [Fact]
    public void The_actual_is_rounded_to_the_decimals_of_the_KPI_and_that_number_is_scored()
    {
        var item = Throughout.By(Kpi(1, decimals: 0), Higher, 100).With(Monthly(1, 10, 90), Monthly(1, 11, 91)).Score().FirstItems()[0];

        Assert.Equal((91m, 91m), (item.Actual!.Actual, item.Score!.Score));
    }

    [Fact]
    public void In_a_running_quarter_sums_are_brought_to_the_full_quarter_from_the_days_until_now()
    {
        var input = Throughout.By(Kpi(1, KpiPeriod.Day, KpiAggregation.Sum), Higher, 600).With(Daily(1, Nth(5), 100), Daily(1, Nth(23), 50)) with
        {
            AsOf = Nth(23),
        };

        Assert.Equal([600], input.Actuals());
        Assert.True(input.Score().IsProvisional);
    }

    private static KpiFacts OfTraining(TrainingMeasure measure) => Kpi(1, source: KpiSource.Training) with { TrainingMeasure = measure };
}
