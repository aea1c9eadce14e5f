using Training.Api.Http;

namespace Training.Api.Features.Enrolments;

internal static class ApproveEnrolment
{
    /// <summary>Approves what a person asked for: they take a free seat, or the place in the line that their request has. By the direct
    /// supervisor or their deputy; by HR for who has no supervisor. Refused once the session has begun.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(long id, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(
            id,
            ifMatch.Accept,
            x =>
            {
                x.Enrolment.Approve(x.By, acts.Now);
                x.Session.RefuseUnlessOpen(acts.Now);
            },
            cancellation,
            isReached: true,
            takesTime: true);
}
