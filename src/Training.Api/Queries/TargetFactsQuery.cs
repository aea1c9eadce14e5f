using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>The targets that people agreed on, as the arithmetic takes them, by employee.</summary>
/// <param name="Agreed">Those that hold in the place of the template's.</param>
/// <param name="Open">Those on which the next above has still to decide.</param>
internal sealed record TargetFacts(ILookup<long, AgreedTarget> Agreed, ILookup<long, OpenTarget> Open);

internal static class TargetFactsQuery
{
    /// <summary>Of the segments with days of these people; one query, and none without a cycle.</summary>
    public static async Task<TargetFacts> TargetsAsync(
        this TrainingDb db, AppraisalCycle? cycle, IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        var id = cycle?.Id;
        var rows = id is null ? [] : await (
            from target in db.SegmentTargets.AsNoTracking()
            where target.Holds != null || target.State == SegmentTargetState.Escalated
            join appraisal in db.Appraisals on target.AppraisalId equals appraisal.Id
            where appraisal.CycleId == id && people.Contains(appraisal.EmployeeId)
            join segment in db.AppraisalSegments on new { target.AppraisalId, Number = target.SegmentNumber } equals new { segment.AppraisalId, segment.Number }
            where segment.Days > 0
            select new
            {
                appraisal.EmployeeId, target.KpiId, target.Holds, target.State,
                Placement = new Placement(segment.DepartmentId, segment.PositionId, segment.SupervisorId),
            }).ToListAsync(cancellation);
        return new(
            rows.Where(x => x.Holds is not null).ToLookup(x => x.EmployeeId, x => new AgreedTarget(x.KpiId, x.Placement, x.Holds!.Value)),
            rows.Where(x => x.State == SegmentTargetState.Escalated).ToLookup(x => x.EmployeeId, x => new OpenTarget(x.KpiId, x.Placement)));
    }

    /// <summary>Which of the appraisals have a target on which the next above has still to decide, in a segment with days and of an item that
    /// is not set aside; one query.</summary>
    public static Task<HashSet<long>> UndecidedAsync(this TrainingDb db, IReadOnlyCollection<long> appraisals, CancellationToken cancellation) =>
        db.SegmentTargets
            .Where(x => appraisals.Contains(x.AppraisalId) && x.State == SegmentTargetState.Escalated
                && db.AppraisalSegments.Any(y => y.AppraisalId == x.AppraisalId && y.Number == x.SegmentNumber && y.Days > 0)
                && !db.ItemSetAsides.Any(y => y.AppraisalId == x.AppraisalId && y.KpiId == x.KpiId
                    && (y.SegmentNumber == null || y.SegmentNumber == x.SegmentNumber)))
            .Select(x => x.AppraisalId).ToHashSetAsync(cancellation);
}
