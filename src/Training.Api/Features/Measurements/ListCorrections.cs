using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Features.Measurements;

/// <summary>Which corrections.</summary>
/// <param name="State">That wait, were accepted, or were left.</param>
/// <param name="Quarter">Of periods within this quarter: <c>2026Q4</c>.</param>
/// <param name="KpiId">Of this KPI.</param>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="DepartmentId">Of this department.</param>
public sealed record CorrectionFilter(
    [FromQuery(Name = "state")] Choice<CorrectionState>? State = null,
    [FromQuery(Name = "quarter")] Quarter? Quarter = null,
    [FromQuery(Name = "kpiId")] long? KpiId = null,
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "departmentId")] long? DepartmentId = null);

internal static class ListCorrections
{
    private static readonly Sorts<CorrectionRow> Sorts = new(x => x.Correction.Id, "-proposedAt")
    {
        { "proposedAt", x => x.Correction.ProposedAt },
        { "decidedAt", x => x.Correction.DecidedAt },
        { "period", x => x.Correction.PeriodFrom },
        { "state", x => x.Correction.State },
        { "kpiCode", x => x.Kpi.Code },
        { "employeeNumber", x => x.Person!.EmployeeNumber },
    };

    /// <summary>Figures proposed after the data cut-off: to HR all, to others those that they proposed.</summary>
    internal static ListOf<CorrectionListItem> Handle(
        [AsParameters] CorrectionFilter filter, [AsParameters] ListRequest list, Visible visible, TrainingDb db)
    {
        var corrections = visible.Corrections().Where(x =>
            (filter.KpiId == null || x.KpiId == filter.KpiId)
            && (filter.EmployeeId == null || x.EmployeeId == filter.EmployeeId)
            && (filter.DepartmentId == null || x.DepartmentId == filter.DepartmentId));
        if (filter.State is { Value: var state })
        {
            corrections = corrections.Where(x => x.State == state);
        }

        if (filter.Quarter is { FirstDay: var first, LastDay: var last })
        {
            corrections = corrections.Where(x => x.PeriodFrom >= first && x.PeriodFrom <= last);
        }

        return ListOf.From(corrections, CorrectionRow.Of(corrections, db), Sorts, CorrectionRow.Item, list);
    }
}
