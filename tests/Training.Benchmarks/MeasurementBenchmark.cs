using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using OfficeOpenXml;
using Training.Api.Data;
using Training.Api.Spreadsheets;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Benchmarks;

/// <summary>The import of 100 000 figures by workbook, each time into a fresh copy of the same database, beside merely reading the file:
/// with the program's own reader, its rows thrown away, with EPPlus, and every XML node of it; and beside inserting the very rows that the import
/// leaves behind, audit and change log included.</summary>
internal sealed class MeasurementBenchmark(Store store, int people, int rounds)
{
    private const int Figures = 100_000;
    private byte[] _file = [];
    private string _template = "";
    private IReadOnlyList<AddedRows> _rows = [];

    public async Task<IReadOnlyList<Line>> RunAsync()
    {
        _template = await store.MakeAsync();
        await using (var app = new MeasuredApp(store, _template))
        {
            await app.CommandAsync("generate", "--employees", people.ToString(CultureInfo.InvariantCulture));
            await app.AddAccountAsync("hr", null, Role.HumanResources);
            _file = await app.WithDatabaseAsync(MakeAsync);
        }

        Console.WriteLine($"{store.Name}: {Figures} figures in {_file.Length} bytes");
        var times = await Alternating.RunAsync(rounds, repeats: 1, warmups: 1,
        [
            new($"import of {Figures} figures", ImportAsync),
            new("reading the file as the program does, rows thrown away", ReadAsProgramAsync),
            new("reading the file with EPPlus, every cell's value", ReadByLibraryAsync),
            new("reading the file: unzipped, every XML node", ReadAsync),
            new("the same rows by prepared one-row inserts, one transaction", () => _rows.InsertAllAsync(store, _template)),
        ]);
        return [new(times[0], times[1]), new(times[0], times[2]), new(times[0], times[3]), new(times[0], times[4])];
    }

    /// <summary>A figure of today for each person and each of as many KPIs as it takes.</summary>
    private async Task<byte[]> MakeAsync(TrainingDb db)
    {
        var numbers = await db.Employees.Where(x => x.Periods.Any(y => y.LeftOn == null)).OrderBy(x => x.EmployeeNumber)
            .Select(x => x.EmployeeNumber).ToListAsync();
        var kpis = Enumerable.Range(0, (Figures / numbers.Count) + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"BENCH{i}")).ToList();
        await db.WriteAsync(() =>
        {
            db.Kpis.AddRange(kpis.Select(Kpi));
            return Task.FromResult(true);
        });
        var today = DateTime.UtcNow.AddHours(-12).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        WorkbookColumn[] columns =
        [
            new("工号", CellKind.Text), new("指标编号", CellKind.Text), new("期间", CellKind.Text), new("数值", CellKind.Decimal), new("样本量", CellKind.Whole),
        ];
        var rows = Enumerable.Range(0, Figures).Select(i => (IReadOnlyList<object?>)
            [numbers[i % numbers.Count], kpis[i / numbers.Count], today, 50m + (i % 500 / 10m), 10 + (i % 90)]);
        return TableWorkbook.Write("figures", columns, rows);
    }

    private static Kpi Kpi(string code)
    {
        var kpi = Domain.Kpis.Kpi.Create(code, new KpiContent(
            new Bilingual(code, null), new Bilingual("…", null), new Bilingual("…", null), KpiUnit.Percent, 1, KpiDirection.Higher, KpiSource.Import,
            KpiPeriod.Day, KpiAggregation.Average, KpiUse.Individual));
        kpi.FindBy(code, code);
        return kpi;
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
        using var answer = await client.PostAsync("/api/v1/measurements/import", content);
        var result = await answer.Content.ReadAsStringAsync();
        var time = Stopwatch.GetElapsedTime(start);

        if (!answer.IsSuccessStatusCode || !result.Contains($"\"new\":{Figures},", StringComparison.Ordinal))
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

    private async Task<TimeSpan> ReadAsProgramAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var sheet = await SheetReader.ReadAsync(_file, new WorkbookLimits(), CancellationToken.None);
        var time = Stopwatch.GetElapsedTime(start);
        return sheet.Rows.Count == Figures ? time : throw new InvalidOperationException($"{sheet.Rows.Count} rows were read.");
    }

    private Task<TimeSpan> ReadByLibraryAsync()
    {
        var start = Stopwatch.GetTimestamp();
        using var package = new ExcelPackage(new MemoryStream(_file));
        var sheet = package.Workbook.Worksheets[0];
        var cells = 0;
        for (var row = 2; row <= sheet.Dimension.Rows; row++)
        {
            for (var column = 1; column <= sheet.Dimension.Columns; column++)
            {
                cells += sheet.GetValue(row, column) is null ? 0 : 1;
            }
        }

        var time = Stopwatch.GetElapsedTime(start);
        return Task.FromResult(cells == 5 * Figures ? time : throw new InvalidOperationException($"{cells} cells were read."));
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
}
