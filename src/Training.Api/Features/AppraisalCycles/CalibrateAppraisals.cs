using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>What confirming came to.</summary>
/// <param name="Calibrated">Appraisals whose score is confirmed now.</param>
/// <param name="Unrated">Appraisals in which too little data turned out to be left.</param>
/// <param name="LeftBehind">Appraisals that are not scored, or lack figures; the caller's own, and those they rated
/// or whose rater stands above them, are another's to confirm.</param>
/// <param name="Left">The first 200 of these.</param>
public sealed record CalibrateAppraisalsResponse(int Calibrated, int Unrated, int LeftBehind, IReadOnlyList<LeftBehindAppraisal> Left);

internal static class CalibrateAppraisals
{
    /// <summary>Confirms the scores of a cycle as they are, for the company, a department or a person: of the appraisals that the caller may
    /// see, but for their own and those they rated or whose rater stands above them. Segments follow what was entered since. What was calibrated
    /// before stays. Refused: before the cycle calibrates; an unknown department; a person without an appraisal.</summary>
    internal static Task<CalibrateAppraisalsResponse> HandleAsync(
        long id, CycleScopeRequest request, Visible visible, CalibrateScores calibrate, FollowCycle follow, TrainingDb db,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().AsNoTracking().OneAsync(id, cancellation);
                AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Calibrate);
                await follow.RunAsync(cycle, cancellation);
                var scope = await visible.Appraisals().Where(x => x.CycleId == id).InScopeAsync(db, request.DepartmentId, request.EmployeeId, cancellation);
                var done = await calibrate.RunAsync(cycle, scope, cancellation);
                return new CalibrateAppraisalsResponse(
                    done.Calibrated, done.Unrated, done.LeftBehind.Count, await db.NamedAsync(done.LeftBehind, cancellation));
            },
            cancellation);
}
