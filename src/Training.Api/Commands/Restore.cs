using Training.Api.Acts;

namespace Training.Api.Commands;

internal static class Restore
{
    public static readonly Command Command = new(
        "restore", "<file> — puts a backup in the place of the SQLite database and keeps what was there beside it", RunAsync);

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancellation)
    {
        if (call.Plain is not [var file])
        {
            await call.Out.WriteLineAsync($"{Command.Name} {Command.Usage}");
            return CommandLine.WrongCall;
        }

        var (refused, replaced) = await call.Services.GetRequiredService<RestoreDatabase>().RunAsync(file, cancellation);
        if (refused is not null)
        {
            await call.Out.WriteLineAsync($"Nothing was restored. {refused}");
            return CommandLine.NotDone;
        }

        await call.Out.WriteLineAsync(replaced is null
            ? "The backup is restored; there was no database before."
            : $"The backup is restored. What was there before is kept as {replaced}.");
        await call.Out.WriteLineAsync("The next start brings it to this program's shape. Check it with verify.");
        return CommandLine.Done;
    }
}
