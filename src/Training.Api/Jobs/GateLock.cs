using System.Collections.Concurrent;
using Quartz.Impl.AdoJobStore;
using Training.Api.Data;

namespace Training.Api.Jobs;

/// <summary>Lets the scheduler's store take its turn at the writer gate like every other writer of the SQLite file: beside
/// busy writers and without it, the schedule fell seconds behind.</summary>
internal sealed class GateLock(WriterGate gate) : ILockHandler
{
    private readonly ConcurrentDictionary<Guid, Held> _held = new();

    /// <summary>The turn comes first and the connection after it.</summary>
    public bool RequiresConnection => false;

    public async ValueTask<bool> AcquireLock(
        Guid requestorId, ConnectionAndTransactionHolder? conn, SchedulerLock lockName, CancellationToken cancellationToken)
    {
        if (_held.TryGetValue(requestorId, out var held))
        {
            held.Depth++;
            return true;
        }

        IDisposable? turn;
        do
        {
            turn = await gate.EnterAsync(cancellationToken);
        }
        while (turn is null);

        _held[requestorId] = new Held(turn);
        return true;
    }

    public ValueTask ReleaseLock(Guid requestorId, SchedulerLock lockName, CancellationToken cancellationToken)
    {
        if (_held.TryGetValue(requestorId, out var held) && --held.Depth == 0)
        {
            _held.TryRemove(requestorId, out _);
            held.Turn.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>One operation of the store, which is on one thread at a time, and how often it took the turn.</summary>
    private sealed class Held(IDisposable turn)
    {
        public IDisposable Turn { get; } = turn;

        public int Depth { get; set; } = 1;
    }
}
