using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Lets the running cycles follow their people every night, at half past midnight: who joins has an appraisal on the first day,
/// and segments take the days that changes of assignment and leave give them. What is published is left as it is.</summary>
internal sealed class FollowCycles(TrainingDb db, DailyWork daily, FollowCycle follow, Actor actor, ILogger<FollowCycles> log)
{
    private static readonly TimeOnly At = new(0, 30);

    public Task RunAsync(CancellationToken cancellation)
    {
        actor.Act = nameof(FollowCycle);
        return daily.RunAsync(nameof(FollowCycle), At, _ => FollowAsync(cancellation), cancellation);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var followed = AppraisalCycleLife.Followed;
        var running = await db.AppraisalCycles.Where(x => followed.Contains(x.Phase)).Select(x => x.Id).ToListAsync(cancellation);
        foreach (var id in running)
        {
            var done = await db.WriteAsync(
                async () =>
                {
                    await db.LockAsync(CycleQueries.Lock, cancellation);
                    var cycle = await db.AppraisalCycles.Whole().SingleOrDefaultAsync(x => x.Id == id && followed.Contains(x.Phase), cancellation);
                    return cycle is null ? null : await follow.RunAsync(cycle, cancellation);
                },
                cancellation);
            if (done is null)
            {
                continue;
            }

            log.LogInformation(
                "A cycle was followed: {Opened} appraisals opened, the segments of {Changed} changed, {LeftOut} people left out.",
                done.Opened, done.Changed, done.LeftOut.Count);
        }
    }
}
