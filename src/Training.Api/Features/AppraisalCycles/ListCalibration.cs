using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>A score beside those of others.</summary>
/// <param name="Id">The appraisal.</param>
/// <param name="DepartmentCode">Of the last segment with days; none: there is none.</param>
/// <param name="Total">As computed; none while something that counts lacks a figure or mark.</param>
/// <param name="Adjusted">Σ of the adjustments.</param>
/// <param name="Final">The total with them.</param>
/// <param name="Band">The grade that the final score earns.</param>
/// <param name="Grade">The grade after ceilings.</param>
/// <param name="Unrated">Why there is no score.</param>
/// <param name="MissingCount">Items that count and lack a figure or mark.</param>
/// <param name="Version">Of the appraisal.</param>
public sealed record CalibrationListItem(
    long Id, long EmployeeId, string EmployeeNumber, string NameZh, string? NameLatin, string? DepartmentCode, AppraisalStage Stage, decimal? Total,
    decimal Adjusted, decimal? Final, string? Band, string? Grade, UnratedReason? Unrated, int MissingCount, int Version);

internal static class ListCalibration
{
    private static readonly Sorts<CalibrationListItem> Fields = new(x => x.Id, "-final,employeeNumber")
    {
        { "employeeNumber", x => x.EmployeeNumber },
        { "departmentCode", x => x.DepartmentCode ?? "" },
        { "stage", x => x.Stage },
        { "total", x => x.Total },
        { "final", x => x.Final },
        { "grade", x => x.Grade ?? "" },
    };

    /// <summary>The scores of a cycle as they stand, or as they were published, beside each other: of the people whose appraisal the caller may see, but for their own.
    /// Who read them is noted for the person. Refused: unless the cycle calibrates or publishes; an unknown department.</summary>
    internal static async Task<ListOf<CalibrationListItem>> HandleAsync(
        long id, [FromQuery(Name = "departmentId")] long? departmentId, [FromQuery(Name = "stage")] Choice<AppraisalStage>? stage,
        [FromQuery(Name = "grade")] string? grade, [AsParameters] ListRequest list, Visible visible, CurrentPerson caller, WorkOutScores scores,
        LookupNotes lookups, TrainingDb db, CancellationToken cancellation)
    {
        var cycle = await db.AppraisalCycles.Whole().AsNoTracking().OneAsync(id, cancellation);
        AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Calibrate);
        var scope = await visible.ComparedAppraisals().Where(x => x.CycleId == id).InScopeAsync(db, departmentId, null, cancellation);
        var rows = await (
            from appraisal in scope.AsNoTracking()
            join person in db.Employees on appraisal.EmployeeId equals person.Id
            select new
            {
                Appraisal = appraisal,
                Result = db.AppraisalResults.Where(x => x.AppraisalId == appraisal.Id).OrderByDescending(x => x.Number).FirstOrDefault(),
                person.EmployeeNumber, person.NameZh, person.NameLatin,
                Department = db.AppraisalSegments.Where(x => x.AppraisalId == appraisal.Id && x.Days > 0).OrderByDescending(x => x.ToOn)
                    .ThenByDescending(x => x.Number).Select(x => db.Departments.Where(y => y.Id == x.DepartmentId).Select(y => y.Code).First())
                    .FirstOrDefault(),
            }).ToListAsync(cancellation);
        var receipts = rows.Count == 0
            ? new Dictionary<long, Receipt>()
            : (await scores.FinallyAsync(cycle, rows.ConvertAll(x => x.Appraisal.EmployeeId), cancellation)).Receipts;
        return ListOf.From(
            [
                .. rows.Select(x =>
                {
                    var (appraisal, receipt) = (x.Appraisal, receipts[x.Appraisal.EmployeeId]);
                    var outcome = x.Result is { } kept
                        ? receipt.Outcome with
                        {
                            Total = kept.Total, Adjusted = kept.Adjusted, Final = kept.Final, Band = kept.Band, Grade = kept.Grade, Unrated = kept.Unrated,
                        }
                        : receipt.Outcome;
                    return new CalibrationListItem(
                        appraisal.Id, appraisal.EmployeeId, x.EmployeeNumber, x.NameZh, x.NameLatin, x.Department, appraisal.Stage, outcome.Total,
                        outcome.Adjusted, outcome.Final, outcome.Band, outcome.Grade, outcome.Unrated,
                        outcome.Final is null && outcome.Unrated is null ? receipt.Segments.Sum(y => y.Missing.Count()) : 0, appraisal.Version);
                }).Where(x => (stage is not { Value: var asked } || x.Stage == asked) && (grade is null || x.Grade == grade)),
            ],
            Fields, list).Showing(shown => lookups.NoteScores(caller.AccountId, shown.Select(x => x.EmployeeId)));
    }
}
