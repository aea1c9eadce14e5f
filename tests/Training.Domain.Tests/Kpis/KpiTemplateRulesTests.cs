using CsCheck;
using Training.Domain.Kpis;
using Training.Domain.Rules;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Kpis;

public class KpiTemplateRulesTests
{
    [Fact]
    public void A_template_of_each_method_has_no_fault() => Assert.Empty(KpiTemplateRules.Faults(Template(Section(
        100,
        Item(1, Higher, 20) with { Target = 95, Ceiling = new("C", 60) },
        Item(2, TargetBand, 20),
        Item(3, Bands((null, 60), (90, 80), (95, 100)), 10),
        Item(4, Deduction(100, 5, 1, 0), 10),
        Item(5, Passes(PassRule.AtMost), 10) with { Target = 0 },
        Item(6, Five with { AllowsHalves = true }, 10),
        Item(7, Hundred, 10),
        Item(8, Points((80, 0), (100, 100)) with { IsRelative = true }, 10) with { Target = 0.5m }))));

    [Theory]
    [InlineData(99.99)]
    [InlineData(100.01)]
    public void The_sections_total_exactly_100_and_the_total_is_told(decimal weight)
    {
        var fault = KpiTemplateRules.Faults(Template(Section(weight - 30, Item(1, Hundred, 100)), Section(30, Item(2, Hundred, 100)))).Single();

        Assert.Equal((KpiTemplateRefusals.SectionsNotHundred, "sections"), (fault.Refusal, fault.Field));
        Assert.Equal([("total", (object)weight)], fault.Values!);
    }

    [Fact]
    public void The_items_of_each_section_total_exactly_100()
    {
        var faults = KpiTemplateRules.Faults(Template(
            Section(50, Item(1, Hundred, 33.33m), Item(2, Hundred, 33.33m), Item(3, Hundred, 33.33m)),
            Section(50, Item(4, Hundred, 33.33m), Item(5, Hundred, 33.33m), Item(6, Hundred, 33.34m))));

        Assert.Equal((KpiTemplateRefusals.ItemsNotHundred, "sections[0].items"), faults.Select(x => (x.Refusal, x.Field)).Single());
        Assert.Contains(("total", 99.99m), faults[0].Values.Select(x => (x.Name, x.Value as decimal? ?? 0)));
    }

