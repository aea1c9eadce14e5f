using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Closes and opens training items again after completions were imported, put right or taken back.</summary>
internal sealed class SettleItems(TrainingDb db, OrganisationClock clock)
{
    private const int Some = 1000;

    /// <summary>Items that the changed completions had closed are open again; then every open item of these people and courses is
    /// closed by what fits, and what stays open is as its plan asks by now. Called inside a write, with the completions saved, in a
    /// number of queries that grows with every thousand people.</summary>
    /// <param name="changed">What was put right, or will be deleted after this.</param>
    /// <param name="gone">Of these, what will be deleted.</param>
    public async Task RunAsync(
        IReadOnlyCollection<Completion> changed, IReadOnlyCollection<Completion> gone, CancellationToken cancellation)
    {
        await db.LockAsync(StartPlan.Lock, cancellation);
        await db.FlushAsync(cancellation);
        var touched = changed.Select(x => x.CourseId).ToHashSet();
        var ends = await db.Courses.Where(x => touched.Contains(x.Id) && x.CountsForId != null).Select(x => x.CountsForId!.Value).ToListAsync(cancellation);
        var asked = touched.Concat(ends).ToHashSet();
        var courses = await db.Courses.AsNoTracking().Where(x => asked.Contains(x.Id) || (x.CountsForId != null && asked.Contains(x.CountsForId.Value)))
            .ToDictionaryAsync(x => x.Id, cancellation);
        var changedIds = changed.Select(x => x.Id).ToHashSet();
        var goneIds = gone.Select(x => x.Id).ToHashSet();
        foreach (var people in changed.Select(x => x.EmployeeId).Distinct().Chunk(Some))
        {
            await SettleAsync(people, asked, courses, changedIds, goneIds, cancellation);
        }

        await db.FlushAsync(cancellation);
    }

    private async Task SettleAsync(
        long[] people, HashSet<long> asked, Dictionary<long, Course> courses, HashSet<long> changed, HashSet<long> gone, CancellationToken cancellation)
    {
        var items = await db.TrainingItems.Where(x => people.Contains(x.EmployeeId) && asked.Contains(x.CourseId)
            && (x.DroppedOn == null || x.DropReason == DropReason.PlanClosed))
            .ToListAsync(cancellation);
        var counting = courses.Keys.ToList();
        var completions = (await db.Completions.Where(x => people.Contains(x.EmployeeId) && counting.Contains(x.CourseId))
            .ToListAsync(cancellation)).Where(x => !gone.Contains(x.Id)).ToLookup(x => x.EmployeeId);
        var reopened = items.Where(x => x.CompletionId is { } by && changed.Contains(by)).ToList();
        var before = reopened.ToDictionary(x => x.Id, x => x.CompletionId);
        reopened.ForEach(x => x.Reopen());
        foreach (var item in items)
        {
            _ = InOrder(completions[item.EmployeeId], item, before.GetValueOrDefault(item.Id)).Any(x => item.CloseBy(x, courses[x.CourseId]));
        }

        await FollowPlansAsync(reopened.FindAll(x => x.CompletedOn is null), cancellation);
    }

    /// <summary>What closed the item before, if it still does; then the latest that was there when it was given; then the earliest
    /// after that.</summary>
    private static IEnumerable<Completion> InOrder(IEnumerable<Completion> completions, TrainingItem item, long? before) => completions
        .OrderBy(x => x.Id == before ? 0 : x.CompletedOn <= item.AssignedOn ? 1 : 2)
        .ThenBy(x => x.CompletedOn <= item.AssignedOn ? -x.CompletedOn.DayNumber : x.CompletedOn.DayNumber)
        .ThenBy(x => x.Id);

    /// <summary>While they were completed, their plans may have been amended or cancelled.</summary>
    private async Task FollowPlansAsync(List<TrainingItem> items, CancellationToken cancellation)
    {
        if (items.Count == 0)
        {
            return;
        }

        var (planIds, people) = (items.Select(x => x.PlanId).ToHashSet(), items.Select(x => x.EmployeeId).ToHashSet());
        var plans = await db.Plans.AsNoTracking().Include(x => x.Items).Where(x => planIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation);
        var absences = await db.AbsencesAsync(
            db.Employees.Where(x => people.Contains(x.Id)).Select(x => x.Id), items.Min(x => x.AssignedOn), cancellation);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        foreach (var item in items)
        {
            var person = new Participant(item.EmployeeId, item.HiredOn, absences.GetValueOrDefault(item.EmployeeId, Absence.None));
            var plan = plans[item.PlanId];
            item.Follow(plan, plan.Items.Single(x => x.Id == item.PlanItemId), person, clock.Today, calendar);
        }
    }
}
