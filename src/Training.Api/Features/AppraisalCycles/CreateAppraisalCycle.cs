using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;

namespace Training.Api.Features.AppraisalCycles;

internal static class CreateAppraisalCycle
{
    /// <summary>Plans the appraisal of a quarter, by the usual numbers, the usual days and the templates in force but for what is said
    /// otherwise; HR alone sees it until it is opened. From now on its data cut-off holds. A quarter that is over is taken. Refused: a
    /// quarter too far away, or with a cycle; and every fault of the content, each named by its place.</summary>
    internal static async Task<Created<AppraisalCycleResponse>> HandleAsync(
        CreateAppraisalCycleRequest request, CurrentPerson caller, PlanCycle plan, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                return await db.ShowAsync(await plan.RunAsync(request.Quarter, request.Content, cancellation), caller, clock, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/appraisal-cycles/{created.Id}", created);
    }
}
