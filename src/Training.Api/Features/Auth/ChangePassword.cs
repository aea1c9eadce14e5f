using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Http.Validation;

namespace Training.Api.Features.Auth;

/// <param name="CurrentPassword">The password in force.</param>
/// <param name="NewPassword">12 to 128 characters, not the user name, not one character repeated, another than before.</param>
public sealed record ChangePasswordRequest([property: TextLength(1, PasswordRules.Longest)] string CurrentPassword, string NewPassword);

internal static class ChangePassword
{
    /// <summary>Changes one's own password. Every other session of the account ends; this one goes on.</summary>
    internal static async Task<IResult> HandleAsync(
        ChangePasswordRequest request,
        TrainingDb db,
        OwnProof proof,
        Passwords passwords,
        SignInSessions sessions,
        CurrentPerson person,
        CancellationToken cancellation)
    {
        var userName = await db.Users.Where(x => x.Id == person.AccountId).Select(x => x.UserName!).SingleAsync(cancellation);
        PasswordRules.Check(request.NewPassword, userName, "newPassword");
        if (PasswordRules.Form(request.NewPassword) == PasswordRules.Form(request.CurrentPassword))
        {
            throw AuthRefusals.PasswordSame.At("newPassword");
        }

        var hash = passwords.Hash(request.NewPassword);
        await proof.ThenAsync(
            "currentPassword",
            request.CurrentPassword,
            code: null,
            async (account, _) =>
            {
                (account.PasswordHash, account.MustChangePassword, account.InitialPasswordExpiresAt) = (hash, false, null);
                await sessions.EndAllAsync(account.Id, EndReasons.PasswordChanged, cancellation, except: person.SessionId);
                return true;
            },
            cancellation);

        return TypedResults.NoContent();
    }
}
