using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Starts a plan: everybody whom its audience rule admits today gets its items with their due days, is told, and what
/// they completed before and still stands counts at once. Called inside a write with the plan loaded whole.</summary>
internal sealed class StartPlan(TrainingDb db, CurrentPerson caller, OrganisationClock clock, GiveItems give, NoticeBox notices)
{
    /// <summary>Held by every write that gives, closes, drops or moves training items: no completion falls between the reading of
    /// completions and the giving of items, and nobody is told of a due day of an item that was just closed.</summary>
    public const string Lock = "training-items";

    /// <summary>How many people were given the items; nobody where the rule names a hire day from which people are still to join.
    /// Refused: in another state than approved, outside the plan's days, and when any other rule admits nobody.</summary>
    public async Task<int> RunAsync(Plan plan, CancellationToken cancellation)
    {
        await db.LockAsync(Lock, cancellation);
        var today = clock.Today;
        plan.Start(new PlanActor(caller.AccountId, caller.EmployeeId), today, clock.Now);
        var audience = await db.AudienceAsync(plan.Audience, today, cancellation);
        var people = await db.ParticipantsAsync(audience, today, cancellation);
        if (people.Count == 0 && (plan.AudienceHiredFrom is null || plan.AudienceHiredTo < today))
        {
            throw PlanRefusals.AudienceEmpty.With(("code", plan.Code), ("today", today));
        }

        if (people.Count == 0)
        {
            return 0;
        }

        List<PlanItem> items = [.. plan.CurrentItems];
        await give.RunAsync(
            plan, [.. people.SelectMany(person => items.Select(item => (person, item)))], audience.Select(x => x.EmployeeId), today, cancellation);
        await notices.TellAsync(
            "plan.started", [.. people.Select(x => x.EmployeeId)], new NoticeSubject("plan", plan.Id), cancellation,
            ("code", plan.Code), ("title", plan.TitleZh), ("items", items.Count));
        return people.Count;
    }
}
