using Training.Api.Access;
using Training.Api.Auth;
using Training.Api.Errors;
using Training.Domain.Rules;

namespace Training.Api.Features.Grants;

internal static class GrantRoutes
{
    /// <summary>Roles that need a second person.</summary>
    public static void MapGrants(this IEndpointRouteBuilder api)
    {
        var grants = api.MapGroup("/grants").WithTags("grants").RequireAuthorization(Policies.ConfirmGrants);

        grants.MapGet("", ListGrants.HandleAsync).WithName(nameof(ListGrants));
        grants.MapGet("/{id}", GetGrant.HandleAsync).WithName(nameof(GetGrant)).Refuses(CommonRefusals.Unknown);

        var decisions = grants.MapGroup("/{id}").Refuses(CommonRefusals.Unknown, AccessRefusals.OwnRecord)
            .Refuses(AccountRefusals.GrantRequester, AccountRefusals.GrantDecided, CommonRefusals.VersionStale);
        decisions.MapPost("/confirm", DecideGrant.ConfirmGrant).WithName(nameof(DecideGrant.ConfirmGrant));
        decisions.MapPost("/decline", DecideGrant.DeclineGrant).WithName(nameof(DecideGrant.DeclineGrant));
    }
}
