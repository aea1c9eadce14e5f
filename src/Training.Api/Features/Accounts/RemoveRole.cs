using Microsoft.EntityFrameworkCore;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Data.Records;

namespace Training.Api.Features.Accounts;

internal static class RemoveRole
{
    /// <summary>Takes a role away, at once; the account's sessions end.</summary>
    internal static Task<AccountResponse> HandleAsync(
        long id, RoleRequest request, IfMatch ifMatch, OnAccount on, TrainingDb db, SignInSessions sessions, OrganisationClock clock,
        CancellationToken cancellation) =>
        on.RunVersionedAsync(
            id,
            ifMatch,
            async account =>
            {
                var roleId = request.Role.Id();
                var held = await db.UserRoles.SingleOrDefaultAsync(x => x.UserId == id && x.RoleId == roleId, cancellation)
                    ?? throw AccountRefusals.LacksRole.At("role", ("role", request.Role));
                if (request.Role == Role.Administrator && account.DisabledAt is null)
                {
                    await Administrators.RequireAnotherAsync(db, id, clock.Today, cancellation);
                }

                db.UserRoles.Remove(held);
                await sessions.EndAllAsync(id, EndReasons.RolesChanged, cancellation);
            },
            cancellation);
}
