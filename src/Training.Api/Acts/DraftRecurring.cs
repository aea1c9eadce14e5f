using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Notices;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>Every night, half past midnight: drafts the plans that come round. A half-yearly plan that was started is followed,
/// thirty days before its first day returns, by a draft of the same content in the name of its author, who is told to look it
/// over and hand it in; who deletes or cancels the draft ends the series. Where somebody has made the next plan already, none is
/// drafted. Where a draft is refused, because the department or a course is retired, HR is told.</summary>
internal sealed class DraftRecurring(
    TrainingDb db, DailyWork daily, DraftPlan draft, OrganisationClock clock, NoticeBox notices, Actor actor, ILogger<DraftRecurring> log)
{
    private static readonly TimeOnly At = new(0, 30);

    /// <summary>Less than half a year: a plan of the same kind that starts later than this many months after the other is the next.</summary>
    private const int MonthsApart = 3;

    public Task RunAsync(CancellationToken cancellation)
    {
        actor.Act = nameof(DraftRecurring);
        return daily.RunAsync(nameof(DraftRecurring), At, _ => DraftAsync(cancellation), cancellation);
    }

    private async Task DraftAsync(CancellationToken cancellation)
    {
        var startedBy = clock.Today.AddDays(Plan.DaysAhead).AddMonths(-Plan.MonthsToNext + 1);
        var due = await db.Plans.AsNoTracking()
            .Where(x => x.Recurrence == PlanRecurrence.HalfYearly && x.RecurredOn == null && x.StartsOn <= startedBy
                && (x.State == PlanState.Running || x.State == PlanState.Closed))
            .OrderBy(x => x.Id).ToListAsync(cancellation);
        foreach (var plan in due.Where(x => x.NextStart(clock.Today) is not null))
        {
            await db.WriteAsync(() => FollowAsync(plan.Id, cancellation), cancellation);
        }
    }

    private async Task FollowAsync(long planId, CancellationToken cancellation)
    {
        var plan = await db.Plans.Include(x => x.Items).Include(x => x.Stages).Include(x => x.Budget).Include(x => x.Evaluation)
            .AsSplitQuery().SingleAsync(x => x.Id == planId, cancellation);
        if (plan.NextStart(clock.Today) is not { } startsOn)
        {
            return;
        }

        plan.Recur(clock.Today);
        if (!await HasNextAsync(plan, cancellation))
        {
            await DraftNextAsync(plan, startsOn, cancellation);
        }
    }

    /// <summary>Made from this plan, or from the same template by hand for the same audience.</summary>
    private async Task<bool> HasNextAsync(Plan plan, CancellationToken cancellation)
    {
        var (id, template, department, from) = (plan.Id, plan.TemplateId, plan.DepartmentId, plan.StartsOn.AddMonths(MonthsApart));
        var later = await db.Plans.AsNoTracking()
            .Where(x => x.DepartmentId == department && x.StartsOn > from && x.State != PlanState.Cancelled
                && (x.SourcePlanId == id || (x.SourcePlanId == null && template != null && x.TemplateId == template)))
            .ToListAsync(cancellation);
        return later.Exists(x => x.SourcePlanId == id || x.Audience.Filter.AdmitsAs(plan.Audience.Filter));
    }

    /// <summary>The author; HR where the author's account is disabled, belongs to somebody who has left or may draft plans no
    /// longer.</summary>
    private async Task TellAsync(Plan plan, Plan next, DateOnly startsOn, CancellationToken cancellation)
    {
        (string, object?)[] values = [("code", next.Code), ("title", next.TitleZh), ("source", plan.Code), ("startsOn", startsOn)];
        var subject = new NoticeSubject("plan", next.Id);
        if (await MayDraftAsync(plan.AuthorAccountId, cancellation))
        {
            await notices.TellAccountAsync("plan.recurred", plan.AuthorAccountId, subject, cancellation, values);
        }
        else
        {
            await notices.TellRoleAsync("plan.recurred", Role.HumanResources, subject, cancellation, values);
        }
    }

    private Task<bool> MayDraftAsync(long account, CancellationToken cancellation)
    {
        var roles = Enum.GetValues<Role>().Where(x => Policies.Permit(new HashSet<Role> { x }, Policies.DraftPlans)).Select(x => x.Id()).ToList();
        return db.InUse(clock.Today).AnyAsync(
            x => x.Id == account && db.UserRoles.Any(y => y.UserId == account && roles.Contains(y.RoleId)), cancellation);
    }

    private async Task DraftNextAsync(Plan plan, DateOnly startsOn, CancellationToken cancellation)
    {
        try
        {
            var next = await draft.FollowingAsync(plan, startsOn, cancellation);
            log.LogInformation("Plan {Plan} comes round: plan {Next} was drafted.", plan.Id, next.Id);
            await TellAsync(plan, next, startsOn, cancellation);
        }
        catch (RuleViolation refused)
        {
            log.LogWarning("Plan {Plan} comes round, but no draft could be made: {Code}.", plan.Id, refused.Refusal.Code);
            await notices.TellRoleAsync(
                "plan.notRecurred", Role.HumanResources, new NoticeSubject("plan", plan.Id), cancellation,
                ("code", plan.Code), ("title", plan.TitleZh), ("startsOn", startsOn));
        }
    }
}
