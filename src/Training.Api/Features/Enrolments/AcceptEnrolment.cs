using Training.Api.Http;

namespace Training.Api.Features.Enrolments;

internal static class AcceptEnrolment
{
    /// <summary>Takes the seat that is held for the caller. Refused once the offer has run out.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(long id, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(id, ifMatch.Accept, x => x.Enrolment.Accept(x.By, acts.Now), cancellation, takesTime: true);
}
