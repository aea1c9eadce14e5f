using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Reports;

/// <summary>A row of the report: one course of one plan in one department.</summary>
/// <param name="DepartmentCode">The department in which the people work today.</param>
/// <param name="DepartmentNameZh">Its Chinese name.</param>
/// <param name="DepartmentNameEn">Its English name.</param>
/// <param name="PlanCode">The plan.</param>
/// <param name="PlanTitleZh">Its Chinese title.</param>
/// <param name="PlanTitleEn">Its English title.</param>
/// <param name="CourseCode">The course.</param>
/// <param name="CourseNameZh">Its Chinese name.</param>
/// <param name="CourseNameEn">Its English name.</param>
/// <param name="Assigned">Items asked for; dropped ones and those of cancelled plans count nowhere.</param>
/// <param name="Completed">Of these, completed, in time or late.</param>
/// <param name="Overdue">Of these, open after their due day.</param>
/// <param name="CompletionRate">Completed per assigned in percent, one decimal, halves away from zero.</param>
/// <param name="DepartmentId">Id of the department.</param>
/// <param name="PlanId">Id of the plan.</param>
/// <param name="CourseId">Id of the course.</param>
public sealed record TrainingCompletionListItem(
    string DepartmentCode,
    string DepartmentNameZh,
    string? DepartmentNameEn,
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
    long PlanId,
    long CourseId);

internal static class ReportTrainingCompletion
{
    private static readonly Sorts<TrainingCompletionListItem> Fields = new(x => x.CourseId, "departmentCode,planCode,courseCode")
    {
        { "departmentCode", x => x.DepartmentCode },
        { "planCode", x => x.PlanCode },
        { "courseCode", x => x.CourseCode },
        { "assigned", x => x.Assigned },
        { "completed", x => x.Completed },
        { "overdue", x => x.Overdue },
        { "completionRate", x => x.CompletionRate },
    };

    /// <summary>How much of what was asked is completed, by department, plan and course, over the people whom the caller may
    /// see and who work here today. A department is asked for with all below it. Counted by the store, rated by the domain.</summary>
    internal static async Task<ListOf<TrainingCompletionListItem>> HandleAsync(
        [FromQuery(Name = "planId")] long? planId,
        [FromQuery(Name = "departmentId")] long? departmentId,
        [FromQuery(Name = "courseId")] long? courseId,
        [AsParameters] ListRequest list,
        Visible visible,
        TrainingDb db,
        OrganisationClock clock,
        CancellationToken cancellation)
    {
        var today = clock.Today;
        var departments = departmentId is { } top ? await db.WithAllBelowAsync([top], cancellation) : [];
        var items = visible.TrainingItems().Where(x => (x.CompletedOn != null || x.DroppedOn == null)
            && db.Plans.Any(y => y.Id == x.PlanId && y.State != PlanState.Cancelled)
            && (planId == null || x.PlanId == planId) && (courseId == null || x.CourseId == courseId));
        var places = db.Assignments.Where(x => x.From <= today && (x.To == null || x.To >= today)
            && (departmentId == null || departments.Contains(x.DepartmentId)));
        var counts = await items
            .Join(places, x => x.EmployeeId, x => x.EmployeeId, (item, place) => new
            {
                place.DepartmentId,
                item.PlanId,
                item.CourseId,
                IsCompleted = item.CompletedOn != null,
                IsOverdue = item.CompletedOn == null && item.DueOn < today,
            })
            .GroupBy(x => new { x.DepartmentId, x.PlanId, x.CourseId })
            .Select(x => new { x.Key, Assigned = x.Count(), Completed = x.Count(y => y.IsCompleted), Overdue = x.Count(y => y.IsOverdue) })
            .ToListAsync(cancellation);
        var rows = TrainingCompletionReport.Rows(counts.Select(x => new TrainingCount(
            x.Key.DepartmentId, x.Key.PlanId, x.Key.CourseId, new CompletionTally(x.Assigned, x.Completed, x.Overdue))));

        return ListOf.From(await NameAsync(rows, db, cancellation), Fields, list);
    }

    private static async Task<List<TrainingCompletionListItem>> NameAsync(
        IReadOnlyList<TrainingCount> rows, TrainingDb db, CancellationToken cancellation)
    {
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);
        var planIds = rows.Select(x => x.PlanId).ToHashSet();
        var plans = await db.Plans.AsNoTracking().Where(x => planIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation);
        var courses = await db.Courses.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellation);

        return
        [
            .. rows.Select(x => (x.Tally, Ids: x, Department: departments[x.DepartmentId], Plan: plans[x.PlanId], Course: courses[x.CourseId]))
                .Select(x => new TrainingCompletionListItem(
                    x.Department.Code, x.Department.NameZh, x.Department.NameEn, x.Plan.Code, x.Plan.TitleZh, x.Plan.TitleEn, x.Course.Code,
                    x.Course.NameZh, x.Course.NameEn, x.Tally.Assigned, x.Tally.Completed, x.Tally.Overdue, x.Tally.CompletionRate,
                    x.Ids.DepartmentId, x.Ids.PlanId, x.Ids.CourseId)),
        ];
    }
}
