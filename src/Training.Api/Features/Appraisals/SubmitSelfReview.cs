using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class SubmitSelfReview
{
    /// <summary>Submits the caller's self-review for good; its version is 0 where no draft was kept. Refused: to anybody but the person;
    /// while people do not judge themselves; once it is submitted; an item that the segment does not have.</summary>
    internal static Task<SelfReviewResponse> HandleAsync(
        long id, SubmitSelfReviewRequest request, IfMatch ifMatch, OnAppraisal on, OrganisationClock clock, CancellationToken cancellation) =>
        on.ReviewAsync(
            id, x => ifMatch.Require(x?.Version ?? 0),
            (review, items) => review.Submit(request.Text, [.. (request.Items ?? []).Select(x => x.Content())], items, clock.Now), cancellation);
}
