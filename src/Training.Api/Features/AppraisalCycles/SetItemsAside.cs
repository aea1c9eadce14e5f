using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>A KPI to be set aside in the segments of a department.</summary>
/// <param name="KpiId">One that a template of the cycle has.</param>
/// <param name="DepartmentId">The department of the segments.</param>
/// <param name="Reason">Why it does not apply; the people read it.</param>
/// <param name="IncludesBelow">Also in the departments below, as they stand today.</param>
public sealed record SetItemsAsideRequest(
    long KpiId, long DepartmentId, [NotBlank, TextLength(1, ItemSetAside.MaxReasonLength)] string Reason, bool IncludesBelow = true);

/// <summary>What setting aside came to, in segments.</summary>
/// <param name="SetAside">In which the item is set aside now.</param>
/// <param name="Already">In which it was before.</param>
/// <param name="LeftOut">The caller's own, and those of people above them in their line; another of HR decides on these.</param>
public sealed record SetItemsAsideResponse(int SetAside, int Already, int LeftOut);

internal static class SetItemsAside
{
    /// <summary>Sets a KPI aside in every segment with days of a department whose template has it. Segments that begin later are not among
    /// them; done again it takes in what is missing. Refused: a KPI that no template of the cycle has; an unknown department.</summary>
    internal static Task<SetItemsAsideResponse> HandleAsync(
        long id, SetItemsAsideRequest request, CurrentPerson caller, Visible visible, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().AsNoTracking().OneAsync(id, cancellation);
                var positions = await PositionsAsync(db, cycle, request.KpiId, cancellation);
                var departments = await DepartmentsAsync(db, request, cancellation);
                var segments = await SegmentsAsync(visible, caller, db, id, request.KpiId, departments, positions, cancellation);
                var asides = segments.Where(x => x is { IsMine: true, IsSetAside: false })
                    .Select(x => ItemSetAside.Of(x.AppraisalId, request.KpiId, x.Number, request.Reason, caller.AccountId, clock.Now)).ToList();
                await Bulk.InsertAsync(db, asides, cancellation);
                return new SetItemsAsideResponse(
                    asides.Count, segments.Count(x => x is { IsMine: true, IsSetAside: true }), segments.Count(x => !x.IsMine));
            },
            cancellation);

    private static async Task<List<long>> PositionsAsync(TrainingDb db, AppraisalCycle cycle, long kpiId, CancellationToken cancellation)
    {
        var named = cycle.Templates.Select(x => x.TemplateId).ToList();
        var positions = await db.KpiTemplates.Where(x => named.Contains(x.Id) && x.Sections.Any(y => y.Items.Any(z => z.KpiId == kpiId)))
            .Select(x => x.PositionId).ToListAsync(cancellation);
        return positions.Count > 0 ? positions : throw AppraisalCycleRefusals.KpiUnknown.At("kpiId", ("kpiId", kpiId));
    }

    private static async Task<IReadOnlyCollection<long>> DepartmentsAsync(TrainingDb db, SetItemsAsideRequest request, CancellationToken cancellation)
    {
        var id = request.DepartmentId;
        if (!await db.Departments.AnyAsync(x => x.Id == id, cancellation))
        {
            throw AppraisalCycleRefusals.DepartmentUnknown.At("departmentId", ("departmentId", id));
        }

        return request.IncludesBelow ? (await DepartmentTree.ReadAsync(db, cancellation)).WithAllBelow([id]) : [id];
    }

    private static Task<List<Found>> SegmentsAsync(
        Visible visible, CurrentPerson caller, TrainingDb db, long cycleId, long kpiId, IReadOnlyCollection<long> departments, List<long> positions,
        CancellationToken cancellation)
    {
        var (self, stages) = (caller.EmployeeId ?? 0, AppraisalLife.SettingAside);
        var mine = visible.Appraisals().Where(x => x.EmployeeId != self).Select(x => x.Id);
        return (
            from segment in db.AppraisalSegments
            join appraisal in db.Appraisals on segment.AppraisalId equals appraisal.Id
            where appraisal.CycleId == cycleId && stages.Contains(appraisal.Stage) && segment.Days > 0
                && departments.Contains(segment.DepartmentId) && positions.Contains(segment.PositionId)
            orderby segment.Id
            select new Found(
                appraisal.Id, segment.Number, mine.Contains(appraisal.Id),
                db.ItemSetAsides.Any(x => x.AppraisalId == appraisal.Id && x.KpiId == kpiId
                    && (x.SegmentNumber == null || x.SegmentNumber == segment.Number)))).ToListAsync(cancellation);
    }

    private sealed record Found(long AppraisalId, int Number, bool IsMine, bool IsSetAside);
}
