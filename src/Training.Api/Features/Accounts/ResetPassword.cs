using Microsoft.Extensions.Options;
using Training.Api.Acts;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Settings;

namespace Training.Api.Features.Accounts;

internal static class ResetPassword
{
    /// <summary>Gives the account a password for one sign-in, which the answer shows and nobody can read again. Its sessions
    /// end, and a lock by wrong passwords with them.</summary>
    internal static async Task<InitialPasswordResponse> HandleAsync(
        long id,
        IfMatch ifMatch,
        OnAccount on,
        Passwords passwords,
        SignInStates states,
        SignInSessions sessions,
        OrganisationClock clock,
        IOptions<SignInSettings> settings,
        TellOfReset tell,
        CancellationToken cancellation)
    {
        var password = Secrets.InitialPassword();
        var hash = passwords.Hash(password);
        var until = clock.Now.AddHours(settings.Value.InitialPasswordHours);
        var response = await on.RunAsync(
            id,
            ifMatch,
            async account =>
            {
                (account.PasswordHash, account.MustChangePassword, account.InitialPasswordExpiresAt) = (hash, true, until);
                (await states.OpenAsync(id, cancellation)).Clear();
                await sessions.EndAllAsync(id, EndReasons.PasswordChanged, cancellation);
                await tell.RunAsync("account.passwordReset", account, cancellation);
            },
            cancellation);

        return new(response, password, until);
    }
}
