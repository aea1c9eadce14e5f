using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data.Records;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Auth;

public sealed class LockTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Wrong = "wrong horse battery";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour_also_for_the_right_one()
    {
        var id = await app.AddAccountAsync("guessed", null, Role.Staff);
        await FailAsync("guessed", 5);

        await (await app.TryAsync("guessed")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        app.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        await (await app.TryAsync("guessed")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        app.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await app.TokensAsync("guessed");

        Assert.Contains("""{"happened":"locked"}""", await app.NotesAsync(id));
    }

    [Fact]
    public async Task A_right_password_begins_the_counting_anew()
    {
        await app.AddAccountAsync("forgetful", null, Role.Staff);
        await FailAsync("forgetful", 4);
        await app.TokensAsync("forgetful");
        await FailAsync("forgetful", 4);

        await app.TokensAsync("forgetful");
    }

    [Fact]
    public async Task Guesses_side_by_side_get_no_more_tries_than_guesses_one_by_one()
    {
        var id = await app.AddAccountAsync("stormed", null, Role.Staff);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => app.TryAsync("stormed", Wrong)));

        await (await app.TryAsync("stormed")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        Assert.Single(await app.NotesAsync(id), """{"happened":"locked"}""");
    }

    [Fact]
    public async Task A_strangers_guesses_do_not_raise_the_accounts_version()
    {
        var id = await app.AddAccountAsync("unmoved", null, Role.Staff);
        var before = await app.ReadAsync(db => db.Users.Where(x => x.Id == id).Select(x => x.Version).SingleAsync(Stop));
        await FailAsync("unmoved", 5);

        Assert.Equal(before, await app.ReadAsync(db => db.Users.Where(x => x.Id == id).Select(x => x.Version).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Unknown_wrong_locked_and_disabled_get_the_same_answer_for_the_same_work()
    {
        var hasher = new CountingHasher();
        await using var counted = app.WithWebHostBuilder(x => x.ConfigureServices(services =>
            services.AddSingleton<IPasswordHasher<Account>>(hasher)));
        await app.AddAccountAsync("plain", null, Role.Staff);
        await app.AddAccountAsync("locked", null, Role.Staff);
        var disabled = await app.AddAccountAsync("disabled", null, Role.Staff);
        await FailAsync("locked", 5);
        await app.DisableBehindAsync(disabled);

        var answers = new List<(string Text, int Verified)>();
        foreach (var (name, password) in new[] { ("nobody-of-this-name", Wrong), ("plain", Wrong), ("locked", SignedIn.Password), ("disabled", SignedIn.Password) })
        {
            // Once for the row of the state to be there, once to look at.
            await counted.TryAsync(name, password);
            var verified = hasher.Verified;
            var answer = await counted.TryAsync(name, password);
            answers.Add((await answer.WithoutTraceAsync(), hasher.Verified - verified));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(1, answers[0].Verified);
    }

    [Fact]
    public async Task Names_that_do_not_exist_do_not_wait_for_one_another()
    {
        var before = await UnknownAsync();
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => app.TryAsync($"nobody-at-all-{i}", Wrong)));

        var rows = await UnknownAsync();

        Assert.True(rows.Except(before).Count() > 4, $"{rows.Count} rows");
        Assert.All(rows, x => Assert.InRange(x, -63, 0));
    }

    private Task<List<long>> UnknownAsync() => app.ReadAsync(db => db.SignInStates.Where(x => x.AccountId <= 0).Select(x => x.AccountId).ToListAsync(Stop));

    [Fact]
    public async Task An_address_may_try_twenty_times_a_minute()
    {
        await using var strict = app.WithWebHostBuilder(x => x.UseSetting("SignIn:AttemptsPerMinute", "20"));
        await app.AddAccountAsync("patient", null, Role.Staff);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await strict.TryAsync($"nobody-{i}", Wrong)).StatusCode);
        }

        app.Clock.Advance(TimeSpan.FromSeconds(20));
        var refused = await strict.TryAsync("patient");

        await refused.ShouldBeRefusedAsync(HttpStatusCode.TooManyRequests, "request.tooMany");
        Assert.Equal(TimeSpan.FromSeconds(40), refused.Headers.RetryAfter!.Delta);
        app.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(HttpStatusCode.OK, (await strict.TryAsync("patient")).StatusCode);
    }

    private async Task FailAsync(string userName, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await (await app.TryAsync(userName, Wrong)).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        }
    }

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> _inner = new();
        private int _verified;

        public int Verified => _verified;

        public string HashPassword(Account user, string password) => _inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);

            return _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
