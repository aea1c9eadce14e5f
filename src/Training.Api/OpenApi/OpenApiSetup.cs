using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Training.Api.Http.Json;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.OpenApi;

/// <summary>The API document (OpenAPI 3.1) and its browser page at <c>/swagger</c>.</summary>
internal static class OpenApiSetup
{
    public const string Version = "v1";
    public const string Bearer = "Bearer";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(json => StrictJson.Apply(json.JsonSerializerOptions));
        services.AddSwaggerGen(document =>
        {
            document.SwaggerDoc(Version, new OpenApiInfo
            {
                Title = "Training",
                Version = Version,
                Description = "Staff training and performance appraisal: from the occupational standard to the pay-out.",
                Contact = new OpenApiContact { Name = "The administrator of your installation" },
            });
            document.AddServer(new OpenApiServer { Url = "/", Description = "This installation" });
            document.AddSecurityDefinition(Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The access token of POST /api/v1/auth/sign-in.",
            });
            document.SupportNonNullableReferenceTypes();
            document.NonNullableReferenceTypesAsRequired();
            document.CustomSchemaIds(SchemaNames.Of);
            document.MapType<decimal>(() => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "decimal" });
            document.MapType<TimeOnly>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = TimeConverter.Pattern });
            document.MapType<Quarter>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = Quarter.Pattern });
            document.MapType<MeasuredPeriod>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = MeasuredPeriod.Pattern });
            document.IncludeXmlComments(typeof(OpenApiSetup).Assembly);
            document.IncludeXmlComments(typeof(Domain.Rules.Refusal).Assembly);
            document.SchemaFilter<ShapeSchema>();
            document.OperationFilter<RouteOperation>();
            document.DocumentFilter<WholeDocument>();
        });

        return services;
    }

    /// <summary>The document at <c>/swagger/v1/swagger.json</c> and the page; not in Production unless set.</summary>
    public static IApplicationBuilder UseOpenApiDocument(this IApplicationBuilder app)
    {
        app.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint($"/swagger/{Version}/swagger.json", "Training v1");
            options.DocumentTitle = "Training";
        });

        return app;
    }

    /// <summary>The document as it is kept in <c>docs/api/openapi.json</c>.</summary>
    public static async Task<string> WriteOpenApiAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        var document = await services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(Version);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation);

        return json.ReplaceLineEndings("\n") + "\n";
    }
}
