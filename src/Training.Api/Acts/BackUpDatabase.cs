using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Training.Api.Data;
using Training.Api.Settings;

namespace Training.Api.Acts;

/// <summary>Writes a copy of the SQLite file as it is at one moment, while others go on writing, and looks whether the copy
/// is sound before it gets its name. PostgreSQL is backed up with its own tools.</summary>
internal sealed class BackUpDatabase(IOptions<DatabaseSettings> settings)
{
    /// <summary>False where the store is not ours to back up.</summary>
    public bool IsPossible => !settings.Value.IsPostgres;

    /// <summary>Writes the copy; a file of that name is replaced only by a sound one.</summary>
    public async Task RunAsync(string file, CancellationToken cancellation)
    {
        if (!IsPossible)
        {
            throw new InvalidOperationException("PostgreSQL is backed up with its own tools (pg_dump, base backups).");
        }

        var target = Path.GetFullPath(file);
        var partial = target + ".partial";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Delete(partial);
        await using (var source = new SqliteConnection(Unpooled(settings.Value.File)))
        {
            await source.OpenAsync(cancellation);
            await using var copy = source.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.CommandTimeout = 0;
            copy.Parameters.AddWithValue("$file", partial);
            await copy.ExecuteNonQueryAsync(cancellation);
        }

        if (await SqliteFile.FaultAsync(partial, cancellation) is { } fault)
        {
            throw new InvalidOperationException($"The copy {partial} is not sound: {fault}");
        }

        SqliteFile.Flush(partial);
        File.Move(partial, target, overwrite: true);
    }

    private static string Unpooled(string file) =>
        new SqliteConnectionStringBuilder(Storage.SqliteConnectionString(file)) { Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString();
}
