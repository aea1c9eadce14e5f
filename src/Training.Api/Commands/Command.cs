namespace Training.Api.Commands;

/// <summary>One run of a command: the program's services in a scope of their own, what was given after the command's name,
/// and where its answer goes.</summary>
internal sealed record CommandCall(IServiceProvider Services, IReadOnlyList<string> Arguments, TextWriter Out)
{
    /// <summary>The arguments that are no options (<c>--…</c>).</summary>
    public IReadOnlyList<string> Plain => [.. Arguments.Where(x => !x.StartsWith("--", StringComparison.Ordinal))];
}

/// <summary>Something that the program does instead of serving: <c>dotnet run -- name arguments</c>.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Usage">The arguments and what it does, one line.</param>
/// <param name="RunAsync">Answers the exit code: 0 done, 1 not done or not in order, 2 called wrongly.</param>
internal sealed record Command(string Name, string Usage, Func<CommandCall, CancellationToken, Task<int>> RunAsync);
