using Training.Api.Acts;
using Training.Api.Auth;
using Training.Api.Http;

namespace Training.Api.Features.Accounts;

internal static class ResetTwoFactor
{
    /// <summary>Forgets the second factor of somebody who lost authenticator and recovery codes. The sessions end; where the
    /// roles need a second factor, the next sign-in can do nothing before a new one is on.</summary>
    internal static Task<AccountResponse> HandleAsync(
        long id, IfMatch ifMatch, OnAccount on, SignInStates states, SignInSessions sessions, RecoveryCodes codes,
        TellOfReset tell, CancellationToken cancellation) =>
        on.RunAsync(
            id,
            ifMatch,
            async account =>
            {
                if (account.AuthenticatorSecret is null)
                {
                    throw AccountRefusals.HasNoTwoFactor.With();
                }

                (account.TwoFactorEnabled, account.AuthenticatorSecret) = (false, null);
                (await states.OpenAsync(id, cancellation)).LastAuthenticatorStep = 0;
                await codes.ForgetAsync(id, cancellation);
                await sessions.EndAllAsync(id, EndReasons.TwoFactorChanged, cancellation);
                await tell.RunAsync("account.twoFactorReset", account, cancellation);
            },
            cancellation);
}
