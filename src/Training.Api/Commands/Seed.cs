using Training.Api.Data;
using Training.Api.Data.Seeding;

namespace Training.Api.Commands;

internal static class Seed
{
    public static readonly Command Command = new("seed", "<folder> — loads reference records: adds what is missing, updates what nobody changed here, and names what it leaves alone", RunAsync);

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
            var report = await call.Services.GetRequiredService<ReferenceSeed>().LoadAsync(folder, cancellation);
            await call.Out.WriteLineAsync(
                $"{report.Added} records were added, {report.Updated} updated, {report.Removed} removed; {report.Left.Count} left alone.");
            foreach (var left in report.Left)
            {
                await call.Out.WriteLineAsync($"  left alone: {left}");
            }

            return CommandLine.Done;
        }
        catch (Exception fault) when (fault is IOException or ReferenceFault)
        {
            await call.Out.WriteLineAsync($"Nothing was loaded.{Environment.NewLine}{fault.Message}");
            return CommandLine.NotDone;
        }
    }
}
