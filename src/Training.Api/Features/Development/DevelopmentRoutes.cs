using Training.Api.Access;
using Training.Api.Errors;

namespace Training.Api.Features.Development;

internal static class DevelopmentRoutes
{
    /// <summary>How people went over the quarters that were published.</summary>
    public static void MapDevelopment(this IEndpointRouteBuilder api)
    {
        api.MapGet("/employees/{id}/development", GetDevelopment.HandleAsync).WithName(nameof(GetDevelopment)).WithTags("employees")
            .RequireAuthorization(Policies.SignedIn).Refuses(CommonRefusals.Unknown);
        api.MapGet("/my/development", GetMyDevelopment.HandleAsync).WithName(nameof(GetMyDevelopment)).WithTags("my")
            .RequireAuthorization(Policies.SignedIn);
    }
}
