using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Training.Benchmarks;

/// <summary>Where the databases of a run are; all of them are gone at its end.</summary>
internal sealed class Places : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("training-benchmarks-");
    private readonly List<Store> _stores;

    public Places()
    {
        _stores = [new SqliteStore(_folder.FullName)];
        if (Environment.GetEnvironmentVariable("TRAINING_BENCHMARK_POSTGRES") is { Length: > 0 } postgres)
        {
            _stores.Add(new PostgresStore(postgres));
        }
    }

    public IReadOnlyList<Store> Stores => _stores;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DropAllAsync();
        }

        _folder.Delete(recursive: true);
    }
}

/// <summary>One kind of store: makes databases, copies and drops them. A database is known by its name.</summary>
internal abstract class Store
{
    private static int _made;

    public abstract string Name { get; }

    /// <summary>The setting that has the program use the database.</summary>
    public abstract (string Key, string Value) Setting(string database);

    /// <summary>The driver's connection to it, pooled.</summary>
    public abstract System.Data.Common.DbConnection Connect(string database);

    /// <summary>The function that gives the greatest of several values, none of them NULL.</summary>
    public abstract string Greatest { get; }

    /// <summary>So many days after a day, both written in SQL.</summary>
    public abstract string AddDays(string day, int days);

    /// <summary>The instant as a parameter of hand-written SQL.</summary>
    public virtual object Instant(DateTimeOffset instant) => instant;

    /// <summary>What the program sets on each connection; nothing where it sets nothing.</summary>
    public virtual string? OnOpen => null;

    /// <summary>An empty database; or a copy of one that nobody uses.</summary>
    public abstract Task<string> MakeAsync(string? from = null);

    public abstract Task DropAllAsync();

    /// <summary>As autovacuum would have done within a minute; both sides profit.</summary>
    public virtual Task AnalyzeAsync(string database) => Task.CompletedTask;

    protected static string NewName() =>
        string.Create(CultureInfo.InvariantCulture, $"training_benchmark_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
}

internal sealed class SqliteStore(string folder) : Store
{
    public override string Name => "SQLite";

    public override string Greatest => "max";

    public override object Instant(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public override string OnOpen => "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    public override string AddDays(string day, int days) => string.Create(CultureInfo.InvariantCulture, $"date({day}, '{days} days')");

    public override (string Key, string Value) Setting(string database) => ("Database:File", PathOf(database));

    public override System.Data.Common.DbConnection Connect(string database) => new SqliteConnection($"Data Source={PathOf(database)}");

    public override Task<string> MakeAsync(string? from = null)
    {
        var name = NewName();
        if (from is not null)
        {
            // With nobody connected any more the log is in the file.
            SqliteConnection.ClearAllPools();
            File.Copy(PathOf(from), PathOf(name));
        }

        return Task.FromResult(name);
    }

    public override Task DropAllAsync()
    {
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }

    private string PathOf(string database) => Path.Combine(folder, database + ".db");
}

internal sealed class PostgresStore(string server) : Store
{
    private readonly List<string> _made = [];

    public override string Name => "PostgreSQL";

    public override string Greatest => "greatest";

    public override string AddDays(string day, int days) => string.Create(CultureInfo.InvariantCulture, $"({day} + {days})");

    public override (string Key, string Value) Setting(string database) => ("Database:Postgres", ConnectionString(database));

    public override System.Data.Common.DbConnection Connect(string database) => new NpgsqlConnection(ConnectionString(database));

    public override async Task<string> MakeAsync(string? from = null)
    {
        var name = NewName();
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(from is null ? $"CREATE DATABASE \"{name}\"" : $"CREATE DATABASE \"{name}\" TEMPLATE \"{from}\"");
        _made.Add(name);
        return name;
    }

    public override async Task DropAllAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in _made)
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
        }
    }

    public override async Task AnalyzeAsync(string database)
    {
        await using var connection = Connect(database);
        await connection.OpenAsync();
        await using var command = Driver.Command(connection, "ANALYZE");
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString();

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ToString());
        await connection.OpenAsync();
#pragma warning disable CA2100 // names are made above
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
