using Microsoft.EntityFrameworkCore;
using Training.Api.Errors;

namespace Training.Api.Data;

// RS0030: this is the one place that saves and begins transactions.
#pragma warning disable RS0030

internal abstract partial class TrainingDb
{
    private const int MostAttempts = 3;
    private const int MostTrackedAuditRows = 500;
    private bool _flushing;

    /// <summary>The only way to write: one turn at the gate, one transaction, the body, save with versions and audit, commit.
    /// The body reads what it changes inside and touches nothing outside the database, because it runs again when the store
    /// reports a busy lock, a deadlock, a serialisation failure, or that somebody else took a unique key or changed a row
    /// meanwhile (a version that was asked for is then found stale by the body itself); three times at most, then
    /// <c>server.busy</c>. A call inside a call joins it.</summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> body, CancellationToken cancellation = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            var joined = await body();
            await FlushAsync(cancellation);
            return joined;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(body, cancellation);
            }
            catch (Exception fault) when (StoreFaults.MayPassNextTime(fault) && attempt < MostAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt * attempt), cancellation);
            }
            catch (Exception fault) when (StoreFaults.Refusal(fault) is { } refusal)
            {
                throw refusal;
            }
            finally
            {
                // What a failed attempt tracked must not be saved by the next, and a finished one is over.
                ChangeTracker.Clear();
            }
        }
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, without an answer.</summary>
    public Task WriteAsync(Func<Task> body, CancellationToken cancellation = default) =>
        WriteAsync(
            async () =>
            {
                await body();
                return true;
            },
            cancellation);

    /// <summary>Saves what the body has changed so far, inside the write that is running: for acts that need the ids.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Nothing is saved outside WriteAsync.");
        }

        ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges())
        {
            return;
        }

        StoredValues.Check(this);
        Versions.Raise(this);
        var trail = AuditTrail.Collect(this);
        await SaveTrackedAsync(cancellation);
        await WriteTrailAsync(trail, cancellation);
    }

    /// <summary>Until the running write ends, nobody else holds the lock of this name: for rules over a whole set of rows
    /// (no loop in the lines) that row versions cannot guard. On SQLite the write itself is the only one.</summary>
    public async Task LockAsync(string name, CancellationToken cancellation)
    {
        if (Database.IsNpgsql())
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellation);
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        _flushing ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : SaveForStoresAsync(cancellationToken);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Write through WriteAsync.");

    private async Task<T> WriteOnceAsync<T>(Func<Task<T>> body, CancellationToken cancellation)
    {
        using var turn = HasGate
            ? await Parts.Gate.EnterAsync(cancellation) ?? throw CommonRefusals.Busy.With(("retryAfter", 1))
            : null;
        ChangeTracker.Clear();
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        var answer = await body();
        await FlushAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return answer;
    }

    private async Task WriteTrailAsync(List<AuditTrail.Change> trail, CancellationToken cancellation)
    {
        var entries = AuditTrail.Entries(trail, Parts.Clock.Now, Parts.Actor).ToList();
        if (entries.Count > MostTrackedAuditRows)
        {
            await Bulk.InsertAsync(this, entries, cancellation);
        }
        else if (entries.Count > 0)
        {
            AuditEntries.AddRange(entries);
            await SaveTrackedAsync(cancellation);
        }
    }

    /// <summary>Identity's stores save by themselves; inside a write that is one more flush.</summary>
    private async Task<int> SaveForStoresAsync(CancellationToken cancellation)
    {
        await FlushAsync(cancellation);
        return 0;
    }

    private async Task SaveTrackedAsync(CancellationToken cancellation)
    {
        _flushing = true;
        try
        {
            await base.SaveChangesAsync(true, cancellation);
        }
        finally
        {
            _flushing = false;
        }
    }
}
