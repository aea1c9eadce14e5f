using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

/// <summary>Finds a plan for an act, in the order in which requests are refused, and answers plans.</summary>
internal sealed class PlanRecords(TrainingDb db, Visible visible, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>One act on one plan, in one write: 404, 403, 412, then what the act refuses.</summary>
    public Task<PlanResponse> ActAsync(long id, PlanAct act, Action<Plan> checkVersion, Func<Plan, Task> body, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var plan = await FindAsync(id, act, checkVersion, cancellation);
                await body(plan);
                await db.FlushAsync(cancellation);
                return await AnswerAsync(plan, cancellation);
            },
            cancellation);

    /// <summary>The plan with all its rows, for an act of the caller; inside a write.</summary>
    public async Task<Plan> FindAsync(long id, PlanAct act, Action<Plan> checkVersion, CancellationToken cancellation)
    {
        var plan = await Whole(visible.ReadablePlans()).Where(x => x.Id == id).OneAsync(cancellation);
        caller.Require(plan, act);
        checkVersion(plan);
        return plan;
    }

    /// <summary>The plan with all its rows, to be changed; inside a write.</summary>
    public Task<Plan> FindAsync(long id, CancellationToken cancellation) =>
        Whole(visible.Plans()).Where(x => x.Id == id).OneAsync(cancellation);

    public async Task<PlanResponse> ReadAsync(long id, CancellationToken cancellation) =>
        await AnswerAsync(await Whole(visible.ReadablePlans().AsNoTracking()).Where(x => x.Id == id).OneAsync(cancellation), cancellation);

    /// <summary>The plan with all its rows, for those who work on it.</summary>
    public Task<Plan> WholeAsync(long id, CancellationToken cancellation) =>
        Whole(visible.Plans().AsNoTracking()).Where(x => x.Id == id).OneAsync(cancellation);

    public async Task<PlanResponse> AnswerAsync(Plan plan, CancellationToken cancellation)
    {
        var courses = await CoursesAsync([.. plan.CurrentItems.Select(x => x.CourseId)], cancellation);
        var open = await db.PlanAmendments.AsNoTracking()
            .SingleOrDefaultAsync(x => x.PlanId == plan.Id && x.State == AmendmentState.Submitted, cancellation);
        var people = await PeopleAsync(
            [.. plan.Steps.Select(x => x.ByAccountId), plan.AuthorAccountId, open?.AuthorAccountId ?? plan.AuthorAccountId], cancellation);
        var positions = await PositionsAsync(plan.AudiencePositionIds, cancellation);
        var place = await db.Departments.Where(x => x.Id == plan.DepartmentId)
            .Select(x => new PlanPlace(
                x.Code, x.NameZh, x.NameEn, db.PlanTemplates.Where(y => y.Id == plan.TemplateId).Select(y => y.Code).FirstOrDefault(), positions))
            .SingleAsync(cancellation);
        var progress = await ProgressAsync(plan.Id, cancellation);
        var answer = PlanResponse.Of(plan, place, courses, people, progress, open, caller.AllowedActions(plan, open is not null));
        return caller.WorksOn(plan) ? answer : answer.ForReaders();
    }

    /// <summary>The courses by id.</summary>
    public Task<Dictionary<long, PlanCourse>> CoursesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        db.Courses.AsNoTracking().Where(x => ids.Contains(x.Id))
            .Select(x => new PlanCourse(x.Id, x.Code, x.NameZh, x.NameEn)).ToDictionaryAsync(x => x.Id, cancellation);

    /// <summary>Who stands behind the accounts.</summary>
    public Task<Dictionary<long, PlanPerson>> PeopleAsync(IReadOnlyCollection<long> accountIds, CancellationToken cancellation) =>
        db.Users.Where(x => accountIds.Contains(x.Id))
            .Select(x => new PlanPerson(
                x.Id,
                x.EmployeeId,
                db.Employees.Where(y => y.Id == x.EmployeeId).Select(y => y.NameZh).FirstOrDefault(),
                db.Employees.Where(y => y.Id == x.EmployeeId).Select(y => y.NameLatin).FirstOrDefault()))
            .ToDictionaryAsync(x => x.AccountId, cancellation);

    /// <summary>The positions of an audience, by their codes.</summary>
    public Task<List<PlanPositionResponse>> PositionsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        db.Positions.Where(x => ids.Contains(x.Id)).OrderBy(x => x.Code)
            .Select(x => new PlanPositionResponse(x.Id, x.Code, x.NameZh, x.NameEn)).ToListAsync(cancellation);

    private async Task<PlanProgress> ProgressAsync(long planId, CancellationToken cancellation)
    {
        var today = clock.Today;
        var counted = await visible.TrainingItems().Counted().Where(x => x.PlanId == planId)
            .GroupBy(_ => 1)
            .Select(x => new
            {
                People = x.Select(y => y.EmployeeId).Distinct().Count(),
                Assigned = x.Count(),
                Completed = x.Count(y => y.CompletedOn != null),
                Overdue = x.Count(y => y.CompletedOn == null && y.DroppedOn == null && y.DueOn < today),
            })
            .SingleOrDefaultAsync(cancellation);
        var tally = counted is null ? default : new CompletionTally(counted.Assigned, counted.Completed, counted.Overdue);
        return new PlanProgress(counted?.People ?? 0, tally.Assigned, tally.Completed, tally.Overdue, tally.CompletionRate);
    }

    private static IQueryable<Plan> Whole(IQueryable<Plan> plans) =>
        plans.Include(x => x.Items).Include(x => x.Stages).Include(x => x.Steps).Include(x => x.Budget).Include(x => x.Evaluation)
            .AsSplitQuery();
}
