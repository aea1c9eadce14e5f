using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Errors;
using Training.Domain.Rules;

namespace Training.Api.Features.Accounts;

/// <summary>An account: who can sign in as what.</summary>
/// <param name="Id">The account.</param>
/// <param name="UserName">The name one signs in with.</param>
/// <param name="EmployeeId">The person's record; null for an account without one.</param>
/// <param name="EmployeeName">The person's Chinese name.</param>
/// <param name="Roles">Roles and rights it holds.</param>
/// <param name="WaitingRoles">Roles that were asked for and wait for a second person.</param>
/// <param name="DisabledAt">Set: it cannot sign in.</param>
/// <param name="LockedUntilAt">Set and in the future: wrong passwords or codes have locked it.</param>
/// <param name="HasTwoFactor">Whether a second factor is asked for at sign-in.</param>
/// <param name="MustChangePassword">Whether its password was made by the program.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Version">Raised by every change; the ETag.</param>
public sealed record AccountResponse(
    long Id,
    string UserName,
    long? EmployeeId,
    string? EmployeeName,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<Role> WaitingRoles,
    DateTimeOffset? DisabledAt,
    DateTimeOffset? LockedUntilAt,
    bool HasTwoFactor,
    bool MustChangePassword,
    DateTimeOffset CreatedAt,
    int Version) : IVersioned
{
    internal static Expression<Func<Account, AccountResponse>> From(TrainingDb db) => account => new AccountResponse(
        account.Id,
        account.UserName!,
        account.EmployeeId,
        db.Employees.Where(x => x.Id == account.EmployeeId).Select(x => x.NameZh).FirstOrDefault(),
        db.UserRoles.Where(x => x.UserId == account.Id).OrderBy(x => x.RoleId).Select(x => Data.Records.Roles.Of(x.RoleId)).ToList(),
        db.GrantRequests.Where(x => x.AccountId == account.Id && x.State == GrantState.Waiting).OrderBy(x => x.Id).Select(x => x.Role).ToList(),
        account.DisabledAt,
        db.SignInStates.Where(x => x.AccountId == account.Id).Select(x => x.LockedUntilAt).FirstOrDefault(),
        account.TwoFactorEnabled,
        account.MustChangePassword,
        account.CreatedAt,
        account.Version);

    internal static async Task<AccountResponse> ReadAsync(TrainingDb db, long id, CancellationToken cancellation) =>
        await db.Users.AsNoTracking().Where(x => x.Id == id).Select(From(db)).SingleOrDefaultAsync(cancellation)
        ?? throw CommonRefusals.Unknown.With(("record", id));
}

/// <summary>A password made by the program; shown once.</summary>
/// <param name="Account">The account.</param>
/// <param name="InitialPassword">Opens a sign-in that must change it.</param>
/// <param name="InitialPasswordExpiresAt">After this instant it opens none.</param>
public sealed record InitialPasswordResponse(AccountResponse Account, string InitialPassword, DateTimeOffset InitialPasswordExpiresAt) : IVersioned
{
    int IVersioned.Version => Account.Version;
}
