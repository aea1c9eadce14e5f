using System.Diagnostics;

namespace Training.Benchmarks;

/// <summary>A route of the program beside a route that does nothing and one of hand-written SQL that must give the same bytes; one
/// request after the other on one connection.</summary>
internal static class Requests
{
    /// <summary>Requests of each kind in a round, unless fewer are asked for because each takes long.</summary>
    private const int InRound = 100;

    public static async Task<IReadOnlyList<Line>> CompareAsync(
        MeasuredApp app, string userName, string what, string path, string floorPath, int rounds, int inRound = InRound)
    {
        using var client = await app.SignInAsync(userName);
        var expected = await client.GetStringAsync(path);
        var times = await Alternating.RunAsync(rounds, inRound, warmups: 2,
        [
            await RequestAsync(what, client, path, expected),
            await RequestAsync("empty endpoint, same sign-in check", client, HandWritten.EmptyPath, null),
            await RequestAsync("hand-written SQL, same sign-in check", client, floorPath, expected),
        ]);
        return [new(times[0], times[1]), new(times[0], times[2], times[1])];
    }

    private static async Task<Contender> RequestAsync(string name, HttpClient client, string path, string? expected)
    {
        var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        if (expected is not null && await answer.Content.ReadAsStringAsync() is var said && said != expected)
        {
            throw new InvalidOperationException($"{path} answers something else than the program: {Start(said)} and not {Start(expected)}");
        }

        return new(name, async () =>
        {
            var start = Stopwatch.GetTimestamp();
            using var again = await client.GetAsync(path);
            await again.Content.ReadAsByteArrayAsync();
            return Stopwatch.GetElapsedTime(start);
        });
    }

    private static string Start(string text) => text[..Math.Min(text.Length, 1000)];
}
