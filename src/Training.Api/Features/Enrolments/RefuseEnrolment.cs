using Training.Api.Http;

namespace Training.Api.Features.Enrolments;

internal static class RefuseEnrolment
{
    /// <summary>Leaves the seat that is held for the caller to the next in line.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(long id, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(id, ifMatch.Accept, x => x.Enrolment.Refuse(x.By, acts.Now), cancellation);
}
