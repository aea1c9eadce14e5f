using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Errors;
using Training.Domain.Rules;

namespace Training.Api.Features.Grants;

/// <summary>The granting of a role that needs a second person.</summary>
/// <param name="Id">The grant.</param>
/// <param name="AccountId">Who is to hold the role.</param>
/// <param name="UserName">The name that account signs in with.</param>
/// <param name="Role">The role or right.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedById">The account that asked; null where the program itself granted.</param>
/// <param name="RequestedByName">The name that account signs in with.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="DecidedById">The account that decided; null while waiting and for the first grants of an installation.</param>
/// <param name="DecidedByName">The name that account signs in with.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Version">The ETag.</param>
public sealed record GrantResponse(
    long Id,
    long AccountId,
    string UserName,
    Role Role,
    GrantState State,
    long? RequestedById,
    string? RequestedByName,
    DateTimeOffset RequestedAt,
    long? DecidedById,
    string? DecidedByName,
    DateTimeOffset? DecidedAt,
    int Version) : IVersioned
{
    internal static Expression<Func<GrantRequest, GrantResponse>> From(TrainingDb db) => grant => new GrantResponse(
        grant.Id,
        grant.AccountId,
        db.Users.Where(x => x.Id == grant.AccountId).Select(x => x.UserName!).First(),
        grant.Role,
        grant.State,
        grant.RequestedById,
        db.Users.Where(x => x.Id == grant.RequestedById).Select(x => x.UserName).FirstOrDefault(),
        grant.RequestedAt,
        grant.DecidedById,
        db.Users.Where(x => x.Id == grant.DecidedById).Select(x => x.UserName).FirstOrDefault(),
        grant.DecidedAt,
        grant.Version);

    internal static async Task<GrantResponse> ReadAsync(TrainingDb db, long id, CancellationToken cancellation) =>
        await db.GrantRequests.AsNoTracking().Where(x => x.Id == id).Select(From(db)).SingleOrDefaultAsync(cancellation)
        ?? throw CommonRefusals.Unknown.With(("record", id));
}
