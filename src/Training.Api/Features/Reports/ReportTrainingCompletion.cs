using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Reports;

/// <summary>A row of the report: one course of one plan in one department, and in one position where each is counted apart.</summary>
/// <param name="DepartmentCode">The department in which the people work today.</param>
/// <param name="DepartmentNameZh">Its Chinese name.</param>
/// <param name="DepartmentNameEn">Its English name.</param>
/// <param name="PositionCode">The position that the people hold today; none unless positions are counted apart.</param>
/// <param name="PositionNameZh">Its Chinese name.</param>
/// <param name="PositionNameEn">Its English name.</param>
/// <param name="PlanCode">The plan.</param>
/// <param name="PlanTitleZh">Its Chinese title.</param>
/// <param name="PlanTitleEn">Its English title.</param>
/// <param name="CourseCode">The course.</param>
/// <param name="CourseNameZh">Its Chinese name.</param>
/// <param name="CourseNameEn">Its English name.</param>
/// <param name="Assigned">Items asked for, those that were open when their plan was closed with them; others that were dropped, and those of
/// cancelled plans, count nowhere.</param>
/// <param name="Completed">Of these, completed, in time or late.</param>
/// <param name="Overdue">Of these, open after their due day.</param>
/// <param name="CompletionRate">Completed per assigned in percent, one decimal, halves away from zero.</param>
/// <param name="DepartmentId">Id of the department.</param>
/// <param name="PositionId">Id of the position; none unless positions are counted apart.</param>
/// <param name="PlanId">Id of the plan.</param>
/// <param name="CourseId">Id of the course.</param>
public sealed record TrainingCompletionListItem(
    string DepartmentCode,
    string DepartmentNameZh,
    string? DepartmentNameEn,
    string? PositionCode,
    string? PositionNameZh,
    string? PositionNameEn,
    string PlanCode,
    string PlanTitleZh,
    string? PlanTitleEn,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    int Assigned,
    int Completed,
    int Overdue,
    decimal? CompletionRate,
    long DepartmentId,
    long? PositionId,
    long PlanId,
    long CourseId);

internal static class ReportTrainingCompletion
{
    private static readonly Sorts<TrainingCompletionListItem> Fields = new(x => x.CourseId, "departmentCode,positionCode,planCode,courseCode")
    {
        { "departmentCode", x => x.DepartmentCode },
        { "positionCode", x => x.PositionCode },
        { "planCode", x => x.PlanCode },
        { "courseCode", x => x.CourseCode },
        { "assigned", x => x.Assigned },
        { "completed", x => x.Completed },
        { "overdue", x => x.Overdue },
        { "completionRate", x => x.CompletionRate },
    };

    /// <summary>How much of what was asked is completed, by department, plan and course, over the people whom the caller may
    /// see and who work here today; the names stand at <c>/reports/training-completion/people</c> under the same filters. A department
    /// is asked for with all below it; <c>byPosition</c> counts each position apart. Counted by the store, rated by the domain.</summary>
    internal static async Task<ListOf<TrainingCompletionListItem>> HandleAsync(
        [AsParameters] TrainingReportFilter filter,
        [FromQuery(Name = "byPosition")] bool? byPosition,
        [AsParameters] ListRequest list,
        Visible visible,
        TrainingDb db,
        OrganisationClock clock,
        CancellationToken cancellation)
    {
        var (today, apart) = (clock.Today, byPosition ?? false);
        var placed = await visible.AskedItems(db).PlacedAsync(filter, db, today, cancellation);
        var counts = await placed
            .Select(x => new
            {
                x.DepartmentId,
                PositionId = apart ? x.PositionId : (long?)null,
                x.Item.PlanId,
                x.Item.CourseId,
                IsCompleted = x.Item.CompletedOn != null,
                IsOverdue = x.Item.CompletedOn == null && x.Item.DroppedOn == null && x.Item.DueOn < today,
            })
            .GroupBy(x => new { x.DepartmentId, x.PositionId, x.PlanId, x.CourseId })
            .Select(x => new { x.Key, Assigned = x.Count(), Completed = x.Count(y => y.IsCompleted), Overdue = x.Count(y => y.IsOverdue) })
            .ToListAsync(cancellation);
        var rows = TrainingCompletionReport.Rows(counts.Select(x => new TrainingCount(
            x.Key.DepartmentId, x.Key.PositionId, x.Key.PlanId, x.Key.CourseId, new CompletionTally(x.Assigned, x.Completed, x.Overdue))));

        return ListOf.From(await NameAsync(rows, db, cancellation), Fields, list);
    }

    /// <summary>The items that count, and are not of a cancelled plan.</summary>
    internal static IQueryable<TrainingItem> AskedItems(this Visible visible, TrainingDb db) => visible.TrainingItems().Counted()
        .Where(x => db.Plans.Any(y => y.Id == x.PlanId && y.State != PlanState.Cancelled));

    private static async Task<List<TrainingCompletionListItem>> NameAsync(
        IReadOnlyList<TrainingCount> rows, TrainingDb db, CancellationToken cancellation)
    {
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);
        var positions = await db.Positions.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);
        var planIds = rows.Select(x => x.PlanId).ToHashSet();
        var plans = await db.Plans.AsNoTracking().Where(x => planIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation);
        var courses = await db.Courses.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);

        return
        [
            .. rows.Select(x => (x.Tally, Ids: x, Department: departments[x.DepartmentId], Position: positions.GetValueOrDefault(x.PositionId ?? 0),
                    Plan: plans[x.PlanId], Course: courses[x.CourseId]))
                .Select(x => new TrainingCompletionListItem(
                    x.Department.Code, x.Department.NameZh, x.Department.NameEn, x.Position?.Code, x.Position?.NameZh, x.Position?.NameEn,
                    x.Plan.Code, x.Plan.TitleZh, x.Plan.TitleEn, x.Course.Code, x.Course.NameZh, x.Course.NameEn, x.Tally.Assigned,
                    x.Tally.Completed, x.Tally.Overdue, x.Tally.CompletionRate, x.Ids.DepartmentId, x.Ids.PositionId, x.Ids.PlanId, x.Ids.CourseId)),
        ];
    }
}
