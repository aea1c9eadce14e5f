using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Tests.Auth;

namespace Training.Api.Tests.Hosting;

/// <summary>Requests and answers as a client without our types sees them.</summary>
internal static class Exchange
{
    private static readonly ConditionalWeakTable<TrainingApp, Lazy<Task<HttpClient>>> Clients = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Sends the request, which must succeed; the answer's JSON.</summary>
    public static async Task<JsonElement> DoAsync(this HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await client.SendAsync(request, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.True(answer.IsSuccessStatusCode, $"{request.Method} {request.RequestUri}: {(int)answer.StatusCode} {text}");
            return text.Length == 0 ? default : JsonElement.Parse(text);
        }
    }

    /// <summary>Sends the request, which must be refused with the status and code; the problem.</summary>
    public static async Task<JsonElement> RefusedAsync(this HttpClient client, HttpStatusCode status, string code, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await client.SendAsync(request, Stop);
            await answer.ShouldBeRefusedAsync(status, code);
            return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Stop));
        }
    }

    /// <summary>As <see cref="RefusedAsync(HttpClient, HttpStatusCode, string, HttpRequestMessage)"/>, naming the member.</summary>
    public static async Task RefusedAsync(this HttpClient client, HttpStatusCode status, string code, string field, HttpRequestMessage request)
    {
        var problem = await client.RefusedAsync(status, code, request);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), $"{field} is not named: {problem}");
    }

    public static long Id(this JsonElement record) => record.GetProperty("id").GetInt64();

    public static int Version(this JsonElement record) => record.GetProperty("version").GetInt32();

    public static string? Text(this JsonElement record, string member) => record.GetProperty(member).GetString();

    public static int Number(this JsonElement record, string member) => record.GetProperty(member).GetInt32();

    public static IReadOnlyList<JsonElement> Items(this JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    /// <summary>Writes into the database behind the program's back.</summary>
    public static async Task<T> WriteAsync<T>(this TrainingApp app, Func<TrainingDb, Task<T>> write)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        return await db.WriteAsync(() => write(db), Stop);
    }

    /// <summary>One client of HR for each host: records of access cases are made by it.</summary>
    public static Task<HttpClient> HumanResourcesAsync(this TrainingApp app) =>
        Clients.GetValue(app, x => new Lazy<Task<HttpClient>>(() => x.AsAsync(Role.HumanResources))).Value;
}
