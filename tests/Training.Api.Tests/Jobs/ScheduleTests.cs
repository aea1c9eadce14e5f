using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Training.Api.Jobs;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Jobs;

public sealed class ScheduleTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_stored_schedule_follows_the_list_and_keeps_what_has_not_changed()
    {
        var settings = await TestDatabase.EmptyAsync();
        settings["Jobs:Enabled"] = "true";
        await using var app = new TrainingApp(settings);
        var schedule = app.Services.GetRequiredService<JobSchedule>();
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(None);
        await AssertStoredAsync(scheduler, JobSchedule.All);
        var untouched = (await scheduler.GetTrigger(JobSchedule.All[0].TriggerKey, None))!.StartTimeUtc;

        // A second start with another hour for one job and without another.
        var next = JobSchedule.All.SkipLast(1).Select((x, i) => i == 1 ? x with { Cron = "7 0 3 * * ?" } : x).ToList();
        await schedule.ReconcileAsync(next, None);

        await AssertStoredAsync(scheduler, next);
        Assert.Equal(untouched, (await scheduler.GetTrigger(JobSchedule.All[0].TriggerKey, None))!.StartTimeUtc);
    }

    [Fact]
    public void Every_job_runs_beside_no_second_one_of_itself() =>
        Assert.All(JobSchedule.All, x => Assert.True(Attribute.IsDefined(x.Type, typeof(DisallowConcurrentExecutionAttribute))));

    private static async Task AssertStoredAsync(IScheduler scheduler, IReadOnlyList<ScheduledJob> jobs)
    {
        var stored = await scheduler.QueryTriggers(new TriggerQuery { Take = PagedQuery.All }, None);
        var crons = new Dictionary<string, string>();
        foreach (var header in stored.Items)
        {
            var trigger = Assert.IsAssignableFrom<ICronTrigger>(await scheduler.GetTrigger(header.Key, None));
            Assert.Equal("Asia/Shanghai", trigger.TimeZone.Id);
            crons[header.JobKey.Name] = trigger.CronExpressionString!;
        }

        Assert.Equal(jobs.ToDictionary(x => x.Key.Name, x => x.Cron).OrderBy(x => x.Key), crons.OrderBy(x => x.Key));
    }
}
