using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>Whose late scoring ends.</summary>
/// <param name="DepartmentCode">The department of the segments, with all below it as they stand today.</param>
/// <param name="Reason">Why; HR reads it.</param>
public sealed record CloseScoringRequest(
    [NotBlank, TextLength(1, 40)] string DepartmentCode, [NotBlank, TextLength(1, ScoringClosure.MaxReasonLength)] string Reason);

/// <summary>What closing scoring came to.</summary>
/// <param name="Departments">Departments that are closed now and were not before.</param>
/// <param name="OpenSegments">Segments of the department and those below that wait for HR to name a rater.</param>
public sealed record CloseScoringResponse(int Departments, int OpenSegments);

internal static class CloseScoring
{
    /// <summary>Ends the late scoring of a department and all below it: their raters keep no draft and score no longer; whom HR names from
    /// now on does, and it still counts as late. Departments that are closed stay so since they were. Refused: before calibration; an
    /// unknown department; one that is closed with all below it.</summary>
    internal static Task<CloseScoringResponse> HandleAsync(
        long id, CloseScoringRequest request, CurrentPerson caller, AdvanceCycle advance, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().AsNoTracking().OneAsync(id, cancellation);
                AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.CloseScoring);
                var code = PlainText.Key(request.DepartmentCode);
                var root = await db.Departments.Where(x => x.Code == code).Select(x => (long?)x.Id).SingleOrDefaultAsync(cancellation)
                    ?? throw ScoringClosureRefusals.DepartmentUnknown.At("departmentCode", ("code", code));
                var all = (await DepartmentTree.ReadAsync(db, cancellation)).WithAllBelow([root]);
                var closed = await db.ScoringClosures.AsNoTracking().Where(x => x.CycleId == id && all.Contains(x.DepartmentId))
                    .ToDictionaryAsync(x => x.DepartmentId, cancellation);
                var added = all.Where(x => !closed.ContainsKey(x))
                    .Select(x => ScoringClosure.Of(id, x, request.Reason, caller.AccountId, clock.Now)).ToList();
                if (added.Count == 0)
                {
                    throw ScoringClosureRefusals.AlreadyClosed.At("departmentCode", ("code", code));
                }

                db.ScoringClosures.AddRange(added);
                added.ForEach(x => closed.Add(x.DepartmentId, x));
                var open = await advance.OpenSegments(cycle).AsNoTracking().Where(x => all.Contains(x.DepartmentId)).ToListAsync(cancellation);
                return new CloseScoringResponse(added.Count, open.Count(x => x.IsClosedBy(closed[x.DepartmentId])));
            },
            cancellation);
}
