using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class NameReviewer
{
    /// <summary>Names the second reviewer of an appeal, or another until it is decided; they are told, and see the whole appraisal until they
    /// have decided. By HR, and by an approver where HR had a part in the result. Refused: about oneself; where no appeal waits; the person or
    /// one below them, a rater of the appraisal or one below a rater, nobody who is employed today and has an account.</summary>
    internal static Task<AppealResponse> HandleAsync(
        long id, NameReviewerRequest request, IfMatch ifMatch, OnAppeal on, Acts.NameReviewer name, CancellationToken cancellation) =>
        on.ActAsync(id, (appraisal, appeal) => name.RunAsync(appraisal, appeal, ifMatch.Require, request.EmployeeId, cancellation), cancellation);
}
