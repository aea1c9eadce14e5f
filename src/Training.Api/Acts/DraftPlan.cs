using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>Makes a draft of a plan, or checks another content for one: for the acts on plans and the demo. Called inside a
/// write.</summary>
internal sealed class DraftPlan(TrainingDb db, CurrentPerson caller, OrganisationClock clock, ReplaceRetired replace)
{
    /// <summary>So that a code made here stays within its length.</summary>
    private const int MostOfDepartmentCode = 18;

    /// <summary>The draft, saved. Without a code it gets one from its half-year and department (<c>2026H1-CS</c>,
    /// <c>2026H1-CS-2</c> …). Refused: a code that is in use, and what <see cref="CheckAsync"/> refuses.</summary>
    public async Task<Plan> RunAsync(string? code, PlanContent content, CancellationToken cancellation)
    {
        var department = await CheckAsync(content, [], cancellation);
        return await AddAsync(code, content, department, new PlanActor(caller.AccountId, caller.EmployeeId), cancellation);
    }

    /// <summary>A draft of the same content for another first day, in the name of the plan's author, and the codes of the courses that were
    /// retired without a successor and are left out. Refused: a department that was retired meanwhile.</summary>
    public async Task<(Plan Plan, IReadOnlyList<string> LeftOut)> FollowingAsync(Plan plan, DateOnly startsOn, CancellationToken cancellation)
    {
        var offered = await replace.RunAsync(plan.ContentFor(plan.DepartmentId, startsOn, null, null), cancellation);
        var department = await DepartmentAsync(offered.Content, cancellation);
        await CheckPartsAsync(offered.Content, [], cancellation);
        var author = new PlanActor(plan.AuthorAccountId, plan.AuthorEmployeeId);
        return (await AddAsync(null, offered.Content, department.Code, author, cancellation), offered.LeftOut);
    }

    private async Task<Plan> AddAsync(
        string? code, PlanContent content, string department, PlanActor author, CancellationToken cancellation)
    {
        var key = code is null ? await FreeCodeAsync(content.StartsOn, department, cancellation) : PlainText.Key(code);
        if (await db.Plans.AnyAsync(x => x.Code == key, cancellation))
        {
            throw PlanRefusals.CodeTaken.At("code", ("code", key));
        }

        var plan = Plan.Draft(key, content, author);
        Index(plan);
        db.Plans.Add(plan);
        await db.FlushAsync(cancellation);
        return plan;
    }

    /// <summary>Keeps what the plan is listed and found by.</summary>
    public static void Index(Plan plan) =>
        plan.FindBy(NameOrder.SortKey(plan.TitleZh), SearchText.Of(plan.TitleZh, plan.TitleEn, plan.Code));

    /// <summary>Refuses a department that does not exist or is retired, one outside the line of a supervisor, and what
    /// <see cref="CheckPartsAsync"/> refuses. Answers the department's code.</summary>
    public async Task<string> CheckAsync(PlanContent content, IReadOnlyCollection<long> coursesBefore, CancellationToken cancellation)
    {
        var department = await DepartmentAsync(content, cancellation);
        if (!caller.IsHumanResources && !await IsOfTheirLineAsync(department.Id, cancellation))
        {
            throw PlanRefusals.DepartmentNotYours.At("departmentId", ("code", department.Code));
        }

        await CheckPartsAsync(content, coursesBefore, cancellation);
        return department.Code;
    }

    private async Task<Department> DepartmentAsync(PlanContent content, CancellationToken cancellation)
    {
        var department = await db.Departments.AsNoTracking().SingleOrDefaultAsync(x => x.Id == content.DepartmentId, cancellation)
            ?? throw PlanRefusals.DepartmentUnknown.At("departmentId", ("departmentId", content.DepartmentId));
        return department.RetiredAt is null ? department : throw DepartmentRefusals.Retired.At("departmentId", ("code", department.Code));
    }

    /// <summary>Refuses positions that do not exist, and courses that do not exist or, unless they stood in the plan before, are
    /// retired.</summary>
    public async Task CheckPartsAsync(PlanContent content, IReadOnlyCollection<long> coursesBefore, CancellationToken cancellation)
    {
        await CheckPositionsAsync(content.Audience.PositionIds, cancellation);
        await CheckCoursesAsync(content, coursesBefore, cancellation);
    }

    private async Task CheckPositionsAsync(IReadOnlyList<long> asked, CancellationToken cancellation)
    {
        var known = asked.Count == 0 ? [] : await db.Positions.Where(x => asked.Contains(x.Id)).Select(x => x.Id).ToHashSetAsync(cancellation);
        foreach (var (i, position) in asked.Index().Where(x => !known.Contains(x.Item)))
        {
            throw PlanRefusals.PositionUnknown.At($"audience.positionIds[{i}]", ("positionId", position));
        }
    }

    private async Task CheckCoursesAsync(PlanContent content, IReadOnlyCollection<long> before, CancellationToken cancellation)
    {
        var asked = content.Items.Select(x => x.CourseId).ToHashSet();
        var known = await db.Courses.AsNoTracking().Where(x => asked.Contains(x.Id))
            .Select(x => new { x.Id, x.Code, x.RetiredAt }).ToDictionaryAsync(x => x.Id, cancellation);
        foreach (var (i, item) in content.Items.Index())
        {
            var course = known.GetValueOrDefault(item.CourseId)
                ?? throw PlanRefusals.CourseUnknown.At($"items[{i}].courseId", ("courseId", item.CourseId));
            if (course.RetiredAt is not null && !before.Contains(course.Id))
            {
                throw CourseRefusals.Retired.At($"items[{i}].courseId", ("code", course.Code));
            }
        }
    }

    /// <summary>The caller or somebody below them works there today.</summary>
    private Task<bool> IsOfTheirLineAsync(long departmentId, CancellationToken cancellation)
    {
        var (self, today) = (caller.EmployeeId ?? 0, clock.Today);
        return db.Assignments.AnyAsync(
            x => x.DepartmentId == departmentId && x.From <= today && (x.To == null || x.To >= today)
                && (x.EmployeeId == self || db.ReportingLines.Any(line => line.SupervisorId == self && line.EmployeeId == x.EmployeeId
                    && line.From <= today && (line.To == null || line.To >= today))),
            cancellation);
    }

    private async Task<string> FreeCodeAsync(DateOnly startsOn, string department, CancellationToken cancellation)
    {
        var end = department[..Math.Min(department.Length, MostOfDepartmentCode)];
        var stem = $"{startsOn.Year:0000}H{(startsOn.Month <= 6 ? 1 : 2)}-{end}";
        var taken = await db.Plans.Where(x => x.Code.StartsWith(stem)).Select(x => x.Code).ToHashSetAsync(cancellation);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? stem : $"{stem}-{n}").First(x => !taken.Contains(x));
    }
}
