using Training.Api.Access;
using Training.Api.Acts;

namespace Training.Api.Commands;

internal static class Verify
{
    private const int MostShown = 20;

    public static readonly Command Command = new("verify", "— checks everything that must always hold", RunAsync);

    /// <summary>The checks by name; each writes what it found and answers as a command does.</summary>
    private static readonly IReadOnlyList<(string Name, Func<CommandCall, CancellationToken, Task<int>> RunAsync)> Checks =
    [
        ("audit", VerifyAuditChain.RunAsync),
        ("lines", VerifyLinesAsync),
        ("queues", VerifyQueuesAsync),
    ];

    private static async Task<int> VerifyLinesAsync(CommandCall call, CancellationToken cancellation)
    {
        var faults = await call.Services.GetRequiredService<VerifyLines>().RunAsync(cancellation);
        foreach (var (line, isKept) in faults.Take(MostShown))
        {
            await call.Out.WriteLineAsync(
                $"lines: employee {line.EmployeeId} under {line.SupervisorId} from {line.From:yyyy-MM-dd} is {(isKept ? "kept, and the assignments do not make it" : "not kept, and the assignments make it")}.");
        }

        await call.Out.WriteLineAsync(faults.Count == 0
            ? "lines: the kept reporting lines are what the assignments make."
            : $"lines: {faults.Count} differ from what the assignments make.");
        return faults.Count == 0 ? CommandLine.Done : CommandLine.NotDone;
    }

    private static async Task<int> VerifyQueuesAsync(CommandCall call, CancellationToken cancellation)
    {
        var faults = await call.Services.GetRequiredService<VerifyQueues>().RunAsync(cancellation);
        await call.Out.WriteLineAsync(faults.Count == 0
            ? "queues: no session has more people than seats, or a free seat while somebody waits."
            : $"queues: {faults.Count} sessions have more people than seats, or a free seat while somebody waits: "
                + $"{string.Join(", ", faults.Take(MostShown))}.");
        return faults.Count == 0 ? CommandLine.Done : CommandLine.NotDone;
    }

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
