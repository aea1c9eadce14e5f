using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>What people decided in the appraisals of a cycle, as the arithmetic takes it, by employee.</summary>
internal static class CycleFactsQuery
{
    /// <summary>What HR set aside for these people; one query, and none without a cycle.</summary>
    public static async Task<ILookup<long, SetAside>> SetAsidesAsync(
        this TrainingDb db, AppraisalCycle? cycle, IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        var id = cycle?.Id;
        var rows = id is null ? [] : await (
            from aside in db.ItemSetAsides.AsNoTracking()
            join appraisal in db.Appraisals on aside.AppraisalId equals appraisal.Id
            where appraisal.CycleId == id && people.Contains(appraisal.EmployeeId)
            from segment in db.AppraisalSegments.Where(x => x.AppraisalId == aside.AppraisalId && x.Number == aside.SegmentNumber).DefaultIfEmpty()
            select new
            {
                appraisal.EmployeeId, aside.KpiId, aside.Reason, aside.AccountId,
                Placement = segment == null ? null : new Placement(segment.DepartmentId, segment.PositionId, segment.SupervisorId),
            }).ToListAsync(cancellation);
        return rows.ToLookup(x => x.EmployeeId, x => new SetAside(x.KpiId, x.Placement, x.Reason, x.AccountId));
    }

    /// <summary>The marks of scored segments with days of these people; drafts are left away. One query.</summary>
    public static async Task<ILookup<long, Mark>> MarksAsync(
        this TrainingDb db, AppraisalCycle cycle, IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        var id = cycle.Id;
        var rows = await (
            from segment in db.AppraisalSegments.AsNoTracking()
            join appraisal in db.Appraisals on segment.AppraisalId equals appraisal.Id
            where appraisal.CycleId == id && people.Contains(appraisal.EmployeeId) && segment.Days > 0 && segment.State == AppraisalSegmentState.Scored
            select new { appraisal.EmployeeId, Segment = segment }).ToListAsync(cancellation);
        return rows.SelectMany(x => x.Segment.Marks.Where(y => y.Value is not null)
                .Select(y => (x.EmployeeId, Mark: new Mark(x.Segment.Placement, y.KpiId, y.Value!.Value))))
            .ToLookup(x => x.EmployeeId, x => x.Mark);
    }

    /// <summary>The points that calibration and appeals added to the totals of these people and nobody took back; one query.</summary>
    public static async Task<ILookup<long, Adjustment>> AdjustmentsAsync(
        this TrainingDb db, AppraisalCycle cycle, IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        var id = cycle.Id;
        var rows = await (
            from adjustment in db.AppraisalAdjustments.AsNoTracking()
            join appraisal in db.Appraisals on adjustment.AppraisalId equals appraisal.Id
            where appraisal.CycleId == id && people.Contains(appraisal.EmployeeId) && adjustment.WithdrawnAt == null
            select new { appraisal.EmployeeId, Adjustment = adjustment }).ToListAsync(cancellation);
        return rows.ToLookup(x => x.EmployeeId, x => x.Adjustment.Fact);
    }

    /// <summary>The ceilings that HR lifted for these people; one query.</summary>
    public static async Task<ILookup<long, LiftedCeiling>> LiftedCeilingsAsync(
        this TrainingDb db, AppraisalCycle cycle, IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        var id = cycle.Id;
        var rows = await (
            from lift in db.CeilingLifts.AsNoTracking()
            join appraisal in db.Appraisals on lift.AppraisalId equals appraisal.Id
            where appraisal.CycleId == id && people.Contains(appraisal.EmployeeId) && lift.WithdrawnAt == null
            select new { appraisal.EmployeeId, Lift = lift }).ToListAsync(cancellation);
        return rows.ToLookup(x => x.EmployeeId, x => x.Lift.Fact);
    }

    /// <summary>The number of the version that was published last, of those of these people who have one; one query.</summary>
    public static Task<Dictionary<long, int>> NumbersAsync(
        this TrainingDb db, AppraisalCycle cycle, IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        var id = cycle.Id;
        return (from result in db.AppraisalResults
                join appraisal in db.Appraisals on result.AppraisalId equals appraisal.Id
                where appraisal.CycleId == id && people.Contains(appraisal.EmployeeId)
                group result.Number by appraisal.EmployeeId).ToDictionaryAsync(x => x.Key, x => x.Max(), cancellation);
    }
}
