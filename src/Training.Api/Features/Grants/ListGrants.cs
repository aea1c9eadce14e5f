using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http;
using Training.Api.Http.Lists;

namespace Training.Api.Features.Grants;

internal static class ListGrants
{
    private static readonly Sorts<GrantRequest> Sorts = new(x => x.Id, "-requestedAt")
    {
        { "requestedAt", x => x.RequestedAt },
        { "decidedAt", x => x.DecidedAt },
    };

    /// <summary>Roles that were granted or asked for and need a second person, by where they stand.</summary>
    internal static ListOf<GrantResponse> HandleAsync(
        TrainingDb db, [AsParameters] ListRequest request, [FromQuery(Name = "state")] Choice<GrantState>? state = null)
    {
        var grants = db.GrantRequests.AsNoTracking();
        if (state is { } wanted)
        {
            var value = wanted.Value;
            grants = grants.Where(x => x.State == value);
        }

        return ListOf.From(grants, Sorts, GrantResponse.From(db), request);
    }
}
