using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>A segment that is still to be scored.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Number">Its number within the appraisal.</param>
/// <param name="RaterNumber">Who scores it today: whom HR named, or the supervisor of its days, or the next above who is there; none:
/// nobody, HR names one.</param>
/// <param name="IsLeftBehind">The cycle went on without it.</param>
/// <param name="ScoringClosedOn">Since when nobody scores it until HR names a rater; none: its rater scores it.</param>
public sealed record OpenSegmentItem(
    long Id, long AppraisalId, int Number, long EmployeeId, string EmployeeNumber, string NameZh, string? NameLatin, string DepartmentCode,
    DateOnly FromOn, DateOnly ToOn, int Days, long? RaterId, string? RaterNumber, string? RaterNameZh, string? RaterNameLatin, bool IsLeftBehind,
    DateOnly? ScoringClosedOn);

internal static class ListOpenSegments
{
    private static readonly Sorts<OpenSegmentItem> Fields = new(x => x.Id, "employeeNumber,number")
    {
        { "employeeNumber", x => x.EmployeeNumber },
        { "number", x => x.Number },
        { "departmentCode", x => x.DepartmentCode },
        { "raterNumber", x => x.RaterNumber ?? "" },
        { "toOn", x => x.ToOn },
    };

    /// <summary>The segments of the cycle that keep it from going on: with days and a template, not scored, of appraisals that wait for them; of people whose
    /// appraisal the caller may see.</summary>
    internal static async Task<ListOf<OpenSegmentItem>> HandleAsync(
        long id, [FromQuery(Name = "departmentId")] long? departmentId, [FromQuery(Name = "raterId")] long? raterId,
        [FromQuery(Name = "isLeftBehind")] bool? isLeftBehind, [AsParameters] ListRequest list, Visible visible, AdvanceCycle advance,
        SegmentRaters raters, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var cycle = await db.AppraisalCycles.Whole().AsNoTracking().OneAsync(id, cancellation);
        var appraisals = visible.Appraisals().Select(x => x.Id);
        var open = advance.OpenSegments(cycle).Where(x => appraisals.Contains(x.AppraisalId)
            && (departmentId == null || x.DepartmentId == departmentId) && (isLeftBehind == null || x.IsLeftBehind == isLeftBehind));
        var by = await raters.OfAsync(open, cancellation);
        var known = by.Values.OfType<long>().Distinct().ToList();
        var people = await db.Employees.AsNoTracking().Where(x => known.Contains(x.Id))
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToDictionaryAsync(x => x.Id, cancellation);
        var rows = await (
            from segment in open.AsNoTracking()
            join appraisal in db.Appraisals on segment.AppraisalId equals appraisal.Id
            join person in db.Employees on appraisal.EmployeeId equals person.Id
            join department in db.Departments on segment.DepartmentId equals department.Id
            select new { Segment = segment, person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin, department.Code }).ToListAsync(cancellation);
        var closures = await db.ScoringClosures.AsNoTracking().Where(x => x.CycleId == id).ToDictionaryAsync(x => x.DepartmentId, cancellation);
        return ListOf.From(
            [
                .. rows.Select(x =>
                {
                    var (segment, rater) = (x.Segment, by.GetValueOrDefault(x.Segment.Id) is { } of ? people[of] : null);
                    return new OpenSegmentItem(
                        segment.Id, segment.AppraisalId, segment.Number, x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin, x.Code, segment.FromOn,
                        segment.ToOn, segment.Days, rater?.Id, rater?.EmployeeNumber, rater?.NameZh, rater?.NameLatin, segment.IsLeftBehind,
                        closures.GetValueOrDefault(segment.DepartmentId) is { } closure && segment.IsClosedBy(closure) ? clock.DayOf(closure.At) : null);
                }).Where(x => raterId is null || x.RaterId == raterId),
            ],
            Fields, list);
    }
}
