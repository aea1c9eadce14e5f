using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Appraisals;

/// <summary>What can be set aside in an appraisal.</summary>
public sealed class ItemSetAsideTests
{
    private static readonly IReadOnlyDictionary<int, IReadOnlyList<TemplateItem>> Segments = new Dictionary<int, IReadOnlyList<TemplateItem>>
    {
        [1] = [Item(1), Item(2)],
        [3] = [Item(2)],
    };

    [Theory]
    [InlineData(1, null, null)]
    [InlineData(1, 1, null)]
    [InlineData(1, 3, "appraisal.itemUnknown")]
    [InlineData(9, null, "appraisal.itemUnknown")]
    [InlineData(1, 2, "appraisal.segmentUnknown")]
    [InlineData(2, 3, "appraisal.alreadySetAside")]
    [InlineData(2, 1, null)]
    [InlineData(2, null, null)]
    public void An_item_of_the_segment_is_set_aside_once(long kpi, int? segment, string? refusal) =>
        Assert.Equal(refusal, RefusalOf(kpi, segment, Aside(2, 3)));

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(3)]
    public void What_is_set_aside_everywhere_is_so_in_each_segment(int? segment) =>
        Assert.Equal("appraisal.alreadySetAside", RefusalOf(2, segment, Aside(2, null)));

    [Fact]
    public void In_every_stage_before_the_results_are_published() =>
        Assert.Equal(
            Enum.GetValues<AppraisalStage>().Where(x => x < AppraisalStage.Published),
            AppraisalLife.Table.Rows.Where(x => x.Act == AppraisalAct.SetAside && x.From == x.To).Select(x => x.From));

    private static string? RefusalOf(long kpi, int? segment, ItemSetAside kept) =>
        (Record.Exception(() => ItemSetAside.Require(kpi, segment, Segments, [kept])) as RuleViolation)?.Refusal.Code;

    private static ItemSetAside Aside(long kpi, int? segment) => ItemSetAside.Of(7, kpi, segment, "停用", 1, DateTimeOffset.UnixEpoch);

    private static TemplateItem Item(long kpi) => new(kpi, $"K{kpi}", new ScoringMethod(ScoringMethodKind.Ratio));
}
