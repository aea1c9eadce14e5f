using System.Globalization;
using Microsoft.Extensions.Options;
using Training.Api.Settings;

namespace Training.Api.Acts;

/// <summary>The copy of every night, at half past two: <c>training-YYYYMMDD.db</c>, of which a number is kept.</summary>
internal sealed class NightlyBackup(
    DailyWork daily, BackUpDatabase backUp, IOptions<JobSettings> jobs, IOptions<DatabaseSettings> database, ILogger<NightlyBackup> log)
{
    private static readonly TimeOnly At = new(2, 30);

    public Task RunAsync(CancellationToken cancellation) =>
        daily.RunAsync(nameof(NightlyBackup), At, day => CopyAsync(day, cancellation), cancellation);

    private string Folder => Path.GetFullPath(
        jobs.Value.BackupFolder ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database.Value.File))!, "backups"));

    private async Task CopyAsync(DateOnly day, CancellationToken cancellation)
    {
        if (!backUp.IsPossible)
        {
            log.LogInformation("The records are on PostgreSQL: this program makes no backup of them; the database's own backups hold.");
            return;
        }

        var file = Path.Combine(Folder, $"training-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.db");
        await backUp.RunAsync(file, cancellation);
        log.LogInformation("The nightly backup was written ({Bytes} bytes).", new FileInfo(file).Length);
        foreach (var old in Directory.GetFiles(Folder, "training-????????.db").Order(StringComparer.Ordinal).SkipLast(jobs.Value.BackupsKept))
        {
            File.Delete(old);
        }
    }
}
