using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.People;

namespace Training.Api.Features.Positions;

internal static class PositionsRoutes
{
    public static void MapPositions(this IEndpointRouteBuilder api)
    {
        var positions = api.MapGroup("/positions").WithTags("positions");
        positions.MapGet("", ListPositions.HandleAsync).WithName(nameof(ListPositions)).RequireAuthorization(Policies.SignedIn);
        positions.MapGet("/{id}", GetPosition.HandleAsync).WithName(nameof(GetPosition)).RequireAuthorization(Policies.SignedIn);
        positions.MapPost("", CreatePosition.HandleAsync).WithName(nameof(CreatePosition)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(PositionRefusals.CodeTaken, PositionRefusals.CourseUnknown, PositionRefusals.CourseRetired, PositionRefusals.DaysWithoutCourse);
        positions.MapPut("/{id}", EditPosition.HandleAsync).WithName(nameof(EditPosition)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(PositionRefusals.Retired, PositionRefusals.CourseUnknown, PositionRefusals.CourseRetired, PositionRefusals.DaysWithoutCourse);
        positions.MapPost("/{id}/retire", RetirePosition.HandleAsync).WithName(nameof(RetirePosition))
            .RequireAuthorization(Policies.ManagePeople)
            .Refuses(PositionRefusals.Retired, PositionRefusals.HasPeople);
    }
}
