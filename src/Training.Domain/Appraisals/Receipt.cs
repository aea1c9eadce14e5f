using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>Why an item does not enter the score.</summary>
public enum SetAsideReason
{
    /// <summary>HR set it aside.</summary>
    NotApplicable,

    /// <summary>A share of nothing: no course was due.</summary>
    NothingDue,
}

/// <summary>Why there is no score; of equal days the first of these.</summary>
public enum UnratedReason
{
    /// <summary>Days before the person was hired.</summary>
    TooNew,

    /// <summary>Days after the person had left.</summary>
    Left,

    /// <summary>Days of leave left out.</summary>
    OnLeave,

    /// <summary>Days of segments in which too little weight was left.</summary>
    TooLittleData,
}

/// <summary>An item in a segment: from its figures to its score.</summary>
/// <param name="KpiNumber">The version of the KPI.</param>
/// <param name="Target">The target agreed, or else the template's.</param>
/// <param name="Method">The method with its parameters, as it stood in the template's version.</param>
public sealed record ItemReceipt(
    long KpiId, string KpiCode, int KpiNumber, decimal Weight, ItemScope Scope, ScoringMethod Method, decimal? Target, decimal Cap)
{
    /// <summary>There where it was set aside.</summary>
    public SetAsideReason? SetAside { get; init; }

    /// <summary>Why HR set it aside.</summary>
    public string? SetAsideNote { get; init; }

    /// <summary>The account of who did.</summary>
    public long? SetAsideBy { get; init; }

    /// <summary>Of a figure that was measured, how it was aggregated.</summary>
    public KpiAggregation? Aggregation { get; init; }

    /// <summary>What its figures come to, or the mark; none where there is no figure yet.</summary>
    public ItemActual? Actual { get; init; }

    /// <summary>What the actual scores; none where there is no actual.</summary>
    public ItemScore? Score { get; init; }

    /// <summary>The best grade left under a threshold, where the template has one.</summary>
    public ItemCeiling? Ceiling { get; init; }

    /// <summary>The score lies under the threshold of the ceiling.</summary>
    public bool IsUnderCeiling => Score?.Score < Ceiling?.Below;

    /// <summary>There where the next above has still to decide on its target; it has no score until then.</summary>
    public bool? IsTargetOpen { get; init; }

    /// <summary>Kept, but without data or with an undecided target: it blocks the segment's total.</summary>
    public bool IsMissing => SetAside is null && Score is null;

    /// <summary>It waits for the supervisor's mark, not for a figure.</summary>
    public bool IsRated => Method.Kind == ScoringMethodKind.Rating;
}

/// <summary>A section in a segment.</summary>
/// <param name="Score">Rounded; none where nothing is left of it, or an item has no data.</param>
/// <param name="Formula">(Σ itemᵢ·wᵢ)/(Σ wᵢ) over the rounded scores.</param>
public sealed record SectionReceipt(Bilingual Name, decimal Weight, IReadOnlyList<ItemReceipt> Items, decimal? Score, string? Formula);

/// <summary>A segment: its days, its sections and its total.</summary>
/// <param name="TemplateId">None where its position has no template.</param>
/// <param name="TemplateNumber">The version of the template.</param>
/// <param name="WeightLeft">Σ Wⱼ·wᵢ/100 over the items kept.</param>
/// <param name="Counts">Enough weight is left; otherwise it drops out with its days.</param>
/// <param name="Total">Rounded; none where it drops out or an item has no data.</param>
/// <param name="Formula">(Σ sectionⱼ·Wⱼ)/(Σ Wⱼ) over the rounded scores.</param>
public sealed record SegmentReceipt(
    PlannedSegment Segment,
    int Days,
    long? TemplateId,
    int? TemplateNumber,
    IReadOnlyList<SectionReceipt> Sections,
    decimal WeightLeft,
    bool Counts,
    decimal? Total,
    string? Formula)
{
    /// <summary>Items that block the total.</summary>
    public IEnumerable<ItemReceipt> Missing => Counts ? Sections.SelectMany(x => x.Items).Where(x => x.IsMissing) : [];
}

/// <summary>A ceiling that an item or an event put on the grade.</summary>
/// <param name="KpiId">The item, with <paramref name="Segment"/> and its <paramref name="Score"/>.</param>
/// <param name="EventId">The event.</param>
/// <param name="Lifted">HR's lifting of it; none: it holds.</param>
public sealed record CeilingReceipt(string Grade, long? KpiId, int? Segment, decimal? Score, long? EventId, LiftedCeiling? Lifted);

/// <summary>What came out of the appraisal.</summary>
/// <param name="CountedDays">Days of the segments that count.</param>
/// <param name="DroppedDays">Days of those that dropped out.</param>
/// <param name="Unrated">Why there is no score.</param>
/// <param name="Total">Rounded; none while a segment that counts has none, or where it is unrated.</param>
/// <param name="Formula">(Σ daysₖ·totalₖ)/(Σ daysₖ) over the rounded totals.</param>
/// <param name="Adjusted">Σ of the adjustments.</param>
/// <param name="Final">clip(total + Σ, 0, finalCap).</param>
/// <param name="Band">The grade that the final score earns.</param>
/// <param name="Grade">The grade after ceilings; never better than the band.</param>
/// <param name="Ceilings">Every ceiling, the worst first.</param>
public sealed record OutcomeReceipt(
    int CountedDays,
    int DroppedDays,
    UnratedReason? Unrated,
    decimal? Total,
    string? Formula,
    decimal Adjusted,
    decimal? Final,
    string? Band,
    string? Grade,
    IReadOnlyList<CeilingReceipt> Ceilings)
{
    /// <summary>The ceiling that worsened the grade; none: the band stands.</summary>
    public CeilingReceipt? Cause => Grade == Band ? null : Ceilings.FirstOrDefault(x => x.Lifted is null);
}

/// <summary>How a score came about, step by step, with everything it came from (scoring 6). It never changes; the whole of it
/// can be worked out again from <see cref="Facts"/>.</summary>
/// <param name="Arithmetic">The version of the arithmetic it was worked out by.</param>
public sealed record Receipt(
    int Arithmetic, AppraisalInput Facts, SegmentPlan Plan, IReadOnlyList<SegmentReceipt> Segments, OutcomeReceipt Outcome)
{
    /// <summary>Raised when the arithmetic changes; an old receipt is worked out again by the program of its time.</summary>
    public const int CurrentArithmetic = 1;

    /// <summary>A running quarter: what today's figures come to.</summary>
    public bool IsProvisional => Facts.AsOf is not null;

    /// <summary>The receipt as its own facts give it.</summary>
    public Receipt Recompute() => AppraisalCalculation.Of(Facts);

    /// <summary>Whether working it out again gives the same, to the last digit of every step.</summary>
    public bool IsSound() => Arithmetic == CurrentArithmetic && ReceiptText.Of(Recompute()) == ReceiptText.Of(this);
}
