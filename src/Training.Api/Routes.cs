using Training.Api.Features.Auth;

namespace Training.Api;

/// <summary>Every noun of the API, one line each.</summary>
internal static class Routes
{
    public static void MapRoutes(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapAuth();
    }
}
