using Microsoft.Data.Sqlite;
using Npgsql;

namespace Training.Api.Tests.Hosting;

/// <summary>The databases of a test run. The suite migrates and seeds once; every application gets a copy: a file copy on
/// SQLite, <c>CREATE DATABASE … TEMPLATE</c> on PostgreSQL (when TRAINING_TEST_POSTGRES holds a connection string).</summary>
internal static class TestDatabase
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("training-tests-").FullName;
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static int _copies;

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Clean();

    public static string? Postgres => Environment.GetEnvironmentVariable("TRAINING_TEST_POSTGRES");

    public static bool IsPostgres => !string.IsNullOrWhiteSpace(Postgres);

    /// <summary>A migrated, seeded database with the people of <see cref="World"/>; its settings.</summary>
    public static async Task<Dictionary<string, string?>> CopyAsync()
    {
        var template = await Template.Value;
        var name = NewName();
        if (IsPostgres)
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
            return Settings(name);
        }

        File.Copy(template, PathOf(name));
        return Settings(name);
    }

    /// <summary>An empty place for a database that does not exist yet; its settings.</summary>
    public static async Task<Dictionary<string, string?>> EmptyAsync()
    {
        var name = NewName();
        if (IsPostgres)
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\"");
        }

        return Settings(name);
    }

    private static string NewName() => $"training_{Environment.ProcessId}_{Interlocked.Increment(ref _copies)}";

    private static string PathOf(string name) => Path.Combine(Folder, name + ".db");

    // Every database has a pool of its own, which outlives the application that used it: the connections of finished ones
    // would otherwise stay for minutes and use up those of the server.
    private static Dictionary<string, string?> Settings(string name) => IsPostgres
        ? new()
        {
            ["Database:Postgres"] = new NpgsqlConnectionStringBuilder(Postgres)
            {
                Database = name, MaxPoolSize = 20, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 1,
            }.ToString(),
        }
        : new() { ["Database:File"] = PathOf(name) };

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"training_{Environment.ProcessId}_template";
        if (IsPostgres)
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\"");
        }

        await using (var app = new TrainingApp(Settings(name)))
        {
            await World.CreateAsync(app);
        }

        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        return IsPostgres ? name : PathOf(name);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres) { Pooling = false }.ToString());
        await connection.OpenAsync();
#pragma warning disable CA2100 // names are made above
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
