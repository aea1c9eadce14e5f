using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Settings;

namespace Training.Api.Jobs;

internal static class JobsSetup
{
    /// <summary>The acts that run by the clock and, unless <c>Jobs:Enabled</c> is false, the scheduler that runs them, in the
    /// program's own store.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobSettings>().BindConfiguration(JobSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<DailyWork>();
        services.AddScoped<BackUpDatabase>();
        services.AddScoped<RestoreDatabase>();
        services.AddScoped<NightlyBackup>();
        services.AddScoped<ClearExpired>();
        services.AddScoped<FollowNightly>();
        services.AddScoped<DraftRecurring>();
        if (configuration.GetSection(JobSettings.Section).Get<JobSettings>() is not { Enabled: false })
        {
            var database = configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>() ?? new DatabaseSettings();
            AddScheduler(services, database);
        }

        return services;
    }

    private static void AddScheduler(IServiceCollection services, DatabaseSettings database)
    {
        services.AddQuartz(scheduler =>
        {
            scheduler.ConfigureScheduler(options => options.InstanceName = "Training");
            scheduler.UseDefaultThreadPool(4);
            scheduler.UsePersistentStore(store => UseOwnStore(store, database));
        });
        services.AddSingleton<JobSchedule>();

        // Stopped in the reverse order: the scheduler lets its jobs end, then what they wrote is sealed.
        services.AddHostedService<SealOnStop>();
        services.AddHostedService<ScheduleOnStart>();
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void UseOwnStore(IPersistentStoreBuilder store, DatabaseSettings database)
    {
        store.ProvisionSchema();
        store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
        if (database.IsPostgres)
        {
            store.UsePostgres(NpgsqlFactory.Instance, database.Postgres!);
            store.UseClustering();
        }
        else
        {
            store.UseSqlite(SqliteFactory.Instance, Storage.SqliteConnectionString(database.File));
            store.UseLockHandler(provider => new GateLock(provider.GetRequiredService<WriterGate>()));
        }
    }

    /// <summary>Makes the scheduler's tables and brings its schedule to the list before anything fires.</summary>
    private sealed class ScheduleOnStart(StartLock startLock, JobSchedule schedule) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var turn = await startLock.EnterAsync(cancellationToken);
            await schedule.ReconcileAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class SealOnStop(SealAudit seal, ILogger<SealOnStop> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            try
            {
                await seal.RunAsync(cancellationToken);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The rows are safe; the next start seals them.
                log.LogWarning(fault, "The last audit rows could not be sealed at stop.");
            }
        }
    }
}
