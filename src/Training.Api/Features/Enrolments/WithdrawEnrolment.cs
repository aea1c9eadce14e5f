using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Sessions;

namespace Training.Api.Features.Enrolments;

/// <summary>Why, where a reason is asked.</summary>
/// <param name="Reason">Needed when it is another's enrolment.</param>
public sealed record WithdrawEnrolmentRequest([TextLength(0, Enrolment.MaxReasonLength)] string? Reason = null);

internal static class WithdrawEnrolment
{
    /// <summary>Gives up a seat or a place in the line; what is freed goes to the next at once. By the person, unless it is mandatory; by
    /// the direct supervisor, their deputy and HR with the reason. Refused once the session has begun: who is not there is absent.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(
        long id, WithdrawEnrolmentRequest request, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(
            id,
            ifMatch.Require,
            x =>
            {
                x.Enrolment.Withdraw(x.By, request.Reason, acts.Now);
                x.Session.RefuseUnlessOpen(acts.Now);
            },
            cancellation,
            notice: "enrolment.givenUp",
            reason: request.Reason);
}
