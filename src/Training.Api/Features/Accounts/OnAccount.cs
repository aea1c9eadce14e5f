using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Domain.Rules;

namespace Training.Api.Features.Accounts;

/// <summary>Runs an act of an administrator on somebody else's account: one act at a time per account, nobody on their own,
/// and for the version it was meant for.</summary>
internal sealed class OnAccount(TrainingDb db, CurrentPerson person)
{
    /// <summary>For acts without content: the version may be left out.</summary>
    public Task<AccountResponse> RunAsync(long id, IfMatch ifMatch, Func<Account, Task> change, CancellationToken cancellation) =>
        RunAsync(id, ifMatch.Accept, change, cancellation);

    /// <summary>For acts that carry content: the version must be given.</summary>
    public Task<AccountResponse> RunVersionedAsync(long id, IfMatch ifMatch, Func<Account, Task> change, CancellationToken cancellation) =>
        RunAsync(id, ifMatch.Require, change, cancellation);

    private async Task<AccountResponse> RunAsync(long id, Action<Account> checkVersion, Func<Account, Task> change, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                // Sign-ins and acts on the same account take turns: a session cannot begin between the two.
                await db.LockAsync($"sign-in:{id}", cancellation);
                var account = await db.Users.SingleOrDefaultAsync(x => x.Id == id, cancellation)
                    ?? throw CommonRefusals.Unknown.With(("record", id));
                RequireOther(account, person);
                checkVersion(account);
                await change(account);
            },
            cancellation);

        return await AccountResponse.ReadAsync(db, id, cancellation);
    }

    private static void RequireOther(Account account, CurrentPerson person)
    {
        if (account.Id == person.AccountId)
        {
            throw AccessRefusals.OwnRecord.With();
        }
    }
}

/// <summary>The rule that somebody can always manage accounts.</summary>
internal static class Administrators
{
    /// <summary>Refuses when no other account that can be used today holds the role. Inside <c>WriteAsync</c>.</summary>
    public static async Task RequireAnotherAsync(TrainingDb db, long accountId, DateOnly today, CancellationToken cancellation)
    {
        await db.LockAsync("administrators", cancellation);
        var roleId = Role.Administrator.Id();
        var isOne = await db.UserRoles.AnyAsync(x => x.UserId == accountId && x.RoleId == roleId, cancellation);
        var hasOthers = await db.UserRoles.AnyAsync(
            x => x.UserId != accountId && x.RoleId == roleId && db.InUse(today).Any(y => y.Id == x.UserId), cancellation);
        if (isOne && !hasOthers)
        {
            throw AccountRefusals.LastAdministrator.With();
        }
    }
}
