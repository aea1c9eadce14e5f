using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Training.Benchmarks;

/// <summary>The first page of the employee list, as HR sees it and as supervisors of many and of few do, beside a route that does
/// nothing and hand-written SQL; one request after the other on one connection.</summary>
internal sealed class ListBenchmark(Store store, int people, int rounds)
{
    private const string Path = "/api/v1/employees";

    /// <summary>Requests of each kind in a round.</summary>
    private const int Requests = 100;

    public async Task<IReadOnlyList<Line>> RunAsync()
    {
        var database = await store.MakeAsync();
        await using var app = new MeasuredApp(store, database, new HandWritten(store, database).Map);
        await app.CommandAsync("generate", "--employees", $"{people}");
        await AnalyzeAsync(database);
        await app.AddAccountAsync("hr", null, Role.HumanResources);
        var lines = new List<Line>(await CompareAsync(app, "hr", $"employee list, HR, {people} people"));
        foreach (var (id, team) in await SupervisorsAsync(app))
        {
            await app.AddAccountAsync($"supervisor-{team}", id, Role.Supervisor);
            lines.AddRange(await CompareAsync(app, $"supervisor-{team}", $"employee list, supervisor of {team}"));
        }

        return lines;
    }

    /// <summary>The head of a branch, who sees many of the people, and a team leader, who sees few.</summary>
    private static Task<List<(long Id, int Team)>> SupervisorsAsync(MeasuredApp app) => app.WithDatabaseAsync(async db =>
    {
        var teams = await db.ReportingLines.Where(x => x.To == null).GroupBy(x => x.SupervisorId)
            .Select(x => new { Id = x.Key, Team = x.Count() }).OrderByDescending(x => x.Team).ThenBy(x => x.Id).ToListAsync();
        return new List<(long Id, int Team)> { (teams[1].Id, teams[1].Team), (teams[^1].Id, teams[^1].Team) };
    });

    private static async Task<Contender> RequestAsync(string name, HttpClient client, string path, string? expected)
    {
        var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        if (expected is not null && await answer.Content.ReadAsStringAsync() != expected)
        {
            throw new InvalidOperationException($"{path} answers something else than the program.");
        }

        return new(name, async () =>
        {
            var start = Stopwatch.GetTimestamp();
            using var again = await client.GetAsync(path);
            await again.Content.ReadAsByteArrayAsync();
            return Stopwatch.GetElapsedTime(start);
        });
    }

    private async Task<IReadOnlyList<Line>> CompareAsync(MeasuredApp app, string userName, string what)
    {
        using var client = await app.SignInAsync(userName);
        var expected = await client.GetStringAsync(Path);
        var times = await Alternating.RunAsync(rounds, Requests, warmups: 2,
        [
            await RequestAsync(what, client, Path, expected),
            await RequestAsync("empty endpoint, same sign-in check", client, HandWritten.EmptyPath, null),
            await RequestAsync("hand-written SQL, same sign-in check", client, HandWritten.EmployeesPath, expected),
        ]);
        return [new(times[0], times[1]), new(times[0], times[2], times[1])];
    }

    /// <summary>As autovacuum would have done within a minute; both sides profit.</summary>
    private async Task AnalyzeAsync(string database)
    {
        await using var connection = store.Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "ANALYZE";
        if (store is PostgresStore)
        {
            await command.ExecuteNonQueryAsync();
        }
    }
}
