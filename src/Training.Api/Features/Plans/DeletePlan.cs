using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

internal static class DeletePlan
{
    /// <summary>Deletes a draft or returned plan.</summary>
    internal static async Task<NoContent> HandleAsync(
        long id, IfMatch ifMatch, PlanRecords plans, TrainingDb db, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var plan = await plans.FindAsync(id, PlanAct.Delete, ifMatch.Require, cancellation);
                plan.RefuseUnlessDeletable();
                db.Plans.Remove(plan);
            },
            cancellation);

        return TypedResults.NoContent();
    }
}
