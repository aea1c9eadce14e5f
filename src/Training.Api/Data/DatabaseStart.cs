using Microsoft.EntityFrameworkCore;

namespace Training.Api.Data;

/// <summary>Brings the database to this program's shape. Call it under the start lock.</summary>
internal sealed class DatabaseStart(TrainingDb db, ILogger<DatabaseStart> log)
{
    /// <summary>Older SQLite libraries can corrupt the file when the write-ahead log is reset.</summary>
    private static readonly Version OldestSqlite = new(3, 51, 3);

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        if (db.Database.IsSqlite())
        {
            await PrepareSqliteAsync(cancellation);
        }
        else
        {
            await WarnOfUnsafePostgresAsync(cancellation);
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet();
        RefuseNewer(applied);
        if (db.Database.GetMigrations().Any(x => !applied.Contains(x)))
        {
            await db.Database.MigrateAsync(cancellation);
        }

        await db.Database.ExecuteSqlRawAsync(AfterMigration.Script(db.Database.IsNpgsql()), cancellation);
    }

    /// <summary>Makes the folder, and clears the migration lock that a killed process left: with the start lock held,
    /// nobody else can own it, and EF would wait for it for ever.</summary>
    private async Task PrepareSqliteAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(db.Database.GetDbConnection().DataSource)!);
        var version = await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").SingleAsync(cancellation);
        if (Version.Parse(version) < OldestSqlite)
        {
            throw new InvalidOperationException($"The SQLite library is {version}; at least {OldestSqlite} is needed. Use the one that comes with the program.");
        }

        var tables = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (tables > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation);
        }
    }

    private async Task WarnOfUnsafePostgresAsync(CancellationToken cancellation)
    {
        foreach (var setting in new[] { "fsync", "synchronous_commit" })
        {
            var value = await db.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").SingleAsync(cancellation);
            if (value == "off")
            {
                log.LogWarning("PostgreSQL runs with {Setting} off: an acknowledged write can be lost in a power failure.", setting);
            }
        }
    }

    private void RefuseNewer(IReadOnlySet<string> applied)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        if (applied.FirstOrDefault(x => !known.Contains(x)) is { } newer)
        {
            throw new InvalidOperationException(
                $"The database was made by a newer version of the program (migration {newer}). Start that version, or restore a backup.");
        }
    }
}
