using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The mark of a rated item, by its scale, and why.</summary>
/// <param name="Value">On the scale of the item; none in a draft that has only the text yet.</param>
/// <param name="Text">Why; asked for where the mark is far off.</param>
public sealed record ItemMark(long KpiId, decimal? Value, string? Text);

/// <summary>Who scores a segment.</summary>
/// <param name="EmployeeId">The person.</param>
/// <param name="ForId">The rater whose deputy they are; none: they are the rater.</param>
public sealed record SegmentScorer(long EmployeeId, long? ForId);

/// <summary>Its marks, and who gives them.</summary>
public sealed partial class AppraisalSegment
{
    /// <summary>Characters of a text or remark at most.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>Whom HR named as rater in the place of the supervisor; none: nobody.</summary>
    public long? RaterId { get; private set; }

    /// <summary>Why HR named them.</summary>
    public string? RaterReason { get; private set; }

    /// <summary>When HR named them.</summary>
    public DateTimeOffset? RaterNamedAt { get; private set; }

    /// <summary>One for each rated item once it is scored; until then the draft of its rater.</summary>
    public IReadOnlyList<ItemMark> Marks { get; private set; } = [];

    public string? Remark { get; private set; }

    public long? ScoredById { get; private set; }

    /// <summary>The rater as whose deputy they scored.</summary>
    public long? ScoredForId { get; private set; }

    public DateTimeOffset? ScoredAt { get; private set; }

    /// <summary>When its appraisal was opened again, the last time; none: never.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>HR let the cycle go on without it; scored afterwards it is late.</summary>
    public bool IsLeftBehind { get; private set; }

    /// <summary>Keeps what its rater has so far. Refused: once it is scored, and where nothing is to be scored.</summary>
    public void KeepDraft(IReadOnlyList<ItemMark> marks, string? remark, IReadOnlyList<TemplateItem> items)
    {
        RequireOpen();
        SegmentMarks.Check(marks, items, isWhole: false);
        Take(marks, remark);
    }

    /// <summary>Marks it for good. Refused: once it is scored, and where nothing is to be scored; a rated item without a mark; a mark far
    /// off without a text.</summary>
    /// <param name="marks">One for each rated item.</param>
    /// <param name="remark">Of the segment as a whole.</param>
    /// <param name="items">Of its template.</param>
    /// <param name="by">Who scores.</param>
    /// <param name="now">When.</param>
    public void Score(IReadOnlyList<ItemMark> marks, string? remark, IReadOnlyList<TemplateItem> items, SegmentScorer by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        RequireOpen();
        SegmentMarks.Check(marks, items, isWhole: true);
        Take(marks, remark);
        (State, ScoredById, ScoredForId, ScoredAt) = (AppraisalSegmentState.Scored, by.EmployeeId, by.ForId, now);
    }

    /// <summary>Its appraisal is scored anew: the marks are kept, as the draft of its rater.</summary>
    public void Reopen(DateTimeOffset now)
    {
        (State, ScoredById, ScoredForId, ScoredAt) = (AppraisalSegmentState.Open, null, null, null);
        ReopenedAt = now;
    }

    /// <summary>HR names who scores it in the place of its supervisor, whose draft goes. Refused: once it is scored, and where nothing is to be scored.</summary>
    public void NameRater(long employeeId, string reason, DateTimeOffset now)
    {
        RequireOpen();
        (RaterId, RaterReason, RaterNamedAt) = (employeeId, PlainText.Of(reason), now);
        (Marks, Remark, Notes) = ([], null, []);
    }

    /// <summary>Refuses what is scored already, and what has no days.</summary>
    public void RequireOpen()
    {
        if (State == AppraisalSegmentState.Scored)
        {
            throw AppraisalRefusals.SegmentScored.With(("number", Number), ("at", ScoredAt));
        }

        if (Days == 0)
        {
            throw AppraisalRefusals.SegmentWithoutDays.With(("number", Number));
        }
    }

    /// <summary>Whether it can be scored now: while people judge themselves and afterwards, or, where the rater may be gone by then, once
    /// its own days are over. Refused otherwise.</summary>
    public void RequireDue(AppraisalStage stage, DateOnly today)
    {
        if (stage < AppraisalStage.SelfReview && ToOn >= today)
        {
            throw AppraisalRefusals.SegmentRunning.With(("number", Number), ("to", ToOn));
        }
    }

    /// <summary>Whether scoring was closed for who has to score it: whom HR names afterwards scores it all the same, and so does its rater once the
    /// appraisal was opened again.</summary>
    public bool IsClosedBy(ScoringClosure? closure) => closure is not null && !(ReopenedAt >= closure.At)
        && (RaterId is null || RaterNamedAt is null || RaterNamedAt < closure.At);

    private void Take(IReadOnlyList<ItemMark> marks, string? remark) => (Marks, Remark) =
        ([.. marks.Select(x => x with { Text = PlainText.OrNull(x.Text) }).Where(x => x.Value is not null || x.Text is not null)], PlainText.OrNull(remark));
}
