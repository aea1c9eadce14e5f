using Training.Api.Acts;

namespace Training.Api.Features.Health;

internal static class HealthRoutes
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddScoped<CheckReadiness>();
        services.AddHostedService<WarnOnStart>();
        return services;
    }

    /// <summary>For whoever watches over the program; open to all, and so without details.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("health").AllowAnonymous();
        health.MapGet("/live", Live.Handle).WithName(nameof(Live));
        health.MapGet("/ready", Ready.HandleAsync).WithName(nameof(Ready))
            .Produces<ReadyResponse>().Produces<ReadyResponse>(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Says at start what <c>/health/ready</c> would warn of.</summary>
    private sealed class WarnOnStart(IServiceScopeFactory scopes, ILogger<CheckReadiness> log) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            var checks = await scope.ServiceProvider.GetRequiredService<CheckReadiness>().RunAsync(cancellationToken);
            foreach (var check in checks.Where(x => x.Status != ReadinessStatus.Ok))
            {
                log.LogWarning("Not in order: {Check}. {Meaning}", check.Name, Meaning(check.Name));
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private static string Meaning(string check) => check switch
        {
            "planApprovers" => "Fewer than two people may approve training plans, so that somebody's own plan waits for nobody.",
            "grantConfirmers" => "Fewer than two people may confirm the granting of roles.",
            "eventDeciders" => "Fewer than two people may decide on performance events, so that what one of them reports waits for nobody.",
            "audit" => "Audit rows older than a minute have no seal yet.",
            "outbox" => "Notices have waited for the mail server for more than a quarter of an hour.",
            _ => "The database does not answer or has another shape.",
        };
    }
}
