using Microsoft.Extensions.Options;
using Training.Api;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Auth;
using Training.Api.Commands;
using Training.Api.Commands.Demo;
using Training.Api.Data;
using Training.Api.Features;
using Training.Api.Features.Health;
using Training.Api.Http;
using Training.Api.Imports;
using Training.Api.Jobs;
using Training.Api.Notices;
using Training.Api.OpenApi;
using Training.Api.Settings;

// The settings lie beside the program, from wherever it is started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
SampleSecrets.Refuse(builder.Configuration, builder.Environment);
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddHttpRules();
builder.Services.AddOpenApiDocument();
builder.Services.AddAudit();
builder.Services.AddAccess();
builder.Services.AddActs();
builder.Services.AddFeatures();
builder.Services.AddImports();
builder.Services.AddSignIn(builder.Configuration);
builder.Services.AddNotices();
builder.Services.AddJobs(builder.Configuration);
builder.Services.AddHealth();
builder.Services.AddDemo();

var app = builder.Build();
app.Services.GetRequiredService<IStartupValidator>().Validate();
var showsPage = app.Configuration.GetValue("Swagger:Enabled", !app.Environment.IsProduction());
app.UseHttpRules(access => (showsPage ? access.UseOpenApiDocument() : access)
    .UseMiddleware<ActingRoute>().UseAuthentication().UseAuthorization());
app.MapRoutes();

if (await CommandLine.TryRunAsync(app, args) is { } exitCode)
{
    return exitCode;
}

await app.PrepareAsync();
await app.RunAsync();
return 0;
