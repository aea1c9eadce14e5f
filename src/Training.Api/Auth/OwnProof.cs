using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Domain.Rules;

namespace Training.Api.Auth;

/// <summary>Somebody signed in proves again who they are before an act on their own sign-in: a stolen token alone must not
/// change it. Wrong proofs count as wrong sign-ins do.</summary>
internal sealed class OwnProof(TrainingDb db, Passwords passwords, SignInStates states, OrganisationClock clock, CurrentPerson person)
{
    /// <summary>Checks the password, and the authenticator's code where one is asked for.</summary>
    /// <exception cref="RuleViolation">A wrong password or code, or a locked account.</exception>
    public async Task RequireAsync(string passwordField, string password, string? code, CancellationToken cancellation)
    {
        var known = await db.Users.Where(x => x.Id == person.AccountId).Select(x => x.PasswordHash).SingleAsync(cancellation);
        var isRight = passwords.Verify(known, password) != PasswordVerificationResult.Failed;
        var refusal = await db.WriteAsync(() => DecideAsync(known, isRight, passwordField, code, cancellation), cancellation);
        if (refusal is not null)
        {
            throw refusal;
        }
    }

    private async Task<RuleViolation?> DecideAsync(
        string? known, bool isRight, string passwordField, string? code, CancellationToken cancellation)
    {
        var state = await states.OpenAsync(person.AccountId, cancellation);
        var account = await db.Users.SingleAsync(x => x.Id == person.AccountId, cancellation);
        if (state.IsLocked(clock.Now))
        {
            return AuthRefusals.Locked.With(("retryAfter", (int)Math.Ceiling((state.LockedUntilAt!.Value - clock.Now).TotalSeconds)));
        }

        if (!isRight || account.PasswordHash != known)
        {
            states.Fail(state);
            return AuthRefusals.PasswordWrong.At(passwordField);
        }

        if (code is not null && !states.AcceptCode(account, state, code))
        {
            states.Fail(state);
            return AuthRefusals.CodeWrong.At("code");
        }

        state.Clear();

        return null;
    }
}
