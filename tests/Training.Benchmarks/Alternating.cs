using System.Diagnostics;

namespace Training.Benchmarks;

/// <summary>One thing that is measured beside others.</summary>
/// <param name="RunAsync">Does it once and answers how long it took.</param>
internal sealed record Contender(string Name, Func<Task<TimeSpan>> RunAsync);

/// <summary>How long something took, in milliseconds: the median of its rounds, and the rounds.</summary>
internal sealed record Timing(string Name, IReadOnlyList<double> Rounds)
{
    public double Median => Middle(Rounds);

    /// <summary>How many times as long as the other; the median of the ratios of the rounds, which a slow minute of the machine
    /// hits on both sides.</summary>
    public (double Median, double Least, double Most) Over(Timing floor)
    {
        var ratios = Rounds.Zip(floor.Rounds, (x, y) => x / y).ToList();
        return (Middle(ratios), ratios.Min(), ratios.Max());
    }

    /// <summary>As <see cref="Over"/>, after the time of <paramref name="common"/> is taken off both.</summary>
    public double NetOver(Timing floor, Timing common) => (Median - common.Median) / (floor.Median - common.Median);

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

internal static class Alternating
{
    private const int Warmups = 2;

    /// <summary>Warms everything up, then runs it round after round, each once per round, in an order that turns.</summary>
    public static async Task<IReadOnlyList<Timing>> RunAsync(int rounds, IReadOnlyList<Contender> contenders)
    {
        var times = contenders.ToDictionary(x => x, _ => new List<double>());
        for (var round = -Warmups; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                var contender = contenders[(i + round + Warmups) % contenders.Count];
                GC.Collect();
                var time = await contender.RunAsync();
                if (round >= 0)
                {
                    times[contender].Add(time.TotalMilliseconds);
                }
            }
        }

        return [.. contenders.Select(x => new Timing(x.Name, times[x]))];
    }

    /// <summary>A contender that is repeated until about half a second is over; the time of one.</summary>
    public static async Task<Contender> ManyAsync(string name, Func<Task> once)
    {
        for (var i = 0; i < 50; i++)
        {
            await once();
        }

        var start = Stopwatch.GetTimestamp();
        await once();
        var times = Math.Clamp((int)(TimeSpan.FromMilliseconds(500) / Stopwatch.GetElapsedTime(start)), 5, 500);
        return new(name, async () =>
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
            {
                await once();
            }

            return Stopwatch.GetElapsedTime(began) / times;
        });
    }
}
