namespace Training.Api.Commands;

internal static class Verify
{
    public static readonly Command Command = new("verify", "— checks everything that must always hold", RunAsync);

    /// <summary>The checks by name; each writes what it found and answers as a command does.</summary>
    private static readonly IReadOnlyList<(string Name, Func<CommandCall, CancellationToken, Task<int>> RunAsync)> Checks =
    [
        ("audit", VerifyAuditChain.RunAsync),
    ];

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancellation)
    {
        var failed = new List<string>();
        foreach (var (name, run) in Checks)
        {
            if (await run(call, cancellation) != CommandLine.Done)
            {
                failed.Add(name);
            }
        }

        await call.Out.WriteLineAsync(failed.Count == 0
            ? $"All {Checks.Count} checks hold."
            : $"{failed.Count} of {Checks.Count} checks do not hold: {string.Join(", ", failed)}.");
        return failed.Count == 0 ? CommandLine.Done : CommandLine.NotDone;
    }
}
