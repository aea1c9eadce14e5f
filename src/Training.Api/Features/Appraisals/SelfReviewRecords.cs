using Training.Api.Http.Validation;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>What the person says of an item.</summary>
/// <param name="Segment">Number of the segment; one with days.</param>
/// <param name="KpiId">An item of its template; each once.</param>
/// <param name="Mark">Own mark of a rated item, by its scale.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record SelfReviewItemRequest(
    int Segment, long KpiId, decimal? Mark = null, [TextLength(0, SelfReview.MaxEvidenceLength)] string? Evidence = null)
{
    internal SelfReviewItem Content() => new(Segment, KpiId, Mark, Evidence);
}

/// <summary>A self-review as far as it has come.</summary>
/// <param name="Text">In words.</param>
/// <param name="Items">Of any segments.</param>
public sealed record SaveSelfReviewRequest(
    [TextLength(0, SelfReview.MaxTextLength)] string? Text = null,
    [ItemCount(0, SelfReviewResponse.MaxItems)] IReadOnlyList<SelfReviewItemRequest>? Items = null);

/// <summary>A whole self-review.</summary>
/// <param name="Text">In words.</param>
/// <param name="Items">Of any segments.</param>
public sealed record SubmitSelfReviewRequest(
    [NotBlank, TextLength(1, SelfReview.MaxTextLength)] string Text,
    [ItemCount(0, SelfReviewResponse.MaxItems)] IReadOnlyList<SelfReviewItemRequest>? Items = null);

/// <summary>How a person judges themselves in an appraisal.</summary>
/// <param name="State">A draft until it is submitted, also before anything was written.</param>
/// <param name="IsHidden">What it says is not shown to the caller yet.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
/// <param name="Version">0 before anything was written.</param>
public sealed record SelfReviewResponse(
    long AppraisalId, SelfReviewState State, bool IsHidden, string? Text, IReadOnlyList<SelfReviewItem> Items, DateTimeOffset? SubmittedAt,
    IReadOnlyList<AppraisalAct> AllowedActions, int Version) : IVersioned
{
    /// <summary>Items of one review.</summary>
    public const int MaxItems = 500;
}
