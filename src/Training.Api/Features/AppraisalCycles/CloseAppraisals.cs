using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>What closing came to.</summary>
/// <param name="Phase">Where the cycle stands.</param>
/// <param name="Closed">Appraisals that are over now.</param>
public sealed record CloseAppraisalsResponse(AppraisalCyclePhase Phase, int Closed);

internal static class CloseAppraisals
{
    /// <summary>Ends published appraisals, for a department or a person, or for the company and with them the cycle. Refused: before results
    /// are published; the cycle while results are unpublished; an unknown department.</summary>
    internal static Task<CloseAppraisalsResponse> HandleAsync(
        long id, CycleScopeRequest request, Visible visible, CloseResults close, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().OneAsync(id, cancellation);
                AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Close);
                var closed = request is { DepartmentId: null, EmployeeId: null }
                    ? await close.RunAsync(cycle, cancellation)
                    : await close.RunAsync(
                        await visible.Appraisals().Where(x => x.CycleId == id).InScopeAsync(db, request.DepartmentId, request.EmployeeId, cancellation),
                        cancellation);
                return new CloseAppraisalsResponse(cycle.Phase, closed);
            },
            cancellation);
}
