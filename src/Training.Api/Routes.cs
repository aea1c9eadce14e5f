using Training.Api.Features.Accounts;
using Training.Api.Features.Auth;
using Training.Api.Features.Grants;
using Training.Api.Http;

namespace Training.Api;

/// <summary>Every noun of the API, one line each.</summary>
internal static class Routes
{
    public static void MapRoutes(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapAuth();
        api.MapAccounts();
        api.MapGrants();
    }
}
