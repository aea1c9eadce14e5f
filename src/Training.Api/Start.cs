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
        await scope.ServiceProvider.GetRequiredService<ReferenceSeed>().LoadAsync(ReferenceSeed.Folder, stopping);
    }
}
