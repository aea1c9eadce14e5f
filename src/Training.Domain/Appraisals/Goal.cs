using Training.Domain.Kpis;

namespace Training.Domain.Appraisals;

/// <summary>Where a goal stands by the figures of today.</summary>
public enum GoalState
{
    /// <summary>There are figures, and they are scored.</summary>
    Scored,

    /// <summary>No figure has come yet.</summary>
    AwaitsFigures,

    /// <summary>The supervisor marks it when the quarter is assessed.</summary>
    AwaitsMark,

    /// <summary>It counts nowhere: no course is due, or HR set it aside.</summary>
    SetAside,
}

/// <summary>An item of a person's template seen while the quarter runs: target, actual so far, what it scores, and what the next
/// step is worth.</summary>
/// <param name="Next">The next actual that scores more; none without an actual, or where nothing would score more.</param>
/// <param name="Gain">By how much that step raises the provisional total.</param>
public sealed record Goal(SegmentReceipt Segment, SectionReceipt Section, ItemReceipt Item, GoalState State, NextStep? Next, decimal? Gain)
{
    /// <summary>The items of all segments, in their order.</summary>
    public static IReadOnlyList<Goal> Of(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var kpis = receipt.Facts.Kpis.ToDictionary(x => x.KpiId);
        return
        [
            .. from segment in receipt.Segments
               from section in segment.Sections
               from item in section.Items
               select Of(receipt, segment, section, item, kpis[item.KpiId]),
        ];
    }

    private static Goal Of(Receipt receipt, SegmentReceipt segment, SectionReceipt section, ItemReceipt item, KpiFacts kpi)
    {
        var next = item is { SetAside: null, Actual: { } actual }
            ? NextStep.Of(item.Method, actual.Actual, item.Target, item.Cap, kpi.Decimals, kpi.Direction)
            : null;
        var then = next is null ? null : AppraisalCalculation.Supposing(receipt, segment.Segment.Number, item.KpiId, next.Actual).Outcome.Total;
        return new(segment, section, item, StateOf(item), next, then - receipt.Outcome.Total);
    }

    private static GoalState StateOf(ItemReceipt item) => item switch
    {
        { SetAside: not null } => GoalState.SetAside,
        { Score: not null } => GoalState.Scored,
        { IsRated: true } => GoalState.AwaitsMark,
        _ => GoalState.AwaitsFigures,
    };
}
