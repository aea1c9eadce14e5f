using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Kpis;

namespace Training.Api.Features.Measurements;

/// <summary>A figure to be entered by hand: of a person or of a department.</summary>
/// <param name="KpiId">A KPI whose figures are entered, not taken from events or training.</param>
/// <param name="Period"><c>2026-10-05</c>, <c>2026-10</c> or <c>2026Q4</c>, as the KPI is measured in that quarter; it has begun.</param>
/// <param name="Value">With at most as many decimals as the KPI has in that quarter.</param>
/// <param name="EmployeeId">The person, employed on a day of the period; or else</param>
/// <param name="DepartmentId">the department.</param>
/// <param name="SampleSize">On how many cases the figure rests: 1 to 1 000 000.</param>
/// <param name="SourceRow">Where it was taken from, in words.</param>
/// <param name="Confirm">A figure outside the KPI's plausible range is meant so.</param>
/// <param name="Reason">Why, for HR to decide by, where the data cut-off of the quarter is over.</param>
public sealed record RecordMeasurementRequest(
    long KpiId,
    MeasuredPeriod Period,
    decimal Value,
    long? EmployeeId = null,
    long? DepartmentId = null,
    int? SampleSize = null,
    [TextLength(0, Measurement.MaxSourceRowLength)] string? SourceRow = null,
    bool Confirm = false,
    [TextLength(0, Correction.MaxReasonLength)] string? Reason = null);

internal static class RecordMeasurement
{
    /// <summary>Enters one figure by hand: HR of anybody but themselves, supervisors of direct reports where the KPI is measured by hand.
    /// Until the data cut-off of the quarter (its last day and five working days) it counts at once and the answer says
    /// <c>recorded</c>; afterwards it is queued for HR as a correction, nothing changes, and the answer says <c>queued</c>. Refused: a
    /// figure that there is already; one outside the plausible range, unless confirmed; what the KPI does not allow.</summary>
    internal static Task<DoneOnce<EnteredFigure>> HandleAsync(
        RecordMeasurementRequest request, IdempotencyKey key, OnFigure on, TrainingDb db, CancellationToken cancellation) => key.OnceAsync(
        db,
        request,
        async () =>
        {
            var (number, department) = await SubjectAsync(request, on, db, cancellation);
            var code = await db.Kpis.Where(x => x.Id == request.KpiId).Select(x => x.Code).SingleOrDefaultAsync(cancellation)
                ?? throw MeasurementRefusals.KpiUnknown.At("kpiId", ("code", request.KpiId));
            var entry = new FigureEntry(number, department, code, request.Period, new(request.Value, request.SampleSize), SourceRow: request.SourceRow);
            return await on.EnterAsync(entry, isNew: true, request.Confirm, request.Reason, cancellation);
        },
        cancellation);

    private static async Task<(string? Number, string? Department)> SubjectAsync(
        RecordMeasurementRequest request, OnFigure on, TrainingDb db, CancellationToken cancellation)
    {
        if (request is { EmployeeId: { } person, DepartmentId: null })
        {
            await on.RequireAsync(person, request.Period, cancellation);
            var number = await db.Employees.Where(x => x.Id == person).Select(x => x.EmployeeNumber).SingleOrDefaultAsync(cancellation);
            return (number ?? throw CommonRefusals.Unknown.At("employeeId"), null);
        }

        if (request is { EmployeeId: null, DepartmentId: { } department })
        {
            on.RequireOfDepartment();
            var code = await db.Departments.Where(x => x.Id == department).Select(x => x.Code).SingleOrDefaultAsync(cancellation);
            return (null, code ?? throw CommonRefusals.Unknown.At("departmentId"));
        }

        throw MeasurementRefusals.OneSubject.At("employeeId");
    }
}
