using Training.Api.Errors;
using Training.Api.Http.Json;
using Training.Api.Http.Shapes;
using Training.Api.Http.Validation;
using Training.Api.Localization;

namespace Training.Api.Http;

/// <summary>The rules that every request obeys, in one place.</summary>
internal static class HttpSetup
{
    private const long LargestBody = BodyLimit.Default;

    public static IServiceCollection AddHttpRules(this IServiceCollection services)
    {
        NameOrder.RequireIcu();
        services.AddRefusals();
        services.AddShapeValidation();
        services.ConfigureHttpJsonOptions(json => StrictJson.Apply(json.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
        });
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));

        return services;
    }

    /// <summary>The middleware around everything, in this order: one line in the log, headers, refusals as problems, routing,
    /// <paramref name="access"/> (authentication, authorisation, who asks), the request's shape. So the first
    /// that applies is answered: 401, 403 by role, 400, then what the handler says.</summary>
    public static WebApplication UseHttpRules(this WebApplication app, Action<IApplicationBuilder>? access = null)
    {
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRefusals();
        app.UseRouting();
        access?.Invoke(app);
        app.UseMiddleware<RequestShapeCheck>();

        return app;
    }

    /// <summary>The group of every route: <c>/api/v1</c>, with what holds for all of them.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.AddEndpointFilter<EntityTagFilter>();
        api.DisableAntiforgery();

        return api;
    }
}
