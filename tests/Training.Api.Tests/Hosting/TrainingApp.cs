using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Training.Api.Data;

namespace Training.Api.Tests.Hosting;

/// <summary>The whole program over a database of its own, on a clock the test moves. Use it as a class fixture.</summary>
public sealed class TrainingApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Monday, 2 March 2026, 09:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private Dictionary<string, string?>? _settings;

    public TrainingApp()
    {
    }

    internal TrainingApp(Dictionary<string, string?> settings) => _settings = settings;

    public FakeTimeProvider Clock { get; } = new(Morning);

    public async ValueTask InitializeAsync()
    {
        _settings ??= await TestDatabase.CopyAsync();
        RefusalBook.Read(Services);
    }

    /// <summary>Looks into the database behind the program's back.</summary>
    internal async Task<T> ReadAsync<T>(Func<TrainingDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TrainingDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Jobs:Enabled", "false");
        builder.ConfigureAppConfiguration(x => x.AddInMemoryCollection(_settings));
        builder.UseSetting("SignIn:HasherIterations", "1000");
        builder.UseSetting("SignIn:AttemptsPerMinute", "1000000");
        foreach (var (key, value) in _settings ?? [])
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.AddProvider(new LogWatch()));
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter, QueryHeader>());
    }
}
