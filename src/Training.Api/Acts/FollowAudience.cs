using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Brings the running plans in line with whom their audience rules admit today: who came gets the items, who went is no
/// longer asked for the open ones, who came back has them again; completed ones stay. Whoever it concerns is told. Called at
/// once by every act that changes employment, assignments or departments, and every night for what was entered ahead.</summary>
internal sealed class FollowAudience(TrainingDb db, OrganisationClock clock, GiveItems give, NoticeBox notices, ILogger<FollowAudience> log)
{
    /// <summary>How many people joined and left; a second time nobody. Joins the write it is called in.</summary>
    /// <param name="employeeIds">Whose audience may have changed; null: everybody's.</param>
    public Task<(int Joined, int Left)> RunAsync(IReadOnlyCollection<long>? employeeIds, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.FlushAsync(cancellation);
                if (employeeIds is not { Count: > Some })
                {
                    return await FollowAllAsync(employeeIds, cancellation);
                }

                // A store takes only so many ids at once; to look at everybody is as right.
                return await FollowAllAsync(null, cancellation);
            },
            cancellation);

    /// <summary>The same for one plan whose audience or items an amendment has just changed, inside the write that changed it and
    /// holds <see cref="StartPlan.Lock"/>. Answers who was given an item, and who left.</summary>
    /// <param name="members">Who belonged to the plan before; they are not told that they joined.</param>
    public async Task<(IReadOnlyList<long> Given, IReadOnlyList<long> Left)> RunAsync(
        Plan plan, IReadOnlySet<long> members, CancellationToken cancellation) => await FollowAsync(plan, null, members, cancellation);

    private const int Some = 1000;

    private static readonly IReadOnlySet<long> Nobody = new HashSet<long>();

    private async Task<(int Joined, int Left)> FollowAllAsync(IReadOnlyCollection<long>? only, CancellationToken cancellation)
    {
        await db.LockAsync(StartPlan.Lock, cancellation);
        var plans = await db.Plans.AsNoTracking().Include(x => x.Items).Where(x => x.State == PlanState.Running)
            .OrderBy(x => x.Id).ToListAsync(cancellation);
        var (joined, left) = (0, 0);
        foreach (var plan in only is null ? plans : await ConcerningAsync(plans, only, cancellation))
        {
            var (come, gone) = await FollowAsync(plan, only, Nobody, cancellation);
            (joined, left) = (joined + come.Count, left + gone.Count);
        }

        return (joined, left);
    }

    /// <summary>Of the plans those in which one of these people has an open item, or whose department is one of theirs or above it:
    /// the others need not be looked at one by one.</summary>
    private async Task<IReadOnlyList<Plan>> ConcerningAsync(
        IReadOnlyList<Plan> plans, IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        var asked = await db.OpenTrainingItems().Where(x => people.Contains(x.EmployeeId)).Select(x => x.PlanId).Distinct().ToHashSetAsync(cancellation);
        var places = await db.AudienceFactsOn(clock.Today).Where(x => people.Contains(x.EmployeeId)).Select(x => x.DepartmentId).Distinct()
            .ToListAsync(cancellation);
        var above = await db.WithAllAboveAsync(places, cancellation);
        return [.. plans.Where(x => asked.Contains(x.Id) || above.Contains(x.DepartmentId))];
    }

    private async Task<(IReadOnlyList<long> Given, IReadOnlyList<long> Left)> FollowAsync(
        Plan plan, IReadOnlyCollection<long>? only, IReadOnlySet<long> members, CancellationToken cancellation)
    {
        var audience = await db.AudienceAsync(plan.Audience, clock.Today, cancellation);
        var gone = await LetGoAsync(plan, audience, only, cancellation);
        var given = plan.EndsOn < clock.Today ? [] : await TakeInAsync(plan, audience, only, cancellation);
        List<long> come = [.. given.Where(x => !members.Contains(x))];
        if (come.Count > 0)
        {
            await TellAsync("plan.joined", plan, come, cancellation);
        }

        if (come.Count + gone.Count > 0)
        {
            log.LogInformation("The audience of plan {Plan} was followed: {Joined} people joined, {Left} left.", plan.Id, come.Count, gone.Count);
        }

        return (given, gone);
    }

    /// <summary>Open items of people whom the rule admits no longer.</summary>
    private async Task<IReadOnlyList<long>> LetGoAsync(
        Plan plan, IQueryable<AudienceFacts> audience, IReadOnlyCollection<long>? only, CancellationToken cancellation)
    {
        var ids = audience.Select(x => x.EmployeeId);
        var gone = db.OpenTrainingItems().Where(x => x.PlanId == plan.Id && !ids.Contains(x.EmployeeId));
        if (only is not null)
        {
            gone = gone.Where(x => only.Contains(x.EmployeeId));
        }

        var people = await gone.Select(x => x.EmployeeId).Distinct().ToListAsync(cancellation);
        if (people.Count == 0)
        {
            return [];
        }

        DateOnly? today = clock.Today;
        DropReason? why = DropReason.LeftAudience;
        await BulkChange.UpdateAsync(
            db, gone, x => x.SetProperty(item => item.DroppedOn, today).SetProperty(item => item.DropReason, why),
            new { DroppedOn = today, DropReason = why }, cancellation);
        await TellAsync("plan.left", plan, people, cancellation);
        return people;
    }

    /// <summary>People whom the rule admits and who lack an item, or have one that was dropped when they or the item left.</summary>
    private async Task<IReadOnlyList<long>> TakeInAsync(
        Plan plan, IQueryable<AudienceFacts> audience, IReadOnlyCollection<long>? only, CancellationToken cancellation)
    {
        List<PlanItem> items = [.. plan.CurrentItems];
        var (itemIds, count, today) = (items.ConvertAll(x => x.Id), items.Count, clock.Today);
        var rows = db.TrainingItems.Where(x => itemIds.Contains(x.PlanItemId));
        var lacking = audience.Where(x => rows.Count(y => y.EmployeeId == x.EmployeeId
            && !(y.CompletedOn == null && (y.DropReason == DropReason.LeftAudience || y.DropReason == DropReason.ItemRemoved))) < count);
        if (only is not null)
        {
            lacking = lacking.Where(x => only.Contains(x.EmployeeId));
        }

        var people = await db.ParticipantsAsync(lacking, today, cancellation);
        if (people.Count == 0)
        {
            return [];
        }

        var ids = lacking.Select(x => x.EmployeeId);
        var kept = (await rows.Where(x => ids.Contains(x.EmployeeId)).ToListAsync(cancellation)).ToDictionary(x => (x.EmployeeId, x.PlanItemId));
        List<(Participant Person, PlanItem Item, TrainingItem? Kept)> wanted =
            [.. people.SelectMany(_ => items, (person, item) => (person, item, kept.GetValueOrDefault((person.EmployeeId, item.Id))))];
        var steps = wanted.ToLookup(x => AudienceFollowing.Next(x.Kept, isIn: true, isOver: false, isInPlan: true));
        var known = ids;
        await give.ReturnAsync(plan, [.. steps[FollowStep.Returns].Select(x => (x.Person, x.Kept!))], known, today, cancellation);
        await give.RunAsync(plan, [.. steps[FollowStep.Joins].Select(x => (x.Person, x.Item))], known, today, cancellation);
        return [.. people.Select(x => x.EmployeeId)];
    }

    private Task TellAsync(string kind, Plan plan, IReadOnlyCollection<long> people, CancellationToken cancellation) => notices.TellAsync(
        kind, people, new NoticeSubject("plan", plan.Id), cancellation,
        ("code", plan.Code), ("title", plan.TitleZh), ("items", plan.CurrentItems.Count()));
}
