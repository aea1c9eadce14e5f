namespace Training.Api.Spreadsheets;

/// <summary>Lets a few callers work on workbooks at a time, since each takes much memory; who waits longer than
/// <paramref name="patience"/> is told to come back.</summary>
internal sealed class WorkbookGate(int atATime, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _places = new(atATime, atATime);

    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        if (!await _places.WaitAsync(patience, cancellation))
        {
            throw WorkbookRefusals.Busy.With(("limit", atATime));
        }

        try
        {
            return work();
        }
        finally
        {
            _places.Release();
        }
    }

    public T Run<T>(Func<T> work)
    {
        if (!_places.Wait(patience))
        {
            throw WorkbookRefusals.Busy.With(("limit", atATime));
        }

        try
        {
            return work();
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
