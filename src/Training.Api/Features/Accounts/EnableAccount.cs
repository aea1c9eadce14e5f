using Training.Api.Auth;
using Training.Api.Http;

namespace Training.Api.Features.Accounts;

internal static class EnableAccount
{
    /// <summary>Lets a disabled account sign in again, with the roles it has.</summary>
    internal static Task<AccountResponse> HandleAsync(long id, IfMatch ifMatch, OnAccount on, CancellationToken cancellation) =>
        on.RunAsync(
            id,
            ifMatch,
            account =>
            {
                if (account.DisabledAt is null)
                {
                    throw AccountRefusals.IsEnabled.With();
                }

                account.DisabledAt = null;

                return Task.CompletedTask;
            },
            cancellation);
}
