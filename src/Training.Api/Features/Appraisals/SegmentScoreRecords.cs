using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>What can be done to a segment.</summary>
public enum AppraisalSegmentAct
{
    /// <summary>Mark its rated items.</summary>
    Score,

    /// <summary>Name who scores it in the place of its supervisor.</summary>
    NameRater,
}

/// <summary>The mark of a rated item.</summary>
/// <param name="KpiId">An item of the segment's template; each once.</param>
/// <param name="Mark">By the scale of the item.</param>
/// <param name="Text">Why; asked for where the mark scores under 60, or 95 and more.</param>
public sealed record SegmentMarkRequest(
    long KpiId, decimal? Mark = null, [TextLength(0, AppraisalSegment.MaxTextLength)] string? Text = null)
{
    internal ItemMark Content() => new(KpiId, Mark, Text);
}

/// <summary>Marks of a segment.</summary>
/// <param name="Marks">Of its rated items; all of them to score it, as many as there are for a draft.</param>
/// <param name="Remark">Of the segment as a whole.</param>
/// <param name="Notes">Notes of the days of the segment, each with an item that it is attached to.</param>
public sealed record SegmentScoreRequest(
    [ItemCount(0, SegmentScoreRequest.MaxMarks)] IReadOnlyList<SegmentMarkRequest> Marks,
    [TextLength(0, AppraisalSegment.MaxTextLength)] string? Remark = null,
    [ItemCount(0, SegmentScoreRequest.MaxNotes)] IReadOnlyList<NoteLink>? Notes = null)
{
    /// <summary>Notes attached to items of one segment.</summary>
    public const int MaxNotes = 500;

    /// <summary>Marks of one segment.</summary>
    public const int MaxMarks = 200;

    internal IReadOnlyList<ItemMark> Content() => [.. Marks.Select(x => x.Content())];
}

/// <summary>Who scores a segment.</summary>
/// <param name="EmployeeId">Somebody employed today; neither the person nor one below them.</param>
/// <param name="Reason">Why not its supervisor.</param>
public sealed record NameRaterRequest(long EmployeeId, [NotBlank, TextLength(1, AppraisalSegment.MaxTextLength)] string Reason);

/// <summary>A rated item of a segment.</summary>
/// <param name="AllowsHalves">Of the scale of five: halves are marks too.</param>
/// <param name="Anchors">What the marks mean, in words.</param>
/// <param name="Mark">None where it is not marked, or not shown to the caller.</param>
public sealed record SegmentMarkResponse(
    long KpiId, string KpiCode, string KpiNameZh, string? KpiNameEn, RatingScale? Scale, bool AllowsHalves, IReadOnlyList<RatingAnchor> Anchors,
    decimal? Mark, string? Text);

/// <summary>How a segment is scored.</summary>
/// <param name="Rater">Who scores it today: whom HR named, or the supervisor of its days, or the next above who is there.</param>
/// <param name="RaterReason">Why HR named another.</param>
/// <param name="IsHidden">Its marks are not shown to the caller yet.</param>
/// <param name="Items">Its rated items, in the order of the template.</param>
/// <param name="Notes">Notes that the caller may see, each with an item that it is attached to.</param>
/// <param name="ScoredBy">Who did.</param>
/// <param name="ScoredFor">The rater as whose deputy.</param>
/// <param name="IsLate">Scored after the cycle went on without it.</param>
/// <param name="ScoringClosedOn">Since when its rater scores it no longer: HR closed scoring in its department, and names another.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
/// <param name="Version">Of the segment.</param>
public sealed record SegmentScoreResponse(
    long AppraisalId, int Number, Person Employee, AppraisalSegmentState State, Person? Rater, string? RaterReason, bool IsHidden,
    IReadOnlyList<SegmentMarkResponse> Items, string? Remark, IReadOnlyList<NoteLink> Notes, Person? ScoredBy, Person? ScoredFor,
    DateTimeOffset? ScoredAt, bool IsLate, DateOnly? ScoringClosedOn,
    IReadOnlyList<AppraisalSegmentAct> AllowedActions, int Version) : IVersioned;
