using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Sessions;

namespace Training.Api.Features.Enrolments;

internal static class SignOffEnrolment
{
    /// <summary>Signs off that the person has shown the practice; it may be what the completion was waiting for. By the trainer of the
    /// session and HR, once, never for oneself, after the session has begun.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(
        long id, IfMatch ifMatch, EnrolmentRecords records, SettleEnrolments settle, OrganisationClock clock, CancellationToken cancellation) =>
        records.ActAsync(
            id,
            ifMatch.Accept,
            async x =>
            {
                x.Enrolment.SignOff(x.By, clock.Now);
                if (x.Session.StartsAt > clock.Now)
                {
                    throw ResultRefusals.TooEarly.With(("startsAt", x.Session.StartsAt));
                }

                await settle.RunAsync(x.Session, [x.Enrolment], cancellation);
            },
            cancellation);
}
