using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>What closing came to.</summary>
/// <param name="Phase">Where the cycle stands.</param>
/// <param name="Closed">Appraisals that are over now.</param>
/// <param name="OpenAppeals">Appraisals whose appeal waits for its decision; each is closed once it is decided.</param>
/// <param name="Left">The first 200 of these.</param>
public sealed record CloseAppraisalsResponse(AppraisalCyclePhase Phase, int Closed, int OpenAppeals, IReadOnlyList<LeftBehindAppraisal> Left);

internal static class CloseAppraisals
{
    /// <summary>Ends published appraisals, for a department or a person, or for the company and with them the cycle. Those whose appeal waits
    /// stay open and are named. Refused: before results are published; the cycle while results are unpublished; an unknown department.</summary>
    internal static Task<CloseAppraisalsResponse> HandleAsync(
        long id, CycleScopeRequest request, Visible visible, CloseResults close, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().OneAsync(id, cancellation);
                AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Close);
                var (closed, left) = request is { DepartmentId: null, EmployeeId: null }
                    ? await close.RunAsync(cycle, cancellation)
                    : await close.RunAsync(
                        await visible.Appraisals().Where(x => x.CycleId == id).InScopeAsync(db, request.DepartmentId, request.EmployeeId, cancellation),
                        cancellation);
                return new CloseAppraisalsResponse(cycle.Phase, closed, left.Count, await db.NamedAsync(left, cancellation));
            },
            cancellation);
}
