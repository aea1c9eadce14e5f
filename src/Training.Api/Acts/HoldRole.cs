using Microsoft.AspNetCore.Identity;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Notices;

namespace Training.Api.Acts;

/// <summary>Lets an account hold a role: for the act that grants at once, and the one that confirms as second person. Called
/// inside <c>WriteAsync</c>.</summary>
internal sealed class HoldRole(TrainingDb db, SignInSessions sessions, NoticeBox notices)
{
    /// <summary>The account holds the role from now on; its sessions end, so that none goes on with what it was allowed before.
    /// A role that opens people or pay is told to all HR.</summary>
    public async Task RunAsync(Account account, Role role, CancellationToken cancellation)
    {
        db.UserRoles.Add(new IdentityUserRole<long> { UserId = account.Id, RoleId = role.Id() });
        await sessions.EndAllAsync(account.Id, EndReasons.RolesChanged, cancellation);
        if (GrantRequest.NeedSecondPerson.Contains(role))
        {
            await notices.TellRoleAsync(
                "account.roleGranted", Role.HumanResources, new NoticeSubject("account", account.Id), cancellation,
                ("userName", account.UserName), ("role", role));
        }
    }
}
