using System.Data.Common;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.OpenApi;
using Training.Api.Settings;

namespace Training.Api.Tests.Http;

/// <summary>A small program of a few routes under the rules that every request of the real one obeys.</summary>
public sealed class ProbeHost : IAsyncLifetime
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private WebApplication _app = null!;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    internal List<RefusalSeen> Seen { get; } = [];

    internal LogLines Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddHttpRules();
        builder.Services.AddValidation();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<OrganisationSettings>();
        builder.Services.AddOpenApiDocument();
        await _connection.OpenAsync();
        builder.Services.AddDbContext<ProbeDb>(options => options.UseSqlite(_connection).AddInterceptors(new QueryTally()));

        _app = builder.Build();
        _app.UseHttpRules(access => access.UseOpenApiDocument());
        _app.MapProbes();
        _app.Services.GetRequiredService<RefusalLog>().Seen += Seen.Add;
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();
            await db.Database.EnsureCreatedAsync();
            await ProbeDb.FillAsync(_connection);
        }

        await _app.StartAsync();
        Client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _connection.DisposeAsync();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? language = "en")
    {
        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? language = "en") =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), language);

    public Task<HttpResponseMessage> PostJsonAsync(string path, string json, string? language = "en") =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") }, language);

    /// <summary>Reads the answer as a problem and checks what every problem has.</summary>
    internal static async Task<Problem> ProblemAsync(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<Problem>(text, JsonSerializerOptions.Web)!;
        Assert.Equal(code, problem.Code);
        Assert.Equal(status, problem.Status);
        Assert.Equal($"urn:training:refusal:{code}", problem.Type);
        Assert.NotEmpty(problem.TraceId);
        Assert.DoesNotContain('{', problem.Detail);

        return problem;
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);

        return JsonDocument.Parse(text).RootElement;
    }
}

internal sealed class QueryTally : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        RequestTally.Current?.CountQuery();

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}

/// <summary>What was logged, as people would read it.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
