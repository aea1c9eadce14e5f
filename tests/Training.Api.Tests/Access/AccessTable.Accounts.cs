using Training.Api.Features.Auth;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Accounts() =>
    [
        Route("ListAccounts").Lists("/accounts?pageSize=200&sort=-createdAt", x => AccountOfAsync(x)).Row(Standing.Any, "AFFAFF"),
        Route("GetAccount").Sends(async x => AccessCase.Get($"/accounts/{await AccountOfAsync(x)}")).Row(Standing.Any, "AFFAFF"),
        Route("CreateAccount")
            .Sends(x => AccessCase.Post("/accounts", new { userName = $"created-{x.Number}", roles = new[] { "staff" } }))
            .Row(Standing.Any, "AFFAFF"),
        Act("DisableAccount", "disable"),
        Act("EnableAccount", "enable", "disable"),
        Route("UnlockAccount").Sends(async x => AccessCase.Post($"/accounts/{await LockedAccountAsync(x)}/unlock")).Row(Standing.Any, "AFFAFF"),
        Act("ResetPassword", "reset-password"),
        Route("ResetTwoFactor")
            .Sends(async x => AccessCase.Post($"/accounts/{await EnrollingAccountAsync(x)}/reset-two-factor")).Row(Standing.Any, "AFFAFF"),
        Route("GrantRole")
            .Sends(async x => AccessCase.Post($"/accounts/{await AccountOfAsync(x)}/roles", new { role = "supervisor" }, ifMatch: 2))
            .Row(Standing.Any, "AFFAFF"),
        Route("RemoveRole")
            .Sends(async x => AccessCase.Post($"/accounts/{await AccountOfAsync(x)}/roles/remove", new { role = "staff" }, ifMatch: 2))
            .Row(Standing.Any, "AFFAFF"),
        Route("ListGrants").Lists("/grants?pageSize=200", GrantOfAsync).Row(Standing.Any, "AFFFAF"),
        Route("GetGrant").Sends(async x => AccessCase.Get($"/grants/{await GrantOfAsync(x)}")).Row(Standing.Any, "AFFFAF"),
        Route("ConfirmGrant").Sends(async x => AccessCase.Post($"/grants/{await GrantOfAsync(x)}/confirm")).Row(Standing.Any, "AFFFAF"),
        Route("DeclineGrant").Sends(async x => AccessCase.Post($"/grants/{await GrantOfAsync(x)}/decline")).Row(Standing.Any, "AFFFAF"),
    ];

    private static RouteAccess Act(string operationId, string act, string? before = null) => Route(operationId)
        .Sends(async x =>
        {
            var id = await AccountOfAsync(x);
            if (before is not null)
            {
                var admin = await x.App.SignInAsAsync(Role.Administrator);
                Assert.True((await admin.PostAsync($"/api/v1/accounts/{id}/{before}", null)).IsSuccessStatusCode);
            }

            return AccessCase.Post($"/accounts/{id}/{act}");
        })
        .Row(Standing.Any, "AFFAFF");

    /// <summary>Stands at version 2: made, and given a role.</summary>
    private static Task<long> AccountOfAsync(AccessCase x) => x.App.AddAccountAsync($"account-{x.Number}", null, Role.Staff);

    private static async Task<long> LockedAccountAsync(AccessCase x)
    {
        var id = await AccountOfAsync(x);
        for (var i = 0; i < 5; i++)
        {
            await x.App.TryAsync($"account-{x.Number}", "wrong horse battery");
        }

        return id;
    }

    private static async Task<long> EnrollingAccountAsync(AccessCase x)
    {
        var id = await AccountOfAsync(x);
        var enrolled = await x.App.PostAsync(
            await x.App.TokensAsync($"account-{x.Number}"), "/api/v1/auth/two-factor/enrol", new EnrolTwoFactorRequest(SignedIn.Password));
        Assert.True(enrolled.IsSuccessStatusCode);

        return id;
    }

    /// <summary>Asked for by an HR person made for it, so that every other may decide.</summary>
    private static async Task<long> GrantOfAsync(AccessCase x)
    {
        var id = await x.App.AddAccountAsync($"account-{x.Number}", await x.App.HireAnywhereAsync(), Role.Staff);
        var asking = await x.App.SignInAsAsync(Role.HumanResources);
        Assert.True((await asking.PostForVersionAsync(id, "roles", new { role = "payroll" })).IsSuccessStatusCode);

        return await GrantTests.WaitingIdAsync(asking, id);
    }
}
