using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Settings;

namespace Training.Api.Auth;

/// <summary>Counts attempts and checks second factors. Every method runs inside <c>WriteAsync</c>, where attempts on one
/// account take turns: guesses sent side by side get no more tries than guesses sent one by one.</summary>
internal sealed class SignInStates(TrainingDb db, OrganisationClock clock, IOptions<SignInSettings> settings)
{
    /// <summary>The state of the account (<see cref="SignInState.OfUnknown"/> for none), for this write alone.</summary>
    public async Task<SignInState> OpenAsync(long accountId, CancellationToken cancellation)
    {
        await db.LockAsync($"sign-in:{accountId}", cancellation);
        var state = await db.SignInStates.SingleOrDefaultAsync(x => x.AccountId == accountId, cancellation);
        if (state is null)
        {
            state = new SignInState { AccountId = accountId };
            db.SignInStates.Add(state);
        }

        return state;
    }

    /// <summary>Counts a wrong password or code; the one that locks the account is noted in the audit.</summary>
    public void Fail(SignInState state)
    {
        if (state.Fail(clock.Now, settings.Value.FailuresToLock, TimeSpan.FromMinutes(settings.Value.LockMinutes))
            && state.AccountId > 0)
        {
            db.Note(state.AccountId, SecurityNotes.Locked);
        }
    }

    /// <summary>Whether the authenticator's code is right now and was not used before; it is used then.</summary>
    public bool AcceptCode(Account account, SignInState state, string code)
    {
        if (account.AuthenticatorSecret is not { } secret
            || Authenticator.Accept(secret, code.Trim(), clock.Now, state.LastAuthenticatorStep) is not { } step)
        {
            return false;
        }

        state.LastAuthenticatorStep = step;

        return true;
    }

    /// <summary>Whether the recovery code is one of the account's that was not used before; it is used then.</summary>
    public async Task<bool> AcceptRecoveryAsync(Account account, string recoveryCode, CancellationToken cancellation)
    {
        var hash = Secrets.RecoveryHash(recoveryCode);
        var code = await db.RecoveryCodes.SingleOrDefaultAsync(
            x => x.AccountId == account.Id && x.Hash == hash && x.UsedAt == null, cancellation);
        if (code is null)
        {
            return false;
        }

        code.UsedAt = clock.Now;
        db.Note(account.Id, SecurityNotes.RecoveryCodeUsed);

        return true;
    }
}
