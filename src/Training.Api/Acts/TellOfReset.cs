using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Notices;

namespace Training.Api.Acts;

/// <summary>A new password or a forgotten second factor opens an account to whoever holds the answer: its owner is told, and
/// all HR where the account holds a role that opens people or pay. Called inside <c>WriteAsync</c>.</summary>
internal sealed class TellOfReset(TrainingDb db, NoticeBox notices)
{
    /// <param name="kind"><c>account.passwordReset</c> or <c>account.twoFactorReset</c>.</param>
    public async Task RunAsync(string kind, Account account, CancellationToken cancellation)
    {
        var subject = new NoticeSubject("account", account.Id);
        await notices.TellAccountAsync(kind, account.Id, subject, cancellation, ("userName", account.UserName));
        var guarded = GrantRequest.NeedSecondPerson.Select(x => x.Id()).ToList();
        if (await db.UserRoles.AnyAsync(x => x.UserId == account.Id && guarded.Contains(x.RoleId), cancellation))
        {
            await notices.TellRoleAsync(kind, Role.HumanResources, subject, cancellation, ("userName", account.UserName));
        }
    }
}
