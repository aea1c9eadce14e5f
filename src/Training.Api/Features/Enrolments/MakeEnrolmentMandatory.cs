using Training.Api.Http;

namespace Training.Api.Features.Enrolments;

internal static class MakeEnrolmentMandatory
{
    /// <summary>Puts an enrolment before the voluntary ones, with the reason: the only way in which the order of the line changes. By HR,
    /// never for oneself. The person is told.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(
        long id, EnrolmentReasonRequest request, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(
            id, ifMatch.Require, x => x.Enrolment.MakeMandatory(x.By, request.Reason, acts.Now), cancellation, takesTime: true,
            notice: "enrolment.mandatory", reason: request.Reason);
}
