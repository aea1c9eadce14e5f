using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Documents;

internal static class PublishDocument
{
    /// <summary>From now on the version stands, and its audience reads and acknowledges it. Refused: with neither text nor file; a
    /// second time.</summary>
    internal static Task<DocumentResponse> HandleAsync(
        long id, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var document = await db.DocumentVersions.Include(x => x.Audience).OneAsync(id, cancellation);
                ifMatch.Accept(document);
                document.Publish(clock.Now);
                return await DocumentAudiences.ReadAsync(db, id, caller, clock, cancellation);
            },
            cancellation);
}
