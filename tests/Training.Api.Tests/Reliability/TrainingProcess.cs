using System.Diagnostics;
using Training.Api.Tests.Notices;

namespace Training.Api.Tests.Reliability;

/// <summary>The program as it is run: a process of its own, with its jobs, over the database of the settings.</summary>
internal sealed class TrainingProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _faults;

    private TrainingProcess(Dictionary<string, string?> settings, IEnumerable<string> arguments, Uri address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Training.Api.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";

        // As the passwords of the test accounts are kept, so that the writes are not mostly hashing.
        start.Environment["SignIn__HasherIterations"] = "1000";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _faults = _process.StandardError.ReadToEndAsync();
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Client { get; }

    public static TrainingProcess Start(Dictionary<string, string?> settings)
    {
        var address = new Uri($"http://127.0.0.1:{MailServer.FreePort()}");
        return new TrainingProcess(settings, [$"--urls={address}"], address);
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(Dictionary<string, string?> settings, params string[] arguments)
    {
        await using var run = new TrainingProcess(settings, arguments, new Uri("http://127.0.0.1"));
        await run._process.WaitForExitAsync();
        return (run._process.ExitCode, await run._output + await run._faults);
    }

    public async Task UntilReadyAsync()
    {
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < LongestStart && !_process.HasExited)
        {
            try
            {
                if ((await Client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or too busy starting to answer in time.
                await Task.Delay(100);
            }
        }

        await KillAsync();
        throw new InvalidOperationException("The program did not start: " + await _output + await _faults);
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager stops it; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Client.Dispose();
        _process.Dispose();
    }
}
