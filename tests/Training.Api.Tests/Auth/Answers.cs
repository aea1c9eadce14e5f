using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Features.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Auth;

/// <summary>Tokens by hand: for tests of the sign-in itself.</summary>
internal static class Answers
{
    internal sealed record Me(
        long AccountId,
        string UserName,
        IReadOnlyList<string> Roles,
        IReadOnlyList<string> MayDo,
        string Language,
        bool HasTwoFactor,
        bool NeedsTwoFactor,
        bool MustChangePassword,
        int RecoveryCodesLeft);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> TryAsync(
        this WebApplicationFactory<Program> app, string userName, string password = SignedIn.Password, string? code = null, string? recoveryCode = null) =>
        app.CreateClient().PostAsJsonAsync("/api/v1/auth/sign-in", new SignInRequest(userName, password, code, recoveryCode), Stop);

    public static async Task<TokensResponse> TokensAsync(
        this WebApplicationFactory<Program> app, string userName, string password = SignedIn.Password, string? code = null, string? recoveryCode = null) =>
        await (await app.TryAsync(userName, password, code, recoveryCode)).ReadAsync<TokensResponse>();

    public static async Task<TokensResponse> RefreshAsync(this WebApplicationFactory<Program> app, TokensResponse tokens) =>
        await (await app.CreateClient().PostAsJsonAsync("/api/v1/auth/refresh", new RefreshRequest(tokens.RefreshToken), Stop)).ReadAsync<TokensResponse>();

    public static Task<HttpResponseMessage> GetAsync(this WebApplicationFactory<Program> app, TokensResponse tokens, string path) =>
        app.With(tokens).GetAsync(path, Stop);

    public static Task<HttpResponseMessage> PostAsync(this WebApplicationFactory<Program> app, TokensResponse tokens, string path, object? body = null) =>
        body is null ? app.With(tokens).PostAsync(path, null, Stop) : app.With(tokens).PostAsJsonAsync(path, body, Stop);

    public static HttpClient With(this WebApplicationFactory<Program> app, TokensResponse tokens)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);

        return client;
    }

    public static async Task<T> ReadAsync<T>(this HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");

        return (await answer.Content.ReadFromJsonAsync<T>(Stop))!;
    }

    /// <summary>The status and code that were expected, and a sentence in both languages.</summary>
    public static async Task ShouldBeRefusedAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        Assert.NotEqual(code, problem.RootElement.GetProperty("detail").GetString());
    }

    /// <summary>The answer without the id of the request, which always differs.</summary>
    public static async Task<string> WithoutTraceAsync(this HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>(Stop);
        problem!.Remove("traceId");
        answer.Headers.Remove(QueryHeader.Name);

        return $"{(int)answer.StatusCode} {answer.Headers} {JsonSerializer.Serialize(problem)}";
    }

    /// <summary>What the audit notes of a sign-in.</summary>
    public static Task<List<string?>> NotesAsync(this TrainingApp app, long accountId)
    {
        var key = accountId.ToString(System.Globalization.CultureInfo.InvariantCulture);

        return app.ReadAsync(db => db.AuditEntries.Where(x => x.Entity == "account" && x.EntityId == key).Select(x => x.After).ToListAsync(Stop));
    }

    /// <summary>Posts an act with content on an account, for its present version.</summary>
    public static async Task<HttpResponseMessage> PostForVersionAsync(this HttpClient client, long accountId, string act, object body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/accounts/{accountId}/{act}") { Content = JsonContent.Create(body) };
        using var read = await client.GetAsync($"/api/v1/accounts/{accountId}", Stop);
        message.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag?.Tag ?? "\"1\"");

        return await client.SendAsync(message, Stop);
    }

    public static async Task DisableBehindAsync(this TrainingApp app, long accountId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        await db.WriteAsync(async () => (await db.Users.SingleAsync(x => x.Id == accountId, Stop)).DisabledAt = app.Clock.GetUtcNow(), Stop);
    }
}
