using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Data;
using Training.Api.Settings;

namespace Training.Api.Acts;

/// <summary>Puts a backup in the place of the SQLite file. Refused while another process runs on the file, for a file that
/// is not sound and for one of a newer program. The file that was there is kept beside it under another name.</summary>
internal sealed class RestoreDatabase(
    TrainingDb db, IOptions<DatabaseSettings> settings, StartLock startLock, RunningLock running, OrganisationClock clock)
{
    /// <summary>Says why nothing was done, or null and the name of the file that was replaced, if there was one.</summary>
    public async Task<(string? Refused, string? Replaced)> RunAsync(string file, CancellationToken cancellation)
    {
        if (settings.Value.IsPostgres)
        {
            return ("PostgreSQL is restored with its own tools (pg_restore, base backups).", null);
        }

        var source = Path.GetFullPath(file);
        if (await FaultAsync(source, cancellation) is { } fault)
        {
            return (fault, null);
        }

        await using var turn = await startLock.EnterAsync(cancellation);
        using var alone = running.TryAlone();
        return alone is null
            ? ("Another process is running on the database. Stop it first.", null)
            : (null, await ReplaceAsync(source, Path.GetFullPath(settings.Value.File), cancellation));
    }

    private async Task<string?> FaultAsync(string source, CancellationToken cancellation)
    {
        if (!File.Exists(source))
        {
            return $"There is no file {source}.";
        }

        if (await SqliteFile.FaultAsync(source, cancellation) is { } fault)
        {
            return $"The file is no sound database: {fault}";
        }

        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await SqliteFile.MigrationsAsync(source, cancellation);
        return applied.Count == 0
            ? "The file is a database, but not one of this program."
            : applied.FirstOrDefault(x => !known.Contains(x)) is { } newer
                ? $"The file was made by a newer version of the program (migration {newer})."
                : null;
    }

    private async Task<string?> ReplaceAsync(string source, string target, CancellationToken cancellation)
    {
        SqliteConnection.ClearAllPools();
        var incoming = target + ".restoring";
        File.Copy(source, incoming, overwrite: true);
        SqliteFile.Flush(incoming);
        if (!File.Exists(target))
        {
            File.Move(incoming, target);
            return null;
        }

        // Without its log the old file stands for itself, and no stale log meets the new one.
        if (await SqliteFile.FaultAsync(target, cancellation) is null)
        {
            await SqliteFile.FoldLogAsync(target, cancellation);
        }

        var replaced = $"{target}.replaced-{clock.Now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}";
        foreach (var log in new[] { "-wal", "-shm" })
        {
            if (File.Exists(target + log))
            {
                File.Move(target + log, replaced + log, overwrite: true);
            }
        }

        // At every moment one of the two has the name: the old one first gets a second name, then the new one takes the first.
        File.Replace(incoming, target, replaced);
        return replaced;
    }
}
