using System.Diagnostics;
using System.Globalization;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Commands.Demo;
using Training.Api.Data;
using Training.Api.Data.Seeding;

namespace Training.Api.Commands;

internal static class Generate
{
    public static readonly Command Command = new(
        "generate", "--employees N [--seed S] — makes N people in departments of 25, for trials and measurements", RunAsync);

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancellation)
    {
        if (call.Services.GetRequiredService<IHostEnvironment>().IsProduction())
        {
            await call.Out.WriteLineAsync(
                "Nothing was made. generate makes people up and is refused in Production; set ASPNETCORE_ENVIRONMENT to another, with a database of its own.");
            return CommandLine.NotDone;
        }

        if (Number(call, "--employees", null) is not (>= 1 and <= GeneratePeople.Most and var count) || Number(call, "--seed", 1) is not { } seed)
        {
            await call.Out.WriteLineAsync($"{Command.Name} {Command.Usage}; N is 1 to {GeneratePeople.Most}, S a whole number");
            return CommandLine.WrongCall;
        }

        await PrepareAsync(call.Services, cancellation);
        var start = Stopwatch.GetTimestamp();
        var made = await call.Services.GetRequiredService<GeneratePeople>().RunAsync(count, seed, cancellation);
        // Nothing is serving that would do it within the minute that verify allows.
        await call.Services.GetRequiredService<SealAudit>().RunAsync(cancellation);
        await call.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} people were made, {made.FirstNumber} to {made.LastNumber}, in {made.Departments} departments; {made.Left} of them have left, "
            + $"{made.Returned} left and came back. {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s."));
        return CommandLine.Done;
    }

    /// <summary>The whole number after the name or after <c>name=</c>; null when there is none or it is something else.</summary>
    private static int? Number(CommandCall call, string name, int? unlessGiven)
    {
        List<string> words = [.. call.Arguments.SelectMany(x => x.Split('=', 2))];
        var at = words.IndexOf(name);
        if (at < 0)
        {
            return unlessGiven;
        }

        var given = words.ElementAtOrDefault(at + 1);
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var turn = await services.GetRequiredService<StartLock>().EnterAsync(cancellation);
        await services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellation);
        await services.GetRequiredService<ReferenceSeed>().LoadShippedAsync(cancellation);
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            // It is made only where nobody is employed yet, and its accounts are how one signs in.
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DemoCompany>().RunAsync(cancellation);
        }
    }
}
