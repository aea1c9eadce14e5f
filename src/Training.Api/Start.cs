using Training.Api.Commands.Demo;
using Training.Api.Data;
using Training.Api.Data.Seeding;
using Training.Api.Localization;

namespace Training.Api;

/// <summary>What happens between building the program and taking the first request, under the start lock: the database is
/// made, migrated and seeded. Two processes starting at once take turns; the second finds it done.</summary>
internal static class Start
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        NameOrder.RequireIcu();
        var stopping = app.Lifetime.ApplicationStopping;
        await using var turn = await app.Services.GetRequiredService<StartLock>().EnterAsync(stopping);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseStart>().MigrateAsync(stopping);
        await scope.ServiceProvider.GetRequiredService<ReferenceSeed>().LoadShippedAsync(stopping);
        if (app.Environment.IsDevelopment())
        {
            await ShowDemoAsync(app, stopping);
        }
        else if (app.Environment.IsProduction())
        {
            await scope.ServiceProvider.GetRequiredService<DemoCompany>().RefuseItsPasswordAsync(stopping);
        }
    }

    /// <summary>In Development alone: a company of about sixty people, and who signs in to it.</summary>
    private static async Task ShowDemoAsync(WebApplication app, CancellationToken stopping)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = await scope.ServiceProvider.GetRequiredService<DemoCompany>().RunAsync(stopping);
        if (accounts.Count > 0)
        {
            var lines = accounts.Select(x => $"  {x.UserName,-14} {DemoCompany.Password,-14} {string.Join(", ", x.Roles)}");
            Console.WriteLine(string.Join(Environment.NewLine, [$"  {"user name",-14} {"password",-14} may be", .. lines]));
        }
    }
}
