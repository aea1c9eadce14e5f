using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

internal static class PublishSession
{
    /// <summary>Announces a session: from now on its seats are asked for. Refused once its first meeting has begun, and where its course was
    /// retired meanwhile. Trainer and room are its own since it was drafted.</summary>
    internal static Task<SessionResponse> HandleAsync(
        long id, IfMatch ifMatch, SessionRecords records, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        records.ActAsync(
            id,
            SessionAct.Publish,
            ifMatch.Accept,
            async session =>
            {
                session.Publish(clock.Now);
                await db.RefuseRetiredAsync([session.CourseId], cancellation);
            },
            cancellation);
}
