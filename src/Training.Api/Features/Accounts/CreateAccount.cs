using Microsoft.Extensions.Options;
using Training.Api.Acts;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Settings;

namespace Training.Api.Features.Accounts;

/// <param name="UserName">1 to 64 letters, digits and <c>. _ - @</c>; unique without regard to case.</param>
/// <param name="Roles">Supervisor and staff hold at once; the others wait for a second person, and humanResources, approver and
/// payroll need an employee.</param>
/// <param name="EmployeeId">The person's record, one account each; none for an account without one.</param>
public sealed record CreateAccountRequest(
    [property: TextLength(1, 64)] string UserName, [property: ItemCount(0, 6)] IReadOnlyList<Role> Roles, long? EmployeeId = null);

internal static class CreateAccount
{
    /// <summary>Makes an account with a password for one sign-in, which the answer shows and nobody can read again.</summary>
    internal static async Task<IResult> HandleAsync(
        CreateAccountRequest request,
        TrainingDb db,
        OpenAccount open,
        Passwords passwords,
        GrantRole grant,
        OrganisationClock clock,
        IOptions<SignInSettings> settings,
        CancellationToken cancellation)
    {
        var password = Secrets.InitialPassword();
        var hash = passwords.Hash(password);
        var until = clock.Now.AddHours(settings.Value.InitialPasswordHours);
        var id = await db.WriteAsync(
            async () =>
            {
                var account = await open.RunAsync(new(request.UserName, request.EmployeeId, [], hash, until), cancellation);
                foreach (var role in request.Roles.Distinct())
                {
                    await grant.ToAsync(account, role, cancellation);
                }

                return account.Id;
            },
            cancellation);
        var account = await AccountResponse.ReadAsync(db, id, cancellation);

        return TypedResults.Created($"/api/v1/accounts/{id}", new InitialPasswordResponse(account, password, until));
    }
}
