namespace Training.Api.Audit;

internal static class AuditSetup
{
    /// <summary>The sealer, the check of the chain, and what readers of the audit may not know.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<SealAudit>();
        services.AddScoped<VerifyAudit>();
        services.AddScoped<AuditMasks>();
        return services;
    }
}
