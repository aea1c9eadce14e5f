using Training.Api.Acts;

namespace Training.Api.Commands;

internal static class BackUp
{
    public static readonly Command Command = new("backup", "<file> — writes a sound copy of the SQLite database, also while it is in use", RunAsync);

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancellation)
    {
        if (call.Plain is not [var file])
        {
            await call.Out.WriteLineAsync($"{Command.Name} {Command.Usage}");
            return CommandLine.WrongCall;
        }

        var act = call.Services.GetRequiredService<BackUpDatabase>();
        if (!act.IsPossible)
        {
            await call.Out.WriteLineAsync("The records are on PostgreSQL: back them up with its own tools (pg_dump, base backups).");
            return CommandLine.NotDone;
        }

        await act.RunAsync(file, cancellation);
        await call.Out.WriteLineAsync($"The backup {Path.GetFullPath(file)} is written and sound.");
        return CommandLine.Done;
    }
}
