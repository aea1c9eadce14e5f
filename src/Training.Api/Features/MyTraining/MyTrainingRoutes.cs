using Training.Api.Access;

namespace Training.Api.Features.MyTraining;

internal static class MyTrainingRoutes
{
    /// <summary>What one has to complete oneself, and what those below have to complete.</summary>
    public static void MapMyTraining(this IEndpointRouteBuilder api)
    {
        var my = api.MapGroup("/my").WithTags("my").RequireAuthorization(Policies.SignedIn);

        my.MapGet("/training", ListMyTraining.Handle).WithName(nameof(ListMyTraining));
        my.MapGet("/team/training", ListTeamTraining.Handle).WithName(nameof(ListTeamTraining));
    }
}
