using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class SaveSelfReview
{
    /// <summary>Keeps a draft of the caller's self-review, which nobody else sees; the last one kept holds. Refused: to anybody but the
    /// person; while people do not judge themselves; once it is submitted; an item that the segment does not have.</summary>
    internal static Task<SelfReviewResponse> HandleAsync(
        long id, SaveSelfReviewRequest request, IfMatch ifMatch, OnAppraisal on, CancellationToken cancellation) =>
        on.ReviewAsync(
            id, x => ifMatch.Accept(x?.Version ?? 0),
            (review, items) => review.KeepDraft(request.Text, [.. (request.Items ?? []).Select(x => x.Content())], items), cancellation);
}
