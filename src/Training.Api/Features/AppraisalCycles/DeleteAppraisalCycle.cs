using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.AppraisalCycles;

internal static class DeleteAppraisalCycle
{
    /// <summary>Throws a planned cycle away; the usual data cut-off holds again. Refused: once opened.</summary>
    internal static async Task<NoContent> HandleAsync(long id, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var cycle = await db.AppraisalCycles.Whole().OneAsync(id, cancellation);
                ifMatch.Require(cycle);
                cycle.RefuseDeletion();
                db.AppraisalCycles.Remove(cycle);
            },
            cancellation);

        return TypedResults.NoContent();
    }
}
