using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Auth;

public sealed class GrantTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("humanResources")]
    [InlineData("approver")]
    [InlineData("payroll")]
    [InlineData("administrator")]
    public async Task What_gives_access_to_people_and_pay_waits_for_a_second_person(string role)
    {
        var (admin, second) = (await app.SignInAsAsync(Role.Administrator), await app.SignInAsAsync(Role.HumanResources));
        var id = await app.AddAccountAsync($"to-be-{role}", await app.HireAnywhereAsync(), Role.Staff);
        var tokens = await app.TokensAsync($"to-be-{role}");

        var asked = await AskAsync(admin, id, role);

        Assert.Equal(["staff"], asked.Roles);
        Assert.Equal([role], asked.WaitingRoles);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync(tokens, "/api/v1/auth/me")).StatusCode);
        var grant = await WaitingAsync(second, id);
        Assert.Contains($"to-be-{role}", await second.GetStringAsync("/api/v1/notices?kind=grant.waiting", Stop), StringComparison.Ordinal);
        var confirmed = await (await second.PostAsync($"/api/v1/grants/{grant.Id}/confirm", null, Stop)).ReadAsync<Grant>();
        Assert.Equal("confirmed", confirmed.State);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(tokens, "/api/v1/auth/me")).StatusCode);
        var me = await (await app.GetAsync(await app.TokensAsync($"to-be-{role}"), "/api/v1/auth/me")).ReadAsync<Answers.Me>();
        Assert.Contains(role, me.Roles);
        var told = await second.GetStringAsync("/api/v1/notices?kind=account.roleGranted", Stop);
        Assert.Contains($"to-be-{role}", told, StringComparison.Ordinal);
        Assert.DoesNotContain("enum.", told, StringComparison.Ordinal);
        await (await second.PostAsync($"/api/v1/grants/{grant.Id}/decline", null, Stop)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "grant.decided");
        await (await second.PostAsync($"/api/v1/grants/{grant.Id}/confirm", null, Stop)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "grant.decided");
    }

    [Fact]
    public async Task A_declined_grant_gives_nothing_and_can_be_asked_for_again()
    {
        var (admin, second) = (await app.SignInAsAsync(Role.Administrator), await app.SignInAsAsync(Role.Approver, Role.HumanResources));
        var id = await app.AddAccountAsync("declined", await app.HireAnywhereAsync(), Role.Staff);
        await AskAsync(admin, id, "payroll");
        await (await TryAskAsync(admin, id, "payroll")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "grant.pending");
        var grant = await WaitingAsync(second, id);

        await (await second.PostAsync($"/api/v1/grants/{grant.Id}/decline", null, Stop)).ReadAsync<Grant>();

        Assert.Equal(["staff"], (await admin.GetFromJsonAsync<AccountTests.Account>($"/api/v1/accounts/{id}", Stop))!.Roles);
        Assert.Equal(["payroll"], (await AskAsync(admin, id, "payroll")).WaitingRoles);
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("decline")]
    public async Task Neither_who_asked_nor_who_is_to_hold_the_role_decides(string act)
    {
        var asking = await app.SignInAsAsync(Role.HumanResources);
        var id = await app.AddAccountAsync($"own-{act}", await app.HireAnywhereAsync(), Role.Approver);
        await AskAsync(asking, id, "payroll");
        var grant = await WaitingAsync(asking, id);

        await (await asking.PostAsync($"/api/v1/grants/{grant.Id}/{act}", null, Stop)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "grant.requester");
        await (await app.PostAsync(await app.TokensAsync($"own-{act}"), $"/api/v1/grants/{grant.Id}/{act}"))
            .ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.own");
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("decline")]
    public async Task A_grant_is_decided_for_the_version_that_was_read_and_must_exist(string act)
    {
        var (admin, second) = (await app.SignInAsAsync(Role.Administrator), await app.SignInAsAsync(Role.HumanResources));
        var id = await app.AddAccountAsync($"versions-{act}", await app.HireAnywhereAsync(), Role.Staff);
        await AskAsync(admin, id, "approver");
        var grant = await WaitingAsync(second, id);
        using var stale = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/grants/{grant.Id}/{act}");
        stale.Headers.TryAddWithoutValidation("If-Match", $"\"{grant.Version + 1}\"");

        await (await second.SendAsync(stale, Stop)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        await (await second.PostAsync($"/api/v1/grants/987654321/{act}", null, Stop)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await second.GetAsync("/api/v1/grants/987654321", Stop)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task An_administrator_does_not_confirm_grants()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);

        await (await admin.GetAsync("/api/v1/grants", Stop)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.role");
    }

    [Fact]
    public async Task The_first_of_an_installation_is_granted_by_the_administrator_alone_and_only_the_first()
    {
        await using var fresh = new TrainingApp(await TestDatabase.EmptyAsync());
        var admin = await fresh.SignInAsAsync(Role.Administrator);
        var (first, other) = (await fresh.AddAccountAsync("first", null), await fresh.AddAccountAsync("other", null));

        Assert.Equal(["humanResources"], (await AskAsync(admin, first, "humanResources")).Roles);

        Assert.Contains("""{"happened":"grantedWithoutSecondPerson"}""", await fresh.NotesAsync(first));
        await (await TryAskAsync(admin, other, "humanResources")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.needsEmployee");
        var employed = await fresh.AddAccountAsync("employed", await fresh.HireAnywhereAsync());
        Assert.Equal(["humanResources"], (await AskAsync(admin, employed, "humanResources")).WaitingRoles);
        var removed = await admin.PostForVersionAsync(first, "roles/remove", new { role = "humanResources" });
        Assert.Empty((await removed.ReadAsync<AccountTests.Account>()).Roles);
        Assert.Equal(["approver"], (await AskAsync(admin, employed, "approver")).WaitingRoles.Except(["humanResources"]));
    }

    [Fact]
    public async Task Payroll_waits_also_before_an_installation_has_anybody_who_could_confirm()
    {
        await using var fresh = new TrainingApp(await TestDatabase.EmptyAsync());
        var admin = await fresh.SignInAsAsync(Role.Administrator);
        var id = await fresh.AddAccountAsync("pay-clerk", await fresh.HireAnywhereAsync());

        var asked = await AskAsync(admin, id, "payroll");

        Assert.Empty(asked.Roles);
        Assert.Equal(["payroll"], asked.WaitingRoles);
    }

    [Fact]
    public async Task One_person_makes_no_second_person_of_themselves()
    {
        var hr = await app.SignInAsAsync(Role.HumanResources);

        var puppet = await hr.PostAsJsonAsync("/api/v1/accounts", new { userName = "puppet", roles = new[] { "administrator" } }, Stop);

        var made = (await puppet.ReadAsync<AccountTests.Created>()).Account;
        Assert.Empty(made.Roles);
        Assert.Equal(["administrator"], made.WaitingRoles);
    }

    [Theory]
    [InlineData("humanResources")]
    [InlineData("approver")]
    [InlineData("payroll")]
    public async Task What_gives_access_to_people_and_pay_is_held_by_employees_alone(string role)
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var id = await app.AddAccountAsync($"nobodys-{role}", null, Role.Staff);

        await (await TryAskAsync(admin, id, role)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.needsEmployee");
        var made = await admin.PostAsJsonAsync("/api/v1/accounts", new { userName = $"made-{role}", roles = new[] { role } }, Stop);
        await made.ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.needsEmployee");

        Assert.False(await app.ReadAsync(db => db.GrantRequests.AnyAsync(x => x.AccountId == id, Stop)));
        Assert.False(await app.ReadAsync(db => db.Users.AnyAsync(x => x.UserName == $"made-{role}", Stop)));
    }

    [Fact]
    public async Task An_administrator_who_has_left_is_nobody_to_leave_the_accounts_to()
    {
        await using var fresh = new TrainingApp(await TestDatabase.EmptyAsync());
        var last = await fresh.AddAccountAsync("last", null, Role.Administrator);
        await fresh.AddAccountAsync("left", await fresh.HireAnywhereAsync(leftOn: new DateOnly(2026, 3, 1)), Role.Administrator);
        var hr = await fresh.SignInAsAsync(Role.HumanResources);

        await (await hr.PostAsync($"/api/v1/accounts/{last}/disable", null, Stop)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.lastAdministrator");
    }

    [Fact]
    public async Task An_employee_has_one_account()
    {
        var admin = await app.SignInAsAsync(Role.Administrator);
        var employee = await app.PersonAsync(Role.Staff, Standing.Own);

        var answer = await admin.PostAsJsonAsync("/api/v1/accounts", new { userName = "second-of-one", employeeId = employee, roles = new[] { "staff" } }, Stop);

        await answer.ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.employeeHasAccount");
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var fresh = new TrainingApp(await TestDatabase.EmptyAsync());
        var last = await fresh.AddAccountAsync("last", null, Role.Administrator);
        var gone = await fresh.AddAccountAsync("gone", null, Role.Administrator);
        var hr = await fresh.SignInAsAsync(Role.HumanResources);
        await (await hr.PostAsync($"/api/v1/accounts/{gone}/disable", null, Stop)).ReadAsync<AccountTests.Account>();

        await (await hr.PostAsync($"/api/v1/accounts/{last}/disable", null, Stop)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.lastAdministrator");
        await (await hr.PostForVersionAsync(last, "roles/remove", new { role = "administrator" }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "account.lastAdministrator");
        await (await hr.PostAsync($"/api/v1/accounts/{gone}/enable", null, Stop)).ReadAsync<AccountTests.Account>();
        await (await hr.PostAsync($"/api/v1/accounts/{last}/disable", null, Stop)).ReadAsync<AccountTests.Account>();
    }

    private static async Task<AccountTests.Account> AskAsync(HttpClient client, long id, string role) =>
        await (await TryAskAsync(client, id, role)).ReadAsync<AccountTests.Account>();

    private static Task<HttpResponseMessage> TryAskAsync(HttpClient client, long id, string role) =>
        client.PostForVersionAsync(id, "roles", new { role });

    private static async Task<Grant> WaitingAsync(HttpClient client, long accountId) =>
        (await client.GetFromJsonAsync<AccountTests.Page<Grant>>("/api/v1/grants?state=waiting&pageSize=200", Stop))!.Items.Single(x => x.AccountId == accountId);

    internal static async Task<long> WaitingIdAsync(HttpClient client, long accountId) => (await WaitingAsync(client, accountId)).Id;

    internal sealed record Grant(long Id, long AccountId, string Role, string State, int Version);
}
