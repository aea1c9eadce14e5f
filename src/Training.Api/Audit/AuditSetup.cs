namespace Training.Api.Audit;

internal static class AuditSetup
{
    /// <summary>The sealer and the check of the chain.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<SealAudit>();
        services.AddScoped<VerifyAudit>();
        return services;
    }
}
