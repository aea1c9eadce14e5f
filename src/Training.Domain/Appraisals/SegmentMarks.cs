using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>An item by which a segment is scored.</summary>
/// <param name="KpiCode">The code of its KPI.</param>
/// <param name="Method">A rating is marked, all else comes from figures.</param>
public sealed record TemplateItem(long KpiId, string KpiCode, ScoringMethod Method)
{
    public bool IsRated => Method.Kind == ScoringMethodKind.Rating;
}

/// <summary>What the marks of a segment have to be.</summary>
public static class SegmentMarks
{
    /// <summary>A mark that scores less than this is far off and says why; a proposal.</summary>
    public const decimal LowScore = 60;

    /// <summary>A mark that scores as much as this is far off and says why; a proposal.</summary>
    public const decimal HighScore = 95;

    /// <summary>Refuses, naming every place: an item that the template does not have, or twice; a mark for what comes from figures; one that
    /// its scale does not have; and of the whole also a rated item without a mark, and a mark far off without a text.</summary>
    public static void Check(IReadOnlyList<ItemMark> marks, IReadOnlyList<TemplateItem> items, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(items);
        var faults = marks.Select((x, i) => FaultOf(marks, items, i, isWhole)).OfType<RuleViolation>().ToList();
        var missing = items.Where(x => x.IsRated && marks.All(y => y.KpiId != x.KpiId || y.Value is null)).Select(x => x.KpiCode).ToArray();
        if (isWhole && missing.Length > 0)
        {
            faults.Add(AppraisalRefusals.MarksMissing.At("marks", ("count", missing.Length), ("codes", missing)));
        }

        RuleViolation.ThrowAll(faults);
    }

    /// <summary>What a mark scores by its scale, before the cap of the item.</summary>
    public static decimal ScoreOf(ScoringMethod method, decimal mark)
    {
        ArgumentNullException.ThrowIfNull(method);
        return method.Scale == RatingScale.Five ? mark * RatingMarks.MostOfHundred / RatingMarks.MostOfFive : mark;
    }

    private static RuleViolation? FaultOf(IReadOnlyList<ItemMark> marks, IReadOnlyList<TemplateItem> items, int index, bool isWhole)
    {
        var (mark, place) = (marks[index], $"marks[{index}]");
        if (items.FirstOrDefault(x => x.KpiId == mark.KpiId) is not { } item)
        {
            return AppraisalRefusals.ItemUnknown.At($"{place}.kpiId", ("kpiId", mark.KpiId));
        }

        if (!item.IsRated)
        {
            return AppraisalRefusals.ItemNotRated.At($"{place}.kpiId", ("code", item.KpiCode));
        }

        if (marks.Take(index).Index().FirstOrDefault(x => x.Item.KpiId == mark.KpiId) is { Item: not null } first)
        {
            return AppraisalRefusals.ItemTwice.At($"{place}.kpiId", ("place", $"marks[{first.Index}]"));
        }

        if (mark.Value is not { } value)
        {
            return null;
        }

        return RatingMarks.FaultOf(item.Method, value, $"{place}.mark")
            ?? (isWhole && ScoreOf(item.Method, value) is < LowScore or >= HighScore && PlainText.OrNull(mark.Text) is null
                ? AppraisalRefusals.MarkUnexplained.At(
                    $"{place}.text", ("mark", value), ("code", item.KpiCode), ("low", LowScore), ("high", HighScore))
                : null);
    }
}
