using Microsoft.Extensions.Options;
using Quartz;
using Training.Api.Settings;

namespace Training.Api.Jobs;

/// <summary>A job and when it looks for work; the cron is read in the organisation's zone.</summary>
internal sealed record ScheduledJob(Type Type, string Cron)
{
    public JobKey Key => new(Type.Name);

    public TriggerKey TriggerKey => new(Type.Name);
}

/// <summary>Every job. A tick says "look now" and no more: what is due, and whether somebody else has it, the act finds in
/// the tables. So daily work is looked for every quarter of an hour, and a night that was missed is made up for once.</summary>
internal sealed class JobSchedule(ISchedulerFactory schedulers, IOptions<OrganisationSettings> organisation, ILogger<JobSchedule> log)
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
        new(typeof(SealAuditJob), "0/5 * * * * ?"),
        new(typeof(SendNoticesJob), "3/10 * * * * ?"),
        new(typeof(NightlyBackupJob), "10 0/15 * * * ?"),
        new(typeof(ClearExpiredJob), "40 0/15 * * * ?"),
        new(typeof(FollowAudienceJob), "50 0/15 * * * ?"),
        new(typeof(DraftRecurringJob), "20 0/15 * * * ?"),
        new(typeof(GiveSeatsJob), "30 * * * * ?"),
        new(typeof(TellExpiringJob), "25 0/15 * * * ?"),
        new(typeof(CountFiguresJob), "35 0/15 * * * ?"),
        new(typeof(FollowCyclesJob), "45 0/15 * * * ?"),
    ];

    /// <summary>Brings the stored schedule to this list: adds what is new, reschedules what differs, removes what is gone and
    /// leaves the rest alone. Call it under the start lock.</summary>
    public Task ReconcileAsync(CancellationToken cancellation) => ReconcileAsync(All, cancellation);

    internal async Task ReconcileAsync(IReadOnlyList<ScheduledJob> jobs, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var stored = await scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All }, cancellation);
        foreach (var gone in stored.Items.Select(x => x.Key).Except(jobs.Select(x => x.Key)).ToList())
        {
            await scheduler.DeleteJob(gone, cancellation);
            log.LogInformation("The job {Job} is no longer scheduled.", gone.Name);
        }

        foreach (var job in jobs)
        {
            await ReconcileAsync(scheduler, job, cancellation);
        }
    }

    private async Task ReconcileAsync(IScheduler scheduler, ScheduledJob job, CancellationToken cancellation)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.TimeZone);
        var known = await scheduler.Exists(job.Key, cancellation);
        var stored = known ? await scheduler.GetTrigger(job.TriggerKey, cancellation) as ICronTrigger : null;
        if (stored is not null && stored.CronExpressionString == job.Cron && stored.TimeZone.Id == zone.Id)
        {
            return;
        }

        var trigger = TriggerBuilder.Create().WithIdentity(job.TriggerKey).ForJob(job.Key)
            .WithSchedule(CronScheduleBuilder.Create(job.Cron).InTimeZone(zone)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing))
            .Build();
        var detail = JobBuilder.Create().OfType(job.Type).WithIdentity(job.Key).StoreDurably(true).Build();
        await scheduler.ScheduleJob(detail, [trigger], ScheduleJobOptions.Replacing, cancellation);
        log.LogInformation("The job {Job} is scheduled by {Cron}.", job.Key.Name, job.Cron);
    }
}
