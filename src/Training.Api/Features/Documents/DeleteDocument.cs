using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Documents;

internal static class DeleteDocument
{
    /// <summary>Throws a draft away, with its file. Refused: once published.</summary>
    internal static async Task<NoContent> HandleAsync(long id, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var document = await db.DocumentVersions.Include(x => x.Audience).OneAsync(id, cancellation);
                ifMatch.Require(document);
                document.RefuseDeletion();
                db.DocumentVersions.Remove(document);
                await Files.RemoveAsync(db, document.FileId, cancellation);
            },
            cancellation);

        return TypedResults.NoContent();
    }
}
