using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.KpiTemplates;

internal static class DeleteKpiTemplate
{
    /// <summary>Throws a draft away. Refused: once published.</summary>
    internal static async Task<NoContent> HandleAsync(long id, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var template = await db.KpiTemplates.Whole().OneAsync(id, cancellation);
                ifMatch.Require(template);
                template.RefuseDeletion();
                db.KpiTemplates.Remove(template);
            },
            cancellation);

        return TypedResults.NoContent();
    }
}
