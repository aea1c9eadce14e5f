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

    private const int Some = 1000;

    private async Task<(int Joined, int Left)> FollowAllAsync(IReadOnlyCollection<long>? only, CancellationToken cancellation)
    {
        await db.LockAsync(StartPlan.Lock, cancellation);
        var plans = await db.Plans.AsNoTracking().Include(x => x.Items).Where(x => x.State == PlanState.Running)
            .OrderBy(x => x.Id).ToListAsync(cancellation);
        var (joined, left) = (0, 0);
        foreach (var plan in plans)
        {
            var audience = await db.AudienceAsync(plan.Audience, clock.Today, cancellation);
            var gone = await LetGoAsync(plan, audience, only, cancellation);
            var come = plan.EndsOn < clock.Today ? 0 : await TakeInAsync(plan, audience, only, cancellation);
            (joined, left) = (joined + come, left + gone);
            if (come + gone > 0)
            {
                log.LogInformation("The audience of plan {Plan} was followed: {Joined} people joined, {Left} left.", plan.Id, come, gone);
            }
        }

        return (joined, left);
    }

    /// <summary>Open items of people whom the rule admits no longer.</summary>
    private async Task<int> LetGoAsync(
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
            return 0;
        }

        DateOnly? today = clock.Today;
        DropReason? why = DropReason.LeftAudience;
        await BulkChange.UpdateAsync(
            db, gone, x => x.SetProperty(item => item.DroppedOn, today).SetProperty(item => item.DropReason, why),
            new { DroppedOn = today, DropReason = why }, cancellation);
        await TellAsync("plan.left", plan, people, cancellation);
        return people.Count;
    }

    /// <summary>People whom the rule admits and who lack an item, or have one that was dropped when they left.</summary>
    private async Task<int> TakeInAsync(
        Plan plan, IQueryable<AudienceFacts> audience, IReadOnlyCollection<long>? only, CancellationToken cancellation)
    {
        var (planId, count, today) = (plan.Id, plan.Items.Count, clock.Today);
        var rows = db.TrainingItems.Where(x => x.PlanId == planId);
        var lacking = audience.Where(x => rows.Count(y => y.EmployeeId == x.EmployeeId
            && !(y.DropReason == DropReason.LeftAudience && y.CompletedOn == null)) < count);
        if (only is not null)
        {
            lacking = lacking.Where(x => only.Contains(x.EmployeeId));
        }

        var people = await db.ParticipantsAsync(lacking, today, cancellation);
        if (people.Count == 0)
        {
            return 0;
        }

        var ids = lacking.Select(x => x.EmployeeId);
        var kept = (await rows.Where(x => ids.Contains(x.EmployeeId)).ToListAsync(cancellation)).ToDictionary(x => (x.EmployeeId, x.PlanItemId));
        List<(Participant Person, PlanItem Item, TrainingItem? Kept)> wanted =
            [.. people.SelectMany(person => plan.Items.OrderBy(x => x.Sequence), (person, item) => (person, item, kept.GetValueOrDefault((person.EmployeeId, item.Id))))];
        var steps = wanted.ToLookup(x => AudienceFollowing.Next(x.Kept, isIn: true, isOver: false));
        var known = ids;
        await give.ReturnAsync(plan, [.. steps[FollowStep.Returns].Select(x => (x.Person, x.Kept!))], known, today, cancellation);
        await give.RunAsync(plan, [.. steps[FollowStep.Joins].Select(x => (x.Person, x.Item))], known, today, cancellation);
        await TellAsync("plan.joined", plan, [.. people.Select(x => x.EmployeeId)], cancellation);
        return people.Count;
    }

    private Task TellAsync(string kind, Plan plan, IReadOnlyCollection<long> people, CancellationToken cancellation) => notices.TellAsync(
        kind, people, new NoticeSubject("plan", plan.Id), cancellation,
        ("code", plan.Code), ("title", plan.TitleZh), ("items", plan.Items.Count));
}
