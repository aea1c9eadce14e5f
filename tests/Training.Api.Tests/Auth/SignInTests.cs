using System.Net;
using System.Net.Http.Json;
using Training.Api.Features.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Auth;

public sealed class SignInTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_signs_in_is_known_with_roles_and_what_they_allow()
    {
        await app.AddAccountAsync("Zhang.Wei", null, Role.HumanResources, Role.Staff);
        var client = await app.SignInAsync("ＺＨＡＮＧ.wei");

        var me = await client.GetFromJsonAsync<Answers.Me>("/api/v1/auth/me", Stop);

        Assert.Equal("Zhang.Wei", me!.UserName);
        Assert.Equal(["humanResources", "staff"], me.Roles);
        Assert.Contains("managePeople", me.MayDo);
        Assert.DoesNotContain("confirmNothing", me.MayDo);
        Assert.False(me.HasTwoFactor);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer AAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic YTpi")]
    public async Task Without_a_token_in_force_nobody_is_let_in(string? authorization)
    {
        var client = app.CreateClient();
        if (authorization is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        var answer = await client.GetAsync("/api/v1/auth/me", Stop);

        await answer.ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "access.notSignedIn");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task An_access_token_is_over_after_ten_minutes_and_is_renewed_by_refreshing()
    {
        await app.AddAccountAsync("ten-minutes", null, Role.Staff);
        var tokens = await app.TokensAsync("ten-minutes");
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync(tokens, "/api/v1/auth/me")).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await (await app.GetAsync(tokens, "/api/v1/auth/me")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "access.notSignedIn");

        var renewed = await app.RefreshAsync(tokens);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync(renewed, "/api/v1/auth/me")).StatusCode);
    }

    [Fact]
    public async Task Refreshing_makes_the_old_access_token_void_at_once()
    {
        await app.AddAccountAsync("rotated", null, Role.Staff);
        var tokens = await app.TokensAsync("rotated");

        await app.RefreshAsync(tokens);

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(tokens, "/api/v1/auth/me")).StatusCode);
    }

    [Fact]
    public async Task A_refresh_token_used_twice_ends_the_session_and_is_audited()
    {
        var id = await app.AddAccountAsync("copied", null, Role.Staff);
        var tokens = await app.TokensAsync("copied");
        var renewed = await app.RefreshAsync(tokens);

        var again = await app.CreateClient().PostAsJsonAsync("/api/v1/auth/refresh", new RefreshRequest(tokens.RefreshToken), Stop);

        await again.ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refreshRefused");
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(renewed, "/api/v1/auth/me")).StatusCode);
        var last = await app.CreateClient().PostAsJsonAsync("/api/v1/auth/refresh", new RefreshRequest(renewed.RefreshToken), Stop);
        await last.ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refreshRefused");
        Assert.Contains("""{"happened":"refreshReused"}""", await app.NotesAsync(id));
    }

    [Fact]
    public async Task A_session_cannot_be_refreshed_beyond_its_twelve_hours()
    {
        await app.AddAccountAsync("long-day", null, Role.Staff);
        var tokens = await app.TokensAsync("long-day");
        app.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(1));
        var late = await app.RefreshAsync(tokens);
        Assert.Equal(tokens.SessionExpiresAt, late.AccessExpiresAt);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var over = await app.CreateClient().PostAsJsonAsync("/api/v1/auth/refresh", new RefreshRequest(late.RefreshToken), Stop);

        await over.ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refreshRefused");
    }

    [Theory]
    [InlineData("!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_refresh_token_that_nobody_was_given_is_refused(string token)
    {
        var answer = await app.CreateClient().PostAsJsonAsync("/api/v1/auth/refresh", new RefreshRequest(token), Stop);

        await answer.ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refreshRefused");
    }

    [Fact]
    public async Task Signing_out_ends_this_session_at_once_and_no_other()
    {
        await app.AddAccountAsync("two-devices", null, Role.Staff);
        var (one, other) = (await app.TokensAsync("two-devices"), await app.TokensAsync("two-devices"));

        var answer = await app.PostAsync(one, "/api/v1/auth/sign-out");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(one, "/api/v1/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync(other, "/api/v1/auth/me")).StatusCode);
    }

    [Fact]
    public async Task Answers_with_tokens_are_kept_by_nobody()
    {
        await app.AddAccountAsync("no-store", null, Role.Staff);
        var answer = await app.CreateClient().PostAsJsonAsync("/api/v1/auth/sign-in", new SignInRequest("no-store", SignedIn.Password), Stop);

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}
