using System.Globalization;

namespace Training.Benchmarks;

/// <summary>Measures the program against floors of the same run: <c>dotnet run -c Release --project tests/Training.Benchmarks
/// [--people N] [--rounds N] [--only list|training|sessions|start|import|measurements|appraisals]</c>. SQLite always, PostgreSQL when TRAINING_BENCHMARK_POSTGRES holds a
/// connection string. Slowness never fails it; an answer that differs from the floor's does.</summary>
internal static class Run
{
    private const int People = 10_000;
    private const int Rounds = 5;

    private static async Task Main(string[] args)
    {
        var (people, rounds) = (Number(args, "--people", People), Number(args, "--rounds", Rounds));
        var only = After(args, "--only");
        var report = new Report(people, rounds);
        await using var places = new Places();
        foreach (var store in places.Stores)
        {
            if (only is null or "list")
            {
                report.Add(store.Name, await new ListBenchmark(store, people, rounds).RunAsync());
            }

            if (only is null or "training")
            {
                report.Add(store.Name, await new TrainingListBenchmark(store, people, rounds).RunAsync());
            }

            if (only is null or "sessions")
            {
                report.Add(store.Name, await new EnrolmentBenchmark(store, people, rounds).RunAsync());
            }

            if (only is null or "start")
            {
                report.Add(store.Name, await new PlanStartBenchmark(store, people, rounds).RunAsync());
            }

            if (only is null or "import")
            {
                report.Add(store.Name, await new ImportBenchmark(store, people, rounds).RunAsync());
            }

            if (only is null or "appraisals")
            {
                report.Add(store.Name, await new AppraisalBenchmark(store, people, rounds).RunAsync());
            }

            if (only is null or "measurements")
            {
                report.Add(store.Name, await new MeasurementBenchmark(store, people, rounds).RunAsync());
            }
        }

        await report.WriteAsync(After(args, "--json") ?? Path.Combine("artifacts", "benchmarks.json"));
    }

    private static int Number(string[] args, string name, int unlessGiven) =>
        After(args, name) is { } given ? int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : unlessGiven;

    private static string? After(string[] args, string name) => args.SkipWhile(x => x != name).Skip(1).FirstOrDefault();
}
