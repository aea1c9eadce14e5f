using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

internal static class DeleteSession
{
    /// <summary>Deletes a draft.</summary>
    internal static async Task<NoContent> HandleAsync(
        long id, IfMatch ifMatch, SessionRecords records, TrainingDb db, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var session = await records.FindAsync(id, SessionAct.Delete, cancellation);
                ifMatch.Require(session);
                session.RefuseUnlessDeletable();
                db.TrainingSessions.Remove(session);
            },
            cancellation);
        return TypedResults.NoContent();
    }
}
