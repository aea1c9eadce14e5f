using Training.Api;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Errors;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddRefusals();
builder.Services.AddAudit();
builder.Services.AddAccess();
builder.Services.AddSignIn(builder.Configuration);

var app = builder.Build();
app.UseRefusals();
app.UseAuthentication();
app.UseAuthorization();
app.MapRoutes();

await app.PrepareAsync();
await app.RunAsync();
