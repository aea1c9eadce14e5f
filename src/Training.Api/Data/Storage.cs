using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Training.Api.Http;
using Training.Api.Settings;

namespace Training.Api.Data;

/// <summary>Registers the store that the settings name.</summary>
internal static class Storage
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseSettings>().BindConfiguration(DatabaseSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OrganisationSettings>().BindConfiguration(OrganisationSettings.Section).ValidateDataAnnotations()
            .Validate(x => TimeZoneInfo.TryFindSystemTimeZoneById(x.TimeZone, out _), "Organisation:TimeZone must be the IANA name of a time zone, such as Asia/Shanghai.")
            .Validate(x => x.WorkFrom < x.WorkTo, "Organisation:WorkFrom must be a time of day before Organisation:WorkTo, such as 08:30 and 17:30.")
            .ValidateOnStart();
        services.AddSingleton<WriterGate>();
        services.AddSingleton<OrganisationClock>();
        services.AddSingleton<SqlitePragmas>();
        services.AddSingleton<StartLock>();
        services.AddSingleton<RunningLock>();
        services.AddHostedService(x => x.GetRequiredService<RunningLock>());
        services.AddScoped<Actor>();
        services.AddSingleton<QueryCount>();
        services.AddScoped<TrainingDbParts>();
        services.AddScoped<DatabaseStart>();
        services.AddScoped<Seeding.ReferenceSeed>();
        var settings = configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>() ?? new DatabaseSettings();
        if (settings.IsPostgres)
        {
            services.AddDbContext<TrainingDb, PostgresTrainingDb>((provider, options) => options
                .UseNpgsql(PostgresConnection(settings.Postgres!))
                .AddInterceptors(provider.GetRequiredService<QueryCount>()));
        }
        else
        {
            services.AddDbContext<TrainingDb, SqliteTrainingDb>((provider, options) => options
                .UseSqlite(SqliteConnectionString(settings.File))
                .AddInterceptors(provider.GetRequiredService<SqlitePragmas>(), provider.GetRequiredService<QueryCount>()));
        }

        return services;
    }

    public static string SqliteConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), ForeignKeys = true, DefaultTimeout = 10 }.ToString();

    /// <summary>Nobody waits longer for a row lock than the caller of an act would: 10 s, then the act is run again or refused.
    /// The options of the connection string hold beside it.</summary>
    internal static string PostgresConnection(string connection)
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(connection);
        settings.Options = string.Join(' ', new[] { settings.Options, "-c lock_timeout=10s" }.Where(x => !string.IsNullOrWhiteSpace(x)));
        return settings.ToString();
    }
}

/// <summary>Sets what SQLite keeps per connection, once per native handle: the pool hands the same handle out again.
/// FULL makes an acknowledged commit durable; the file keeps scores and pay.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, object> _known = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Set(SqliteConnection connection)
    {
        if (connection.Handle is not { } handle || !_known.TryAdd(handle, handle))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
        command.ExecuteNonQuery();
    }
}

/// <summary>Counts the statements of the running request, for its log line and for the test that the number does not grow with
/// the rows.</summary>
internal sealed class QueryCount : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        RequestTally.Current?.CountQuery();
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        RequestTally.Current?.CountQuery();
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        RequestTally.Current?.CountQuery();
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        RequestTally.Current?.CountQuery();
        return new(result);
    }
}
