namespace Training.Api.Audit;

internal static class AuditSetup
{
    /// <summary>The sealer, the check of the chain, what readers of the audit may not know, and who read whose pay.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<SealAudit>();
        services.AddScoped<VerifyAudit>();
        services.AddScoped<AuditMasks>();
        services.AddSingleton<LookupNotes>();
        services.AddSingleton<WriteLookups>();
        services.AddHostedService(provider => provider.GetRequiredService<WriteLookups>());
        return services;
    }
}
