using Training.Api.Access;

namespace Training.Api.Features.Lookups;

internal static class LookupRoutes
{
    /// <summary>Who read what is confidential about the caller.</summary>
    public static void MapLookups(this IEndpointRouteBuilder api) =>
        api.MapGet("/my/lookups", ListMyLookups.HandleAsync).WithTags("my").WithName(nameof(ListMyLookups)).RequireAuthorization(Policies.SignedIn);
}
