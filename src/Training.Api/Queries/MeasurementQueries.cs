using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Queries;

internal static class MeasurementQueries
{
    /// <summary>How many people one condition names; of more, every figure of the span is read.</summary>
    private const int MostNamed = 2000;

    /// <summary>All figures of these people and departments within the quarter, in one query, in the order of who, KPI and period.</summary>
    public static async Task<IReadOnlyList<MeasuredFigure>> FiguresAsync(
        this TrainingDb db, IReadOnlyCollection<long> people, IReadOnlyCollection<long> departments, Quarter quarter, CancellationToken cancellation)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        var (wanted, rooms) = (people.Distinct().ToList(), departments.Distinct().ToList());
        return await db.Measurements.AsNoTracking()
            .Where(x => x.PeriodFrom >= first && x.PeriodTo <= last
                && ((x.EmployeeId != null && wanted.Contains(x.EmployeeId.Value)) || (x.DepartmentId != null && rooms.Contains(x.DepartmentId.Value))))
            .OrderBy(x => x.EmployeeId).ThenBy(x => x.DepartmentId).ThenBy(x => x.KpiId).ThenBy(x => x.PeriodFrom)
            .AsFigures().ToListAsync(cancellation);
    }

    /// <summary>The figures as scoring takes them.</summary>
    public static IQueryable<MeasuredFigure> AsFigures(this IQueryable<Measurement> figures) => figures.Select(x => new MeasuredFigure(
        x.EmployeeId, x.DepartmentId, x.KpiId, x.PeriodFrom, x.PeriodTo, x.Value, x.SampleSize, x.Source, x.SourceRow, x.Id));

    /// <summary>The figure of the place; one at most.</summary>
    public static IQueryable<Measurement> At(this IQueryable<Measurement> figures, MeasuredPlace place)
    {
        var (person, department, kpi, from, to) = place;
        return figures.Where(x => x.EmployeeId == person && x.DepartmentId == department && x.KpiId == kpi && x.PeriodFrom == from && x.PeriodTo == to);
    }

    /// <summary>The corrections of the place.</summary>
    public static IQueryable<Correction> At(this IQueryable<Correction> corrections, MeasuredPlace place)
    {
        var (person, department, kpi, from, to) = place;
        return corrections.Where(x => x.EmployeeId == person && x.DepartmentId == department && x.KpiId == kpi && x.PeriodFrom == from && x.PeriodTo == to);
    }

    /// <summary>Figures of these KPIs that begin within the span, of the named people and departments where these are not too many to
    /// be named.</summary>
    public static IQueryable<Measurement> Among(
        this IQueryable<Measurement> figures, IReadOnlyCollection<long> kpis, IReadOnlyCollection<long> people, IReadOnlyCollection<long> departments,
        DateOnly first, DateOnly last)
    {
        var found = figures.Where(x => kpis.Contains(x.KpiId) && x.PeriodFrom >= first && x.PeriodFrom <= last);
        return people.Count + departments.Count > MostNamed
            ? found
            : found.Where(x => (x.EmployeeId != null && people.Contains(x.EmployeeId.Value))
                || (x.DepartmentId != null && departments.Contains(x.DepartmentId.Value)));
    }
}
