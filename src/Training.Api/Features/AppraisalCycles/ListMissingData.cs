using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>An item of a segment that waits for figures.</summary>
/// <param name="Segment">Number of the segment within the appraisal.</param>
/// <param name="Scope">Whose figures it takes.</param>
/// <param name="PeriodKind">The spans in which the KPI is measured.</param>
public sealed record MissingDataItem(
    long AppraisalId, int Segment, long EmployeeId, string EmployeeNumber, string NameZh, string? NameLatin, string DepartmentCode, long KpiId,
    string KpiCode, string KpiNameZh, string? KpiNameEn, ItemScope Scope, KpiPeriod PeriodKind);

internal static class ListMissingData
{
    private static readonly Sorts<MissingDataItem> Fields = new(x => x.AppraisalId, "employeeNumber,segment,kpiCode", x => x.KpiId)
    {
        { "employeeNumber", x => x.EmployeeNumber },
        { "segment", x => x.Segment },
        { "departmentCode", x => x.DepartmentCode },
        { "kpiCode", x => x.KpiCode },
    };

    /// <summary>What keeps segments of the cycle from having a total: items that count, are neither set aside nor marked by hand, and have
    /// no figure; of people whose appraisal the caller may see and who are not unrated. Until the quarter is over, the items that have no
    /// figure so far.</summary>
    internal static async Task<ListOf<MissingDataItem>> HandleAsync(
        long id, [FromQuery(Name = "departmentId")] long? departmentId, [FromQuery(Name = "kpiId")] long? kpiId, [AsParameters] ListRequest list,
        Visible visible, WorkOutScores scores, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var cycle = await db.AppraisalCycles.AsNoTracking().OneAsync(id, cancellation);
        var appraisals = visible.Appraisals().Where(x => x.CycleId == id);
        var segments = (await (
            from segment in db.AppraisalSegments
            join appraisal in appraisals on segment.AppraisalId equals appraisal.Id
            join person in db.Employees on appraisal.EmployeeId equals person.Id
            join department in db.Departments on segment.DepartmentId equals department.Id
            where segment.Days > 0 && (departmentId == null || segment.DepartmentId == departmentId)
            orderby segment.Id
            select new Found(
                appraisal.Id, segment.Number, new Placement(segment.DepartmentId, segment.PositionId, segment.SupervisorId),
                new Person(person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin), department.Code)).ToListAsync(cancellation))
            .ToLookup(x => x.Person.Id);
        List<long> people = [.. segments.Select(x => x.Key)];
        if (people.Count == 0)
        {
            return ListOf.From([], Fields, list);
        }

        var scored = cycle.IsOver(clock.Today)
            ? await scores.FinallyAsync(cycle, people, cancellation)
            : await scores.ReadAsync(people, cycle.Quarter, cancellation);
        return ListOf.From(
            [.. scored.Receipts.Values.SelectMany(x => Missing(x, [.. segments[x.Facts.EmployeeId]], scored)).Where(x => kpiId is null || x.KpiId == kpiId)],
            Fields, list);
    }

    // A segment that begins with a change of today has its number, and so stands here, once the appraisal has followed.
    private static IEnumerable<MissingDataItem> Missing(Receipt receipt, IReadOnlyList<Found> segments, ScoredQuarter scored) =>
        from planned in receipt.Outcome.Unrated is null ? receipt.Segments : []
        join segment in segments on planned.Segment.Placement equals segment.Placement
        from item in planned.Missing
        where item is { IsRated: false, Actual: null }
        let kpi = scored.Kpis[item.KpiId].Version
        select new MissingDataItem(
            segment.AppraisalId, segment.Number, segment.Person.Id, segment.Person.EmployeeNumber, segment.Person.NameZh, segment.Person.NameLatin,
            segment.DepartmentCode, item.KpiId, item.KpiCode, kpi.NameZh, kpi.NameEn, item.Scope, kpi.Period);

    private sealed record Found(long AppraisalId, int Number, Placement Placement, Person Person, string DepartmentCode);
}
