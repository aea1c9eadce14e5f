using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Xml;
using Training.Api.Spreadsheets;

namespace Training.Benchmarks;

/// <summary>The import of people by workbook, each time into a fresh copy of the same database, beside merely reading the file and
/// beside inserting the very rows that the import leaves behind, audit, lines and change log included.</summary>
internal sealed class ImportBenchmark(Store store, int people, int rounds)
{
    private byte[] _file = [];
    private string _template = "";
    private IReadOnlyList<AddedRows> _rows = [];

    public async Task<IReadOnlyList<Line>> RunAsync()
    {
        _template = await store.MakeAsync();
        await using (var app = new MeasuredApp(store, _template))
        {
            await app.AddAccountAsync("hr", null, Role.HumanResources);
            _file = await app.WithDatabaseAsync(db => PeopleFile.MakeAsync(db, people));
        }

        var times = await Alternating.RunAsync(rounds, repeats: 1, warmups: 1,
        [
            new($"import of {people} people", ImportAsync),
            new("reading the file: unzipped, every XML node", ReadAsync),
            new("the same rows by prepared one-row inserts, one transaction", () => _rows.InsertAllAsync(store, _template)),
            new("reading the file as the program does, without the rest", ReadAsProgramAsync),
        ]);
        return [new(times[0], times[1]), new(times[0], times[2]), new(times[3], times[1])];
    }

    private async Task<TimeSpan> ImportAsync()
    {
        var database = await store.MakeAsync(_template);
        await using var app = new MeasuredApp(store, database);
        using var client = await app.SignInAsync("hr");
        using var content = new ByteArrayContent(_file);
        content.Headers.ContentType = new MediaTypeHeaderValue(TableWorkbook.MediaType);
        var before = _rows.Count == 0 ? await app.WithDatabaseAsync(AddedRows.MarkAsync) : null;

        var start = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync("/api/v1/employees/import", content);
        var result = await answer.Content.ReadAsStringAsync();
        var time = Stopwatch.GetElapsedTime(start);

        if (!answer.IsSuccessStatusCode || !result.Contains($"\"new\":{people},", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode} {result[..Math.Min(result.Length, 2000)]}");
        }

        if (before is not null)
        {
            _rows = await app.WithDatabaseAsync(db => AddedRows.SinceAsync(db, before));
            Console.WriteLine($"{store.Name}: the import leaves {string.Join(", ", _rows.Select(x => $"{x.Rows.Count} {x.Table}"))}");
        }

        return time;
    }

    private Task<TimeSpan> ReadAsync()
    {
        var start = Stopwatch.GetTimestamp();
        using var zip = new ZipArchive(new MemoryStream(_file));
        foreach (var part in zip.Entries)
        {
            using var xml = XmlReader.Create(part.Open());
            while (xml.Read())
            {
                _ = xml.Value;
            }
        }

        return Task.FromResult(Stopwatch.GetElapsedTime(start));
    }

    private async Task<TimeSpan> ReadAsProgramAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var sheet = await SheetReader.ReadAsync(_file, new WorkbookLimits(), CancellationToken.None);
        var time = Stopwatch.GetElapsedTime(start);
        return sheet.Rows.Count == people ? time : throw new InvalidOperationException($"{sheet.Rows.Count} rows were read.");
    }
}
