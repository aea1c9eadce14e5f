using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using static Training.Domain.Tests.Appraisals.Quarters;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Appraisals;

/// <summary>The worked examples of the arithmetic beyond single items, which <c>ItemScoreTests</c> has (1–6 and 13).</summary>
public class WorkedExamplesTests
{
    private static readonly TemplateSectionContent Three = Section(100, Item(1, 40), Item(2, 35), Item(3, 25));

    private static AppraisalInput ThreeItems => Throughout.By(Three).Marked(Here, (1, 98.00m), (2, 83.33m), (3, 66.67m));

    [Fact]
    public void Example_7_items_of_40_35_and_25_percent_are_85_03() => Assert.Equal(85.03m, ThreeItems.Total());

    [Fact]
    public void Example_8_with_the_third_set_aside_91_15() => Assert.Equal(91.15m, ThreeItems.Without(3).Total());

    [Fact]
    public void Example_9_sections_of_70_20_and_10_are_87_52() => Assert.Equal(
        87.52m,
        Throughout.By(Three with { Weight = 70 }, Section(20, Item(4, 100)), Section(10, Item(5, 100)))
            .Marked(Here, (1, 98.00m), (2, 83.33m), (3, 66.67m), (4, 90), (5, 100)).Total());

    [Fact]
    public void Example_10_segments_of_41_and_51_days_are_79_14() => Assert.Equal(
        79.14m,
        Person((Here, 41), (There, 51)).By(Section(100, Item(1, 100))).Marked(Here, (1, 87.52m)).Marked(There, (1, 72.40m)).Total());

    [Fact]
    public void Example_11_88_95_adjusted_by_1_05_is_90_00_and_A_and_an_item_ceiling_makes_it_C_with_the_final_unchanged()
    {
        AppraisalInput With(ItemCeiling? ceiling) => Throughout.By(Section(100, Item(1, 10, ceiling: ceiling), Item(2, 90)))
            .Marked(Here, (1, 50), (2, 93.28m)).Adjusted(1.05m);

        var free = With(null).Score().Outcome;
        var held = With(new("C", 60)).Score().Outcome;

        Assert.Equal((88.95m, 90.00m, "A"), (free.Total!.Value, free.Final!.Value, free.Grade!));
        Assert.Equal((88.95m, 90.00m, "A", "C"), (held.Total!.Value, held.Final!.Value, held.Band!, held.Grade!));
        Assert.Equal((1, 1, 50m), (held.Cause!.KpiId, held.Cause.Segment, held.Cause.Score));
        Assert.Null(free.Cause);
    }

    [Fact]
    public void Example_12_the_average_of_93_93_and_93_4_is_93_1_and_scores_98_00()
    {
        var item = Throughout.By(Kpi(1, decimals: 1), Higher, 95)
            .With(Monthly(1, 10, 93), Monthly(1, 11, 93), Monthly(1, 12, 93.4m)).Score().FirstItems()[0];

        Assert.Equal((93.1m, 98.00m), (item.Actual!.Actual, item.Score!.Score));
        Assert.Equal("279.4/3", item.Actual.Formula);
        Assert.False(item.Actual.IsWeighted);
    }

    [Fact]
    public void Example_14_300_in_each_half_is_600_and_600_and_100_00()
    {
        var input = Person((Here, 46), (There, 46)).By(Kpi(1, KpiPeriod.Day, KpiAggregation.Sum, 0), Higher, 600)
            .With(Daily(1, Nth(3), 100), Daily(1, Nth(46), 200), Daily(1, Nth(47), 250), Daily(1, Nth(92), 50));

        Assert.Equal([600, 600], input.Actuals());
        Assert.Equal([100.00m, 100.00m], input.Totals());
        Assert.Equal(100.00m, input.Total());
        Assert.Equal("92·300/46", input.Score().FirstItems()[0].Actual!.Formula);
    }

    [Fact]
    public void Example_15_segments_of_10_12_and_70_days_are_80_00_by_the_third_alone()
    {
        var receipt = Person((Here, 10), (There, 12), (Elsewhere, 70)).By(Section(100, Item(1, 100)))
            .Marked(Here, (1, 100)).Marked(There, (1, 60)).Marked(Elsewhere, (1, 80)).Score();

        Assert.Equal(80.00m, receipt.Outcome.Total);
        Assert.Equal((Elsewhere, 70, 92), receipt.Segments.Select(x => (x.Segment.Placement, x.Segment.OwnDays, x.Days)).Single());
        Assert.Equal(
            [new GivenStretch(Here, Nth(1), Nth(10), 10, 1), new GivenStretch(There, Nth(11), Nth(22), 12, 1)],
            receipt.Plan.Given);
    }

    [Fact]
    public void Example_16_one_size_missing_makes_the_average_of_90_80_and_100_plain_90_00()
    {
        var input = Throughout.By(Kpi(1), Higher, 100)
            .With(Monthly(1, 10, 90, 100), Monthly(1, 11, 80), Monthly(1, 12, 100, 50));

        Assert.Equal([90.00m], input.Actuals());
        Assert.False(input.Score().FirstItems()[0].Actual!.IsWeighted);
    }

    [Fact]
    public void Example_17_with_55_00_of_the_weight_left_it_is_unrated_for_too_little_data()
    {
        var receipt = Throughout.By(Section(70, Item(1, 50), Item(2, 50)), Section(20, Item(3, 100)), Section(10, Item(4, 100)))
            .Marked(Here, (1, 90), (3, 90)).Without(2, 4).Score();

        Assert.Equal(55.00m, receipt.Segments[0].WeightLeft);
        Assert.False(receipt.Segments[0].Counts);
        Assert.Equal(UnratedReason.TooLittleData, receipt.Outcome.Unrated);
        Assert.Equal((null, null, null), (receipt.Outcome.Total, receipt.Outcome.Final, receipt.Outcome.Grade));
    }

    [Fact]
    public void Example_18_November_goes_to_the_second_segment_90_00_and_85_00_make_87_23()
    {
        var input = Person((Here, 41), (There, 51)).By(Kpi(1), Higher, 100)
            .With(Monthly(1, 10, 90), Monthly(1, 11, 70), Monthly(1, 12, 100));

        Assert.Equal([90.00m, 85.00m], input.Totals());
        Assert.Equal(87.23m, input.Total());
    }
}
