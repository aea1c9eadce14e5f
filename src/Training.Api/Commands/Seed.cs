using Training.Api.Data;
using Training.Api.Data.Seeding;

namespace Training.Api.Commands;

internal static class Seed
{
    public static readonly Command Command = new("seed", "<folder> — adds the reference records of the folder that are not there yet", RunAsync);

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancellation)
    {
        if (call.Plain is not [var folder] || !Directory.Exists(folder))
        {
            await call.Out.WriteLineAsync("seed takes one folder that exists: seed seeds/reference");
            return CommandLine.WrongCall;
        }

        await using var turn = await call.Services.GetRequiredService<StartLock>().EnterAsync(cancellation);
        await call.Services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellation);
        try
        {
            var added = await call.Services.GetRequiredService<ReferenceSeed>().LoadAsync(folder, cancellation);
            await call.Out.WriteLineAsync($"{added} records were added; what was there is left as it is.");
            return CommandLine.Done;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or Training.Domain.Rules.RuleViolation)
        {
            await call.Out.WriteLineAsync($"Nothing was added. {fault.Message}");
            return CommandLine.NotDone;
        }
    }
}
