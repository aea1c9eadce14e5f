using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.People;

namespace Training.Api.Features.WorkPlaces;

internal static class WorkPlacesRoutes
{
    public static void MapWorkPlaces(this IEndpointRouteBuilder api)
    {
        var places = api.MapGroup("/work-places").WithTags("work-places");
        places.MapGet("", ListWorkPlaces.HandleAsync).WithName(nameof(ListWorkPlaces)).RequireAuthorization(Policies.SignedIn);
        places.MapGet("/{id}", GetWorkPlace.HandleAsync).WithName(nameof(GetWorkPlace)).RequireAuthorization(Policies.SignedIn);
        places.MapPost("", CreateWorkPlace.HandleAsync).WithName(nameof(CreateWorkPlace)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(WorkPlaceRefusals.CodeTaken, WorkPlaceRefusals.WageFromTwice);
        places.MapPut("/{id}", EditWorkPlace.HandleAsync).WithName(nameof(EditWorkPlace)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(WorkPlaceRefusals.WageFromTwice);
    }
}
