using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Features.AppraisalCycles;

internal static class CreateAppraisalCycle
{
    /// <summary>Plans the appraisal of a quarter, by the usual numbers, the usual days and the templates in force but for what is said
    /// otherwise; HR alone sees it until it is opened. From now on its data cut-off holds. A quarter that is over is taken. Refused: a
    /// quarter too far away, or with a cycle; and every fault of the content, each named by its place.</summary>
    internal static async Task<Created<AppraisalCycleResponse>> HandleAsync(
        CreateAppraisalCycleRequest request, CurrentPerson caller, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                AppraisalCycle.RequireInReach(request.Quarter, Quarter.Of(clock.Today));
                var code = request.Quarter.ToString();
                if (await db.AppraisalCycles.AnyAsync(x => x.Code == code, cancellation))
                {
                    throw AppraisalCycleRefusals.QuarterTaken.At("quarter", ("quarter", code));
                }

                var usual = CycleDates.Usual(request.Quarter, await db.WorkingCalendarAsync(cancellation));
                var inForce = await db.TemplatesInForceAsync(request.Quarter, cancellation);
                var content = request.Content(usual, inForce.Select(x => new CycleTemplate(x.Key, x.Value.Id)));
                var cycle = AppraisalCycle.Plan(request.Quarter, content, await db.ReferencesAsync(content, cancellation));
                db.AppraisalCycles.Add(cycle);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(cycle, caller, clock, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/appraisal-cycles/{created.Id}", created);
    }
}
