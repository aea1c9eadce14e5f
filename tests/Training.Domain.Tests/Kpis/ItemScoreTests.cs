using CsCheck;
using Training.Domain.Kpis;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Kpis;

/// <summary>Scores of single items, scoring 1.4. The numbers in the names are those of the worked examples.</summary>
public class ItemScoreTests
{
    private static readonly Gen<decimal> Actual = Cents(-50, 2000);
    private static readonly Gen<decimal> Target = Cents(0, 500).Where(x => x > 0);
    private static readonly Gen<decimal> Cap = Cents(100, 200);

    [Fact]
    public void Example_1_ratio_higher_of_93_1_against_95_is_98_00() => Is(98.00m, Higher, 93.1m, 95);

    [Fact]
    public void Example_2_ratio_lower_of_18_against_15_is_83_33() => Is(83.33m, Lower, 18, 15);

    [Fact]
    public void Example_3_a_target_band_at_400_is_66_67() => Is(66.67m, TargetBand, 400);

    [Fact]
    public void Example_4_bands_are_100_00_at_95_and_80_00_just_below()
    {
        Is(100.00m, Bands((null, 60), (90, 80), (95, 100)), 95);
        Is(80.00m, Bands((null, 60), (90, 80), (95, 100)), 94.99m);
    }

    [Fact]
    public void Example_5_a_deduction_of_5_per_unit_above_1_at_4_is_85_00() => Is(85.00m, Deduction(100, 5, 1, 0), 4);

    [Fact]
    public void Example_6_ratio_higher_of_70_against_50_is_capped_at_120_00() => Is(120.00m, Higher, 70, 50);

    [Fact]
    public void Example_13_points_to_90_03_at_five_sixths_is_75_03() => Is(75.03m, Points((0, 0), (6, 90.03m)), 5);

    [Theory]
    [InlineData(0, 120)]
    [InlineData(-5, 120)]
    [InlineData(15, 100)]
    [InlineData(10, 120)]
    public void Ratio_lower_with_nothing_or_less_gives_the_cap(decimal actual, decimal score) => Is(score, Lower, actual, 15);

