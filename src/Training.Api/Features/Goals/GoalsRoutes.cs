using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Calendars;

namespace Training.Api.Features.Goals;

internal static class GoalsRoutes
{
    /// <summary>What people are measured by in a quarter, and how they stand.</summary>
    public static void MapGoals(this IEndpointRouteBuilder api)
    {
        var my = api.MapGroup("/my").WithTags("my").RequireAuthorization(Policies.SignedIn);
        my.MapGet("/goals", ListMyGoals.HandleAsync).WithName(nameof(ListMyGoals)).Refuses(QuarterRefusals.NotBegun);
        my.MapGet("/team/goals", ListTeamGoals.HandleAsync).WithName(nameof(ListTeamGoals)).Refuses(QuarterRefusals.NotBegun);
        api.MapGet("/employees/{id}/goals", ListEmployeeGoals.HandleAsync).WithTags("employees").RequireAuthorization(Policies.SignedIn)
            .WithName(nameof(ListEmployeeGoals)).Refuses(QuarterRefusals.NotBegun);
    }
}
