using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>What publishing came to.</summary>
/// <param name="Phase">Where the cycle stands.</param>
/// <param name="Published">Results that are shown to their people now.</param>
/// <param name="LeftBehind">Appraisals that are neither calibrated nor unrated, or lack figures; the caller's own is another's to publish.</param>
/// <param name="Left">The first 200 of these.</param>
public sealed record PublishAppraisalsResponse(
    AppraisalCyclePhase Phase, int Published, int LeftBehind, IReadOnlyList<LeftBehindAppraisal> Left);

internal static class PublishAppraisals
{
    /// <summary>Publishes results, for the company, a department or a person: of the appraisals that the caller may see and that are
    /// calibrated or unrated, but for their own. Each is worked out finally and kept with its receipt, and the person is told; the others
    /// are left behind and named, to be published later. An approver publishes single people's, those that HR may not. Segments follow what
    /// was entered since. Refused: before calibration; what is published already; an unknown department; a person without an
    /// appraisal.</summary>
    internal static Task<PublishAppraisalsResponse> HandleAsync(
        long id, CycleScopeRequest request, Visible visible, CurrentPerson caller, FollowCycle follow, PublishResults publish, TrainingDb db,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().OneAsync(id, cancellation);
                if (!caller.IsHumanResources && request.EmployeeId is null)
                {
                    throw AppraisalCycleRefusals.PublishedByHumanResources.With();
                }

                AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Publish);
                await follow.RunAsync(cycle, cancellation);
                var self = caller.EmployeeId ?? 0;
                var scope = await visible.Appraisals().Where(x => x.CycleId == id).InScopeAsync(db, request.DepartmentId, request.EmployeeId, cancellation);
                var done = await publish.RunAsync(cycle, scope.Where(x => x.EmployeeId != self), cancellation);
                var own = scope.Where(x => x.EmployeeId == self && x.Stage != AppraisalStage.Published && x.Stage != AppraisalStage.Closed);
                List<Appraisal> left = [.. done.LeftBehind, .. await own.AsNoTracking().ToListAsync(cancellation)];
                if (done.Published == 0 && left.Count == 0)
                {
                    throw AppraisalCycleRefusals.AlreadyPublished.With();
                }

                if (done.Published > 0)
                {
                    cycle.Publish();
                }

                return new PublishAppraisalsResponse(cycle.Phase, done.Published, left.Count, await db.NamedAsync(left, cancellation));
            },
            cancellation);
}
