using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Training.Benchmarks;

/// <summary>The start of a plan of ten courses for a whole company, each time in a fresh copy of the same database, beside
/// inserting the very rows that it leaves behind: training items, notices and audit.</summary>
internal sealed class PlanStartBenchmark(Store store, int people, int rounds)
{
    private string _template = "";
    private string _path = "";
    private IReadOnlyList<AddedRows> _rows = [];

    public async Task<IReadOnlyList<Line>> RunAsync()
    {
        _template = await store.MakeAsync();
        await using (var app = new MeasuredApp(store, _template))
        {
            await app.CommandAsync("generate", "--employees", $"{people}");
            await app.WithDatabaseAsync(async db =>
            {
                // As if everybody had an account, so that everybody is told.
                var ids = await db.Employees.Select(x => x.Id).ToListAsync();
                await Accounts.AddAsync(db, ids);
                return true;
            });
            _path = GivenPlan.Text($"/plans/{await GivenPlan.ApprovedAsync(app)}/start");
        }

        await store.AnalyzeAsync(_template);
        var times = await Alternating.RunAsync(rounds, repeats: 1, warmups: 1,
        [
            new($"start of a plan of {GivenPlan.Courses} courses for {people}", StartAsync),
            new("the same rows by prepared one-row inserts, one transaction", () => _rows.InsertAllAsync(store, _template)),
        ]);
        return [new(times[0], times[1])];
    }

    private async Task<TimeSpan> StartAsync()
    {
        var database = await store.MakeAsync(_template);
        await using var app = new MeasuredApp(store, database);
        using var hr = await app.SignInAsync("hr");
        var before = _rows.Count == 0 ? await app.WithDatabaseAsync(AddedRows.MarkAsync) : null;
        var start = Stopwatch.GetTimestamp();
        await MeasuredApp.PostAsync(hr, _path);
        var time = Stopwatch.GetElapsedTime(start);
        if (before is not null)
        {
            _rows = await app.WithDatabaseAsync(db => AddedRows.SinceAsync(db, before));
            Console.WriteLine($"{store.Name}: the start leaves {string.Join(", ", _rows.Select(x => $"{x.Rows.Count} {x.Table}"))}");
        }

        return time;
    }
}
