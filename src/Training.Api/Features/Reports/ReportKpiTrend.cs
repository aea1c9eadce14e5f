using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Reports;

/// <summary>Whose figures the report follows: one of the three, and over which quarters.</summary>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="DepartmentId">Recorded for this department.</param>
/// <param name="Team">Of everybody who stands below the caller today; so where neither of the other two is given.</param>
/// <param name="KpiId">Of this KPI alone.</param>
/// <param name="From">The first quarter, seven before the last unless said.</param>
/// <param name="To">The last quarter, the running one unless said.</param>
public sealed record KpiTrendFilter(
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "departmentId")] long? DepartmentId = null,
    [FromQuery(Name = "team")] bool? Team = null,
    [FromQuery(Name = "kpiId")] long? KpiId = null,
    [FromQuery(Name = "from")] Quarter? From = null,
    [FromQuery(Name = "to")] Quarter? To = null);

/// <summary>A KPI of a person or department in one quarter.</summary>
/// <param name="EmployeeId">The person; none for a department's figure.</param>
/// <param name="DepartmentId">The department; none for a person's figure.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Actual">What the figures of the quarter come to, by the version of the KPI in force then; nothing is scaled.</param>
/// <param name="Figures">How many figures that rests on.</param>
/// <param name="SampleSize">How many cases these sum up, where all of them say so.</param>
/// <param name="Change">Against the quarter before; none where that has no figure.</param>
/// <param name="Trend">Whether that is better, by the direction of the KPI.</param>
public sealed record KpiTrendListItem(
    long? EmployeeId,
    string? EmployeeNumber,
    string? NameZh,
    string? NameLatin,
    long? DepartmentId,
    string? DepartmentCode,
    string? DepartmentNameZh,
    string? DepartmentNameEn,
    long KpiId,
    string KpiCode,
    string KpiNameZh,
    string? KpiNameEn,
    KpiUnit Unit,
    KpiDirection Direction,
    Quarter Quarter,
    decimal Actual,
    int Figures,
    int? SampleSize,
    decimal? Change,
    KpiTrend? Trend);

/// <summary>Why the trend cannot be reported.</summary>
internal static class KpiTrendRefusals
{
    public static readonly Refusal OneSubject = Refusal.Content("kpiTrend.oneSubject");
    public static readonly Refusal QuartersOutOfRange = Refusal.Content("kpiTrend.quartersOutOfRange");
}

internal static class ReportKpiTrend
{
    private const int Usual = 8;
    private const int Most = 40;

    private static readonly Sorts<KpiTrendListItem> Fields = new(x => x.KpiId, "employeeNumber,departmentCode,kpiCode,quarter", x => x.EmployeeId ?? 0)
    {
        { "employeeNumber", x => x.EmployeeNumber },
        { "departmentCode", x => x.DepartmentCode },
        { "kpiCode", x => x.KpiCode },
        { "quarter", x => x.Quarter },
        { "actual", x => x.Actual },
        { "change", x => x.Change },
    };

    /// <summary>How KPIs went over quarters: of a person, a department, or everybody below the caller; of each quarter the actual by the KPI's
    /// version of that time, and whether it is better than the quarter before. What the program counts by itself stands as of last
    /// night. Refused: several of the three; more than 40 quarters, 8 of a team.</summary>
    internal static async Task<ListOf<KpiTrendListItem>> HandleAsync(
        [AsParameters] KpiTrendFilter filter, [AsParameters] ListRequest list, Visible visible, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        var to = filter.To ?? Quarter.Of(clock.Today);
        var from = filter.From ?? to.Before(Usual - 1);
        var most = filter is { EmployeeId: null, DepartmentId: null } ? Usual : Most;
        if (from > to || to.Since(from) >= most)
        {
            throw KpiTrendRefusals.QuartersOutOfRange.At("from", ("from", from.ToString()), ("to", to.ToString()), ("most", most));
        }

        // One quarter more, to compare the first with.
        var figures = await Asked(filter, visible, from.Previous, to).AsFigures().ToListAsync(cancellation);
        var rows = await RowsAsync(figures, from, db, cancellation);
        return ListOf.From(rows, Fields, list);
    }

    private static IQueryable<Measurement> Asked(KpiTrendFilter filter, Visible visible, Quarter from, Quarter to)
    {
        var (first, last) = (from.FirstDay, to.LastDay);
        var figures = visible.Measurements().AsNoTracking()
            .Where(x => x.PeriodFrom >= first && x.PeriodTo <= last && (filter.KpiId == null || x.KpiId == filter.KpiId));
        switch (filter)
        {
            case { EmployeeId: { } person, DepartmentId: null, Team: not true }:
                return figures.Where(x => x.EmployeeId == person);
            case { EmployeeId: null, DepartmentId: { } department, Team: not true }:
                return figures.Where(x => x.DepartmentId == department);
            case { EmployeeId: null, DepartmentId: null, Team: not false }:
                var team = visible.Team().Select(x => x.Id);
                return figures.Where(x => x.EmployeeId != null && team.Contains(x.EmployeeId.Value));
            default:
                throw KpiTrendRefusals.OneSubject.At("employeeId");
        }
    }

    private static async Task<List<KpiTrendListItem>> RowsAsync(
        List<MeasuredFigure> figures, Quarter from, TrainingDb db, CancellationToken cancellation)
    {
        var ids = figures.Select(x => x.KpiId).ToHashSet();
        var kpis = await db.Kpis.AsNoTracking().Include(x => x.Versions).AsSingleQuery().Where(x => ids.Contains(x.Id))
            .ToDictionaryAsync(x => x.Id, cancellation);
        var employees = figures.Select(x => x.EmployeeId).OfType<long>().ToHashSet();
        var people = await db.Employees.Where(x => employees.Contains(x.Id))
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToDictionaryAsync(x => x.Id, cancellation);
        var departments = await db.Departments.Select(x => new Named(x.Id, x.Code, new Bilingual(x.NameZh, x.NameEn)))
            .ToDictionaryAsync(x => x.Id, cancellation);

        var actuals = figures
            .GroupBy(x => (x.EmployeeId, x.DepartmentId, x.KpiId, Quarter: Quarter.Of(x.From)))
            .Select(x => (x.Key, Of: QuarterActual.Of(KpiFacts.Of(kpis[x.Key.KpiId], kpis[x.Key.KpiId].For(x.Key.Quarter)), x.Key.Quarter, x.Select(Measured.Of))))
            .Where(x => x.Of is not null)
            .ToDictionary(x => x.Key, x => x.Of!);
        return
        [
            .. actuals.Where(x => x.Key.Quarter >= from).Select(x =>
            {
                var (key, of) = (x.Key, x.Value);
                var (kpi, version) = (kpis[key.KpiId], kpis[key.KpiId].For(key.Quarter));
                var person = key.EmployeeId is { } employee ? people[employee] : null;
                var department = key.DepartmentId is { } room ? departments[room] : null;
                var before = actuals.GetValueOrDefault(key with { Quarter = key.Quarter.Previous })?.Actual;
                return new KpiTrendListItem(
                    person?.Id, person?.EmployeeNumber, person?.NameZh, person?.NameLatin, department?.Id, department?.Code, department?.Name.Zh,
                    department?.Name.En, kpi.Id, kpi.Code, version.NameZh, version.NameEn, version.Unit, version.Direction, key.Quarter, of.Actual,
                    of.Used.Count, of.Used.All(y => y.Size is not null) ? of.Used.Sum(y => y.Size) : null, of.Actual - before,
                    KpiTrends.Of(of.Actual, before, version.Direction));
            }),
        ];
    }
}
