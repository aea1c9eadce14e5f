using Training.Api.Data;

namespace Training.Api.Commands;

/// <summary>Finds the command that the first argument names.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int NotDone = 1;
    public const int WrongCall = 2;

    public static readonly IReadOnlyList<Command> All =
    [
        Migrate.Command,
        new("create-administrator", "<userName> — makes the first account of an installation",
            (call, cancellation) => CreateAdministrator.RunAsync(call.Services, call.Plain, call.Out, cancellation)),
        Seed.Command,
        Generate.Command,
        BackUp.Command,
        Restore.Command,
        VerifyAuditChain.Command,
        Verify.Command,
    ];

    /// <summary>The exit code of the command that was asked for, or null when the program shall serve.</summary>
    public static Task<int?> TryRunAsync(WebApplication app, string[] args) =>
        TryRunAsync(app.Services, args, Console.Out, app.Lifetime.ApplicationStopping);

    internal static async Task<int?> TryRunAsync(IServiceProvider services, string[] args, TextWriter output, CancellationToken cancellation)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return null;
        }

        if (All.FirstOrDefault(x => x.Name == args[0]) is not { } command)
        {
            await output.WriteLineAsync($"There is no command {args[0]}. The commands are:");
            foreach (var known in All)
            {
                await output.WriteLineAsync($"  {known.Name} {known.Usage}");
            }

            return WrongCall;
        }

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = command.Name;
        return await command.RunAsync(new CommandCall(scope.ServiceProvider, args[1..], output), cancellation);
    }
}
