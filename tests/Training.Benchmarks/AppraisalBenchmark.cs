using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Benchmarks;

/// <summary>The quarter of a whole company: opening its cycle, confirming the scores that its figures and marks come to, and publishing them, each
/// time in a fresh copy of one database. Beside opening and publishing: inserting the very rows that they leave behind. Beside confirming and
/// publishing: reading every row that scores are made of with the driver, and the arithmetic on facts that are in memory.</summary>
internal sealed class AppraisalBenchmark(Store store, int people, int rounds)
{
    private static readonly string[] Read =
        ["Measurements", "Assignments", "EmploymentPeriod", "LeaveRecords", "Appraisals", "AppraisalSegments", "ItemSetAsides", "AppraisalAdjustments"];

    private string _planned = "";
    private string _scored = "";
    private string _confirmed = "";
    private string _cycle = "";
    private IReadOnlyList<AddedRows> _opened = [];
    private IReadOnlyList<AddedRows> _published = [];
    private IReadOnlyList<AppraisalInput> _facts = [];

    public async Task<IReadOnlyList<Line>> RunAsync()
    {
        await MakeAsync();
        var opening = await Alternating.RunAsync(rounds, repeats: 1, warmups: 1,
        [
            new($"opening a cycle for {people}", OpenAsync),
            new("the same rows by prepared one-row inserts, one transaction", () => _opened.InsertAllAsync(store, _planned)),
        ]);
        var scoring = await Alternating.RunAsync(rounds, repeats: 1, warmups: 1,
        [
            new($"confirming the scores of {_facts.Count}", ConfirmAsync),
            new("reading what scores are made of, and the arithmetic", () => FloorOfScoresAsync(_scored)),
        ]);
        var publishing = await Alternating.RunAsync(rounds, repeats: 1, warmups: 1,
        [
            new($"publishing the results of {_facts.Count}", PublishAsync),
            new("the same, and inserting the same rows one by one", async () =>
                await FloorOfScoresAsync(_confirmed) + await _published.InsertAllAsync(store, _confirmed)),
        ]);
        return [new(opening[0], opening[1]), new(scoring[0], scoring[1]), new(publishing[0], publishing[1])];
    }

    /// <summary>A planned cycle of the quarter before with figures for everybody; the same one scored, and confirmed.</summary>
    private async Task MakeAsync()
    {
        _planned = await store.MakeAsync();
        await using (var app = new MeasuredApp(store, _planned))
        {
            await app.CommandAsync("generate", "--employees", people.ToString(CultureInfo.InvariantCulture));
            await app.AddAccountAsync("hr", null, Role.HumanResources);
            await app.WithDatabaseAsync(AddFiguresAsync);
            using var hr = await app.SignInAsync("hr");
            var planned = await MeasuredApp.PostAsync(hr, "/appraisal-cycles", new { quarter = Before().ToString() });
            _cycle = string.Create(CultureInfo.InvariantCulture, $"/appraisal-cycles/{planned.GetProperty("id").GetInt64()}");
        }

        await store.AnalyzeAsync(_planned);
        _scored = await store.MakeAsync(_planned);
        await using (var app = new MeasuredApp(store, _scored))
        {
            using var hr = await app.SignInAsync("hr");
            await MeasuredApp.PostAsync(hr, _cycle + "/open");
            await using var scope = app.Services.CreateAsyncScope();
            await ScoreAsync(scope.ServiceProvider);
        }

        await store.AnalyzeAsync(_scored);
        _confirmed = await store.MakeAsync(_scored);
        await using (var app = new MeasuredApp(store, _confirmed))
        {
            using var hr = await app.SignInAsync("hr");
            var done = await MeasuredApp.PostAsync(hr, _cycle + "/calibrate", new { });
            Console.WriteLine($"{store.Name}: {done.GetProperty("calibrated")} confirmed, {done.GetProperty("leftBehind")} left behind");
        }

        await store.AnalyzeAsync(_confirmed);
    }

    private static Quarter Before() => Quarter.Of(DateOnly.FromDateTime(DateTime.UtcNow)).Previous;

    /// <summary>A figure of each period for each item that has figures, on target.</summary>
    private static async Task<bool> AddFiguresAsync(TrainingDb db)
    {
        var quarter = Before();
        var templates = await db.TemplatesInForceAsync(quarter, CancellationToken.None);
        var kpis = await db.Kpis.AsNoTracking().InForce(quarter).ToDictionaryAsync(x => x.Kpi.Id, x => x.Content);
        var last = quarter.LastDay;
        var places = await db.Assignments.AsNoTracking().Where(x => x.From <= last && (x.To == null || x.To >= last)).ToListAsync();
        var figures = places.Where(x => templates.ContainsKey(x.PositionId))
            .SelectMany(place => templates[place.PositionId].Content.Sections.SelectMany(x => x.Items)
                .Where(x => x.Method.Kind != ScoringMethodKind.Rating && kpis[x.KpiId].Source is KpiSource.Manual or KpiSource.Import)
                .SelectMany(item => PeriodsOf(kpis[item.KpiId].Period, quarter).Select(period => (
                    Person: item.Scope == ItemScope.Own ? place.EmployeeId : (long?)null,
                    Department: item.Scope == ItemScope.Own ? (long?)null : place.DepartmentId, Item: item, Period: period))))
            .DistinctBy(x => (x.Person, x.Department, x.Item.KpiId, x.Period))
            .Select(x => Measurement.Record(
                x.Person, x.Department, x.Item.KpiId, x.Period, new(decimal.Round(x.Item.Target ?? kpis[x.Item.KpiId].DefaultTarget ?? 50, 0), 40),
                new MeasurementOrigin(MeasurementSource.Api, null, false)))
            .ToList();
        await db.WriteAsync(() => Bulk.InsertAsync(db, figures, CancellationToken.None));
        Console.WriteLine($"{figures.Count} figures");
        return true;
    }

