using Training.Domain.Kpis;
using Training.Domain.Rules;
using static Training.Domain.Rules.Decimals;

namespace Training.Domain.Appraisals;

/// <summary>Items, sections and total of one segment (scoring 1–3).</summary>
internal static class SegmentScore
{
    public static SegmentReceipt Of(AppraisalInput input, SegmentPlan plan, PlannedSegment segment)
    {
        var template = input.Templates.FirstOrDefault(x => x.PositionId == segment.Placement.PositionId);
        IReadOnlyList<SectionReceipt> sections = [.. (template?.Sections ?? []).Select(section =>
            Section(input, section.Name, section.Weight, [.. section.Items.Select(x => Item(input, plan, segment, x))]))];
        return Of(input, segment, template?.TemplateId, template?.Number, sections);
    }

    /// <summary>The segment if an item had another actual.</summary>
    public static SegmentReceipt Supposing(AppraisalInput input, SegmentReceipt receipt, long kpiId, decimal actual)
    {
        IReadOnlyList<SectionReceipt> sections = [.. receipt.Sections.Select(section => Section(input, section.Name, section.Weight,
            [.. section.Items.Select(x => x.KpiId == kpiId && x.SetAside is null ? Scored(x, Given(actual)) : x)]))];
        return Of(input, receipt.Segment, receipt.TemplateId, receipt.TemplateNumber, sections);
    }

    // (Σ sectionⱼ·Wⱼ)/(Σ Wⱼ) over what is left; an item without data leaves it open, but for a provisional score.
    private static SegmentReceipt Of(
        AppraisalInput input, PlannedSegment segment, long? templateId, int? templateNumber, IReadOnlyList<SectionReceipt> sections)
    {
        var weight = new Fraction(sections.Sum(x => x.Weight * Kept(x).Sum(item => item.Weight)), 100);
        var counts = weight.Numerator > 0 && weight.Numerator >= 100 * input.Settings.LeastWeight;
        var scored = sections.Where(x => x.Score is not null).ToList();
        var isOpen = input.AsOf is null && sections.Any(x => x.Items.Any(item => item.IsMissing));
        var raw = counts && !isOpen && scored.Count > 0 ? new Fraction(scored.Sum(x => x.Score!.Value * x.Weight), scored.Sum(x => x.Weight)) : null;
        return new(
            segment,
            segment.Days,
            templateId,
            templateNumber,
            sections,
            weight.Value,
            counts,
            raw?.Rounded(ItemScore.Decimals),
            raw is null ? null : Weighted(scored.Select(x => (x.Score!.Value, x.Weight))));
    }

    private static IEnumerable<ItemReceipt> Kept(SectionReceipt section) => section.Items.Where(x => x.SetAside is null);

    // (Σ itemᵢ·wᵢ)/(Σ wᵢ) over what is left; an item without data leaves it open, but for a provisional score.
    private static SectionReceipt Section(AppraisalInput input, Bilingual name, decimal weight, IReadOnlyList<ItemReceipt> items)
    {
        var scored = items.Where(x => x.Score is not null).Select(x => (x.Score!.Score, x.Weight)).ToList();
        var hasScore = scored.Count > 0 && (input.AsOf is not null || !items.Any(x => x.IsMissing));
        var raw = hasScore ? new Fraction(scored.Sum(x => x.Score * x.Weight), scored.Sum(x => x.Weight)) : null;
        return new(name, weight, items, raw?.Rounded(ItemScore.Decimals), raw is null ? null : Weighted(scored));
    }

    private static ItemReceipt Item(AppraisalInput input, SegmentPlan plan, PlannedSegment segment, TemplateItemContent content)
    {
        var kpi = input.Kpis.First(x => x.KpiId == content.KpiId);
        var target = input.Targets.FirstOrDefault(x => x.KpiId == kpi.KpiId && x.Placement == segment.Placement)
            ?? input.Targets.FirstOrDefault(x => x.KpiId == kpi.KpiId && x.Placement is null);
        var item = new ItemReceipt(
            kpi.KpiId, kpi.Code, kpi.Number, content.Weight, content.Scope, content.Method, target?.Target ?? content.Target, content.Cap)
        {
            Ceiling = content.Ceiling,
            // Until the score is final the target that holds meanwhile says how somebody stands.
            IsTargetOpen = input.AsOf is null && input.OpenTargets?.Any(x => x.KpiId == kpi.KpiId && x.Placement == segment.Placement) == true ? true : null,
        };
        if (input.SetAsides.FirstOrDefault(x => x.KpiId == kpi.KpiId && (x.Placement is null || x.Placement == segment.Placement)) is { } set)
        {
            return item with { IsTargetOpen = null, SetAside = SetAsideReason.NotApplicable, SetAsideNote = set.Reason, SetAsideBy = set.SignerId };
        }

        var isCounted = !item.IsRated && kpi.Source.IsCounted();
        var counted = isCounted ? QuarterCounts.For(input, segment, kpi, content.Scope) : null;
        if (isCounted && QuarterCounts.IsNothingDue(kpi, counted))
        {
            return item with { IsTargetOpen = null, SetAside = SetAsideReason.NothingDue };
        }

        var actual = item.IsRated ? Marked(input, segment, kpi)
            : isCounted ? QuarterCounts.Actual(kpi, counted)
            : new ActualOfMeasurements(input, plan, segment, kpi, content.Scope).Work();
        return Scored(item with { Aggregation = item.IsRated || isCounted ? null : kpi.Aggregation }, actual);
    }

    private static ItemReceipt Scored(ItemReceipt item, ItemActual? actual) => item with
    {
        Actual = actual,
        Score = actual is null || item.IsTargetOpen == true ? null : ItemScore.Of(item.Method, actual.Actual, item.Target, item.Cap),
    };

    // A mark has the decimals of its scale, not of the KPI.
    private static ItemActual? Marked(AppraisalInput input, PlannedSegment segment, KpiFacts kpi) =>
        input.Marks.FirstOrDefault(x => x.KpiId == kpi.KpiId && x.Placement == segment.Placement) is { } mark
            ? Given(mark.Value)
            : null;

    private static ItemActual Given(decimal value) => new(Fraction.Whole(value), Trimmed(value), Text(value));

    private static string Weighted(IEnumerable<(decimal Score, decimal Weight)> parts)
    {
        var all = parts.ToList();
        return $"({string.Join(" + ", all.Select(x => $"{Text(x.Score)}·{Text(x.Weight)}"))})/{Text(all.Sum(x => x.Weight))}";
    }
}
