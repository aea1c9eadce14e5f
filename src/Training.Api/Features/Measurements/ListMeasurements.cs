using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Features.Measurements;

/// <summary>Which figures.</summary>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="DepartmentId">Of this department.</param>
/// <param name="KpiId">Of this KPI.</param>
/// <param name="Quarter">Of periods within this quarter: <c>2026Q4</c>.</param>
/// <param name="PeriodFrom">Of periods that end on this day or later.</param>
/// <param name="PeriodTo">Of periods that begin on this day or earlier.</param>
/// <param name="Source">That came in this way last.</param>
/// <param name="IsImplausible">Only those outside the plausible range, or only the others.</param>
/// <param name="IsOfDepartment">Only those of departments, or only those of people.</param>
public sealed record MeasurementFilter(
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "departmentId")] long? DepartmentId = null,
    [FromQuery(Name = "kpiId")] long? KpiId = null,
    [FromQuery(Name = "quarter")] Quarter? Quarter = null,
    [FromQuery(Name = "periodFrom")] DateOnly? PeriodFrom = null,
    [FromQuery(Name = "periodTo")] DateOnly? PeriodTo = null,
    [FromQuery(Name = "source")] Choice<MeasurementSource>? Source = null,
    [FromQuery(Name = "isImplausible")] bool? IsImplausible = null,
    [FromQuery(Name = "isOfDepartment")] bool? IsOfDepartment = null)
{
    internal IQueryable<Measurement> Of(IQueryable<Measurement> figures)
    {
        figures = EmployeeId is { } person ? figures.Where(x => x.EmployeeId == person) : figures;
        figures = DepartmentId is { } department ? figures.Where(x => x.DepartmentId == department) : figures;
        figures = KpiId is { } kpi ? figures.Where(x => x.KpiId == kpi) : figures;
        figures = Source is { Value: var source } ? figures.Where(x => x.Source == source) : figures;
        figures = IsImplausible is { } odd ? figures.Where(x => x.IsImplausible == odd) : figures;
        figures = IsOfDepartment is { } rooms ? figures.Where(x => (x.DepartmentId != null) == rooms) : figures;
        figures = PeriodFrom is { } after ? figures.Where(x => x.PeriodTo >= after) : figures;
        figures = PeriodTo is { } before ? figures.Where(x => x.PeriodFrom <= before) : figures;
        return Quarter is { FirstDay: var first, LastDay: var last } ? figures.Where(x => x.PeriodFrom >= first && x.PeriodFrom <= last) : figures;
    }
}

internal static class ListMeasurements
{
    private static readonly Sorts<MeasurementRow> Sorts = new(x => x.Figure.Id, "-recorded")
    {
        { "recorded", x => x.Figure.Id },
        { "period", x => x.Figure.PeriodFrom },
        { "value", x => x.Figure.Value },
        { "kpiCode", x => x.Kpi.Code },
        { "name", x => x.Person!.NameSortKey },
        { "employeeNumber", x => x.Person!.EmployeeNumber },
        { "departmentCode", x => x.Department!.Code },
    };

    /// <summary>Figures, those first recorded last in front: to HR all; to others their own, those of who stood below them on the last
    /// day of the period, and those of the departments in which they or these were placed then. <c>q</c> looks in name and number of
    /// the person.</summary>
    internal static ListOf<MeasurementResponse> Handle(
        [AsParameters] MeasurementFilter filter, [AsParameters] SearchRequest list, Visible visible, TrainingDb db)
    {
        var figures = filter.Of(visible.Measurements());
        if (list.Typed is { } typed)
        {
            figures = figures.Where(x => db.Employees.Any(y => y.Id == x.EmployeeId && y.SearchText.Contains(typed)));
        }

        return ListOf.From(figures, MeasurementRow.Of(figures, db), Sorts, MeasurementRow.Answer, list);
    }
}
