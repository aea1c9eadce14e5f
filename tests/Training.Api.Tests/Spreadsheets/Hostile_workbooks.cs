using CsCheck;
using Training.Api.Spreadsheets;
using Training.Domain.Rules;

namespace Training.Api.Tests.Spreadsheets;

[Collection(nameof(MeasuredAlone))]
public sealed class Hostile_workbooks
{
    private const long MostAllocated = 150L * 1024 * 1024;

    public static TheoryData<string> Names => [.. HostileWorkbooks.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_refused_by_their_code_quickly_and_in_bounded_memory(string name)
    {
        var (code, make) = HostileWorkbooks.All[name];
        var file = make();
        var spent = new Spent();

        var refused = await Assert.ThrowsAsync<RuleViolation>(
            () => SheetReader.ReadAsync(file, new WorkbookLimits(), TestContext.Current.CancellationToken));

        var (time, allocated) = (spent.Time, spent.Bytes);
        spent.Note($"{name}, {file.Length / 1024} KB");
        Assert.Equal(code, refused.Refusal.Code);
        Assert.True(time < TimeSpan.FromSeconds(2), $"{name} took {time}");
        Assert.True(allocated < MostAllocated, $"{name} allocated {allocated / 1024 / 1024} MB");
    }

    [Fact]
    public void Whatever_is_broken_in_a_workbook_it_is_read_or_refused_and_never_fails_otherwise()
    {
        var sound = TableWorkbook.Write(
            "员工", [new("工号", CellKind.Text), new("日期", CellKind.Day), new("金额", CellKind.Decimal)],
            Enumerable.Range(1, 30).Select(row => (IReadOnlyList<object?>)["0" + row, new DateOnly(2026, 3, 1).AddDays(row), row / 4m]));
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte).Array[1, 6].Sample(changes =>
        {
            var file = sound.ToArray();
            foreach (var (at, value) in changes)
            {
                file[at] = value;
            }

            ReadOrRefuse(file);
        }, iter: 3_000);
    }

    [Fact]
    public void Whatever_stands_in_the_markup_it_is_read_or_refused_and_never_fails_otherwise()
    {
        string[] pieces =
        [
            "<row>", "<row r=\"1\">", "<row r=\"0\">", "<row r=\"99999999999\">", "</row>", "<c>", "<c r=\"A1\">", "<c r=\"ZZZZ1\" t=\"s\">", "<c t=\"d\">",
            "<c t=\"inlineStr\">", "<c t=\"b\" s=\"7\">", "</c>", "<v>", "</v>", "<is><t>", "</t></is>", "1", "-1", "1e400", "NaN", "2026-03-01", "张",
            "_xD800_", "_x0000_", "_x005F_", "&#xD;", "&amp;", "&nope;", "<![CDATA[x]]>", "<!-- x -->", "<rPh>", "</rPh>", "<f/>", "<mergeCell/>", " ",
        ];
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[1, 25].Sample(parts => ReadOrRefuse(HostileWorkbooks.Book(string.Concat(parts))), iter: 3_000);
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[1, 3].Sample(parts => ReadOrRefuse(HostileWorkbooks.Book(
            $"<row><c t=\"inlineStr\"><is><t>{string.Concat(parts)}</t></is></c></row><row><c t=\"inlineStr\"><is><t>{string.Concat(parts)}</t></is></c></row>")), iter: 1_000);
    }

    private static void ReadOrRefuse(byte[] file)
    {
        try
        {
            var sheet = SheetReader.ReadAsync(file, new WorkbookLimits(), CancellationToken.None).GetAwaiter().GetResult();
            foreach (var cell in sheet.Rows.SelectMany(row => row.Cells))
            {
                _ = (CellParsing.Text(cell), CellParsing.Day(cell), CellParsing.Decimal(cell, 2), CellParsing.Whole(cell), CellParsing.Flag(cell));
            }
        }
        catch (RuleViolation refused)
        {
            Assert.StartsWith("workbook.", refused.Refusal.Code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void One_long_text_in_every_cell_costs_little()
    {
        var cell = new CellValue.Text(string.Concat(Enumerable.Repeat("e\u0301", CellText.Longest / 2)));
        var spent = new Spent();

        for (var at = 0; at < 320_000; at++)
        {
            Assert.Equal(CellRefusals.TooLong, CellParsing.Text(cell, 400).Fault?.Refusal);
            _ = (CellParsing.Key(cell, 32), CellParsing.Day(cell), CellParsing.Decimal(cell, 2), CellParsing.Flag(cell));
        }

        Assert.True(spent.Time < TimeSpan.FromSeconds(4), $"took {spent.Time}");
    }

    [Fact]
    public async Task A_failed_calculation_is_kept_as_long_as_it_is_shown()
    {
        var sheet = await SheetReader.ReadAsync(
            HostileWorkbooks.Book($"<row><c t=\"inlineStr\"><is><t>x</t></is></c></row><row><c t=\"e\"><v>{new string('#', 100_000)}</v></c></row>"),
            new WorkbookLimits(), TestContext.Current.CancellationToken);

        Assert.Equal(new CellValue.Broken(new string('#', 60)), sheet.Rows[0].Cells[0]);
    }

    [Fact]
    public async Task Faults_are_marked_where_there_is_room_and_what_was_too_long_stays_so()
    {
        var sheet = new Sheet(
            "s", 1, [new(1, "a"), new(CellAddress.LastColumn, "z")], [new SheetRow(2, [new CellValue.Text(new string('长', 5_000)), new CellValue.Number(1)])], []);

        var marked = await SheetReader.ReadAsync(
            MarkedWorkbook.Write(sheet, "错误", [new MarkedFault(2, 0, "太长")]), new WorkbookLimits(), TestContext.Current.CancellationToken);

        Assert.Equal([(1, "a"), (2, "错误"), (CellAddress.LastColumn, "z")], marked.Columns.Select(x => (x.Number, x.Header)));
        Assert.Equal(1_001, Assert.IsType<CellValue.Text>(marked.Rows[0].Cells[0]).Value.Length);
    }

    [Fact]
    public async Task A_stream_that_is_too_long_is_refused_before_its_bytes_are_taken()
    {
        using var content = new MemoryStream(new byte[100]);

        var refused = await Assert.ThrowsAsync<RuleViolation>(
            () => SheetReader.ReadAsync(content, new WorkbookLimits { Bytes = 99 }, TestContext.Current.CancellationToken));

        Assert.Equal("workbook.tooLarge", refused.Refusal.Code);
        Assert.Equal(0, content.Position);
    }

    [Fact]
    public async Task A_third_workbook_at_a_time_is_told_to_come_back()
    {
        using var gate = new WorkbookGate(atATime: 2, patience: TimeSpan.FromMilliseconds(50));
        using var release = new ManualResetEventSlim();
        var cancellation = TestContext.Current.CancellationToken;
        using var started = new CountdownEvent(2);
        bool Hold()
        {
            started.Signal();
            release.Wait(cancellation);
            return true;
        }

        var working = Enumerable.Range(0, 2).Select(_ => Task.Run(() => gate.RunAsync(Hold, cancellation), cancellation)).ToArray();
        started.Wait(cancellation);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => gate.RunAsync(() => true, cancellation));
        release.Set();
        await Task.WhenAll(working);

        Assert.Equal(("workbook.busy", RefusalKind.Busy), (refused.Refusal.Code, refused.Refusal.Kind));
        Assert.True(await gate.RunAsync(() => true, cancellation));
    }
}
