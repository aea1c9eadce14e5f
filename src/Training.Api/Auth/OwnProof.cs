using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Errors;
using Training.Domain.Rules;

namespace Training.Api.Auth;

/// <summary>Somebody signed in proves again who they are before an act on their own sign-in: a stolen token alone must not
/// change it. Wrong proofs count as wrong sign-ins do.</summary>
internal sealed class OwnProof(TrainingDb db, Passwords passwords, SignInStates states, OrganisationClock clock, CurrentPerson person)
{
    /// <summary>Checks the password, and the authenticator's code where one is asked for, and does the act in the same write:
    /// nothing can come between the proof and what it was given for.</summary>
    /// <exception cref="RuleViolation">A wrong password or code, a locked account, or a session that ended meanwhile.</exception>
    public async Task<T> ThenAsync<T>(
        string passwordField, string password, string? code, Func<Account, SignInState, Task<T>> act, CancellationToken cancellation)
    {
        var known = await db.Users.Where(x => x.Id == person.AccountId).Select(x => x.PasswordHash).SingleAsync(cancellation);
        var isRight = passwords.Verify(known, password) != PasswordVerificationResult.Failed;
        var (done, refusal) = await db.WriteAsync(
            async () =>
            {
                var (account, state) = await OpenAsync(cancellation);
                // A wrong proof is counted, so it leaves the write as an answer.
                return WrongIn(account, state, isRight && account.PasswordHash == known, passwordField, code) is { } wrong
                    ? ((T?)default, (RuleViolation?)wrong)
                    : (await act(account, state), null);
            },
            cancellation);

        return refusal is null ? done! : throw refusal;
    }

    /// <summary>The caller's account and its state, for this write alone. Inside <c>WriteAsync</c>.</summary>
    /// <exception cref="RuleViolation">The session ended after the request was let in.</exception>
    public async Task<(Account Account, SignInState State)> OpenAsync(CancellationToken cancellation)
    {
        var state = await states.OpenAsync(person.AccountId, cancellation);
        if (await db.SignInSessions.AnyAsync(x => x.Id == person.SessionId && x.EndedAt != null, cancellation))
        {
            throw CommonRefusals.NotSignedIn.With();
        }

        return (await db.Users.SingleAsync(x => x.Id == person.AccountId, cancellation), state);
    }

    private RuleViolation? WrongIn(Account account, SignInState state, bool isRight, string passwordField, string? code)
    {
        if (state.IsLocked(clock.Now))
        {
            return AuthRefusals.Locked.With(("retryAfter", (int)Math.Ceiling((state.LockedUntilAt!.Value - clock.Now).TotalSeconds)));
        }

        if (!isRight)
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
