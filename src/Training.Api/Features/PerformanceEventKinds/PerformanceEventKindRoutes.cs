using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Incentives;

namespace Training.Api.Features.PerformanceEventKinds;

internal static class PerformanceEventKindRoutes
{
    /// <summary>What can happen to people, and what is said of it.</summary>
    public static void MapPerformanceEventKinds(this IEndpointRouteBuilder api)
    {
        var kinds = api.MapGroup("/performance-event-kinds").WithTags("performance-events");

        kinds.MapGet("", ListPerformanceEventKinds.HandleAsync).WithName(nameof(ListPerformanceEventKinds)).RequireAuthorization(Policies.SignedIn);
        kinds.MapGet("/{id}", GetPerformanceEventKind.HandleAsync).WithName(nameof(GetPerformanceEventKind)).RequireAuthorization(Policies.SignedIn);
        kinds.MapPost("", CreatePerformanceEventKind.HandleAsync).WithName(nameof(CreatePerformanceEventKind))
            .RequireAuthorization(Policies.ManageEventKinds)
            .Refuses(PerformanceEventKindRefusals.CodeTaken);
        kinds.MapPut("/{id}", EditPerformanceEventKind.HandleAsync).WithName(nameof(EditPerformanceEventKind))
            .RequireAuthorization(Policies.ManageEventKinds)
            .Refuses(PerformanceEventKindRefusals.Retired, PerformanceEventKindRefusals.NeededByMachine);
        kinds.MapPost("/{id}/retire", RetirePerformanceEventKind.HandleAsync).WithName(nameof(RetirePerformanceEventKind))
            .RequireAuthorization(Policies.ManageEventKinds)
            .Refuses(PerformanceEventKindRefusals.Retired, PerformanceEventKindRefusals.NeededByMachine);
    }
}
