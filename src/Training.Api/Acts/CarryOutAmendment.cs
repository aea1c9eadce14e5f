using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Changes a running plan by an approved amendment, and with it what its people are asked: items that were taken out are
/// dropped where they are open, due days move where the rule changed, and the audience is followed, which gives the added items.
/// What was completed stays, and so do extensions and exemptions of single people. In a number of statements that does not grow
/// with every person. Called inside a write.</summary>
internal sealed class CarryOutAmendment(TrainingDb db, OrganisationClock clock, FollowAudience follow, MoveDueDays dueDays, NoticeBox notices)
{
    /// <summary>Refused as <see cref="Plan.Amend"/> says. Whoever it concerns is told once.</summary>
    public async Task RunAsync(Plan plan, PlanAmendment amendment, PlanActor by, CancellationToken cancellation)
    {
        await db.LockAsync(StartPlan.Lock, cancellation);
        plan.Amend(amendment, by, clock.Today, clock.Now);
        await db.FlushAsync(cancellation);
        var members = await db.TrainingItems.Where(x => x.PlanId == plan.Id && (x.CompletedOn != null || x.DroppedOn == null))
            .Select(x => x.EmployeeId).Distinct().ToHashSetAsync(cancellation);

        var concerned = new HashSet<long>();
        concerned.UnionWith(await DropAsync(ItemsOf(plan, amendment, x => x.Change == ItemChange.Removed), cancellation));
        foreach (var alike in ItemsOf(plan, amendment, x => x.TurnsMandatory).GroupBy(x => x.IsMandatory))
        {
            concerned.UnionWith(await MarkAsync([.. alike], alike.Key, cancellation));
        }

        concerned.UnionWith(await dueDays.RunAsync(plan, ItemsOf(plan, amendment, x => x.MovesDueDays), cancellation));
        var (given, left) = await follow.RunAsync(plan, members, cancellation);
        concerned.UnionWith(given);
        concerned.IntersectWith(members);
        concerned.ExceptWith(left);
        await TellAsync(plan, amendment, concerned, cancellation);
    }

    private static List<PlanItem> ItemsOf(Plan plan, PlanAmendment amendment, Func<PlanAmendmentItem, bool> which)
    {
        var courses = amendment.Items.Where(which).Select(x => x.CourseId).ToHashSet();
        return [.. plan.Items.Where(x => courses.Contains(x.CourseId))];
    }

    private async Task<IReadOnlyList<long>> DropAsync(List<PlanItem> items, CancellationToken cancellation)
    {
        var open = OpenOf(items);
        var people = await PeopleAsync(open, cancellation);
        if (people.Count > 0)
        {
            DateOnly? today = clock.Today;
            DropReason? why = DropReason.ItemRemoved;
            await BulkChange.UpdateAsync(
                db, open, x => x.SetProperty(item => item.DroppedOn, today).SetProperty(item => item.DropReason, why),
                new { DroppedOn = today, DropReason = why }, cancellation);
        }

        return people;
    }

    private async Task<IReadOnlyList<long>> MarkAsync(List<PlanItem> items, bool isMandatory, CancellationToken cancellation)
    {
        var open = OpenOf(items);
        var people = await PeopleAsync(open, cancellation);
        if (people.Count > 0)
        {
            await BulkChange.UpdateAsync(
                db, open, x => x.SetProperty(item => item.IsMandatory, isMandatory), new { IsMandatory = isMandatory }, cancellation);
        }

        return people;
    }

    private IQueryable<TrainingItem> OpenOf(List<PlanItem> items)
    {
        var ids = items.ConvertAll(x => x.Id);
        return db.OpenTrainingItems().Where(x => ids.Contains(x.PlanItemId));
    }

    private static async Task<IReadOnlyList<long>> PeopleAsync(IQueryable<TrainingItem> items, CancellationToken cancellation) =>
        await items.Select(x => x.EmployeeId).Distinct().ToListAsync(cancellation);

    private async Task TellAsync(Plan plan, PlanAmendment amendment, HashSet<long> people, CancellationToken cancellation)
    {
        if (people.Count > 0)
        {
            var counts = amendment.Items.CountBy(x => x.Change).ToDictionary();
            await notices.TellAsync(
                "plan.amended", people, new NoticeSubject("plan", plan.Id), cancellation,
                ("code", plan.Code), ("title", plan.TitleZh), ("added", counts.GetValueOrDefault(ItemChange.Added)),
                ("changed", counts.GetValueOrDefault(ItemChange.Changed)), ("removed", counts.GetValueOrDefault(ItemChange.Removed)));
        }
    }
}
