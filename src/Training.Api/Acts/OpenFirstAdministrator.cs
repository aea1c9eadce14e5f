using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Settings;
using Training.Domain.Rules;
using Training.Api.Data.Records;

namespace Training.Api.Acts;

/// <summary>Makes the account with which an installation begins.</summary>
internal sealed class OpenFirstAdministrator(TrainingDb db, OpenAccount open, Passwords passwords, OrganisationClock clock, IOptions<SignInSettings> settings)
{
    /// <summary>Answers the secret for one sign-in, which nobody can read again, and until when it opens that sign-in.</summary>
    /// <exception cref="RuleViolation">An account holds the role of administrator, disabled or not; or the name breaks its
    /// rules.</exception>
    public async Task<(string Password, DateTimeOffset Until)> RunAsync(string userName, CancellationToken cancellation)
    {
        var password = Secrets.InitialPassword();
        var hash = passwords.Hash(password);
        var until = clock.Now.AddHours(settings.Value.FirstAdministratorHours);
        await db.WriteAsync(
            async () =>
            {
                await db.LockAsync("administrators", cancellation);
                var roleId = Role.Administrator.Id();
                if (await db.UserRoles.AnyAsync(x => x.RoleId == roleId, cancellation))
                {
                    throw AccountRefusals.AdministratorExists.With();
                }

                await open.RunAsync(new(userName, EmployeeId: null, [Role.Administrator], hash, until), cancellation);
            },
            cancellation);

        return (password, until);
    }
}
