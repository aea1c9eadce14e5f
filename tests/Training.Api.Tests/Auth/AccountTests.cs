using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Features.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Auth;

public sealed class AccountTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Mine = "another horse battery";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_account_signs_in_once_with_its_initial_password_and_must_change_it()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var created = await CreateAsync(admin, "newcomer", "staff");
        Assert.True(created.Account.MustChangePassword);
        var tokens = await app.TokensAsync("newcomer", created.InitialPassword);

        await (await app.GetAsync(tokens, "/api/v1/nowhere-yet")).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "request.route");
        Assert.True((await (await app.GetAsync(tokens, "/api/v1/auth/me")).ReadAsync<Answers.Me>()).MustChangePassword);
        var changed = await app.PostAsync(tokens, "/api/v1/auth/change-password", new ChangePasswordRequest(created.InitialPassword, Mine));

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.False((await (await app.GetAsync(tokens, "/api/v1/auth/me")).ReadAsync<Answers.Me>()).MustChangePassword);
        await app.TokensAsync("newcomer", Mine);
    }

    [Fact]
    public async Task Before_the_initial_password_is_changed_nothing_else_is_done()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var created = await CreateAsync(admin, "unchanged", "administrator");
        var hr = await app.SignInAsAsync(Role.HumanResources);
        Assert.True((await hr.PostAsync($"/api/v1/grants/{await GrantTests.WaitingIdAsync(hr, created.Account.Id)}/confirm", null, Stop)).IsSuccessStatusCode);
        var tokens = await app.TokensAsync("unchanged", created.InitialPassword);

        await (await app.GetAsync(tokens, "/api/v1/accounts")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.passwordMustChange");
        await app.PostAsync(tokens, "/api/v1/auth/change-password", new ChangePasswordRequest(created.InitialPassword, Mine));

        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync(tokens, "/api/v1/accounts")).StatusCode);
    }

    [Fact]
    public async Task An_initial_password_opens_nothing_after_three_days()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var created = await CreateAsync(admin, "too-late", "staff");
        app.Clock.Advance(TimeSpan.FromHours(72));

        await (await app.TryAsync("too-late", created.InitialPassword)).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
    }

    [Theory]
    [InlineData("taken", null, HttpStatusCode.Conflict, "account.nameTaken")]
    [InlineData("ＴＡＫＥＮ", null, HttpStatusCode.Conflict, "account.nameTaken")]
    [InlineData("two words", null, HttpStatusCode.UnprocessableEntity, "account.nameForm")]
    [InlineData("somebody-new", 987654321L, HttpStatusCode.UnprocessableEntity, "account.employeeUnknown")]
    public async Task An_account_that_cannot_be_is_refused(string userName, long? employeeId, HttpStatusCode status, string code)
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        await admin.PostAsJsonAsync("/api/v1/accounts", new { userName = "taken", roles = Array.Empty<string>() }, Stop);

        var answer = await admin.PostAsJsonAsync("/api/v1/accounts", new { userName, roles = new[] { "staff" }, employeeId }, Stop);

        await answer.ShouldBeRefusedAsync(status, code);
    }

    [Fact]
    public async Task Disabling_ends_access_at_once_and_enabling_lets_sign_in_again()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var (id, tokens) = await SomebodyAsync("leaver", Role.Staff);

        Assert.NotNull((await ActAsync(admin, id, "disable")).DisabledAt);

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(tokens, "/api/v1/auth/me")).StatusCode);
        await (await app.CreateClient().PostAsJsonAsync("/api/v1/auth/refresh", new RefreshRequest(tokens.RefreshToken), Stop))
            .ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refreshRefused");
        await (await app.TryAsync("leaver")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        await (await TryActAsync(admin, id, "disable")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.isDisabled");
        await ActAsync(admin, id, "enable");
        await (await TryActAsync(admin, id, "enable")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.isEnabled");
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(tokens, "/api/v1/auth/me")).StatusCode);
        await app.TokensAsync("leaver");
    }

    [Fact]
    public async Task A_role_change_ends_access_at_once_and_holds_from_the_next_sign_in()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var (id, tokens) = await SomebodyAsync("promoted", Role.Staff);

        var granted = await ActAsync(admin, id, "roles", new { role = "supervisor" });

        Assert.Equal(["supervisor", "staff"], granted.Roles);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(tokens, "/api/v1/auth/me")).StatusCode);
        var next = await app.TokensAsync("promoted");
        await (await TryActAsync(admin, id, "roles", new { role = "supervisor" })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.holdsRole");
        await ActAsync(admin, id, "roles/remove", new { role = "supervisor" });
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(next, "/api/v1/auth/me")).StatusCode);
        await (await TryActAsync(admin, id, "roles/remove", new { role = "supervisor" })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.lacksRole");
    }

    [Fact]
    public async Task A_password_reset_ends_access_at_once_and_gives_a_new_password_for_one_sign_in()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var (id, tokens) = await SomebodyAsync("forgot", Role.Staff);

        var reset = await (await TryActAsync(admin, id, "reset-password")).ReadAsync<Created>();

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(tokens, "/api/v1/auth/me")).StatusCode);
        await (await app.TryAsync("forgot")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
        await app.TokensAsync("forgot", reset.InitialPassword);
        Assert.True(reset.Account.MustChangePassword);
    }

    [Fact]
    public async Task Who_resets_the_password_of_somebody_who_may_see_pay_is_not_alone_in_knowing()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var hr = await app.SignInAsAsync(Role.HumanResources);
        var (guarded, _) = await SomebodyAsync("pay-clerk", Role.Payroll);
        var (plain, _) = await SomebodyAsync("plain-clerk", Role.Staff);

        await (await TryActAsync(admin, guarded, "reset-password")).ReadAsync<Created>();
        await (await TryActAsync(admin, plain, "reset-password")).ReadAsync<Created>();

        var told = await hr.GetStringAsync("/api/v1/notices?kind=account.passwordReset", Stop);
        Assert.Contains("pay-clerk", told, StringComparison.Ordinal);
        Assert.DoesNotContain("plain-clerk", told, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Notices.CountAsync(x => x.RecipientAccountId == plain && x.Kind == "account.passwordReset", Stop)));
    }

    [Fact]
    public async Task A_lost_second_factor_is_reset_by_an_administrator()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var (id, tokens) = await SomebodyAsync("lost-phone", Role.Staff);
        await (await TryActAsync(admin, id, "reset-two-factor")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.hasNoTwoFactor");
        var enrolled = await (await app.PostAsync(tokens, "/api/v1/auth/two-factor/enrol", new EnrolTwoFactorRequest(SignedIn.Password))).ReadAsync<EnrolTwoFactorResponse>();
        var code = Api.Auth.Authenticator.Code(enrolled.Secret, Api.Auth.Authenticator.StepOf(app.Clock.GetUtcNow()));
        await (await app.PostAsync(tokens, "/api/v1/auth/two-factor/confirm", new ConfirmTwoFactorRequest(code))).ReadAsync<RecoveryCodesResponse>();

        Assert.False((await ActAsync(admin, id, "reset-two-factor")).HasTwoFactor);

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(tokens, "/api/v1/auth/me")).StatusCode);
        await app.TokensAsync("lost-phone");
    }

    [Fact]
    public async Task A_locked_account_is_unlocked_by_an_administrator()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var (id, _) = await SomebodyAsync("locked-out", Role.Staff);
        await (await TryActAsync(admin, id, "unlock")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.notLocked");
        for (var i = 0; i < 5; i++)
        {
            await app.TryAsync("locked-out", "wrong horse battery");
        }

        Assert.NotNull((await admin.GetFromJsonAsync<Account>($"/api/v1/accounts/{id}", Stop))!.LockedUntilAt);
        await ActAsync(admin, id, "unlock");

        await app.TokensAsync("locked-out");
        Assert.Contains("""{"happened":"unlocked"}""", await app.NotesAsync(id));
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("enable")]
    [InlineData("unlock")]
    [InlineData("reset-password")]
    [InlineData("reset-two-factor")]
    [InlineData("roles")]
    [InlineData("roles/remove")]
    public async Task Nobody_acts_on_their_own_account(string act)
    {
        var (id, tokens) = await SomebodyAsync($"own-{act.Replace('/', '-')}", Role.Administrator, Role.HumanResources);

        var answer = await app.PostAsync(tokens, $"/api/v1/accounts/{id}/{act}", act.StartsWith("roles", StringComparison.Ordinal) ? new { role = "payroll" } : null);

        await answer.ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.own");
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("enable")]
    [InlineData("unlock")]
    [InlineData("reset-password")]
    [InlineData("reset-two-factor")]
    [InlineData("roles")]
    [InlineData("roles/remove")]
    public async Task An_account_that_does_not_exist_is_not_found(string act)
    {
        var admin = await app.SignInAsAsync(Role.Administrator);

        var answer = await TryActAsync(admin, 987654321, act, act.StartsWith("roles", StringComparison.Ordinal) ? new { role = "payroll" } : null);

        await answer.ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task An_act_for_an_older_version_is_refused()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var (id, _) = await SomebodyAsync("versioned", Role.Staff);
        var read = await admin.GetAsync($"/api/v1/accounts/{id}", Stop);
        await ActAsync(admin, id, "disable");
        using var stale = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/accounts/{id}/enable");
        stale.Headers.IfMatch.Add(read.Headers.ETag!);

        await (await admin.SendAsync(stale, Stop)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("roles/remove")]
    public async Task A_role_is_changed_for_the_version_that_was_read(string act)
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var (id, _) = await SomebodyAsync($"unversioned-{act.Length}", Role.Staff);

        var answer = await admin.PostAsJsonAsync($"/api/v1/accounts/{id}/{act}", new { role = "staff" }, Stop);

        await answer.ShouldBeRefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing");
    }

    [Fact]
    public async Task The_audit_knows_who_changed_an_account_through_which_act()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var me = await admin.GetFromJsonAsync<Answers.Me>("/api/v1/auth/me", Stop);
        var (id, _) = await SomebodyAsync("watched", Role.Staff);
        await ActAsync(admin, id, "disable");
        var key = id.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var entry = await app.ReadAsync(db => db.AuditEntries.SingleAsync(x => x.Entity == "account" && x.EntityId == key && x.Act == "DisableAccount", Stop));

        Assert.Equal(me!.AccountId, entry.AccountId);
        Assert.Contains("disabledAt", entry.After, StringComparison.Ordinal);
        Assert.NotNull(entry.TraceId);
    }

    [Fact]
    public async Task Staff_and_supervisors_do_not_see_accounts()
    {
        var client = await app.SignInAsAsync(Role.Staff, Role.Supervisor, Role.Payroll);

        await (await client.GetAsync("/api/v1/accounts", Stop)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.role");
    }

    [Fact]
    public async Task Accounts_are_found_by_name_role_and_whether_they_are_disabled()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        await SomebodyAsync("Found-One", Role.Payroll);
        var (two, _) = await SomebodyAsync("found-two", Role.Payroll, Role.Staff);
        await SomebodyAsync("found-three", Role.Staff);
        await ActAsync(admin, two, "disable");

        Assert.Equal(["Found-One", "found-three", "found-two"], await NamesAsync("q=FOUND-&sort=userName"));
        Assert.Equal(["Found-One", "found-two"], await NamesAsync("q=found-&role=payroll"));
        Assert.Equal(["found-two"], await NamesAsync("q=found-&role=payroll&disabled=true"));

        async Task<IEnumerable<string>> NamesAsync(string query) =>
            (await admin.GetFromJsonAsync<Page<Account>>($"/api/v1/accounts?{query}", Stop))!.Items.Select(x => x.UserName);
    }

    private async Task<(long Id, TokensResponse Tokens)> SomebodyAsync(string userName, params Role[] roles)
    {
        var id = await app.AddAccountAsync(userName, null, roles);

        return (id, await app.TokensAsync(userName));
    }

    private static async Task<Created> CreateAsync(HttpClient admin, string userName, params string[] roles) =>
        await (await admin.PostAsJsonAsync("/api/v1/accounts", new { userName, roles }, Stop)).ReadAsync<Created>();

    private static async Task<Account> ActAsync(HttpClient client, long id, string act, object? body = null) =>
        await (await TryActAsync(client, id, act, body)).ReadAsync<Account>();

    private static Task<HttpResponseMessage> TryActAsync(HttpClient client, long id, string act, object? body = null) => body is null
        ? client.PostAsync($"/api/v1/accounts/{id}/{act}", null, Stop)
        : client.PostForVersionAsync(id, act, body);

    internal sealed record Page<T>(IReadOnlyList<T> Items, int Total);

    internal sealed record Created(Account Account, string InitialPassword);

    internal sealed record Account(
        long Id, string UserName, IReadOnlyList<string> Roles, IReadOnlyList<string> WaitingRoles, DateTimeOffset? DisabledAt,
        DateTimeOffset? LockedUntilAt, bool HasTwoFactor, bool MustChangePassword, int Version);
}
