using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Delegations;

internal static class DelegationsRoutes
{
    public static void MapDelegations(this IEndpointRouteBuilder api)
    {
        var delegations = api.MapGroup("/delegations").WithTags("delegations");
        delegations.MapGet("", ListDelegations.HandleAsync).WithName(nameof(ListDelegations)).RequireAuthorization(Policies.SignedIn);
        delegations.MapGet("/{id}", GetDelegation.HandleAsync).WithName(nameof(GetDelegation)).RequireAuthorization(Policies.SignedIn);
        delegations.MapPost("", CreateDelegation.HandleAsync).WithName(nameof(CreateDelegation)).RequireAuthorization(Policies.NameDeputies)
            .Refuses(AccessRefusals.NotInRelation, AccessRefusals.OwnRecord)
            .Refuses(DelegationRefusals.PersonUnknown, DelegationRefusals.NotEmployed, DelegationRefusals.ToOneself)
            .Refuses(DelegationRefusals.SpanOutOfRange, DelegationRefusals.InThePast, DelegationRefusals.Overlap);
        delegations.MapPut("/{id}", EditDelegation.HandleAsync).WithName(nameof(EditDelegation)).RequireAuthorization(Policies.NameDeputies)
            .Refuses(AccessRefusals.NotInRelation, AccessRefusals.OwnRecord)
            .Refuses(DelegationRefusals.PersonUnknown, DelegationRefusals.NotEmployed, DelegationRefusals.ToOneself)
            .Refuses(DelegationRefusals.SpanOutOfRange, DelegationRefusals.InThePast, DelegationRefusals.Overlap)
            .Refuses(DelegationRefusals.Begun, DelegationRefusals.Over);
        delegations.MapPost("/{id}/end", EndDelegation.HandleAsync).WithName(nameof(EndDelegation)).RequireAuthorization(Policies.NameDeputies)
            .Refuses(AccessRefusals.NotInRelation, DelegationRefusals.NotBegun, DelegationRefusals.Over);
        delegations.MapDelete("/{id}", DeleteDelegation.HandleAsync).WithName(nameof(DeleteDelegation))
            .RequireAuthorization(Policies.NameDeputies)
            .Refuses(AccessRefusals.NotInRelation, DelegationRefusals.Begun);
    }
}
