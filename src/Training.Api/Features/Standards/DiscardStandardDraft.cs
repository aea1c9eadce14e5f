using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Standards;

namespace Training.Api.Features.Standards;

internal static class DiscardStandardDraft
{
    /// <summary>Throws the edition being written away; with the first goes the standard. Refused: none is being written.</summary>
    internal static async Task<NoContent> HandleAsync(string code, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var standard = await db.Standards.WholeAsync(code, cancellation);
                ifMatch.Require(standard);
                if (standard.State == StandardState.Draft)
                {
                    db.Standards.Remove(standard);
                }
                else
                {
                    standard.Discard();
                }
            },
            cancellation);

        return TypedResults.NoContent();
    }
}
