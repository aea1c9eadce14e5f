using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Kpis;

namespace Training.Api.Features.Measurements;

/// <summary>Another figure; whose, which KPI and which period stay.</summary>
/// <param name="Value">With at most as many decimals as the KPI has in that quarter.</param>
/// <param name="SampleSize">On how many cases the figure rests: 1 to 1 000 000; none: not known.</param>
/// <param name="SourceRow">Where it was taken from, in words.</param>
/// <param name="Confirm">A figure outside the KPI's plausible range is meant so.</param>
/// <param name="Reason">Why, for HR to decide by, where the data cut-off of the quarter is over.</param>
public sealed record ChangeMeasurementRequest(
    decimal Value,
    int? SampleSize = null,
    [TextLength(0, Measurement.MaxSourceRowLength)] string? SourceRow = null,
    bool Confirm = false,
    [TextLength(0, Correction.MaxReasonLength)] string? Reason = null);

internal static class ChangeMeasurement
{
    /// <summary>Changes a figure, by whoever may enter it. After the data cut-off of its quarter the change is queued for HR as a
    /// correction, and the answer says <c>queued</c>. Refused as entering is.</summary>
    internal static Task<EnteredFigure> HandleAsync(
        long id, ChangeMeasurementRequest request, IfMatch ifMatch, OnFigure on, TrainingDb db, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var figure = await on.LoadAsync(id, cancellation);
            ifMatch.Require(figure);
            var number = await db.Employees.Where(x => x.Id == figure.EmployeeId).Select(x => x.EmployeeNumber).SingleOrDefaultAsync(cancellation);
            var department = await db.Departments.Where(x => x.Id == figure.DepartmentId).Select(x => x.Code).SingleOrDefaultAsync(cancellation);
            var code = await db.Kpis.Where(x => x.Id == figure.KpiId).Select(x => x.Code).SingleAsync(cancellation);
            var entry = new FigureEntry(number, department, code, figure.Period, new(request.Value, request.SampleSize), SourceRow: request.SourceRow);
            return await on.EnterAsync(entry, isNew: false, request.Confirm, request.Reason, cancellation);
        },
        cancellation);
}
