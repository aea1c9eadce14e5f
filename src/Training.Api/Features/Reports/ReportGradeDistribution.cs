using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Reports;

/// <summary>How many people of a department, or of all together, have one grade.</summary>
/// <param name="IsTotal">Everybody together.</param>
/// <param name="DepartmentCode">Of the last segment with days; none in the total.</param>
/// <param name="GradeRank">Place of the grade in the cycle, 1 the best.</param>
/// <param name="People">With the grade.</param>
/// <param name="Percent">Of the people of the department that have a grade, 2 decimals.</param>
/// <param name="GroupDepartmentCode">The department in whose group these people are held against the guideline: their own where it has enough
/// people, or else the first above with those that pool into it; none: everybody.</param>
/// <param name="GroupPeople">People of that group with a grade.</param>
/// <param name="GroupPercent">Of these with this grade, 2 decimals.</param>
/// <param name="Excess">Percentage points by which the group exceeds what a share with this grade allows at most; none where it does not, or
/// the group is too small.</param>
/// <param name="ExcessPeople">In whole people.</param>
/// <param name="ExcessGrades">The grades of that share.</param>
/// <param name="Lack">Percentage points that the group lacks of what a share with this grade asks for at least.</param>
/// <param name="LackPeople">In whole people.</param>
/// <param name="LackGrades">The grades of that share.</param>
public sealed record GradeDistributionListItem(
    string Quarter, bool IsTotal, string? DepartmentCode, string? DepartmentNameZh, string? DepartmentNameEn, string Grade, int GradeRank, int People,
    decimal Percent, string? GroupDepartmentCode, int GroupPeople, decimal GroupPercent, decimal? Excess, int? ExcessPeople,
    IReadOnlyList<string> ExcessGrades, decimal? Lack, int? LackPeople, IReadOnlyList<string> LackGrades, long? DepartmentId, long CycleId);

internal static class ReportGradeDistribution
{
    private static readonly Sorts<GradeDistributionListItem> Fields = new(x => x.DepartmentId ?? 0, "departmentCode,grade", x => x.GradeRank)
    {
        { "departmentCode", x => x.DepartmentCode },
        { "grade", x => x.GradeRank },
        { "people", x => x.People },
        { "percent", x => x.Percent },
        { "excess", x => x.Excess },
        { "lack", x => x.Lack },
    };

