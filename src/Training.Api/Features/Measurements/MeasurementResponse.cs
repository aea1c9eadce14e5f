using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Measurements;

/// <summary>A KPI as figures name it, by the name of its latest version.</summary>
public sealed record MeasuredKpi(long Id, string Code, string NameZh, string? NameEn);

/// <summary>A figure of a person or of a department, for one KPI and one period.</summary>
/// <param name="Employee">The person; none for a department's figure.</param>
/// <param name="Department">The department; none for a person's figure.</param>
/// <param name="PeriodKind">Day, month or quarter.</param>
/// <param name="Period">The period in one word: <c>2026-10-05</c>, <c>2026-10</c>, <c>2026Q4</c>.</param>
/// <param name="PeriodFrom">Its first day.</param>
/// <param name="PeriodTo">Its last day.</param>
/// <param name="SampleSize">On how many cases the figure rests, where that is known.</param>
/// <param name="Source">By which way it came in last.</param>
/// <param name="SourceRow">The row it came from: <c>october.xlsx#17</c>.</param>
/// <param name="IsImplausible">It lay outside the plausible range and was confirmed.</param>
public sealed record MeasurementResponse(
    long Id, Person? Employee, Named? Department, MeasuredKpi Kpi, KpiPeriod PeriodKind, string Period, DateOnly PeriodFrom, DateOnly PeriodTo,
    decimal Value, int? SampleSize, MeasurementSource Source, string? SourceRow, bool IsImplausible, int Version) : IVersioned;

/// <summary>A figure with what it is about.</summary>
internal sealed class MeasurementRow
{
    public required Measurement Figure { get; init; }

    public required Employee? Person { get; init; }

    public required Department? Department { get; init; }

    public required Kpi Kpi { get; init; }

    public required KpiVersion Content { get; init; }

    public static readonly Expression<Func<MeasurementRow, MeasurementResponse>> Answer = x => new MeasurementResponse(
        x.Figure.Id,
        x.Person == null ? null : new Person(x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin),
        x.Department == null ? null : new Named(x.Department.Id, x.Department.Code, new Bilingual(x.Department.NameZh, x.Department.NameEn)),
        new MeasuredKpi(x.Kpi.Id, x.Kpi.Code, x.Content.NameZh, x.Content.NameEn),
        x.Figure.PeriodKind, MeasuredPeriod.TextOf(x.Figure.PeriodKind, x.Figure.PeriodFrom), x.Figure.PeriodFrom, x.Figure.PeriodTo,
        x.Figure.Value, x.Figure.SampleSize, x.Figure.Source, x.Figure.SourceRow, x.Figure.IsImplausible, x.Figure.Version);

    public static IQueryable<MeasurementRow> Of(IQueryable<Measurement> figures, TrainingDb db) =>
        from figure in figures.AsNoTracking()
        join kpi in db.Kpis.Latest() on figure.KpiId equals kpi.Kpi.Id
        join person in db.Employees on figure.EmployeeId equals person.Id into people
        from person in people.DefaultIfEmpty()
        join department in db.Departments on figure.DepartmentId equals department.Id into departments
        from department in departments.DefaultIfEmpty()
        select new MeasurementRow { Figure = figure, Person = person, Department = department, Kpi = kpi.Kpi, Content = kpi.Content };
}