    [Fact]
    public void A_level_without_anything_totals_0()
    {
        Assert.Equal([("kpiTemplate.sectionsNotHundred", "sections")], Told(Template()));
        Assert.Equal([("kpiTemplate.itemsNotHundred", "sections[0].items")], Told(Template(Section(100))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100.01)]
    [InlineData(33.333)]
    public void A_weight_is_above_0_with_two_decimals_at_most(decimal weight) => Assert.Contains(
        ("kpiTemplate.weightOutOfRange", "sections[0].items[0].weight"), Told(Template(Section(100, Item(1, Hundred, weight)))));

    [Fact]
    public void Weights_beyond_all_sense_are_faults_and_nothing_breaks() => Assert.Equal(
        ["kpiTemplate.weightOutOfRange", "kpiTemplate.weightOutOfRange", "kpiTemplate.weightOutOfRange"],
        Told(Template(Section(decimal.MaxValue, Item(1, Hundred, decimal.MaxValue), Item(2, Hundred, decimal.MaxValue)))).Select(x => x.Code));

    [Fact]
    public void A_KPI_stands_once_in_a_template() => Assert.Equal(
        [("kpiTemplate.kpiTwice", "sections[1].items[0].kpiId")],
        Told(Template(Section(50, Item(1, Hundred, 100)), Section(50, Item(1, Hundred, 100)))));

    [Theory]
    [InlineData(99.99)]
    [InlineData(200.01)]
    [InlineData(120.005)]
    public void A_cap_lies_between_100_and_200(decimal cap) =>
        Assert.Equal([("kpiTemplate.capOutOfRange", "cap")], OfItem(Item(1, Hundred) with { Cap = cap }));

    [Fact]
    public void Points_rise_strictly_and_score_within_the_cap()
    {
        Is("points[1].x", KpiTemplateRefusals.NotRising, Points((1, 0), (1, 100)));
        Is("points[2].x", KpiTemplateRefusals.NotRising, Points((1, 0), (5, 100), (4, 110)));
        Is("points[1].score", KpiTemplateRefusals.ScoreOutOfRange, Points((1, 0), (2, 120.01m)));
        Is("points[0].score", KpiTemplateRefusals.ScoreOutOfRange, Points((1, -1), (2, 100)));
        Is("points[0].score", KpiTemplateRefusals.ScoreOutOfRange, Points((1, 0.001m), (2, 100)));
        Is("points[0].x", KpiTemplateRefusals.FigureOutOfRange, Points((0.00001m, 0), (2, 100)));
        Is("points[1].x", KpiTemplateRefusals.FigureOutOfRange, Points((0, 0), (1_000_000_000, 100)));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_curve_has_2_to_20_points(int count, bool isTaken)
    {
        var curve = Points([.. Enumerable.Range(0, count).Select(x => ((decimal)x, (decimal)x))]);
        var bands = Bands([.. Enumerable.Range(0, count).Select(x => (x == 0 ? (decimal?)null : x, (decimal)x))]);

        Assert.Equal(isTaken ? [] : [("kpiTemplate.pointsCount", "method.points")], OfItem(Item(1, curve)));
        Assert.Equal(isTaken ? [] : [("kpiTemplate.stepsCount", "method.steps")], OfItem(Item(1, bands)));
    }

    [Fact]
    public void Steps_rise_strictly_from_one_without_a_bound()
    {
        Is("steps[0].from", KpiTemplateRefusals.FirstStepBounded, Bands((0, 60), (90, 80)));
        Is("steps[2].from", KpiTemplateRefusals.StepUnbounded, Bands((null, 60), (90, 80), (null, 100)));
        Is("steps[2].from", KpiTemplateRefusals.NotRising, Bands((null, 60), (90, 80), (90, 100)));
        Is("steps[1].score", KpiTemplateRefusals.ScoreOutOfRange, Bands((null, 60), (90, 121)));
    }

    [Fact]
    public void A_deduction_takes_nothing_below_0_and_a_floor_not_above_its_start()
    {
        Is("start", KpiTemplateRefusals.ScoreOutOfRange, Deduction(121, 5, 1, 0));
        Is("pointsPerUnit", KpiTemplateRefusals.BelowZero, Deduction(100, -5, 1, 0));
        Is("allowance", KpiTemplateRefusals.BelowZero, Deduction(100, 5, -1, 0));
        Is("floor", KpiTemplateRefusals.ScoreOutOfRange, Deduction(100, 5, 1, -1));
        Is("floor", KpiTemplateRefusals.FloorAboveStart, Deduction(100, 5, 1, 100.01m));
        Assert.Empty(OfItem(Item(1, Deduction(100, 5, 0, 100))));
    }

    [Fact]
    public void A_scale_of_five_has_five_texts()
    {
        Is("anchors", KpiTemplateRefusals.ParameterMissing, Five with { Anchors = null });
        Is("anchors", KpiTemplateRefusals.AnchorsNotFive, Five with { Anchors = [.. Five.Anchors!.Take(4)] });
        Is("anchors", KpiTemplateRefusals.AnchorsNotFive, Five with { Anchors = [.. Five.Anchors!.Take(4), Five.Anchors![0]] });
        var blank = Five.Anchors!.Select(x => x.Mark == 3 ? new RatingAnchor(3, new(" ", null)) : x);
        Is("anchors[2].text", KpiTemplateRefusals.AnchorBlank, Five with { Anchors = [.. blank] });
        Is("anchors", KpiTemplateRefusals.ParameterNotOfKind, Hundred with { Anchors = Five.Anchors });
        Is("allowsHalves", KpiTemplateRefusals.ParameterNotOfKind, Hundred with { AllowsHalves = true });
    }

    [Fact]
    public void A_method_has_its_own_parameters_and_no_others()
    {
        Is("direction", KpiTemplateRefusals.ParameterMissing, new(ScoringMethodKind.Ratio), 1);
        Is("points", KpiTemplateRefusals.ParameterMissing, new(ScoringMethodKind.Points));
        Is("steps", KpiTemplateRefusals.ParameterMissing, new(ScoringMethodKind.Bands));
        Is("passes", KpiTemplateRefusals.ParameterMissing, new(ScoringMethodKind.PassFail));
        Is("scale", KpiTemplateRefusals.ParameterMissing, new(ScoringMethodKind.Rating));
        Assert.Equal(["method.start", "method.pointsPerUnit"], OfItem(Item(1, new(ScoringMethodKind.Deduction))).Select(x => x.Place));
        Is("points", KpiTemplateRefusals.ParameterNotOfKind, Higher with { Points = [] }, 1);
        Is("isRelative", KpiTemplateRefusals.ParameterNotOfKind, Higher with { IsRelative = true }, 1);
        Is("floor", KpiTemplateRefusals.ParameterNotOfKind, TargetBand with { Floor = 0 });
        Is("direction", KpiTemplateRefusals.ParameterNotOfKind, TargetBand with { Direction = KpiDirection.Lower });
    }

    [Fact]
    public void A_target_that_is_divided_by_is_above_0_and_stands_only_where_it_is_asked_for()
    {
        Assert.Equal(["kpiTemplate.targetMissing"], OfTarget(Higher, null));
        Assert.Equal(["kpiTemplate.targetNotAboveZero"], OfTarget(Lower, 0));
        Assert.Equal(["kpiTemplate.targetNotAboveZero"], OfTarget(TargetBand with { IsRelative = true }, -1));
        Assert.Equal(["kpiTemplate.targetMissing"], OfTarget(Passes(PassRule.AtLeast), null));
        Assert.Equal(["kpiTemplate.targetNotOfKind"], OfTarget(Flag, 1));
        Assert.Equal(["kpiTemplate.targetNotOfKind"], OfTarget(TargetBand, 300));
        Assert.Equal(["kpiTemplate.figureOutOfRange"], OfTarget(Higher, 0.00001m));
        Assert.Empty(OfTarget(Passes(PassRule.AtMost), -5));
        Assert.Empty(OfTarget(Higher, 0.0001m));
    }

    [Fact]
    public void A_ceiling_names_a_grade_and_a_threshold_that_can_be_missed()
    {
        Assert.Equal([("kpiTemplate.ceilingGrade", "ceiling.grade")], OfItem(Item(1, Hundred) with { Ceiling = new(" ", 60) }));
        Assert.Equal([("kpiTemplate.ceilingOutOfRange", "ceiling.below")], OfItem(Item(1, Hundred) with { Ceiling = new("C", 0) }));
        Assert.Equal([("kpiTemplate.ceilingOutOfRange", "ceiling.below")], OfItem(Item(1, Hundred) with { Ceiling = new("C", 120.01m) }));
        Assert.Empty(OfItem(Item(1, Hundred) with { Ceiling = new("C", 120) }));
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var refused = Assert.Throws<RuleViolation>(() => KpiTemplateRules.Check(Template(
            Section(70, Item(1, Points((1, 0), (1, 200)), 60), Item(2, Lower, 39.99m)), Section(20, Item(1, Hundred, 100)))));

        Assert.Equal(
            [
                "sections", "sections[0].items", "sections[0].items[0].method.points[1].score", "sections[0].items[0].method.points[1].x",
                "sections[0].items[1].target", "sections[1].items[0].kpiId",
            ],
            refused.Others.Append(refused).Select(x => x.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(3.5, false)]
    [InlineData(0, false)]
    [InlineData(5.5, false)]
    [InlineData(6, false)]
    public void Marks_of_five_are_whole_unless_halves_are_allowed(decimal mark, bool isTaken)
    {
        Assert.Equal(isTaken, RatingMarks.Has(Five, mark));
        Assert.Equal(isTaken || mark == 3.5m, RatingMarks.Has(Five with { AllowsHalves = true }, mark));
        Assert.Equal(mark >= 0, RatingMarks.Has(Hundred, mark));
    }

    [Fact]
    public void A_mark_of_a_hundred_has_two_decimals_at_most()
    {
        Assert.True(RatingMarks.Has(Hundred, 99.99m));
        Assert.False(RatingMarks.Has(Hundred, 99.999m));
        Assert.False(RatingMarks.Has(Hundred, 100.01m));
        Assert.Equal("marks[2].value", RatingMarks.FaultOf(Hundred, 101, "marks[2].value")?.Field);
    }

    [Fact]
    public void Whatever_is_without_fault_can_be_scored() => Gen.Select(Any, Cents(-500, 1000), Cents(1, 500)).Sample((method, actual, target) =>
    {
        decimal? asked = KpiTemplateRules.TargetFaults(method, null, "target").Count > 0 ? target : null;
        Assert.Empty(OfItem(Item(1, method) with { Target = asked }));
        _ = ItemScore.Of(method, actual, asked, 120);
    });

    private static IEnumerable<string> OfTarget(ScoringMethod method, decimal? target) =>
        KpiTemplateRules.TargetFaults(method, target, "target").Select(x => x.Refusal.Code);

    private static void Is(string place, Refusal refusal, ScoringMethod method, decimal? target = null) =>
        Assert.Equal([(refusal.Code, $"method.{place}")], OfItem(Item(1, method) with { Target = target }));

    private static List<(string Code, string Place)> OfItem(TemplateItemContent item) =>
        [.. Told(Template(Section(100, item))).Select(x => (x.Code, x.Place.Replace("sections[0].items[0].", "", StringComparison.Ordinal)))];

    private static List<(string Code, string Place)> Told(KpiTemplateContent content) =>
        [.. KpiTemplateRules.Faults(content).Select(x => (x.Refusal.Code, x.Field!))];

    private static TemplateItemContent Item(long kpiId, ScoringMethod method, decimal weight = 100) =>
        new(kpiId, weight, method, ItemScope.Own, null, 120, null, null, false);

    private static TemplateSectionContent Section(decimal weight, params TemplateItemContent[] items) => new(new("业绩", "Results"), weight, items);

    private static KpiTemplateContent Template(params TemplateSectionContent[] sections) => new(new("客服", null), 1, sections);
}
