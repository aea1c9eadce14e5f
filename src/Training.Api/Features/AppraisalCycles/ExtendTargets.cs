using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>More time for targets, for one person or one department.</summary>
/// <param name="DueOn">The new last day: today or later, at most the data cut-off. A segment whose targets are due later keeps its day.</param>
/// <param name="Reason">Why; the people read it.</param>
/// <param name="DepartmentId">The segments in this department and below it; none where one person is named.</param>
/// <param name="EmployeeId">One person; none where a department is named.</param>
public sealed record ExtendTargetsRequest(
    DateOnly DueOn, [NotBlank, TextLength(1, AppraisalSegment.MaxExtensionReasonLength)] string Reason, long? DepartmentId = null, long? EmployeeId = null);

/// <summary>What extending came to, in segments.</summary>
/// <param name="Extended">With the new day.</param>
/// <param name="LeftOut">The caller's own, and those of people above them in their line; another of HR decides on these.</param>
public sealed record ExtendTargetsResponse(int Extended, int LeftOut);

internal static class ExtendTargets
{
    /// <summary>Gives one person or one department more time for targets, and tells the people. Segments that begin later are not among them.
    /// Done again the last day holds. Refused: about oneself; before the cycle is opened and once it is scored; a day before today or after the
    /// data cut-off; neither or both of person and department; somebody without an appraisal; an unknown department.</summary>
    internal static Task<ExtendTargetsResponse> HandleAsync(
        long id, ExtendTargetsRequest request, CurrentPerson caller, Visible visible, NoticeBox notices, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.AsNoTracking().OneAsync(id, cancellation);
                Require(request, cycle, caller, clock.Today);
                var (self, segments) = (caller.EmployeeId ?? 0, await SegmentsAsync(visible, db, id, request, cancellation));
                var mine = await visible.Appraisals().Where(x => x.CycleId == id && x.EmployeeId != self).ToDictionaryAsync(
                    x => x.Id, x => x.EmployeeId, cancellation);
                var extended = segments.FindAll(x => mine.ContainsKey(x.AppraisalId));
                var ids = extended.ConvertAll(x => x.Id);
                var (dueOn, reason) = (request.DueOn, PlainText.Of(request.Reason));
                await BulkChange.UpdateAsync(
                    db, db.AppraisalSegments.Where(x => ids.Contains(x.Id)),
                    row => row.SetProperty(x => x.TargetsExtendedTo, dueOn).SetProperty(x => x.TargetsExtensionReason, reason)
                        .SetProperty(x => x.Version, x => x.Version + 1),
                    new { TargetsExtendedTo = dueOn, TargetsExtensionReason = reason }, cancellation);
                await notices.TellEachAsync(
                    "appraisal.targetsExtended",
                    [.. extended.Select(x => x.AppraisalId).Distinct().Select(x => (mine[x], new NoticeSubject("appraisal", x), new (string, object?)[]
                    {
                        ("quarter", cycle.Code), ("dueOn", dueOn),
                    }))],
                    cancellation);
                return new ExtendTargetsResponse(extended.Count, segments.Count - extended.Count);
            },
            cancellation);

    private static void Require(ExtendTargetsRequest request, AppraisalCycle cycle, CurrentPerson caller, DateOnly today)
    {
        if (request is { EmployeeId: { } person, DepartmentId: null })
        {
            caller.RefuseOwn(person);
        }

        AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.ExtendTargets);
        if (request.DueOn < today || request.DueOn > cycle.Dates.DataCutOffOn)
        {
            throw TargetRefusals.DueDayOutOfRange.At("dueOn", ("day", request.DueOn), ("from", today), ("to", cycle.Dates.DataCutOffOn));
        }

        if (request.EmployeeId is null == request.DepartmentId is null)
        {
            throw TargetRefusals.OneScope.With();
        }
    }

    private static async Task<List<AppraisalSegment>> SegmentsAsync(
        Visible visible, TrainingDb db, long cycleId, ExtendTargetsRequest request, CancellationToken cancellation)
    {
        var appraisals = db.Appraisals.Where(x => x.CycleId == cycleId);
        if (request.EmployeeId is { } person)
        {
            appraisals = await visible.Appraisals().Where(x => x.CycleId == cycleId).InScopeAsync(db, null, person, cancellation);
        }

        var segments = db.AppraisalSegments.AsNoTracking().Where(x => x.Days > 0 && appraisals.Any(y => y.Id == x.AppraisalId));
        if (request.DepartmentId is { } department)
        {
            if (!await db.Departments.AnyAsync(x => x.Id == department, cancellation))
            {
                throw AppraisalCycleRefusals.DepartmentUnknown.At("departmentId", ("departmentId", department));
            }

            var below = (await DepartmentTree.ReadAsync(db, cancellation)).WithAllBelow([department]);
            segments = segments.Where(x => below.Contains(x.DepartmentId));
        }

        return await segments.OrderBy(x => x.Id).ToListAsync(cancellation);
    }
}
