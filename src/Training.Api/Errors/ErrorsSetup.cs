namespace Training.Api.Errors;

internal static class ErrorsSetup
{
    /// <summary>Everything that makes a refusal, of ours or of the framework, a problem in the reader's language.</summary>
    public static IServiceCollection AddRefusals(this IServiceCollection services)
    {
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<ProblemWriter>();
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

        return services;
    }

    /// <summary>Exceptions and bare statuses; stands before everything that may refuse.</summary>
    public static IApplicationBuilder UseRefusals(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = _ => Task.CompletedTask,
            AllowStatusCode404Response = true,
        });

        return app.UseStatusCodePages(async pages =>
        {
            var context = pages.HttpContext;
            var refusal = RefusalStatus.FromStatus(context.Response.StatusCode, hasRoute: context.GetEndpoint() is not null);
            if (refusal is not null)
            {
                await context.RequestServices.GetRequiredService<ProblemWriter>().WriteAsync(context, refusal.With());
            }
        });
    }
}
