using Microsoft.EntityFrameworkCore;

namespace Training.Benchmarks;

/// <summary>The first page of the employee list, as HR sees it and as supervisors of many and of few do, beside a route that does
/// nothing and hand-written SQL; one request after the other on one connection.</summary>
internal sealed class ListBenchmark(Store store, int people, int rounds)
{
    private const string Path = "/api/v1/employees";

    public async Task<IReadOnlyList<Line>> RunAsync()
    {
        var database = await store.MakeAsync();
        await using var app = new MeasuredApp(store, database, new HandWritten(store, database).Map);
        await app.CommandAsync("generate", "--employees", $"{people}");
        await store.AnalyzeAsync(database);
        await app.AddAccountAsync("hr", null, Role.HumanResources);
        var lines = new List<Line>(await Requests.CompareAsync(app, "hr", $"employee list, HR, {people} people", Path, HandWritten.EmployeesPath, rounds));
        foreach (var (id, team) in await SupervisorsAsync(app))
        {
            await app.AddAccountAsync($"supervisor-{team}", id, Role.Supervisor);
            lines.AddRange(await Requests.CompareAsync(
                app, $"supervisor-{team}", $"employee list, supervisor of {team}", Path, HandWritten.EmployeesPath, rounds));
        }

        return lines;
    }

    /// <summary>The head of a branch, who sees many of the people, and a team leader, who sees few.</summary>
    public static Task<List<(long Id, int Team)>> SupervisorsAsync(MeasuredApp app) => app.WithDatabaseAsync(async db =>
    {
        var teams = await db.ReportingLines.Where(x => x.To == null).GroupBy(x => x.SupervisorId)
            .Select(x => new { Id = x.Key, Team = x.Count() }).OrderByDescending(x => x.Team).ThenBy(x => x.Id).ToListAsync();
        return new List<(long Id, int Team)> { (teams[1].Id, teams[1].Team), (teams[^1].Id, teams[^1].Team) };
    });
}
