using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Training.Benchmarks;

/// <summary>Something measured beside a floor.</summary>
/// <param name="Common">What both sides do besides; the ratio is also given without it.</param>
internal sealed record Line(Timing Measured, Timing Floor, Timing? Common = null);

/// <summary>What was measured, as a table for people and as a file for programs.</summary>
internal sealed class Report(int people, int rounds)
{
    // A floor as fast as the empty endpoint makes a ratio without bounds, which is no reason to fail.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly List<(string Store, Line Line)> _lines = [];

    public void Add(string store, IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            _lines.Add((store, line));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{store}: {line.Measured.Name} / {line.Floor.Name}: {line.Measured.Over(line.Floor).Median:0.00}"));
        }
    }

    public async Task WriteAsync(string path)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{people} people, {rounds} rounds, .NET {Environment.Version}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSArchitecture}{Build}"));
        Console.WriteLine();
        Console.WriteLine("| store | measured | ms | floor | ms | ratio | least to most | ratio without the empty endpoint |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (store, (measured, floor, common)) in _lines)
        {
            var (median, least, most) = measured.Over(floor);
            var net = common is null ? "" : measured.NetOver(floor, common).ToString("0.0", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {store} | {measured.Name} | {measured.Median:0.00} | {floor.Name} | {floor.Median:0.00} | {median:0.0} | {least:0.0} to {most:0.0} | {net} |"));
        }

        var file = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(Content(), Json));
        Console.WriteLine();
        Console.WriteLine($"Every round is in {path}.");
    }

#if DEBUG
    private const string Build = "; a Debug build: run it with -c Release";
#else
    private const string Build = "";
#endif

    private object Content() => new
    {
        people,
        rounds,
        dotnet = Environment.Version.ToString(),
        processors = Environment.ProcessorCount,
        lines = _lines.Select(x => new
        {
            x.Store,
            measured = new { x.Line.Measured.Name, milliseconds = x.Line.Measured.Rounds, x.Line.Measured.Median },
            floor = new { x.Line.Floor.Name, milliseconds = x.Line.Floor.Rounds, x.Line.Floor.Median },
            ratio = x.Line.Measured.Over(x.Line.Floor).Median,
            net = x.Line.Common is { } common ? x.Line.Measured.NetOver(x.Line.Floor, common) : (double?)null,
        }),
    };
}
