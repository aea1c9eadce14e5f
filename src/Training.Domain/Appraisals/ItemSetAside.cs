using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>An item that HR set aside in an appraisal, with a reason: the sums of the segment run over what is left (scoring 2). It never
/// changes; taken back it is deleted, and the audit keeps it.</summary>
public sealed class ItemSetAside : IVersioned
{
    /// <summary>Characters of the reason at most.</summary>
    public const int MaxReasonLength = 500;

    private ItemSetAside()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    public long KpiId { get; private set; }

    /// <summary>The segment; none: every segment that has the item, one that begins later too. Unique by appraisal, KPI and this.</summary>
    public int? SegmentNumber { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Who of HR did it.</summary>
    public long AccountId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Version { get; private set; }

    /// <summary>Set aside, whatever else there is; for many at once, of which the caller knows that they can be.</summary>
    public static ItemSetAside Of(long appraisalId, long kpiId, int? segmentNumber, string reason, long accountId, DateTimeOffset now) => new()
    {
        AppraisalId = appraisalId, KpiId = kpiId, SegmentNumber = segmentNumber, Reason = PlainText.Of(reason), AccountId = accountId, At = now,
    };

    /// <summary>Refuses a segment that the appraisal does not have, an item that the segment, or where none is named no segment, has; and what
    /// is set aside already, there or in every segment.</summary>
    /// <param name="kpiId">The item.</param>
    /// <param name="segment">Number of the segment; none: every one that has the item.</param>
    /// <param name="segments">The items of the segments with days, by their number.</param>
    /// <param name="kept">What is set aside in the appraisal.</param>
    public static void Require(
        long kpiId, int? segment, IReadOnlyDictionary<int, IReadOnlyList<TemplateItem>> segments, IEnumerable<ItemSetAside> kept)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (segment is { } number && !segments.ContainsKey(number))
        {
            throw AppraisalRefusals.SegmentUnknown.At("segment", ("number", number));
        }

        var item = segments.Where(x => segment is null || x.Key == segment).SelectMany(x => x.Value).FirstOrDefault(x => x.KpiId == kpiId)
            ?? throw AppraisalRefusals.ItemUnknown.At("kpiId", ("kpiId", kpiId));
        if (kept.Any(x => x.KpiId == kpiId && (x.SegmentNumber is null || x.SegmentNumber == segment)))
        {
            throw AppraisalRefusals.AlreadySetAside.At("kpiId", ("code", item.KpiCode));
        }
    }
}
