using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Measurements;

/// <summary>A figure proposed after the data cut-off of its quarter, in a list.</summary>
/// <param name="Employee">The person; none for a department's figure.</param>
/// <param name="Department">The department; none for a person's figure.</param>
/// <param name="Period">The period in one word: <c>2026-10-05</c>, <c>2026-10</c>, <c>2026Q4</c>.</param>
/// <param name="OldValue">The figure as it was when this was proposed; none where there was none.</param>
/// <param name="NewValue">The figure as it should be; none: it should go.</param>
/// <param name="IsImplausible">It lies outside the plausible range and was confirmed.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="ProposedBy">Who proposed it, by user name.</param>
/// <param name="DecidedBy">Who of HR decided, by user name; none while it waits.</param>
/// <param name="Note">What HR says of its decision.</param>
public sealed record CorrectionListItem(
    long Id, CorrectionState State, Person? Employee, Named? Department, MeasuredKpi Kpi, KpiPeriod PeriodKind, string Period, DateOnly PeriodFrom,
    DateOnly PeriodTo, decimal? OldValue, int? OldSampleSize, decimal? NewValue, int? NewSampleSize, MeasurementSource Source, string? SourceRow,
    bool IsImplausible, string? Reason, string? ProposedBy, DateTimeOffset ProposedAt, string? DecidedBy, DateTimeOffset? DecidedAt, string? Note,
    int Version);

/// <summary>A figure proposed after the data cut-off of its quarter.</summary>
/// <param name="Employee">The person; none for a department's figure.</param>
/// <param name="Department">The department; none for a person's figure.</param>
/// <param name="Period">The period in one word: <c>2026-10-05</c>, <c>2026-10</c>, <c>2026Q4</c>.</param>
/// <param name="OldValue">The figure as it was when this was proposed; none where there was none.</param>
/// <param name="NewValue">The figure as it should be; none: it should go.</param>
/// <param name="IsImplausible">It lies outside the plausible range and was confirmed.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="ProposedBy">Who proposed it, by user name.</param>
/// <param name="DecidedBy">Who of HR decided, by user name; none while it waits.</param>
/// <param name="Note">What HR says of its decision.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
public sealed record CorrectionResponse(
    long Id, CorrectionState State, Person? Employee, Named? Department, MeasuredKpi Kpi, KpiPeriod PeriodKind, string Period, DateOnly PeriodFrom,
    DateOnly PeriodTo, decimal? OldValue, int? OldSampleSize, decimal? NewValue, int? NewSampleSize, MeasurementSource Source, string? SourceRow,
    bool IsImplausible, string? Reason, string? ProposedBy, DateTimeOffset ProposedAt, string? DecidedBy, DateTimeOffset? DecidedAt, string? Note,
    IReadOnlyList<CorrectionAct> AllowedActions, int Version) : IVersioned;

/// <summary>A correction with what it is about.</summary>
internal sealed class CorrectionRow
{
    public required Correction Correction { get; init; }

    public required Employee? Person { get; init; }

    public required Department? Department { get; init; }

    public required Kpi Kpi { get; init; }

    public required KpiVersion Content { get; init; }

    public required string? ProposedBy { get; init; }

    public required string? DecidedBy { get; init; }

    public static readonly Expression<Func<CorrectionRow, CorrectionListItem>> Item = x => new CorrectionListItem(
        x.Correction.Id,
        x.Correction.State,
        x.Person == null ? null : new Person(x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin),
        x.Department == null ? null : new Named(x.Department.Id, x.Department.Code, new Bilingual(x.Department.NameZh, x.Department.NameEn)),
        new MeasuredKpi(x.Kpi.Id, x.Kpi.Code, x.Content.NameZh, x.Content.NameEn),
        x.Correction.PeriodKind, MeasuredPeriod.TextOf(x.Correction.PeriodKind, x.Correction.PeriodFrom), x.Correction.PeriodFrom, x.Correction.PeriodTo,
        x.Correction.OldValue, x.Correction.OldSampleSize, x.Correction.NewValue, x.Correction.NewSampleSize, x.Correction.Source,
        x.Correction.SourceRow, x.Correction.IsImplausible, x.Correction.Reason, x.ProposedBy, x.Correction.ProposedAt, x.DecidedBy,
        x.Correction.DecidedAt, x.Correction.Note, x.Correction.Version);

    public CorrectionResponse Answer(IReadOnlyList<CorrectionAct> actions) => new(
        Correction.Id, Correction.State,
        Person is null ? null : new Person(Person.Id, Person.EmployeeNumber, Person.NameZh, Person.NameLatin),
        Department is null ? null : new Named(Department.Id, Department.Code, new Bilingual(Department.NameZh, Department.NameEn)),
        new MeasuredKpi(Kpi.Id, Kpi.Code, Content.NameZh, Content.NameEn),
        Correction.PeriodKind, Correction.Period.ToString(), Correction.PeriodFrom, Correction.PeriodTo, Correction.OldValue, Correction.OldSampleSize,
        Correction.NewValue, Correction.NewSampleSize, Correction.Source, Correction.SourceRow, Correction.IsImplausible, Correction.Reason, ProposedBy,
        Correction.ProposedAt, DecidedBy, Correction.DecidedAt, Correction.Note, actions, Correction.Version);

    public static IQueryable<CorrectionRow> Of(IQueryable<Correction> corrections, TrainingDb db) =>
        from correction in corrections.AsNoTracking()
        join kpi in db.Kpis.Latest() on correction.KpiId equals kpi.Kpi.Id
        join proposer in db.Users on correction.ProposedByAccountId equals proposer.Id into proposers
        from proposer in proposers.DefaultIfEmpty()
        join decider in db.Users on correction.DecidedByAccountId equals decider.Id into deciders
        from decider in deciders.DefaultIfEmpty()
        join person in db.Employees on correction.EmployeeId equals person.Id into people
        from person in people.DefaultIfEmpty()
        join department in db.Departments on correction.DepartmentId equals department.Id into departments
        from department in departments.DefaultIfEmpty()
        select new CorrectionRow
        {
            Correction = correction,
            Person = person,
            Department = department,
            Kpi = kpi.Kpi,
            Content = kpi.Content,
            ProposedBy = proposer.UserName,
            DecidedBy = decider.UserName,
        };
}
