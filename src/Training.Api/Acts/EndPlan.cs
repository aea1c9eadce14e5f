using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Acts;

/// <summary>Closes or cancels a plan. Called inside a write with the plan loaded whole.</summary>
internal sealed class EndPlan(TrainingDb db, CurrentPerson caller, Visible visible, OrganisationClock clock, NoticeBox notices)
{
    private PlanActor Actor => new(caller.AccountId, caller.EmployeeId);

    /// <summary>Closes the plan and drops its open items; who had some is told. Refused while mandatory items are open, naming
    /// those of people whom the caller may see, unless with a reason; and while somebody has to be trained again for it.</summary>
    public async Task CloseAsync(Plan plan, string? reason, CancellationToken cancellation)
    {
        await db.LockAsync(StartPlan.Lock, cancellation);
        var retraining = await db.RetrainingOrders.CountAsync(x => x.PlanId == plan.Id && x.State == RetrainingState.Open, cancellation);
        plan.Close(Actor, clock.Now, await OpenMandatoryAsync(plan, cancellation) with { Retraining = retraining }, reason);
        await DropAsync(plan, DropReason.PlanClosed, people => notices.TellAsync(
            "plan.closed", people, new NoticeSubject("plan", plan.Id), cancellation, ("code", plan.Code), ("title", plan.TitleZh)), cancellation);
    }

    /// <summary>Cancels the plan and drops its open items; who had some is told.</summary>
    public async Task CancelAsync(Plan plan, string reason, CancellationToken cancellation)
    {
        await db.LockAsync(StartPlan.Lock, cancellation);
        plan.Cancel(Actor, clock.Now, reason);
        await DropAsync(plan, DropReason.PlanCancelled, people => notices.TellAsync(
            "plan.cancelled", people, new NoticeSubject("plan", plan.Id), cancellation,
            ("code", plan.Code), ("title", plan.TitleZh), ("reason", reason)), cancellation);
    }

    /// <summary>In one statement, however many they are.</summary>
    private async Task DropAsync(Plan plan, DropReason reason, Func<IReadOnlyCollection<long>, Task> tell, CancellationToken cancellation)
    {
        var people = await Open(db.TrainingItems, plan).Select(x => x.EmployeeId).Distinct().ToListAsync(cancellation);
        if (people.Count == 0)
        {
            return;
        }

        DateOnly? today = clock.Today;
        DropReason? why = reason;
        await BulkChange.UpdateAsync(
            db, Open(db.TrainingItems, plan), x => x.SetProperty(item => item.DroppedOn, today).SetProperty(item => item.DropReason, why),
            new { DroppedOn = today, DropReason = why }, cancellation);
        await tell(people);
    }

    private async Task<OpenMandatoryItems> OpenMandatoryAsync(Plan plan, CancellationToken cancellation)
    {
        var count = await Open(db.TrainingItems, plan).CountAsync(x => x.IsMandatory, cancellation);
        if (count == 0)
        {
            return OpenMandatoryItems.None;
        }

        var named = await Open(visible.TrainingItems(), plan).Where(x => x.IsMandatory).WithSubjects(db)
            .OrderBy(x => x.Item.DueOn).ThenBy(x => x.Person.NameSortKey).ThenBy(x => x.Item.Id)
            .Take(OpenMandatoryItems.MostNamed)
            .Select(x => new OpenMandatoryItem(
                x.Person.EmployeeNumber, new Bilingual(x.Person.NameZh, x.Person.NameLatin), x.Course.Code,
                new Bilingual(x.Course.NameZh, x.Course.NameEn), x.Item.DueOn))
            .ToListAsync(cancellation);
        return new OpenMandatoryItems(count, named);
    }

    private static IQueryable<TrainingItem> Open(IQueryable<TrainingItem> items, Plan plan) =>
        items.Where(x => x.PlanId == plan.Id && x.CompletedOn == null && x.DroppedOn == null);
}
