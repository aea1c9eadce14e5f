using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;

namespace Training.Api.Audit;

/// <summary>Links the audit rows that have no seal yet into the hash chain, after their commit and never inside an act: a
/// chain inside the transactions would make every writer wait for every other. Run every few seconds, on stop and by command.</summary>
internal sealed class SealAudit(IServiceScopeFactory scopes, OrganisationClock clock, ILogger<SealAudit> log)
{
    private const int BatchSize = 1000;
    private const long ChainLock = 0x5365_616c_4175_6469;

    /// <summary>No act runs longer than this, so that a row that appears late is still looked at.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(1);

    private volatile bool _lookedAtAll;

    /// <summary>Seals all there is and says how many rows that were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = nameof(SealAudit);
        var since = _lookedAtAll ? clock.Now - LookBack : DateTimeOffset.MinValue;
        var (done, last) = (0, 0L);
        while (await Unsealed(db, since, last).AnyAsync(cancellation))
        {
            // A second node holds the chain until its batch is committed; the rows are read after it.
            var batch = await db.WriteAsync(() => SealBatchAsync(db, since, last, cancellation), cancellation);
            done += batch.Count;
            last = batch.Last;
        }

        _lookedAtAll = true;
        if (done > 0)
        {
            log.LogDebug("Sealed {Count} audit rows.", done);
        }

        return done;
    }

    /// <summary>The audit rows without a seal.</summary>
    public static IQueryable<AuditEntry> Unsealed(TrainingDb db) =>
        db.AuditEntries.AsNoTracking().Where(entry => !db.AuditSeals.Any(seal => seal.EntryId == entry.Id));

    private static IQueryable<AuditEntry> Unsealed(TrainingDb db, DateTimeOffset since, long after)
    {
        var rows = Unsealed(db).Where(x => x.Id > after);
        return since == DateTimeOffset.MinValue ? rows : rows.Where(x => x.At >= since);
    }

    private async Task<(int Count, long Last)> SealBatchAsync(
        TrainingDb db, DateTimeOffset since, long after, CancellationToken cancellation)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})", cancellation);
        }

        var rows = await Unsealed(db, since, after).OrderBy(x => x.Id).Take(BatchSize).ToListAsync(cancellation);
        var head = await db.AuditSeals.AsNoTracking().OrderByDescending(x => x.Place).FirstOrDefaultAsync(cancellation);
        var (place, hash, now) = (head?.Place ?? 0, head?.Hash ?? SealedForm.Start, clock.Now);
        var seals = new List<AuditSeal>(rows.Count);
        foreach (var row in rows)
        {
            hash = SealedForm.Hash(hash, row);
            seals.Add(new AuditSeal { Place = ++place, EntryId = row.Id, Hash = hash, SealedAt = now });
        }

        await Bulk.InsertAsync(db, seals, cancellation);
        return (rows.Count, rows.Count > 0 ? rows[^1].Id : after);
    }
}