    private static IEnumerable<MeasuredPeriod> PeriodsOf(KpiPeriod kind, Quarter quarter) => kind switch
    {
        KpiPeriod.Month => Enumerable.Range(0, 3).Select(x => MeasuredPeriod.Month(quarter.FirstDay.AddMonths(x))),
        KpiPeriod.Day => [MeasuredPeriod.Day(quarter.FirstDay.AddDays(9))],
        _ => [MeasuredPeriod.Of(quarter)],
    };

    /// <summary>Marks every segment, sets aside what has no figure, and lets the cycle calibrate.</summary>
    private async Task ScoreAsync(IServiceProvider services)
    {
        var (db, scores) = (services.GetRequiredService<TrainingDb>(), services.GetRequiredService<WorkOutScores>());
        var cycle = await db.AppraisalCycles.Whole().SingleAsync();
        await db.WriteAsync(async () =>
        {
            var appraisals = (await db.Appraisals.ToListAsync()).ToDictionary(x => x.Id);
            var segments = await db.AppraisalSegments.Where(x => x.Days > 0).ToListAsync();
            var items = await db.ItemsAsync(cycle.Id, [.. segments.Select(x => x.PositionId).Distinct()], CancellationToken.None);
            foreach (var segment in segments)
            {
                List<TemplateItem> rated = [.. items[segment.PositionId]];
                segment.Score(
                    [.. rated.Where(x => x.IsRated).Select(x => new ItemMark(x.KpiId, x.Method.Scale == RatingScale.Five ? 4 : 80, null))], null, rated,
                    new(segment.SupervisorId ?? appraisals[segment.AppraisalId].EmployeeId, null), DateTimeOffset.UnixEpoch);
            }

            foreach (var appraisal in appraisals.Values)
            {
                db.Entry(appraisal).Property(x => x.Stage).CurrentValue = AppraisalStage.Scored;
            }

            var calibrating = await db.AppraisalCycles.SingleAsync();
            db.Entry(calibrating).Property(x => x.Phase).CurrentValue = AppraisalCyclePhase.Calibration;
            return true;
        });
        var of = await db.Appraisals.AsNoTracking().ToDictionaryAsync(x => x.EmployeeId, x => x.Id);
        var account = await db.Users.Select(x => x.Id).FirstAsync();
        var receipts = (await scores.FinallyAsync(cycle, [.. of.Keys], CancellationToken.None)).Receipts;
        var asides = receipts.SelectMany(x => x.Value.Segments.SelectMany(y => y.Missing).Select(y => y.KpiId).Distinct()
            .Select(y => ItemSetAside.Of(of[x.Key], y, null, "no figure", account, DateTimeOffset.UnixEpoch))).ToList();
        await db.WriteAsync(() => Bulk.InsertAsync(db, asides, CancellationToken.None));
        _facts = [.. (await scores.FinallyAsync(cycle, [.. of.Keys], CancellationToken.None)).Receipts.Values.Select(x => x.Facts)];
    }

    private async Task<TimeSpan> OpenAsync()
    {
        var (time, rows) = await ActAsync(_planned, "/open", null, _opened);
        _opened = rows;
        return time;
    }

    private async Task<TimeSpan> ConfirmAsync() => (await ActAsync(_scored, "/calibrate", new { }, [])).Time;

    private async Task<TimeSpan> PublishAsync()
    {
        var (time, rows) = await ActAsync(_confirmed, "/publish", new { }, _published);
        _published = rows;
        return time;
    }

    /// <summary>One act on the cycle in a fresh copy of the database, and the rows that it leaves behind, unless they are known.</summary>
    private async Task<(TimeSpan Time, IReadOnlyList<AddedRows> Rows)> ActAsync(string template, string act, object? content, IReadOnlyList<AddedRows> known)
    {
        var database = await store.MakeAsync(template);
        await using var app = new MeasuredApp(store, database);
        using var hr = await app.SignInAsync("hr");
        var before = known.Count == 0 ? await app.WithDatabaseAsync(AddedRows.MarkAsync) : null;
        var start = Stopwatch.GetTimestamp();
        await MeasuredApp.PostAsync(hr, _cycle + act, content);
        var time = Stopwatch.GetElapsedTime(start);
        if (before is null)
        {
            return (time, known);
        }

        var rows = await app.WithDatabaseAsync(db => AddedRows.SinceAsync(db, before));
        Console.WriteLine($"{store.Name}: {act} leaves {string.Join(", ", rows.Select(x => $"{x.Rows.Count} {x.Table}"))}");
        return (time, rows);
    }

    private async Task<TimeSpan> FloorOfScoresAsync(string template)
    {
        await using var connection = store.Connect(template);
        await connection.OpenAsync();
        var start = Stopwatch.GetTimestamp();
        foreach (var table in Read)
        {
            await using var command = Driver.Command(connection, $"SELECT * FROM \"{table}\"");
            await using var reader = await command.ExecuteReaderAsync();
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(row);
            }
        }

        var scored = _facts.Count(x => AppraisalCalculation.Of(x).Outcome.Final is not null);
        var time = Stopwatch.GetElapsedTime(start);
        return scored > 0 ? time : throw new InvalidOperationException("Nobody has a score.");
    }
}
