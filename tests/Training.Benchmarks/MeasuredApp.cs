using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.Api.Acts;
using Training.Api.Auth;
using Training.Api.Commands;
using Training.Api.Data;
using Training.Api.Features.Auth;

namespace Training.Benchmarks;

/// <summary>The whole program behind a real Kestrel on loopback, over one database, with the floors as further routes of its own.
/// Without its timed jobs and without log output, which would be measured by chance.</summary>
internal sealed class MeasuredApp : WebApplicationFactory<Program>
{
    private const string Password = "correct horse battery";
    private readonly (string Key, string Value) _database;
    private readonly Action<IEndpointRouteBuilder> _floors;

    public MeasuredApp(Store store, string database, Action<IEndpointRouteBuilder>? floors = null)
    {
        _database = store.Setting(database);
        _floors = floors ?? (_ => { });
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Makes an account that holds the role, for <see cref="SignInAsync"/>.</summary>
    public async Task AddAccountAsync(string userName, long? employeeId, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<Passwords>().Hash(Password);
        await scope.ServiceProvider.GetRequiredService<OpenAccount>()
            .RunAsync(new(userName, employeeId, [role], hash, InitialUntil: null), CancellationToken.None);
    }

    /// <summary>A client of its own connection, signed in over HTTP.</summary>
    public async Task<HttpClient> SignInAsync(string userName)
    {
        var client = CreateClient();
        client.Timeout = TimeSpan.FromMinutes(10);
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/sign-in", new SignInRequest(userName, Password));
        answer.EnsureSuccessStatusCode();
        var tokens = (await answer.Content.ReadFromJsonAsync<TokensResponse>())!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        return client;
    }

    /// <summary>Sends content and answers what the program says of it.</summary>
    public static async Task<JsonElement> PostAsync(HttpClient client, string path, object? content = null)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1" + path, content);
        var said = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(said)
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {said}");
    }

    public async Task CommandAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        if (await CommandLine.TryRunAsync(Services, arguments, output, CancellationToken.None) != CommandLine.Done)
        {
            throw new InvalidOperationException(output.ToString());
        }
    }

    public async Task<T> WithDatabaseAsync<T>(Func<TrainingDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TrainingDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseContentRoot(AppContext.BaseDirectory)
        .UseEnvironment("Benchmark")
        .UseSetting(_database.Key, _database.Value)
        .UseSetting("Jobs:Enabled", "false")
        .UseSetting("SignIn:AccessMinutes", "60")
        .ConfigureLogging(x => x.ClearProviders())
        .ConfigureServices(x => x.AddSingleton<IStartupFilter>(new FurtherRoutes(_floors)));

    /// <summary>Adds routes to those of the program, so that they go through all that its own go through.</summary>
    private sealed class FurtherRoutes(Action<IEndpointRouteBuilder> map) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            map((IEndpointRouteBuilder)app.Properties["__EndpointRouteBuilder"]!);
        };
    }
}
