using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

internal static class PublishSession
{
    /// <summary>Announces a session: from now on its seats are asked for. Refused once its first meeting has begun, and while its trainer
    /// or room is taken.</summary>
    internal static Task<SessionResponse> HandleAsync(
        long id, IfMatch ifMatch, SessionRecords records, SessionContents contents, OrganisationClock clock, CancellationToken cancellation) =>
        records.ActAsync(
            id,
            SessionAct.Publish,
            ifMatch.Accept,
            async session =>
            {
                session.Publish(clock.Now);
                await contents.RefuseClashesAsync(session, cancellation);
            },
            cancellation);
}
