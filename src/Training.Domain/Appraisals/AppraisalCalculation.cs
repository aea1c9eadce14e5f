using Training.Domain.Kpis;
using Training.Domain.Rules;
using static Training.Domain.Rules.Decimals;

namespace Training.Domain.Appraisals;

/// <summary>The score of one person in one quarter, and the receipt for it (scoring 1–6). Pure: the same facts, in whatever
/// order, give the same receipt.</summary>
public static class AppraisalCalculation
{
    /// <summary>Works out everything. Refused: adjustments beyond the range of the cycle; a ceiling whose grade the cycle
    /// does not have.</summary>
    public static Receipt Of(AppraisalInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var facts = input.InOrder();
        var plan = SegmentPlan.Of(facts);
        IReadOnlyList<SegmentReceipt> segments = [.. plan.Segments.Select(x => SegmentScore.Of(facts, plan, x))];
        return new(Receipt.CurrentArithmetic, facts, plan, segments, Outcome(facts, plan, segments));
    }

    /// <summary>What the receipt would be if an item had another actual in a segment: for goals, and for what a next step is
    /// worth. What is counted over the quarter counts alike in every segment that counts the same people. An item set aside stays so.</summary>
    /// <param name="receipt">As it stands; its facts stay as they are, so that the answer is no receipt to keep.</param>
    public static Receipt Supposing(Receipt receipt, int segment, long kpiId, decimal actual)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var isCounted = receipt.Facts.Kpis.First(x => x.KpiId == kpiId).Source.IsCounted();
        var counted = CountedFor(receipt.Facts, receipt.Segments.First(x => x.Segment.Number == segment), kpiId);
        IReadOnlyList<SegmentReceipt> segments = [.. receipt.Segments.Select(x =>
            x.Segment.Number == segment || (isCounted && CountedFor(receipt.Facts, x, kpiId) == counted)
                ? SegmentScore.Supposing(receipt.Facts, x, kpiId, actual)
                : x)];
        return receipt with { Segments = segments, Outcome = Outcome(receipt.Facts, receipt.Plan, segments) };
    }

    // Whose events and training an item of the segment counts: a department's, 0 the person's own, none without the item.
    private static long? CountedFor(AppraisalInput facts, SegmentReceipt segment, long kpiId) =>
        segment.Sections.SelectMany(x => x.Items).FirstOrDefault(x => x.KpiId == kpiId)?.Scope switch
        {
            null => null,
            ItemScope.Own => 0,
            _ => QuarterCounts.DepartmentOn(facts, segment.Segment, facts.Quarter.LastDay),
        };

    private static OutcomeReceipt Outcome(AppraisalInput facts, SegmentPlan plan, IReadOnlyList<SegmentReceipt> segments)
    {
        var counting = segments.Where(x => x.Counts).ToList();
        var (days, dropped) = (counting.Sum(x => x.Days), segments.Where(x => !x.Counts).Sum(x => x.Days));
        UnratedReason? unrated = days < facts.Settings.LeastDays ? Reason(plan, dropped) : null;
        var raw = unrated is null ? Total(facts, counting) : null;
        var total = raw?.Rounded(ItemScore.Decimals);
        var adjusted = Adjustments.Sum(facts.Adjustments, facts.Settings);
        decimal? final = total is null ? null : Rounded(Math.Clamp(total.Value + adjusted, 0, facts.Settings.FinalCap), ItemScore.Decimals);
        var band = final is null ? null : facts.Settings.GradeOf(final.Value);
        var ceilings = Ceilings(facts, counting);
        var (formula, grade) = (raw is null ? null : TotalText(counting), Grade(facts.Settings, band, ceilings));
        return new(days, dropped, unrated, total, formula, adjusted, final, band, grade, ceilings);
    }

    // Whichever cost most days; of equals the first in the order of the enum.
    private static UnratedReason Reason(SegmentPlan plan, int dropped) => new (UnratedReason Reason, int Days)[]
    {
        (UnratedReason.TooNew, plan.BeforeHire),
        (UnratedReason.Left, plan.AfterLeaving),
        (UnratedReason.OnLeave, plan.OnLeave),
        (UnratedReason.TooLittleData, dropped),
    }.MaxBy(x => x.Days).Reason;

    // (Σ daysₖ·totalₖ)/(Σ daysₖ); one segment without a total leaves it open, but for a provisional score.
    private static Fraction? Total(AppraisalInput facts, List<SegmentReceipt> counting)
    {
        var totalled = counting.Where(x => x.Total is not null).ToList();
        return totalled.Count == 0 || (totalled.Count < counting.Count && facts.AsOf is null)
            ? null
            : new(totalled.Sum(x => x.Days * x.Total!.Value), totalled.Sum(x => x.Days));
    }

    private static string TotalText(List<SegmentReceipt> counting)
    {
        var totalled = counting.Where(x => x.Total is not null).ToList();
        return $"({string.Join(" + ", totalled.Select(x => $"{x.Days}·{Text(x.Total!.Value)}"))})/{totalled.Sum(x => x.Days)}";
    }

    private static List<CeilingReceipt> Ceilings(AppraisalInput facts, List<SegmentReceipt> counting)
    {
        var ofItems = counting.SelectMany(segment => segment.Sections.SelectMany(x => x.Items).Where(x => x.IsUnderCeiling).Select(x =>
            new CeilingReceipt(x.Ceiling!.Grade, x.KpiId, segment.Segment.Number, x.Score!.Score, null, LiftOf(facts, x.KpiId, null))));
        var ofEvents = facts.EventCeilings.Select(x => new CeilingReceipt(x.Grade, null, null, null, x.EventId, LiftOf(facts, null, x.EventId)));
        return [.. ofItems.Concat(ofEvents).OrderByDescending(x => facts.Settings.RankOf(x.Grade))];
    }

    private static LiftedCeiling? LiftOf(AppraisalInput facts, long? kpiId, long? eventId) =>
        facts.LiftedCeilings.FirstOrDefault(x => x.KpiId == kpiId && x.EventId == eventId);

    // The worst ceiling that holds; it never improves a grade.
    private static string? Grade(ScoringSettings settings, string? band, List<CeilingReceipt> ceilings) =>
        band is not null && ceilings.Find(x => x.Lifted is null) is { } worst && settings.RankOf(worst.Grade) > settings.RankOf(band)
            ? worst.Grade
            : band;
}
