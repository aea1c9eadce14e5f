namespace Training.Api.Access;

internal static class AccessSetup
{
    /// <summary>Who asks, what they may do and what they may know of.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthorization(Policies.Add);
        services.AddScoped<CurrentPerson>();
        services.AddScoped<Visible>();
        services.AddScoped<Relations>();
        services.AddScoped<CycleAdjusters>();
        services.AddScoped<AppealParties>();
        services.AddScoped<LineKeeper>();
        services.AddScoped<VerifyLines>();
        return services;
    }
}
