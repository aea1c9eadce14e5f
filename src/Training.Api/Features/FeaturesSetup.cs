using Training.Api.Features.Delegations;
using Training.Api.Features.Employees;

namespace Training.Api.Features;

internal static class FeaturesSetup
{
    /// <summary>What handlers of a noun share and need made per request.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<DelegationRules>();
        services.AddScoped<OnEmployee>();
        services.AddScoped<ShowEmployee>();
        return services;
    }
}
