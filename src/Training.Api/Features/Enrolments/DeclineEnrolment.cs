using Training.Api.Http;

namespace Training.Api.Features.Enrolments;

internal static class DeclineEnrolment
{
    /// <summary>Declines what a person asked for, with the reason. By whom it could be approved.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(
        long id, EnrolmentReasonRequest request, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(
            id, ifMatch.Require, x => x.Enrolment.Decline(x.By, request.Reason, acts.Now), cancellation, notice: "enrolment.declined", reason: request.Reason);
}
