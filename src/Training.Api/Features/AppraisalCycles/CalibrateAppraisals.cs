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
        long id, CycleScopeRequest request, Visible visible, CurrentPerson caller, WorkOutScores scores, CycleAdjusters adjusters, FollowCycle follow,
        TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().AsNoTracking().OneAsync(id, cancellation);
                AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Calibrate);
                await follow.RunAsync(cycle, cancellation);
                var found = await (await visible.Appraisals().Where(x => x.CycleId == id).InScopeAsync(db, request.DepartmentId, request.EmployeeId, cancellation))
                    .AsNoTracking().Where(x => x.Stage != AppraisalStage.Calibrated && x.Stage != AppraisalStage.Unrated
                        && x.Stage != AppraisalStage.Published && x.Stage != AppraisalStage.Closed)
                    .ToListAsync(cancellation);
                var rated = await adjusters.RatedAsync(id, cancellation);
                var scored = found.Where(x => x.Stage == AppraisalStage.Scored && !caller.Is(x.EmployeeId) && !rated.Contains(x.Id)).ToList();
                var receipts = scored.Count == 0
                    ? new Dictionary<long, Receipt>()
                    : (await scores.FinallyAsync(cycle, [.. scored.Select(x => x.EmployeeId)], cancellation)).Receipts;
                var unrated = scored.Where(x => receipts[x.EmployeeId].Outcome.Unrated is not null).ToList();
                var whole = scored.Except(unrated).Where(x => receipts[x.EmployeeId].Outcome.Total is not null).ToList();
                await MoveAsync(db, unrated, AppraisalStage.Unrated, cancellation);
                await MoveAsync(db, whole, AppraisalStage.Calibrated, cancellation);
                var left = found.Except(unrated).Except(whole).ToList();
                return new CalibrateAppraisalsResponse(whole.Count, unrated.Count, left.Count, await db.NamedAsync(left, cancellation));
            },
            cancellation);

    private static async Task MoveAsync(TrainingDb db, List<Appraisal> appraisals, AppraisalStage stage, CancellationToken cancellation)
    {
        var ids = appraisals.ConvertAll(x => x.Id);
        await BulkChange.UpdateAsync(
            db, db.Appraisals.Where(x => ids.Contains(x.Id)),
            row => row.SetProperty(x => x.Stage, stage).SetProperty(x => x.Version, x => x.Version + 1), new { Stage = stage }, cancellation);
    }
}
