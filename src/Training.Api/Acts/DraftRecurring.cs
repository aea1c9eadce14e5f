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
/// over and hand it in; who deletes or cancels the draft ends the series. Retired courses give way to their successors; those without
/// one are left out and named. Where somebody has made the next plan already, none is drafted. Where a draft is refused, because the
/// department is retired, and where a series is about to end because the last plan of it was never started, HR is told.</summary>
internal sealed class DraftRecurring(
    TrainingDb db, DailyWork daily, DraftPlan draft, OrganisationClock clock, NoticeBox notices, Actor actor, ILogger<DraftRecurring> log)
{
    private static readonly TimeOnly At = new(0, 30);

    /// <summary>A plan of the same kind that starts less than so many months before or after the day is the one of that half-year.</summary>
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

        var idle = await db.Plans.AsNoTracking()
            .Where(x => x.Recurrence == PlanRecurrence.HalfYearly && x.LapseToldOn == null && x.SourcePlanId != null && x.StartsOn <= startedBy
                && (x.State == PlanState.Draft || x.State == PlanState.Returned || x.State == PlanState.Submitted || x.State == PlanState.Approved))
            .OrderBy(x => x.Id).ToListAsync(cancellation);
        foreach (var plan in idle.Where(x => x.LapsesFrom(clock.Today) is not null))
        {
            await db.WriteAsync(() => TellLapseAsync(plan.Id, cancellation), cancellation);
        }
    }

    /// <summary>HR, once, unless somebody has made the next plan.</summary>
    private async Task TellLapseAsync(long planId, CancellationToken cancellation)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(x => x.Id == planId, cancellation);
        if (plan?.LapsesFrom(clock.Today) is not { } returnsOn)
        {
            return;
        }

        if (!await HasNextAsync(plan, returnsOn, cancellation))
        {
            plan.TellLapse(clock.Today);
            await notices.TellRoleAsync(
                "plan.lapses", Role.HumanResources, new NoticeSubject("plan", plan.Id), cancellation,
                ("code", plan.Code), ("title", plan.TitleZh), ("startsOn", plan.StartsOn), ("returnsOn", returnsOn));
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
        if (!await HasNextAsync(plan, startsOn, cancellation))
        {
            await DraftNextAsync(plan, startsOn, cancellation);
        }
    }

    /// <summary>A plan of the half-year for the same people: made from the same template, or of the same line of plans, each made from
    /// the one before.</summary>
    private async Task<bool> HasNextAsync(Plan plan, DateOnly startsOn, CancellationToken cancellation)
    {
        var (id, department) = (plan.Id, plan.DepartmentId);
        var (from, to) = (startsOn.AddMonths(-MonthsApart), startsOn.AddMonths(MonthsApart));
        var near = (await db.Plans.AsNoTracking()
            .Where(x => x.Id != id && x.DepartmentId == department && x.StartsOn > from && x.StartsOn < to && x.State != PlanState.Cancelled)
            .ToListAsync(cancellation)).FindAll(x => IsForTheSame(plan, x));
        if (near.Count == 0 || near.Exists(x => plan.TemplateId is not null && x.TemplateId == plan.TemplateId))
        {
            return near.Count > 0;
        }

        var origins = await OriginsAsync([plan, .. near], cancellation);
        return near.Exists(x => origins[x.Id] == origins[id]);
    }

    /// <summary>Both narrow their audience alike, hire days as they are or as much later as the plan starts later.</summary>
    private static bool IsForTheSame(Plan plan, Plan other) =>
        other.Audience.Filter.AdmitsAs(plan.Audience.Filter)
        || other.Audience.Filter.AdmitsAs(plan.Audience.Filter.Shift(DayShift.Between(plan.StartsOn, other.StartsOn)));

    /// <summary>For each plan the first of its line: the plan from which it was made, in however many steps. One query for each step
    /// of the longest line.</summary>
    private async Task<Dictionary<long, long>> OriginsAsync(IReadOnlyList<Plan> plans, CancellationToken cancellation)
    {
        var sources = plans.ToDictionary(x => x.Id, x => x.SourcePlanId);
        for (var open = Unknown(); open.Count > 0; open = Unknown())
        {
            var found = await db.Plans.Where(x => open.Contains(x.Id)).Select(x => new { x.Id, x.SourcePlanId }).ToListAsync(cancellation);
            open.ForEach(x => sources.Add(x, found.Find(y => y.Id == x)?.SourcePlanId));
        }

        return plans.ToDictionary(x => x.Id, x => Origin(x.Id));

        List<long> Unknown() => [.. sources.Values.OfType<long>().Where(x => !sources.ContainsKey(x)).Distinct()];
        long Origin(long id) => sources[id] is { } source ? Origin(source) : id;
    }

    /// <summary>The author; HR where the author's account is disabled, belongs to somebody who has left or may draft plans no
    /// longer.</summary>
    private async Task TellAsync(
        Plan plan, Plan next, DateOnly startsOn, IReadOnlyList<string> leftOut, CancellationToken cancellation)
    {
        (string, object?)[] values = [("code", next.Code), ("title", next.TitleZh), ("source", plan.Code), ("startsOn", startsOn)];
        var kind = "plan.recurred";
        if (leftOut.Count > 0)
        {
            kind = "plan.recurredWithout";
            values = [.. values, ("courses", string.Join(", ", leftOut))];
        }

        var subject = new NoticeSubject("plan", next.Id);
        if (await MayDraftAsync(plan.AuthorAccountId, cancellation))
        {
            await notices.TellAccountAsync(kind, plan.AuthorAccountId, subject, cancellation, values);
        }
        else
        {
            await notices.TellRoleAsync(kind, Role.HumanResources, subject, cancellation, values);
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
            var (next, leftOut) = await draft.FollowingAsync(plan, startsOn, cancellation);
            log.LogInformation("Plan {Plan} comes round: plan {Next} was drafted.", plan.Id, next.Id);
            await TellAsync(plan, next, startsOn, leftOut, cancellation);
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
