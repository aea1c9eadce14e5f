using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Audit;
using Training.Api.Commands;
using Training.Api.Data.Records;
using Training.Api.Features.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Reliability;

/// <summary>The process is killed in the middle of writes, again and again. TRAINING_CRASH_ROUNDS says how often (5).
/// That a killed process loses nothing says nothing of a power failure.</summary>
public sealed class CrashTests
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TRAINING_CRASH_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    /// <summary>How many writes an account sent and how many were acknowledged.</summary>
    private sealed class Writes
    {
        public int Sent;
        public int Acknowledged;
    }

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_after_the_kill_and_the_audit_chain_is_whole()
    {
        var settings = await TestDatabase.CopyAsync();
        var done = new ConcurrentDictionary<long, Writes>();
        await using var reader = new TrainingApp(settings);
        for (var round = 0; round < Rounds; round++)
        {
            await using var program = TrainingProcess.Start(settings);
            await program.UntilReadyAsync();
            using var dead = new CancellationTokenSource();
            var writers = Task.WhenAll(Enum.GetValues<Role>().Select(x => WriteUntilDeadAsync(program, x, done, dead.Token)));
            await UntilAsync(done, Total(done) + 30 + (7 * round % 40));
            await program.KillAsync();
            await dead.CancelAsync();
            await writers;
            await AssertKeptAsync(reader, done);
        }

        await using (var last = TrainingProcess.Start(settings))
        {
            await last.UntilReadyAsync();
            Assert.Equal(0, await last.StopAsync());
        }

        var (code, output) = await TrainingProcess.RunAsync(settings, "verify-audit");
        Assert.True(code == CommandLine.Done, output);
        Assert.Equal(0, await reader.ReadAsync(db => SealAudit.Unsealed(db).CountAsync()));
    }

    private static int Total(ConcurrentDictionary<long, Writes> done) => done.Values.Sum(x => Volatile.Read(ref x.Acknowledged));

    /// <summary>Waits until so many writes were acknowledged, with all writers at work.</summary>
    private static async Task UntilAsync(ConcurrentDictionary<long, Writes> done, int acknowledged)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(TimeSpan.FromMinutes(2));
        while (Total(done) < acknowledged)
        {
            await Task.Delay(10, enough.Token);
        }
    }

    private static async Task WriteUntilDeadAsync(
        TrainingProcess program, Role role, ConcurrentDictionary<long, Writes> done, CancellationToken dead)
    {
        try
        {
            var signIn = await program.Client.PostAsJsonAsync("/api/v1/auth/sign-in", new SignInRequest(World.UserNameOf(role), SignedIn.Password), dead);
            signIn.EnsureSuccessStatusCode();
            var token = (await signIn.Content.ReadFromJsonAsync<TokensResponse>(dead))!.AccessToken;
            using var me = await SendAsync(program, HttpMethod.Get, "/api/v1/auth/me", token, dead);
            var account = (await me.Content.ReadFromJsonAsync<MyAccount>(dead))!.AccountId;
            var writes = done.GetOrAdd(account, _ => new Writes());
            while (true)
            {
                writes.Sent++;
                using var answer = await SendAsync(program, HttpMethod.Post, "/api/v1/auth/two-factor/enrol", token, dead, new EnrolTwoFactorRequest(SignedIn.Password));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(dead);
                writes.Acknowledged++;
            }
        }
        catch (Exception fault) when (fault is HttpRequestException { StatusCode: null } or OperationCanceledException or IOException)
        {
            // The program was killed.
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(
        TrainingProcess program, HttpMethod method, string path, string token, CancellationToken cancellation, object? body = null)
    {
        using var message = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await program.Client.SendAsync(message, cancellation);
    }

    private static async Task AssertKeptAsync(TrainingApp app, ConcurrentDictionary<long, Writes> done)
    {
        foreach (var (account, writes) in done)
        {
            var id = account.ToString(CultureInfo.InvariantCulture);
            var kept = await app.ReadAsync(db => db.AuditEntries.CountAsync(
                x => x.Entity == "account" && x.EntityId == id && x.Change == AuditChange.Changed && x.After!.Contains("authenticatorSecret")));
            Assert.InRange(kept, writes.Acknowledged, writes.Sent);
        }
    }

    private sealed record MyAccount(long AccountId);
}
