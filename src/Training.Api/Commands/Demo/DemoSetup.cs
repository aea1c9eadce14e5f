namespace Training.Api.Commands.Demo;

internal static class DemoSetup
{
    /// <summary>What makes the demo company.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddScoped<DemoCompany>();
        services.AddScoped<DemoPeople>();
        services.AddScoped<DemoPlans>();
        services.AddScoped<DemoSessions>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<DemoFigures>();
        services.AddScoped<DemoEvents>();
        services.AddScoped<DemoJudgements>();
        services.AddScoped<DemoAppeals>();
        services.AddScoped<DemoCycles>();
        return services;
    }
}
