using CsCheck;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Domain.Tests.Standards;

public class StandardTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Weights in tenths of a percent: accepted exactly when they total a thousand.</summary>
    [Fact]
    public void Weights_are_accepted_when_they_total_exactly_100_and_refused_otherwise() =>
        Gen.Select(Gen.Int[1, 400].Array[1, 6], Gen.Bool).Sample((tenths, isToFit) =>
        {
            if (isToFit && tenths.Sum() < 1000)
            {
                tenths = [.. tenths, 1000 - tenths.Sum()];
            }

            var content = Content(Level(3, [.. tenths.Select(x => x / 10m)]));
            var refused = Caught(() => Standard.Create("CSM", content));
            Assert.Equal(tenths.Sum() == 1000 ? null : StandardRefusals.WeightsNotHundred, refused?.Refusal);
        });

    [Fact]
    public void Content_that_is_wrong_is_refused_with_its_place()
    {
        Refused(StandardRefusals.WeightsNotHundred, "levels[1].functions", Level(3, 100), Level(2, 60, 39.9m));
        Refused(StandardRefusals.WeightsNotHundred, "levels[0].functions", Level(3));
        Refused(StandardRefusals.WeightOutOfRange, "levels[0].functions[1].weightPercent", Level(3, 100, 0));
        Refused(StandardRefusals.WeightOutOfRange, "levels[0].functions[0].weightPercent", Level(3, 33.33m, 66.67m));
        Refused(StandardRefusals.WeightOutOfRange, "levels[0].functions[0].weightPercent", Level(3, -20, 120));
        Refused(StandardRefusals.LevelOutOfRange, "levels[0].level", Level(6, 100));
        Refused(StandardRefusals.LevelTwice, "levels[1].level", Level(3, 100), Level(3, 100));
        var twice = Level(3, 50, 50);
        Refused(StandardRefusals.FunctionTwice, "levels[0].functions[1].number", twice with { Functions = [.. twice.Functions.Select(x => x with { Number = 1 })] });
        Refused(StandardRefusals.FunctionOutOfRange, "levels[0].functions[0].number", twice with { Functions = [.. twice.Functions.Select(x => x with { Number = 0 })] });
        var exam = new ExaminationRules([new("理论", null)], [], 100, 101, 2, []);
        var refused = Caught(() => Standard.Create("CSM", Content(Level(3, 100)) with { Examination = exam }));
        Assert.Equal((StandardRefusals.PassMarkAboveFull, "examination.passMark"), (refused?.Refusal, refused?.Field));
    }

    [Fact]
    public void The_edition_in_force_stays_as_it_is_while_the_next_is_written_and_after_it_is_published()
    {
        var standard = Standard.Create(" csm ", Content(Level(3, 100)));
        Assert.Equal(("CSM", StandardState.Draft), (standard.Code, standard.State));
        standard.Publish(Now);
        standard.Write(Content(Level(3, 40, 60)));
        standard.Write(Content(Level(3, 30, 70), Level(2, 100)));

        Assert.Equal(StandardState.InRevision, standard.State);
        Assert.Equal(100, Assert.Single(Assert.Single(standard.InForce!.Levels).Functions).WeightPercent);
        standard.Publish(Now.AddDays(1));

        Assert.Equal((2, StandardState.InForce), (standard.InForce!.Number, standard.State));
        Assert.Equal([30, 70], standard.InForce.Levels.Single(x => x.Level == 3).Functions.Select(x => x.WeightPercent));
        Assert.Equal([100m], standard.Editions.First().Levels.Single().Functions.Select(x => x.WeightPercent));
    }

    [Fact]
    public void What_is_not_being_written_can_neither_be_published_nor_thrown_away()
    {
        var standard = Standard.Create("CSM", Content(Level(3, 100)));
        standard.Publish(Now);

        Assert.Equal(StandardRefusals.NotInThisState, Caught(() => standard.Publish(Now))?.Refusal);
        Assert.Equal(StandardRefusals.NotInThisState, Caught(standard.Discard)?.Refusal);
        standard.Write(Content(Level(3, 50, 50)));
        standard.Discard();
        Assert.Equal([1], standard.Editions.Select(x => x.Number));
    }

    [Fact]
    public void A_refused_content_changes_nothing()
    {
        var standard = Standard.Create("CSM", Content(Level(3, 100)));

        Assert.NotNull(Caught(() => standard.Write(Content(Level(3, 99)))));

        Assert.Equal(100, standard.Draft!.Levels.Single().Functions.Single().WeightPercent);
    }

    private static StandardContent Content(params StandardLevelContent[] levels) => new(new("标准", "Standard"), null, null, null, levels);

    private static StandardLevelContent Level(int level, params decimal[] weights) => new(
        level, new("师", null), new("国家职业资格", null), [],
        [.. weights.Select((x, i) => new StandardFunctionContent(i + 1, new("职能", null), x, false, []))]);

    private static void Refused(Refusal refusal, string place, params StandardLevelContent[] levels)
    {
        var caught = Caught(() => Standard.Create("CSM", Content(levels)));
        Assert.Equal((refusal, place), (caught?.Refusal, caught?.Field));
    }

    private static RuleViolation? Caught(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RuleViolation violation)
        {
            return violation;
        }
    }
}
