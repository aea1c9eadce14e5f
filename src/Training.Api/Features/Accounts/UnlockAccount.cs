using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Accounts;

internal static class UnlockAccount
{
    /// <summary>Ends the lock that wrong passwords or codes brought about, before its time.</summary>
    internal static Task<AccountResponse> HandleAsync(
        long id, IfMatch ifMatch, OnAccount on, TrainingDb db, SignInStates states, OrganisationClock clock, CancellationToken cancellation) =>
        on.RunAsync(
            id,
            ifMatch,
            async account =>
            {
                var state = await states.OpenAsync(id, cancellation);
                if (!state.IsLocked(clock.Now))
                {
                    throw AccountRefusals.NotLocked.With();
                }

                state.Clear();
                db.Note(id, SecurityNotes.Unlocked);
            },
            cancellation);
}
