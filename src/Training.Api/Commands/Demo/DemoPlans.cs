using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Domain.Plans;

namespace Training.Api.Commands.Demo;

/// <summary>The training plans of the demo company and what came of them.</summary>
internal sealed class DemoPlans(
    TrainingDb db, OrganisationClock clock, CurrentPerson caller, DraftPlan draft, DecidePlan decide, StartPlan start, EndPlan end, RecordCompletion record)
{
    /// <summary>The share of a hundred people by which each is told apart from the next; without a divisor in common with it.</summary>
    private const int Stride = 37;

    /// <summary>Runs a step about plans.</summary>
    public Task RunAsync(DemoScene scene, DemoStep step, CancellationToken cancellation) => step switch
    {
        DemoDraft x => DraftAsync(scene, x, cancellation),
        DemoDecision x => DecideAsync(scene, x, cancellation),
        DemoCourseHeld x => RecordAsync(scene, x, cancellation),
        DemoSpent x => SpendAsync(scene, x, cancellation),
        _ => throw new InvalidOperationException($"Nobody runs the step {step}."),
    };

    private async Task DraftAsync(DemoScene scene, DemoDraft step, CancellationToken cancellation)
    {
        var (department, startsOn) = (scene.Departments[step.Department], scene.DaysAgo(step.DaysAgo - step.StartsIn));
        var content = step.Source is { } source
            ? (await WholeAsync(scene.Plans[source], cancellation)).ContentFor(department, startsOn, null, null)
            : (await db.PlanTemplates.AsNoTracking().Include(x => x.Items).Include(x => x.Stages).Include(x => x.Evaluation).Include(x => x.Budget)
                .AsSplitQuery()
                .SingleAsync(x => x.Code == step.Template, cancellation)).For(department, startsOn, null, null);
        if (step.HiredFromDaysAgo is { } days)
        {
            content = content with { Audience = AudienceFilter.Everybody with { HiredFrom = scene.DaysAgo(days) } };
        }

        if (step.Budget is { } budget)
        {
            content = content with { Budget = [.. budget.Select((x, i) => new BudgetLineContent(i + 1, x.Kind, x.Description, x.Planned, null))] };
        }

        scene.Plans.Add(step.Plan, (await draft.RunAsync(null, content, cancellation)).Id);
    }

    private async Task DecideAsync(DemoScene scene, DemoDecision step, CancellationToken cancellation)
    {
        RequirePolicy(step.Decision);
        var plan = await WholeAsync(scene.Plans[step.Plan], cancellation);
        await (step.Decision switch
        {
            PlanAct.Submit => decide.SubmitAsync(plan, cancellation),
            PlanAct.Approve => decide.ApproveAsync(plan, cancellation),
            PlanAct.Return => decide.ReturnAsync(plan, step.Reason!, cancellation),
            PlanAct.Start => start.RunAsync(plan, cancellation),
            PlanAct.Close => end.CloseAsync(plan, step.Reason, cancellation),
            PlanAct.Cancel => end.CancelAsync(plan, step.Reason!, cancellation),
            _ => throw new InvalidOperationException($"Nobody runs the act {step.Decision}."),
        });
    }

    /// <summary>The history may do nothing that the routes would refuse to the account.</summary>
    private void RequirePolicy(PlanAct act)
    {
        var policy = act switch
        {
            PlanAct.Submit => Policies.DraftPlans,
            PlanAct.Approve or PlanAct.Return => Policies.ApprovePlans,
            _ => Policies.RunPlans,
        };
        if (!Policies.Permit(caller.Roles, policy))
        {
            throw new InvalidOperationException($"Who holds {string.Join(", ", caller.Roles)} may not {act} plans.");
        }
    }

    /// <summary>Some are absent, some fail; who it is differs by course and is the same whenever the company is made.</summary>
    private async Task RecordAsync(DemoScene scene, DemoCourseHeld step, CancellationToken cancellation)
    {
        var (plan, course) = (scene.Plans[step.Plan], scene.Courses[step.Course]);
        var open = await db.TrainingItems.AsNoTracking()
            .Where(x => x.PlanId == plan && x.CourseId == course && x.CompletedOn == null && x.DroppedOn == null)
            .Select(x => x.EmployeeId).ToListAsync(cancellation);
        var people = await db.Employees.Include(x => x.Periods).Where(x => open.Contains(x.Id)).OrderBy(x => x.EmployeeNumber).ToListAsync(cancellation);
        foreach (var (i, person) in people.Index())
        {
            var luck = ((i * Stride) + step.DaysAgo) % 100;
            if (luck >= step.PassedPercent + step.FailedPercent)
            {
                continue;
            }

            var (result, score) = luck < step.PassedPercent ? (CompletionResult.Passed, 70 + (luck * 0.3m)) : (CompletionResult.Failed, 40 + (luck * 0.1m));
            scene.As(scene.HumanResourcesFor(person.Id));
            await record.RunAsync(person, course, new CompletionContent(clock.Today, result, score, "签到表与试卷"), Relation.Other, cancellation);
        }
    }

    private async Task SpendAsync(DemoScene scene, DemoSpent step, CancellationToken cancellation)
    {
        var plan = await WholeAsync(scene.Plans[step.Plan], cancellation);
        plan.EditBudget(
            [.. plan.Budget.OrderBy(x => x.Number).Zip(step.Actual, (line, actual) => new BudgetLineContent(line.Number, line.Kind, line.Description, line.Planned, actual))],
            new PlanActor(caller.AccountId, caller.EmployeeId), clock.Now);
    }

    private Task<Plan> WholeAsync(long id, CancellationToken cancellation) => db.Plans
        .Include(x => x.Items).Include(x => x.Stages).Include(x => x.Steps).Include(x => x.Budget).Include(x => x.Evaluation).AsSplitQuery()
        .SingleAsync(x => x.Id == id, cancellation);
}
