using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Features.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Auth;

public sealed class PasswordAndSecondFactorTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Next = "another horse battery";

    [Fact]
    public async Task Changing_the_password_ends_every_other_session_and_keeps_this_one()
    {
        await app.AddAccountAsync("changing", null, Role.Staff);
        var (one, other) = (await app.TokensAsync("changing"), await app.TokensAsync("changing"));

        var answer = await app.PostAsync(one, "/api/v1/auth/change-password", new ChangePasswordRequest(SignedIn.Password, Next));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync(one, "/api/v1/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(other, "/api/v1/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.TryAsync("changing")).StatusCode);
        await app.TokensAsync("changing", Next);
    }

    [Theory]
    [InlineData("wrong horse battery", Next, "auth.passwordWrong")]
    [InlineData(SignedIn.Password, "short", "auth.passwordLength")]
    [InlineData(SignedIn.Password, "xxxxxxxxxxxx", "auth.passwordOneCharacter")]
    [InlineData(SignedIn.Password, "Unacceptable", "auth.passwordIsName")]
    [InlineData(SignedIn.Password, SignedIn.Password, "auth.passwordSame")]
    public async Task A_password_that_will_not_do_changes_nothing(string current, string next, string code)
    {
        await EnsureAsync("unacceptable");
        var tokens = await app.TokensAsync("unacceptable");

        var answer = await app.PostAsync(tokens, "/api/v1/auth/change-password", new ChangePasswordRequest(current, next));

        await answer.ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        await app.TokensAsync("unacceptable");
    }

    [Fact]
    public async Task Whoever_holds_a_stolen_token_cannot_guess_the_password_with_it()
    {
        await app.AddAccountAsync("stolen", null, Role.Staff);
        var tokens = await app.TokensAsync("stolen");
        for (var i = 0; i < 5; i++)
        {
            var wrong = await app.PostAsync(tokens, "/api/v1/auth/change-password", new ChangePasswordRequest($"guess number {i}", Next));
            await wrong.ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "auth.passwordWrong");
        }

        var locked = await app.PostAsync(tokens, "/api/v1/auth/change-password", new ChangePasswordRequest(SignedIn.Password, Next));

        await locked.ShouldBeRefusedAsync(HttpStatusCode.TooManyRequests, "auth.locked");
        Assert.Equal(TimeSpan.FromMinutes(15), locked.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Whoever_holds_a_stolen_token_enrols_no_authenticator_of_their_own()
    {
        await app.AddAccountAsync("stolen-enrol", null, Role.Staff);
        var tokens = await app.TokensAsync("stolen-enrol");
        Task<HttpResponseMessage> Enrol(string password) =>
            app.PostAsync(tokens, "/api/v1/auth/two-factor/enrol", new EnrolTwoFactorRequest(password));

        for (var i = 0; i < 5; i++)
        {
            await (await Enrol($"guess number {i}")).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "auth.passwordWrong");
        }

        await (await Enrol(SignedIn.Password)).ShouldBeRefusedAsync(HttpStatusCode.TooManyRequests, "auth.locked");
        await (await ConfirmAsync(app, tokens, "000000")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "auth.notEnrolling");
    }

    [Fact]
    public async Task A_reset_in_the_middle_of_a_change_of_password_stands()
    {
        await using var hooked = HookedHasher.Into(app);
        var id = await app.AddAccountAsync("overtaken", null, Role.Staff);
        var tokens = await app.TokensAsync("overtaken");
        var admin = await app.SignInAsAsync(Role.Administrator);
        var initial = "";
        HookedHasher.Of(hooked).AtNextHash = _ => initial = ResetAsync().GetAwaiter().GetResult();

        var answer = await hooked.PostAsync(tokens, "/api/v1/auth/change-password", new ChangePasswordRequest(SignedIn.Password, Next));

        await answer.ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "access.notSignedIn");
        await (await app.TryAsync("overtaken", Next)).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        await app.TokensAsync("overtaken", initial);

        async Task<string> ResetAsync() => (await (await admin.PostAsync($"/api/v1/accounts/{id}/reset-password", null, TestContext.Current.CancellationToken))
            .ReadAsync<AccountTests.Created>()).InitialPassword;
    }

    [Fact]
    public async Task A_session_that_ends_in_the_middle_of_a_change_of_password_changes_nothing()
    {
        await using var hooked = HookedHasher.Into(app);
        await app.AddAccountAsync("signing-out", null, Role.Staff);
        var tokens = await app.TokensAsync("signing-out");
        HookedHasher.Of(hooked).AtNextHash = _ => Assert.True(app.PostAsync(tokens, "/api/v1/auth/sign-out").GetAwaiter().GetResult().IsSuccessStatusCode);

        var answer = await hooked.PostAsync(tokens, "/api/v1/auth/change-password", new ChangePasswordRequest(SignedIn.Password, Next));

        await answer.ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "access.notSignedIn");
        await app.TokensAsync("signing-out");
    }

    [Fact]
    public async Task The_password_of_a_new_account_is_hashed_while_nobody_waits_for_the_database()
    {
        await using var hooked = HookedHasher.Into(app);
        await app.AddAccountAsync("hashing", null, Role.Administrator);
        var admin = await app.TokensAsync("hashing");
        bool? isWriting = null;
        HookedHasher.Of(hooked).AtNextHash = x =>
            isWriting = x!.RequestServices.GetRequiredService<TrainingDb>().Database.CurrentTransaction is not null;

        var made = await hooked.PostAsync(admin, "/api/v1/accounts", new { userName = "hashed", roles = new[] { "staff" } });

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.False(isWriting);
    }

    [Fact]
    public async Task With_a_second_factor_a_code_opens_one_sign_in()
    {
        var (_, secret, _) = await WithSecondFactorAsync("coded");
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeNow(secret);

        await (await app.TryAsync("coded")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.codeRequired");
        await app.TokensAsync("coded", code: code);
        await (await app.TryAsync("coded", code: code)).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        await app.TokensAsync("coded", code: CodeNow(secret));
    }

    [Fact]
    public async Task The_code_that_turned_the_second_factor_on_opens_no_sign_in()
    {
        var (_, secret, _) = await WithSecondFactorAsync("reused");

        await (await app.TryAsync("reused", code: CodeNow(secret))).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
    }

    [Fact]
    public async Task Wrong_codes_lock_as_wrong_passwords_do()
    {
        var (_, secret, _) = await WithSecondFactorAsync("miscoded");
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 5; i++)
        {
            await (await app.TryAsync("miscoded", code: "00000x")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        }

        await (await app.TryAsync("miscoded", code: CodeNow(secret))).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        await (await app.TryAsync("miscoded")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
    }

    [Fact]
    public async Task A_recovery_code_opens_one_sign_in()
    {
        var (_, _, codes) = await WithSecondFactorAsync("recovering");
        Assert.Equal(10, codes.Distinct().Count());

        var tokens = await app.TokensAsync("recovering", recoveryCode: codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));

        await (await app.TryAsync("recovering", recoveryCode: codes[3])).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        Assert.Equal(9, (await (await app.GetAsync(tokens, "/api/v1/auth/me")).ReadAsync<Answers.Me>()).RecoveryCodesLeft);
        await (await app.TryAsync("recovering", code: "123456", recoveryCode: codes[4]))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "auth.oneFactorOnly");
    }

    [Fact]
    public async Task New_recovery_codes_make_the_old_ones_void()
    {
        var (tokens, secret, old) = await WithSecondFactorAsync("renewing");
        app.Clock.Advance(TimeSpan.FromSeconds(30));

        var answer = await app.PostAsync(tokens, "/api/v1/auth/two-factor/recovery-codes", new TwoFactorProofRequest(SignedIn.Password, CodeNow(secret)));

        var fresh = (await answer.ReadAsync<RecoveryCodesResponse>()).RecoveryCodes;
        await (await app.TryAsync("renewing", recoveryCode: old[0])).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        await app.TokensAsync("renewing", recoveryCode: fresh[0]);
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("recovery-codes")]
    public async Task Whoever_holds_a_stolen_token_cannot_guess_what_guards_the_second_factor(string act)
    {
        var (tokens, secret, _) = await WithSecondFactorAsync($"stolen-{act}");
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        Task<HttpResponseMessage> Try(string password, string code) =>
            app.PostAsync(tokens, $"/api/v1/auth/two-factor/{act}", new TwoFactorProofRequest(password, code));

        await (await Try("wrong horse battery", CodeNow(secret))).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "auth.passwordWrong");
        for (var i = 0; i < 4; i++)
        {
            await (await Try(SignedIn.Password, "00000x")).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "auth.codeWrong");
        }

        await (await Try(SignedIn.Password, CodeNow(secret))).ShouldBeRefusedAsync(HttpStatusCode.TooManyRequests, "auth.locked");
    }

    [Fact]
    public async Task Turning_the_second_factor_off_needs_password_and_code()
    {
        var (tokens, secret, _) = await WithSecondFactorAsync("leaving-it");
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        Task<HttpResponseMessage> Disable(string password, string code) =>
            app.PostAsync(tokens, "/api/v1/auth/two-factor/disable", new TwoFactorProofRequest(password, code));

        await (await Disable("wrong horse battery", CodeNow(secret))).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "auth.passwordWrong");
        await (await Disable(SignedIn.Password, "000000")).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "auth.codeWrong");
        Assert.Equal(HttpStatusCode.NoContent, (await Disable(SignedIn.Password, CodeNow(secret))).StatusCode);
        await app.TokensAsync("leaving-it");
        await (await Disable(SignedIn.Password, CodeNow(secret))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "auth.twoFactorIsOff");
        await (await app.PostAsync(tokens, "/api/v1/auth/two-factor/recovery-codes", new TwoFactorProofRequest(SignedIn.Password, "000000")))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "auth.twoFactorIsOff");
    }

    [Fact]
    public async Task Enrolling_is_in_force_once_a_code_was_confirmed()
    {
        await app.AddAccountAsync("enrolling", null, Role.Staff);
        var (one, other) = (await app.TokensAsync("enrolling"), await app.TokensAsync("enrolling"));
        await (await ConfirmAsync(app, one, "000000")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "auth.notEnrolling");

        var enrolled = await (await app.PostAsync(one, "/api/v1/auth/two-factor/enrol", new EnrolTwoFactorRequest(SignedIn.Password))).ReadAsync<EnrolTwoFactorResponse>();

        Assert.Contains($"secret={enrolled.Secret}", enrolled.Uri, StringComparison.Ordinal);
        Assert.StartsWith("otpauth://totp/Training:enrolling?", enrolled.Uri, StringComparison.Ordinal);
        await app.TokensAsync("enrolling");
        await (await ConfirmAsync(app, one, "00000x")).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "auth.codeWrong");
        await (await ConfirmAsync(app, one, CodeNow(enrolled.Secret))).ReadAsync<RecoveryCodesResponse>();
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(other, "/api/v1/auth/me")).StatusCode);
        await (await app.PostAsync(one, "/api/v1/auth/two-factor/enrol", new EnrolTwoFactorRequest(SignedIn.Password))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "auth.twoFactorIsOn");
        await (await ConfirmAsync(app, one, CodeNow(enrolled.Secret))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "auth.twoFactorIsOn");
    }

    [Fact]
    public async Task Where_it_is_required_nothing_else_is_done_before_the_second_factor_is_on_and_it_stays_on()
    {
        await using var strict = app.WithWebHostBuilder(x => x.UseSetting("SignIn:RequireTwoFactor", "true"));
        await app.AddAccountAsync("needs-two", null, Role.HumanResources);
        await app.AddAccountAsync("needs-one", null, Role.Staff);
        var tokens = await strict.TokensAsync("needs-two");
        Assert.True((await (await strict.GetAsync(tokens, "/api/v1/auth/me")).ReadAsync<Answers.Me>()).NeedsTwoFactor);
        await (await strict.GetAsync(tokens, "/api/v1/accounts")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.twoFactorRequired");
        Assert.False((await (await strict.GetAsync(await strict.TokensAsync("needs-one"), "/api/v1/auth/me")).ReadAsync<Answers.Me>()).NeedsTwoFactor);

        var enrolled = await (await strict.PostAsync(tokens, "/api/v1/auth/two-factor/enrol", new EnrolTwoFactorRequest(SignedIn.Password))).ReadAsync<EnrolTwoFactorResponse>();
        await (await ConfirmAsync(strict, tokens, CodeNow(enrolled.Secret))).ReadAsync<RecoveryCodesResponse>();

        Assert.Equal(HttpStatusCode.OK, (await strict.GetAsync(tokens, "/api/v1/accounts")).StatusCode);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var off = await strict.PostAsync(tokens, "/api/v1/auth/two-factor/disable", new TwoFactorProofRequest(SignedIn.Password, CodeNow(enrolled.Secret)));
        await off.ShouldBeRefusedAsync(HttpStatusCode.Conflict, "auth.twoFactorKept");
    }

    private string CodeNow(string secret) => Authenticator.Code(secret, Authenticator.StepOf(app.Clock.GetUtcNow()));

    private async Task EnsureAsync(string userName)
    {
        if (!(await app.TryAsync(userName)).IsSuccessStatusCode)
        {
            await app.AddAccountAsync(userName, null, Role.Staff);
        }
    }

    private static Task<HttpResponseMessage> ConfirmAsync(
        Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> program, TokensResponse tokens, string code) =>
        program.PostAsync(tokens, "/api/v1/auth/two-factor/confirm", new ConfirmTwoFactorRequest(code));

    private async Task<(TokensResponse Tokens, string Secret, IReadOnlyList<string> RecoveryCodes)> WithSecondFactorAsync(string userName)
    {
        await app.AddAccountAsync(userName, null, Role.Staff);
        var tokens = await app.TokensAsync(userName);
        var enrolled = await (await app.PostAsync(tokens, "/api/v1/auth/two-factor/enrol", new EnrolTwoFactorRequest(SignedIn.Password))).ReadAsync<EnrolTwoFactorResponse>();
        var confirmed = await (await ConfirmAsync(app, tokens, CodeNow(enrolled.Secret))).ReadAsync<RecoveryCodesResponse>();

        return (tokens, enrolled.Secret, confirmed.RecoveryCodes);
    }
}
