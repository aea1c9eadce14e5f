using CsCheck;
using Training.Domain.Kpis;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Kpis;

public class NextStepTests
{
    [Fact]
    public void A_ratio_asks_for_the_target_and_then_for_the_cap()
    {
        Is((95, 100), Higher, 93.1m, 95);
        Is((114, 120), Higher, 95, 95);
        Is(null, Higher, 114, 95);
        Is((15, 100), Lower, 18, 15, KpiDirection.Lower);
        Is((12.5m, 120), Lower, 15, 15, KpiDirection.Lower);
        Is(null, Lower, 0, 15, KpiDirection.Lower);
    }

    [Fact]
    public void The_step_is_rounded_to_the_side_that_earns_the_score()
    {
        Assert.Equal(new NextStep(8, 100), NextStep.Of(Higher, 5, 7.5m, 100, 0, KpiDirection.Higher));
        Assert.Equal(new NextStep(33.34m, 100), NextStep.Of(Points((0, 0), (33.3333m, 100)), 10, null, 120, 2, KpiDirection.Higher));
        Assert.Equal(new NextStep(33.33m, 100), NextStep.Of(Points((33.3333m, 100), (90, 0)), 40, null, 120, 2, KpiDirection.Lower));
    }

    [Fact]
    public void A_target_band_is_approached_from_either_side()
    {
        Is((240, 100), TargetBand, 200);
        Is((360, 100), TargetBand, 400);
        Is((360, 100), TargetBand, 400, null, KpiDirection.Lower);
        Is((240, 100), TargetBand, 200, null, KpiDirection.Lower);
        Is((240, 100), TargetBand, 100);
        Is(null, TargetBand, 300);
    }

    [Fact]
    public void Bands_ask_for_the_next_step_up_or_for_just_below_the_bound()
    {
        Is((90, 80), Bands((null, 60), (90, 80), (95, 100)), 10);
        Is((95, 100), Bands((null, 60), (90, 80), (95, 100)), 94.99m);
        Is(null, Bands((null, 60), (90, 80), (95, 100)), 95);
        Is((9.99m, 80), Bands((null, 100), (5, 80), (10, 60)), 12, null, KpiDirection.Lower);
        Is((4.99m, 100), Bands((null, 100), (5, 80), (10, 60)), 5, null, KpiDirection.Lower);
    }

    [Fact]
    public void A_deduction_asks_for_one_unit_less_or_as_many_as_show()
    {
        Is((3, 90), Deduction(100, 5, 1, 0), 4, null, KpiDirection.Lower);
        Is((1, 100), Deduction(100, 5, 1, 0), 1.5m, null, KpiDirection.Lower);
        Is(null, Deduction(100, 5, 1, 0), 1, null, KpiDirection.Lower);
        Is((12, 45), Deduction(100, 5, 1, 40), 20, null, KpiDirection.Lower);
        Is(null, Deduction(100, 0, 1, 0), 20, null, KpiDirection.Lower);
    }

    [Fact]
    public void Pass_or_fail_asks_for_the_bound()
    {
        Is((90, 100), Passes(PassRule.AtLeast), 80, 90);
        Is((2, 100), Passes(PassRule.AtMost), 3, 2, KpiDirection.Lower);
        Is((1, 100), Flag, 0);
        Is(null, Flag, 1);
    }

    [Fact]
    public void A_mark_asks_for_the_next()
    {
        Is((4, 80), Five, 3);
        Is((3.5m, 70), Five with { AllowsHalves = true }, 3);
        Is(null, Five, 5);
        Is((100, 100), Hundred, 99.5m);
    }

    [Fact]
    public void A_next_step_always_scores_more_and_is_a_figure_of_the_KPI() =>
        Gen.Select(Any, Cents(-50, 1000), Cents(1, 500), Gen.Enum<KpiDirection>()).Sample((method, actual, target, direction) =>
            NextStep.Of(method, actual, target, 120, 2, direction) is not { } step
            || (step.Score > ItemScore.Of(method, actual, target, 120).Score
                && step.Score == ItemScore.Of(method, step.Actual, target, 120).Score
                && decimal.Round(step.Actual, 2) == step.Actual));

    [Fact]
    public void Without_a_next_step_no_point_of_a_curve_scores_more() =>
        Gen.Select(Curves(rising: false), Cents(-50, 1000)).Sample((curve, actual) =>
        {
            var plain = curve with { IsRelative = null };
            var now = ItemScore.Of(plain, actual, null, 120).Score;
            return NextStep.Of(plain, actual, null, 120, 2, KpiDirection.Higher) is not null || plain.Points!.All(x => x.Score <= now);
        });

    private static void Is(
        (decimal Actual, decimal Score)? step, ScoringMethod method, decimal actual, decimal? target = null, KpiDirection direction = KpiDirection.Higher) =>
        Assert.Equal(step is { } x ? new NextStep(x.Actual, x.Score) : null, NextStep.Of(method, actual, target, 120, 2, direction));
}
