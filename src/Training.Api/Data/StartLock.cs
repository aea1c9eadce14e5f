using Microsoft.Extensions.Options;
using Npgsql;
using Training.Api.Settings;

namespace Training.Api.Data;

/// <summary>Held while a process migrates, seeds and reconciles its schedule, so that two starting at once take turns:
/// an exclusive lock on a file beside the SQLite file, an advisory lock on PostgreSQL.</summary>
internal sealed class StartLock(IOptions<DatabaseSettings> settings)
{
    private const long AdvisoryKey = 0x5472_6169_6e69_6e67;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public async Task<IAsyncDisposable> EnterAsync(CancellationToken cancellation) => settings.Value.IsPostgres
        ? await EnterPostgresAsync(settings.Value.Postgres!, cancellation)
        : await EnterFileAsync(Path.GetFullPath(settings.Value.File) + ".start", cancellation);

    private static async Task<IAsyncDisposable> EnterPostgresAsync(string connectionString, CancellationToken cancellation)
    {
        // A connection of its own, outside the pool: closing it gives the lock back whatever happens.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection)
        {
            CommandTimeout = (int)LongestWait.TotalSeconds,
            Parameters = { new NpgsqlParameter { Value = AdvisoryKey } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    private static async Task<IAsyncDisposable> EnterFileAsync(string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LongestWait)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            }
        }
    }
}