    [Fact]
    public void Ratio_higher_counts_a_negative_actual_as_0() => Is(0, Higher, -93.1m, 95);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(180, 0)]
    [InlineData(240, 100)]
    [InlineData(300, 100)]
    [InlineData(360, 100)]
    [InlineData(480, 0)]
    [InlineData(1000, 0)]
    [InlineData(-1, 0)]
    [InlineData(210, 50)]
    public void A_curve_is_flat_outside_and_between_neighbours_of_one_score(decimal actual, decimal score) => Is(score, TargetBand, actual);

    [Fact]
    public void A_falling_curve_is_flat_outside_at_its_own_ends()
    {
        var falling = Points((10, 110), (20, 40));

        Is(110, falling, 5);
        Is(40, falling, 25);
        Is(75, falling, 15);
    }

    [Fact]
    public void A_relative_curve_takes_the_share_of_the_target_unrounded()
    {
        var curve = Points((0, 0), (100, 100)) with { IsRelative = true };

        Is(33.33m, curve, 1, 3);
        Is(66.67m, curve, 2, 3);
        Assert.Equal(new(100 * 100, 100 * 3), ItemScore.Of(curve, 1, 3, 120).Raw);
    }

    [Fact]
    public void Relative_bands_reach_a_step_exactly_where_the_share_does()
    {
        var bands = Bands((null, 0), (33.33m, 50), (100, 100)) with { IsRelative = true };

        Is(50, bands, 1, 3);
        Is(100, bands, 3, 3);
        Is(0, bands, 0.9998m, 3);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 100)]
    [InlineData(1.5, 97.5)]
    [InlineData(13, 40)]
    [InlineData(50, 40)]
    [InlineData(-3, 100)]
    public void A_deduction_costs_nothing_up_to_the_allowance_and_stops_at_the_floor(decimal actual, decimal score) =>
        Is(score, Deduction(100, 5, 1, 40), actual);

    [Theory]
    [InlineData(PassRule.AtLeast, 90, 100)]
    [InlineData(PassRule.AtLeast, 89.99, 0)]
    [InlineData(PassRule.AtMost, 90, 100)]
    [InlineData(PassRule.AtMost, 90.01, 0)]
    [InlineData(PassRule.Flag, 1, 100)]
    [InlineData(PassRule.Flag, 0, 0)]
    public void Pass_or_fail_is_100_or_0(PassRule rule, decimal actual, decimal score) => Is(score, Passes(rule), actual, 90);

    [Fact]
    public void A_mark_of_the_scale_of_five_counts_20_each_and_one_of_100_itself()
    {
        Is(80, Five, 4);
        Is(70, Five, 3.5m);
        Is(86.25m, Hundred, 86.25m);
    }

    [Theory]
    [InlineData(100.005, 100.01)]
    [InlineData(0.005, 0.01)]
    [InlineData(0.004, 0)]
    public void Half_a_hundredth_is_rounded_away_from_zero(decimal mark, decimal score) => Is(score, Hundred, mark);

    [Fact]
    public void The_cap_is_that_of_the_item()
    {
        Assert.Equal(140, ItemScore.Of(Higher, 70, 50, 150).Score);
        Assert.Equal(100, ItemScore.Of(Higher, 70, 50, 100).Score);
        Assert.Equal(133.33m, ItemScore.Of(Lower, 0, 50, 133.33m).Score);
    }

    [Fact]
    public void The_formula_stands_with_its_numbers()
    {
        Assert.Equal("(100·93.1)/95", Formula(Higher, 93.10m, 95));
        Assert.Equal("(100·15)/18", Formula(Lower, 18, 15));
        Assert.Equal("0 → 120", Formula(Lower, -2, 15));
        Assert.Equal("100 + (400 − 360)·(0 − 100)/(480 − 360)", Formula(TargetBand, 400));
        Assert.Equal("0 + ((100·1)/3 − (-10))·(100 − 0)/(100 − (-10))", Formula(Points((-10, 0), (100, 100)) with { IsRelative = true }, 1, 3));
        Assert.Equal("94.99 ≥ 90 → 80", Formula(Bands((null, 60), (90, 80), (95, 100)), 94.99m));
        Assert.Equal("5 < 90 → 60", Formula(Bands((null, 60), (90, 80), (95, 100)), 5));
        Assert.Equal("max(0, 100 − 5·max(0, 4 − 1))", Formula(Deduction(100, 5, 1, 0), 4));
        Assert.Equal("89 < 90 → 0", Formula(Passes(PassRule.AtLeast), 89, 90));
        Assert.Equal("20·4", Formula(Five, 4));
    }

    [Fact]
    public void Every_score_lies_between_0_and_the_cap() => Gen.Select(Any, Actual, Target, Cap).Sample((method, actual, target, cap) =>
        ItemScore.Of(method, actual, target, cap).Score is var score && score >= 0 && score <= cap);

    [Fact]
    public void Rising_points_never_give_a_lower_score_for_a_higher_actual() =>
        Gen.Select(Gen.OneOf(Curves(rising: true), Steps(rising: true)), Actual, Actual, Target).Sample((method, one, other, target) =>
            ItemScore.Of(method, Math.Min(one, other), target, 120).Score <= ItemScore.Of(method, Math.Max(one, other), target, 120).Score);

    [Fact]
    public void The_better_figure_never_scores_less_by_ratio() =>
        Gen.Select(Gen.Enum<KpiDirection>(), Actual, Actual, Target).Sample((direction, one, other, target) =>
        {
            var (low, high) = (Score(Math.Min(one, other)), Score(Math.Max(one, other)));
            return direction == KpiDirection.Higher ? low <= high : low >= high;

            decimal Score(decimal actual) => ItemScore.Of(Ratio(direction), actual, target, 120).Score;
        });

    [Fact]
    public void A_curve_meets_its_points() => Curves(rising: false).Sample(curve => curve.Points!.All(point =>
        ItemScore.Of(curve with { IsRelative = null }, point.X, null, 120).Score == point.Score));

    private static string Formula(ScoringMethod method, decimal actual, decimal? target = null) =>
        ItemScore.Of(method, actual, target, 120).Formula;

    private static void Is(decimal score, ScoringMethod method, decimal actual, decimal? target = null) =>
        Assert.Equal(score, ItemScore.Of(method, actual, target, 120).Score);
}
