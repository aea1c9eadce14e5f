using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Features.Reports;

/// <summary>Which cycle is reported on; the latest that is no longer in preparation unless said.</summary>
/// <param name="CycleId">This one.</param>
/// <param name="Quarter">That of this quarter.</param>
/// <param name="DepartmentId">The rows of this department and of all below it.</param>
public sealed record CycleReportFilter(
    [FromQuery(Name = "cycleId")] long? CycleId = null,
    [FromQuery(Name = "quarter")] Quarter? Quarter = null,
    [FromQuery(Name = "departmentId")] long? DepartmentId = null);

internal static class ReportedCycle
{
    /// <summary>The cycle that is asked for, with its templates; none: nothing was asked for, and no cycle is past its preparation. Refused:
    /// one that there is not.</summary>
    public static async Task<AppraisalCycle?> ReportedAsync(
        this IQueryable<AppraisalCycle> cycles, long? cycleId, Quarter? quarter, CancellationToken cancellation)
    {
        var whole = cycles.Whole().AsNoTracking();
        if (cycleId is null && quarter is null)
        {
            return await whole.Where(x => x.Phase != AppraisalCyclePhase.Planned).OrderByDescending(x => x.Code).FirstOrDefaultAsync(cancellation);
        }

        var code = quarter?.ToString();
        return await whole.Where(x => (cycleId == null || x.Id == cycleId) && (code == null || x.Code == code)).OneAsync(cancellation);
    }

    /// <summary>The department of the last segment with days, by appraisal, of the segments that are there.</summary>
    public static IReadOnlyDictionary<long, long> LastDepartments(this IEnumerable<ReportedSegment> segments) =>
        segments.GroupBy(x => x.AppraisalId).ToDictionary(x => x.Key, x => x.OrderBy(y => y.ToOn).ThenBy(y => y.Number).Last().DepartmentId);

    /// <summary>Those segments with days that belong to the appraisals. One query.</summary>
    public static Task<List<ReportedSegment>> ReportedAsync(
        this IQueryable<AppraisalSegment> segments, IQueryable<Appraisal> appraisals, CancellationToken cancellation) =>
        segments.Where(x => x.Days > 0 && appraisals.Any(y => y.Id == x.AppraisalId))
            .Select(x => new ReportedSegment(x.AppraisalId, x.Number, x.DepartmentId, x.PositionId, x.ToOn, x.State, x.IsLeftBehind))
            .ToListAsync(cancellation);

    /// <summary>The department and all below it; none: every department.</summary>
    public static async Task<Func<long?, bool>> WithinAsync(this TrainingDb db, long? departmentId, CancellationToken cancellation)
    {
        if (departmentId is not { } top)
        {
            return _ => true;
        }

        var below = (await DepartmentTree.ReadAsync(db, cancellation)).WithAllBelow([top]);
        return x => x is { } department && below.Contains(department);
    }
}

/// <summary>A segment with days as reports count it.</summary>
internal sealed record ReportedSegment(
    long AppraisalId, int Number, long DepartmentId, long PositionId, DateOnly ToOn, AppraisalSegmentState State, bool IsLeftBehind);
