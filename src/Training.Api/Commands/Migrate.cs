using Training.Api.Data;

namespace Training.Api.Commands;

internal static class Migrate
{
    public static readonly Command Command = new("migrate", "— brings the database to this program's shape", RunAsync);

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancellation)
    {
        await using var turn = await call.Services.GetRequiredService<StartLock>().EnterAsync(cancellation);
        await call.Services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellation);
        await call.Out.WriteLineAsync("The database has this program's shape.");
        return CommandLine.Done;
    }
}
