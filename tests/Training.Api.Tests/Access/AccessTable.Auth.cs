using System.Net.Http.Json;
using Training.Api.Auth;
using Training.Api.Features.Auth;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Auth() =>
    [
        Route("SignIn").Open(),
        Route("Refresh").Open(),
        Route("Me").Sends(_ => AccessCase.Get("/auth/me")).Row(Standing.Any, "AAAAAA"),
        Route("SignOut").ByNewAccount().Sends(_ => AccessCase.Post("/auth/sign-out")).Row(Standing.Any, "AAAAAA"),
        Route("ChangePassword").ByNewAccount()
            .Sends(_ => AccessCase.Post("/auth/change-password", new ChangePasswordRequest(SignedIn.Password, "another long password")))
            .Row(Standing.Any, "AAAAAA"),
        Route("EnrolTwoFactor").ByNewAccount().Sends(_ => AccessCase.Post("/auth/two-factor/enrol", new EnrolTwoFactorRequest(SignedIn.Password)))
            .Row(Standing.Any, "AAAAAA"),
        Route("ConfirmTwoFactor").ByNewAccount()
            .Sends(async x => AccessCase.Post("/auth/two-factor/confirm", new ConfirmTwoFactorRequest(Code(x, await EnrolAsync(x)))))
            .Row(Standing.Any, "AAAAAA"),
        Route("DisableTwoFactor").ByNewAccount()
            .Sends(async x => AccessCase.Post("/auth/two-factor/disable", new TwoFactorProofRequest(SignedIn.Password, await NextCodeAsync(x))))
            .Row(Standing.Any, "AAAAAA"),
        Route("RenewRecoveryCodes").ByNewAccount()
            .Sends(async x => AccessCase.Post("/auth/two-factor/recovery-codes", new TwoFactorProofRequest(SignedIn.Password, await NextCodeAsync(x))))
            .Row(Standing.Any, "AAAAAA"),
    ];

    private static async Task<string> EnrolAsync(AccessCase x) =>
        (await (await x.Client.PostAsJsonAsync("/api/v1/auth/two-factor/enrol", new EnrolTwoFactorRequest(SignedIn.Password))).ReadAsync<EnrolTwoFactorResponse>()).Secret;

    private static string Code(AccessCase x, string secret) => Authenticator.Code(secret, Authenticator.StepOf(x.App.Clock.GetUtcNow()));

    /// <summary>Turns the second factor on, and answers the code of the next half minute: each works once.</summary>
    private static async Task<string> NextCodeAsync(AccessCase x)
    {
        var secret = await EnrolAsync(x);
        var confirmed = await x.Client.PostAsJsonAsync("/api/v1/auth/two-factor/confirm", new ConfirmTwoFactorRequest(Code(x, secret)));
        Assert.True(confirmed.IsSuccessStatusCode);
        x.App.Clock.Advance(TimeSpan.FromSeconds(30));
        return Code(x, secret);
    }
}
