using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Accounts;

internal static class DisableAccount
{
    /// <summary>Ends the account's access at once; its history stays. The last administrator stays.</summary>
    internal static Task<AccountResponse> HandleAsync(
        long id, IfMatch ifMatch, OnAccount on, TrainingDb db, SignInSessions sessions, OrganisationClock clock, CancellationToken cancellation) =>
        on.RunAsync(
            id,
            ifMatch,
            async account =>
            {
                if (account.DisabledAt is not null)
                {
                    throw AccountRefusals.IsDisabled.With();
                }

                await Administrators.RequireAnotherAsync(db, id, clock.Today, cancellation);
                account.DisabledAt = clock.Now;
                await sessions.EndAllAsync(id, EndReasons.Disabled, cancellation);
            },
            cancellation);
}
