namespace Training.Api.Features.Appraisals;

internal static class GetSelfReview
{
    /// <summary>The self-review of an appraisal. To the person all of it; to others who may see the appraisal how it stands, and what it says
    /// once the self-review is over, or before that once it is submitted and every segment that they see is scored.</summary>
    internal static Task<SelfReviewResponse> HandleAsync(long id, OnAppraisal on, CancellationToken cancellation) => on.ReadAsync(id, cancellation);
}
