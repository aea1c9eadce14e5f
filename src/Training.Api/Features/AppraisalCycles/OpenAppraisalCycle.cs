using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>What opening came to.</summary>
/// <param name="Phase">Where the cycle stands.</param>
/// <param name="Opened">Appraisals made now.</param>
/// <param name="Changed">Appraisals whose segments follow a change of assignment or leave.</param>
/// <param name="LeftOut">People who are left out; they stand in the list of those left out, each with the reason.</param>
public sealed record OpenAppraisalCycleResponse(AppraisalCyclePhase Phase, int Opened, int Changed, int LeftOut, int Version) : IVersioned;

internal static class OpenAppraisalCycle
{
    /// <summary>Opens a cycle: everybody of its population who has been employed on a day of the quarter by today gets an appraisal with
    /// its segments, and is told. Opened again it makes those that are missing and lets the segments follow. Refused: before the
    /// quarter begins; once its people judge themselves.</summary>
    internal static Task<OpenAppraisalCycleResponse> HandleAsync(
        long id, IfMatch ifMatch, TrainingDb db, OpenCycle open, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().OneAsync(id, cancellation);
                ifMatch.Accept(cycle);
                var followed = await open.RunAsync(cycle, cancellation);
                return new OpenAppraisalCycleResponse(cycle.Phase, followed.Opened, followed.Changed, followed.LeftOut.Count, cycle.Version);
            },
            cancellation);
}
