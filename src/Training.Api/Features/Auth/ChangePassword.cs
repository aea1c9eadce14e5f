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
        Sessions sessions,
        CurrentPerson person,
        CancellationToken cancellation)
    {
        await proof.RequireAsync("currentPassword", request.CurrentPassword, code: null, cancellation);
        var userName = await db.Users.Where(x => x.Id == person.AccountId).Select(x => x.UserName!).SingleAsync(cancellation);
        PasswordRules.Check(request.NewPassword, userName, "newPassword");
        if (PasswordRules.Form(request.NewPassword) == PasswordRules.Form(request.CurrentPassword))
        {
            throw AuthRefusals.PasswordSame.At("newPassword");
        }

        var hash = passwords.Hash(request.NewPassword);
        await db.WriteAsync(
            async () =>
            {
                await db.LockAsync($"sign-in:{person.AccountId}", cancellation);
                var account = await db.Users.SingleAsync(x => x.Id == person.AccountId, cancellation);
                (account.PasswordHash, account.MustChangePassword, account.InitialPasswordExpiresAt) = (hash, false, null);
                await sessions.EndAllAsync(account.Id, EndReasons.PasswordChanged, cancellation, except: person.SessionId);
            },
            cancellation);

        return TypedResults.NoContent();
    }
}