    /// <summary>How the grades of a cycle are spread over departments, and where that breaks its guideline, over the people whose scores the caller
    /// may see, but for their own and those of people above them. What is published counts as it was published; the scores that are still
    /// compared count for HR and approvers alone, as they stand. A department is asked for with all below it; the total is of all. Where a
    /// row tells whose grade it is, that it was read is noted. Refused: to HR and approvers before the quarter is over; a cycle that there is not.</summary>
    internal static async Task<ListOf<GradeDistributionListItem>> HandleAsync(
        [AsParameters] CycleReportFilter filter, [AsParameters] ListRequest list, Visible visible, CurrentPerson caller, WorkOutScores scores,
        LookupNotes lookups, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var cycle = await visible.AppraisalCycles().ReportedAsync(filter.CycleId, filter.Quarter, cancellation);
        if (cycle is null)
        {
            return ListOf.From([], Fields, list);
        }

        var compares = caller.IsHumanResources || caller.IsApprover;
        if (compares)
        {
            cycle.RequireOver(clock.Today);
        }

        var within = await db.WithinAsync(filter.DepartmentId, cancellation);
        var isLive = compares && AppraisalCycleLife.Table.Allows(cycle.Phase, AppraisalCycleAct.Calibrate);
        var graded = await GradedAsync(cycle, isLive ? scores : null, visible, db, cancellation);
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);
        var spread = GradeDistribution.Of(
            [.. graded.Select(x => x.Of)], departments.ToDictionary(x => x.Key, x => x.Value.ParentId), [.. cycle.Settings.Bands.Select(x => x.Grade)],
            cycle.Distribution);
        string? CodeOf(long? id) => departments.GetValueOrDefault(id ?? 0)?.Code;
        return ListOf.From(
            [
                .. spread.Departments.Where(x => within(x.DepartmentId)).SelectMany(x => Rows(cycle, x.People, x.Grades, x.Group, CodeOf).Select(row =>
                {
                    var department = departments[x.DepartmentId];
                    return row with
                    {
                        DepartmentCode = department.Code, DepartmentNameZh = department.NameZh, DepartmentNameEn = department.NameEn,
                        DepartmentId = department.Id,
                    };
                })),
                .. Rows(cycle, spread.Total.People, spread.Total.Grades, spread.Total, CodeOf).Select(x => x with { IsTotal = true }),
            ],
            Fields, list).Showing(shown => lookups.NoteScores(caller.AccountId, Told(shown, graded)));
    }

    /// <summary>The grades that are known: as published last, or, where scores are given, as they stand. Two queries, and those of the scores.</summary>
    private static async Task<List<Graded>> GradedAsync(
        AppraisalCycle cycle, WorkOutScores? scores, Visible visible, TrainingDb db, CancellationToken cancellation)
    {
        var id = cycle.Id;
        var appraisals = visible.ComparedAppraisals().Where(x => x.CycleId == id);
        var rows = await (
            from appraisal in appraisals
            from result in db.AppraisalResults.Where(x => x.AppraisalId == appraisal.Id
                && !db.AppraisalResults.Any(y => y.AppraisalId == x.AppraisalId && y.Number > x.Number)).DefaultIfEmpty()
            select new { appraisal.Id, appraisal.EmployeeId, appraisal.Stage, Grade = result == null ? null : result.Grade }).ToListAsync(cancellation);
        var open = rows.Where(x => !IsPublished(x.Stage)).Select(x => x.EmployeeId).ToList();
        var receipts = scores is null || open.Count == 0 ? null : (await scores.FinallyAsync(cycle, open, cancellation)).Receipts;
        var departments = (await visible.AppraisalSegments().ReportedAsync(appraisals, cancellation)).LastDepartments();
        return
        [
            .. from row in rows
               let grade = IsPublished(row.Stage) ? row.Grade : receipts?[row.EmployeeId].Outcome.Grade
               where grade is not null
               select new Graded(row.EmployeeId, new(departments.TryGetValue(row.Id, out var department) ? department : null, grade)),
        ];
    }

    private static bool IsPublished(AppraisalStage stage) => stage is AppraisalStage.Published or AppraisalStage.Closed;

    private static IEnumerable<GradeDistributionListItem> Rows(
        AppraisalCycle cycle, int people, IReadOnlyList<GradeCount> grades, GradeGroup group, Func<long?, string?> codeOf) =>
        people == 0 ? [] : grades.Select(x =>
    {
        var (excess, lack) = (group.ExcessOf(x.Grade), group.LackOf(x.Grade));
        return new GradeDistributionListItem(
            cycle.Code, false, null, null, null, x.Grade, x.Rank, x.People, x.Percent, codeOf(group.DepartmentId), group.People,
            group.Grades.First(y => y.Rank == x.Rank).Percent, excess?.Points, excess?.People, excess?.Share.Grades ?? [], lack?.Points, lack?.People,
            lack?.Share.Grades ?? [], null, cycle.Id);
    });

    /// <summary>Whose grade the rows tell: of those who all have the same.</summary>
    private static IEnumerable<long> Told(IReadOnlyList<GradeDistributionListItem> shown, List<Graded> graded)
    {
        var whole = shown.Where(x => x.Percent == 100).ToList();
        var departments = whole.Select(x => x.DepartmentId).OfType<long>().ToHashSet();
        return graded.Where(x => whole.Exists(y => y.IsTotal) || (x.Of.DepartmentId is { } at && departments.Contains(at))).Select(x => x.EmployeeId);
    }

    private sealed record Graded(long EmployeeId, GradedPerson Of);
}
