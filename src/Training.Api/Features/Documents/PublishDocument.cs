using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Api.Queries;

namespace Training.Api.Features.Documents;

internal static class PublishDocument
{
    /// <summary>From now on the version stands, and its audience is told, reads and acknowledges it. Refused: with neither text nor
    /// file; a second time.</summary>
    internal static Task<DocumentResponse> HandleAsync(
        long id, IfMatch ifMatch, CurrentPerson caller, NoticeBox notices, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var document = await db.DocumentVersions.Include(x => x.Audience).OneAsync(id, cancellation);
                ifMatch.Accept(document);
                document.Publish(clock.Now);
                var audience = await (await db.AudienceAsync(document, clock.Today, cancellation)).Select(x => x.Id).ToListAsync(cancellation);
                await notices.TellAsync(
                    "document.published", audience, new NoticeSubject("document", id), cancellation,
                    ("title", document.TitleZh), ("effectiveOn", document.EffectiveOn));
                return await DocumentAudiences.ReadAsync(db, id, caller, clock, cancellation);
            },
            cancellation);
}
