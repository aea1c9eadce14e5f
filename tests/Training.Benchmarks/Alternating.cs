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

    public static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

internal static class Alternating
{
    /// <summary>Runs everything in turn, <paramref name="repeats"/> times in each round, in an order that changes; the time of a
    /// round is the median of its repeats. Rounds of warming up come first and are not counted.</summary>
    public static async Task<IReadOnlyList<Timing>> RunAsync(int rounds, int repeats, int warmups, IReadOnlyList<Contender> contenders)
    {
        var counted = contenders.Select(_ => new List<double>()).ToList();
        for (var round = -warmups; round < rounds; round++)
        {
            GC.Collect();
            var times = contenders.Select(_ => new List<double>()).ToList();
            for (var repeat = 0; repeat < repeats; repeat++)
            {
                for (var i = 0; i < contenders.Count; i++)
                {
                    var next = (i + repeat + round + warmups) % contenders.Count;
                    times[next].Add((await contenders[next].RunAsync()).TotalMilliseconds);
                }
            }

            for (var i = 0; round >= 0 && i < contenders.Count; i++)
            {
                counted[i].Add(Timing.Middle(times[i]));
            }
        }

        return [.. contenders.Zip(counted, (x, y) => new Timing(x.Name, y))];
    }
}
