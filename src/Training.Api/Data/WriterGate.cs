namespace Training.Api.Data;

/// <summary>Lets one writer of this process into the SQLite file at a time. SQLite has one writer anyway; queueing here
/// keeps the waits short and even, and spares the busy loop. PostgreSQL needs no gate.</summary>
internal sealed class WriterGate : IDisposable
{
    /// <summary>Longer than this nobody waits for a turn; the caller is told to come again.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn; dispose the answer to pass it on. Null when the wait took too long.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellation) =>
        await _turn.WaitAsync(LongestWait, cancellation) ? new Turn(_turn) : null;

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _held = turn;

        public void Dispose() => Interlocked.Exchange(ref _held, null)?.Release();
    }
}
