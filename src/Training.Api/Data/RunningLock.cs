using Microsoft.Extensions.Options;
using Training.Api.Settings;

namespace Training.Api.Data;

/// <summary>Tells other processes that this one works on the SQLite file: a shared lock on a file beside it, held from start
/// to stop and given back by the system when the process dies. PostgreSQL needs none.</summary>
internal sealed class RunningLock(IOptions<DatabaseSettings> settings) : IHostedService, IDisposable
{
    private FileStream? _held;

    private string Path => System.IO.Path.GetFullPath(settings.Value.File) + ".running";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Value.IsPostgres)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            _held = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The file for this process alone, or null while another process runs on it.</summary>
    public IDisposable? TryAlone()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            return new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _held?.Dispose();
        _held = null;
    }
}
