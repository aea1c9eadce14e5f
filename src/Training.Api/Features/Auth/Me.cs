using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Settings;

namespace Training.Api.Features.Auth;

/// <summary>Who is signed in and what they may do.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="UserName">The name one signs in with.</param>
/// <param name="EmployeeId">The person's own record; null for an account without one.</param>
/// <param name="Roles">Roles and rights.</param>
/// <param name="MayDo">What the roles allow, as the program names it; whether it may be done to a given record is decided
/// per record.</param>
/// <param name="Language">The language of the answers to this person.</param>
/// <param name="HasTwoFactor">Whether a second factor is asked for at sign-in.</param>
/// <param name="NeedsTwoFactor">Whether the roles need one.</param>
/// <param name="MustChangePassword">Whether nothing else may be done before the password is changed.</param>
/// <param name="RecoveryCodesLeft">Recovery codes that were not used yet.</param>
public sealed record MeResponse(
    long AccountId,
    string UserName,
    long? EmployeeId,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<string> MayDo,
    string Language,
    bool HasTwoFactor,
    bool NeedsTwoFactor,
    bool MustChangePassword,
    int RecoveryCodesLeft);

internal static class Me
{
    /// <summary>Who is signed in: account, own record, roles, what they allow, and the state of the sign-in.</summary>
    internal static async Task<MeResponse> HandleAsync(
        TrainingDb db, CurrentPerson person, IOptions<SignInSettings> settings, HttpContext context, CancellationToken cancellation)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(x => x.Id == person.AccountId, cancellation);
        var codes = await db.RecoveryCodes.CountAsync(x => x.AccountId == person.AccountId && x.UsedAt == null, cancellation);

        return new(
            account.Id,
            account.UserName!,
            account.EmployeeId,
            [.. person.Roles.Order()],
            Policies.Of(person.Roles),
            ReaderLanguage.Of(context).Tag(),
            account.TwoFactorEnabled,
            settings.Value.RequiresTwoFactor(person.Roles),
            account.MustChangePassword,
            account.TwoFactorEnabled ? codes : 0);
    }
}
