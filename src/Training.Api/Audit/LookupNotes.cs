using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;

namespace Training.Api.Audit;

/// <summary>Keeps who read whose pay or scores. A request only leaves word here; the rows are written in batches by
/// <see cref="WriteLookups"/>, so that reading never waits for a write.</summary>
internal sealed class LookupNotes(OrganisationClock clock)
{
    private readonly ConcurrentQueue<Read> _waiting = new();

    /// <summary>The account was shown these base wages just now.</summary>
    public void NoteBaseWages(long accountId, IEnumerable<long> wageIds) => Note(accountId, LookupKind.BaseWage, wageIds);

    /// <summary>As <see cref="NoteBaseWages(long, IEnumerable{long})"/>, with the ids as the audit has them.</summary>
    public void NoteBaseWages(long accountId, IEnumerable<string> wageIds) =>
        NoteBaseWages(accountId, wageIds.Select(x => long.Parse(x, CultureInfo.InvariantCulture)));

    /// <summary>The account was shown scores of these people just now.</summary>
    public void NoteScores(long accountId, IEnumerable<long> employeeIds) => Note(accountId, LookupKind.Score, employeeIds);

    private void Note(long accountId, LookupKind kind, IEnumerable<long> ids)
    {
        if (ids.ToList() is { Count: > 0 } read)
        {
            _waiting.Enqueue(new(accountId, kind, read, clock.Now));
        }
    }

    internal IReadOnlyList<Read> TakeAll()
    {
        var taken = new List<Read>();
        while (_waiting.TryDequeue(out var read))
        {
            taken.Add(read);
        }

        return taken;
    }

    internal void PutBack(IEnumerable<Read> reads)
    {
        foreach (var read in reads)
        {
            _waiting.Enqueue(read);
        }
    }

    /// <summary>The ids are those of base wages, or of the people whose scores were read.</summary>
    internal sealed record Read(long AccountId, LookupKind Kind, IReadOnlyList<long> Ids, DateTimeOffset At);
}

/// <summary>Writes what was left with <see cref="LookupNotes"/>, every second and at stop: one row for each person that an account
/// read about at one time, none for one's own.</summary>
internal sealed class WriteLookups(LookupNotes lookups, IServiceScopeFactory scopes, ILogger<WriteLookups> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>When it returns, what was noted before is written, by this call or by one that was under way.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await WriteAllAsync(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task WriteAllAsync(CancellationToken cancellation)
    {
        var reads = lookups.TakeAll();
        if (reads.Count == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
            await db.WriteAsync(() => WriteAsync(db, reads, cancellation), cancellation);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            lookups.PutBack(reads);
            log.LogWarning("Who looked at pay or scores could not be written yet: {Fault}", fault.GetBaseException().GetType().FullName);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RunAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RunAsync(stoppingToken);
        }
    }

    private static async Task WriteAsync(TrainingDb db, IReadOnlyList<LookupNotes.Read> reads, CancellationToken cancellation)
    {
        var wageIds = reads.Where(x => x.Kind == LookupKind.BaseWage).SelectMany(x => x.Ids).Distinct().ToList();
        var accountIds = reads.Select(x => x.AccountId).Distinct().ToList();
        var people = await db.BaseWages.Where(x => wageIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.EmployeeId, cancellation);
        var readers = await db.Users.Where(x => accountIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.EmployeeId, cancellation);
        db.Lookups.AddRange(reads
            .SelectMany(read => read.Ids.Select(x => (read.AccountId, read.Kind, EmployeeId: Whose(read.Kind, x), read.At)))
            .Where(x => x.EmployeeId != 0)
            .Where(x => readers.TryGetValue(x.AccountId, out var own) && own != x.EmployeeId)
            .Distinct()
            .Select(x => new Lookup { AccountId = x.AccountId, EmployeeId = x.EmployeeId, Kind = x.Kind, At = x.At }));

        long Whose(LookupKind kind, long id) => kind == LookupKind.BaseWage ? people.GetValueOrDefault(id) : id;
    }
}
