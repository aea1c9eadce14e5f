using Microsoft.Data.Sqlite;

namespace Training.Api.Data;

/// <summary>What can be found out about a SQLite file that is no one's database at the moment.</summary>
internal static class SqliteFile
{
    /// <summary>Null for a sound database, else the first fault that SQLite found.</summary>
    public static async Task<string?> FaultAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await OpenAsync(file, cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            command.CommandTimeout = 0;
            var answer = (string?)await command.ExecuteScalarAsync(cancellation);
            return answer == "ok" ? null : answer;
        }
        catch (SqliteException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>The migrations that the file has been through; empty for a database of something else.</summary>
    public static async Task<IReadOnlyList<string>> MigrationsAsync(string file, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(file, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (await command.ExecuteScalarAsync(cancellation) is 0L)
        {
            return [];
        }

        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var migrations = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            migrations.Add(reader.GetString(0));
        }

        return migrations;
    }

    /// <summary>Brings the write-ahead log into the file and does away with it, so that the file stands for itself.</summary>
    public static async Task FoldLogAsync(string file, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 5 }.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Waits until the disk has the file.</summary>
    public static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
