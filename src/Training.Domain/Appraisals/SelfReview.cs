using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>Whether somebody has judged themselves.</summary>
public enum SelfReviewState
{
    /// <summary>Begun; nobody else sees it.</summary>
    Draft,

    Submitted,

    /// <summary>The self-review ended without it.</summary>
    NotGiven,

    /// <summary>The person had left or was on leave when it ended.</summary>
    NotAsked,
}

/// <summary>What the person says of an item of a segment.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="Mark">Own mark of a rated item, by its scale.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record SelfReviewItem(int Segment, long KpiId, decimal? Mark, string? Evidence);

/// <summary>How a person judges themselves in an appraisal, once for all segments. It never enters the arithmetic.</summary>
public sealed class SelfReview : IVersioned
{
    /// <summary>Characters of the text at most.</summary>
    public const int MaxTextLength = 4000;

    /// <summary>Characters of what an item rests on at most.</summary>
    public const int MaxEvidenceLength = 1000;

    private SelfReview()
    {
    }

    public long Id { get; private set; }

    /// <summary>Unique: one for an appraisal.</summary>
    public long AppraisalId { get; private set; }

    public SelfReviewState State { get; private set; }

    public string? Text { get; private set; }

    public IReadOnlyList<SelfReviewItem> Items { get; private set; } = [];

    public DateTimeOffset? SubmittedAt { get; private set; }

    public int Version { get; private set; }

    public static SelfReview Begin(long appraisalId) => new() { AppraisalId = appraisalId };

    /// <summary>Of somebody who had not submitted one when the self-review ended.</summary>
    /// <param name="wasAsked">They were there to be asked.</param>
    public static SelfReview Missing(long appraisalId, bool wasAsked) =>
        new() { AppraisalId = appraisalId, State = wasAsked ? SelfReviewState.NotGiven : SelfReviewState.NotAsked };

    /// <summary>Keeps what is there so far. Refused: once it is submitted or recorded as missing; what the segments do not have.</summary>
    public void KeepDraft(string? text, IReadOnlyList<SelfReviewItem> items, IReadOnlyDictionary<int, IReadOnlyList<TemplateItem>> segments)
    {
        RequireDraft();
        Check(items, segments);
        Text = PlainText.OrNull(text);
        Items = [.. items.Select(x => x with { Evidence = PlainText.OrNull(x.Evidence) }).Where(x => x.Mark is not null || x.Evidence is not null)];
    }

    /// <summary>Submits it for good. Refused as above.</summary>
    public void Submit(
        string text, IReadOnlyList<SelfReviewItem> items, IReadOnlyDictionary<int, IReadOnlyList<TemplateItem>> segments, DateTimeOffset now)
    {
        KeepDraft(text, items, segments);
        (State, SubmittedAt) = (SelfReviewState.Submitted, now);
    }

    /// <summary>Refuses once it is submitted, or recorded as missing.</summary>
    public void RequireDraft()
    {
        if (State != SelfReviewState.Draft)
        {
            throw AppraisalRefusals.SelfReviewOver.With(("state", State));
        }
    }

    /// <summary>The self-review ended before it was submitted; the draft stays the person's own.</summary>
    public void Miss(bool wasAsked)
    {
        RequireDraft();
        State = wasAsked ? SelfReviewState.NotGiven : SelfReviewState.NotAsked;
    }

    private static void Check(IReadOnlyList<SelfReviewItem> items, IReadOnlyDictionary<int, IReadOnlyList<TemplateItem>> segments) =>
        RuleViolation.ThrowAll([.. items.Select((x, i) => FaultOf(items, segments, i)).OfType<RuleViolation>()]);

    private static RuleViolation? FaultOf(
        IReadOnlyList<SelfReviewItem> items, IReadOnlyDictionary<int, IReadOnlyList<TemplateItem>> segments, int index)
    {
        var (said, place) = (items[index], $"items[{index}]");
        if (!segments.TryGetValue(said.Segment, out var ofSegment))
        {
            return AppraisalRefusals.SegmentUnknown.At($"{place}.segment", ("number", said.Segment));
        }

        if (ofSegment.FirstOrDefault(x => x.KpiId == said.KpiId) is not { } item)
        {
            return AppraisalRefusals.ItemUnknown.At($"{place}.kpiId", ("kpiId", said.KpiId));
        }

        if (items.Take(index).Index().FirstOrDefault(x => (x.Item.Segment, x.Item.KpiId) == (said.Segment, said.KpiId)) is { Item: not null } first)
        {
            return AppraisalRefusals.ItemTwice.At($"{place}.kpiId", ("place", $"items[{first.Index}]"));
        }

        return said.Mark is not { } mark ? null
            : !item.IsRated ? AppraisalRefusals.ItemNotRated.At($"{place}.mark", ("code", item.KpiCode))
            : RatingMarks.FaultOf(item.Method, mark, $"{place}.mark");
    }
}
