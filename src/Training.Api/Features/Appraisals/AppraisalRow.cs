using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Features.Appraisals;

/// <summary>Which appraisals.</summary>
/// <param name="CycleId">Of this cycle.</param>
/// <param name="Quarter">Of this quarter (<c>2026Q4</c>).</param>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="DepartmentId">With a segment in this department.</param>
/// <param name="SupervisorId">With a segment under this direct supervisor.</param>
/// <param name="Stage">That have come so far.</param>
public sealed record AppraisalFilter(
    [FromQuery(Name = "cycleId")] long? CycleId = null,
    [FromQuery(Name = "quarter")] Quarter? Quarter = null,
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "departmentId")] long? DepartmentId = null,
    [FromQuery(Name = "supervisorId")] long? SupervisorId = null,
    [FromQuery(Name = "stage")] Choice<AppraisalStage>? Stage = null);

/// <summary>An appraisal in a list.</summary>
/// <param name="Quarter">The quarter (<c>2026Q4</c>).</param>
/// <param name="SegmentCount">Segments with days: places in which the person is scored.</param>
/// <param name="Final">The score that was published last.</param>
/// <param name="Grade">The grade of it.</param>
/// <param name="Unrated">Why there is no score, once that is published.</param>
public sealed record AppraisalListItem(
    long Id, long CycleId, string Quarter, long EmployeeId, string EmployeeNumber, string NameZh, string? NameLatin, AppraisalStage Stage,
    int SegmentCount, decimal? Final, string? Grade, UnratedReason? Unrated, DateTimeOffset OpenedAt, int Version);

/// <summary>An appraisal with its cycle and person.</summary>
internal sealed class AppraisalRow
{
    public required Appraisal Appraisal { get; init; }

    public required AppraisalCycle Cycle { get; init; }

    public required Employee Person { get; init; }

    /// <summary>What was published last.</summary>
    public AppraisalResult? Result { get; init; }

    public static IQueryable<AppraisalRow> Of(IQueryable<Appraisal> appraisals, TrainingDb db) =>
        from appraisal in appraisals.AsNoTracking()
        join cycle in db.AppraisalCycles on appraisal.CycleId equals cycle.Id
        join person in db.Employees on appraisal.EmployeeId equals person.Id
        from result in db.AppraisalResults.Where(x => x.AppraisalId == appraisal.Id
            && !db.AppraisalResults.Any(y => y.AppraisalId == x.AppraisalId && y.Number > x.Number)).DefaultIfEmpty()
        select new AppraisalRow { Appraisal = appraisal, Cycle = cycle, Person = person, Result = result };

    public static Expression<Func<AppraisalRow, AppraisalListItem>> Item(IQueryable<AppraisalSegment> segments) => x => new AppraisalListItem(
        x.Appraisal.Id, x.Cycle.Id, x.Cycle.Code, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Appraisal.Stage,
        segments.Count(y => y.AppraisalId == x.Appraisal.Id && y.Days > 0), x.Result == null ? null : x.Result.Final,
        x.Result == null ? null : x.Result.Grade, x.Result == null ? null : x.Result.Unrated, x.Appraisal.OpenedAt, x.Appraisal.Version);
}
