using CsCheck;
using OfficeOpenXml;
using Training.Api.Spreadsheets;

namespace Training.Api.Tests.Spreadsheets;

public sealed class Reading_workbooks
{
    private static readonly WorkbookColumn[] Columns =
    [
        new("工号", CellKind.Text), new("整数", CellKind.Whole), new("金额", CellKind.Decimal),
        new("日期", CellKind.Day), new("时间", CellKind.Instant), new("是否", CellKind.Flag),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Whatever_is_exported_is_read_back_the_same()
    {
        var text = Gen.OneOf(Gen.String, Gen.String[Gen.Char["'=+-@\t\r\n _x005F0D<&\"张\uFF10\u0001"], 1, 12]).Where(value => !string.IsNullOrWhiteSpace(value));
        var money = Gen.Int[-99_999_999, 99_999_999].Select(cents => cents / 100m);
        var day = Gen.Int[1, 100_000].Select(days => new DateOnly(1900, 3, 1).AddDays(days));
        var seconds = Gen.Int[1, 2_000_000_000].Select(second => new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddSeconds(second)).Where(instant => instant.TimeOfDay != TimeSpan.Zero);
        Gen.Select(text, Gen.Int, money, day, seconds, Gen.Bool).List[1, 20].Sample(rows =>
        {
            var file = TableWorkbook.Write("表", Columns, rows.Select(row => (IReadOnlyList<object?>)[row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6]));
            var sheet = Read(file);
            Assert.Equal(rows.Count, sheet.Rows.Count);
            foreach (var (row, read) in rows.Zip(sheet.Rows))
            {
                Assert.Equal(
                    [new CellValue.Text(CellText.Sound(row.Item1)), new CellValue.Number(row.Item2), new CellValue.Number(row.Item3), new CellValue.Day(row.Item4), new CellValue.Instant(row.Item5.DateTime), new CellValue.Flag(row.Item6)],
                    read.Cells);
            }
        }, iter: 40);
    }

    [Fact]
    public void Rows_keep_their_numbers_and_cells_their_columns_when_some_are_blank()
    {
        var sheet = Read(HostileWorkbooks.Book(
            """
            <row r="2"><c r="B2" t="inlineStr"><is><t>工号*</t></is></c><c r="D2" t="inlineStr"><is><r><t>姓</t></r><rPh><t>xing</t></rPh><r><t>名</t></r></is></c></row>
            <row r="3"/><row r="5"><c r="D5" t="str"><v>张伟</v></c></row><row r="7"><c r="B7"><v>7</v></c><c r="C7" t="inlineStr"><is><t> </t></is></c></row>
            """));

        Assert.Equal([(2, "工号"), (4, "姓名")], sheet.Columns.Select(column => (column.Number, column.Header)));
        Assert.Equal(2, sheet.HeaderRow);
        Assert.Equal([5, 7], sheet.Rows.Select(row => row.Number));
        Assert.Equal([CellValue.Empty, new CellValue.Text("张伟")], sheet.Rows[0].Cells);
        Assert.Equal([new CellValue.Number(7), CellValue.Empty], sheet.Rows[1].Cells);
    }

    [Fact]
    public void Mail_addresses_that_became_links_are_no_reason_to_refuse()
    {
        using var package = new ExcelPackage();
        var made = package.Workbook.Worksheets.Add("员工");
        made.Cells["A1"].Value = "邮箱";
        made.Cells["A2"].Hyperlink = new Uri("mailto:zhang.wei@example.com");
        made.Cells["A2"].Value = "zhang.wei@example.com";

        Assert.Equal(new CellValue.Text("zhang.wei@example.com"), Read(package.GetAsByteArray()).Rows[0].Cells[0]);
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", 46082, "2026-03-01")]
    [InlineData("[$-804]aaaa;@", 46082, "46082")]
    [InlineData("m/d/yyyy", 59, "1900-02-28")]
    [InlineData("m/d/yyyy", 60, "60")]
    [InlineData("m/d/yyyy", 61, "1900-03-01")]
    [InlineData("\"day\" 0.00", 46082, "46082")]
    [InlineData("[h]:mm", 1.5, "1.5")]
    public void Numbers_are_days_where_their_format_shows_a_day(string format, double serial, string expected)
    {
        using var package = new ExcelPackage();
        var made = package.Workbook.Worksheets.Add("s");
        made.Cells["A1"].Value = "d";
        made.Cells["A2"].Value = serial;
        made.Cells["A2"].Style.Numberformat.Format = format;

        Assert.Equal(expected, CellParsing.Text(Read(package.GetAsByteArray()).Rows[0].Cells[0]).Value);
    }

    [Fact]
    public void Days_counted_from_1904_are_understood()
    {
        using var package = new ExcelPackage();
        package.Workbook.Date1904 = true;
        var made = package.Workbook.Worksheets.Add("s");
        made.Cells["A1"].Value = "d";
        made.Cells["A2"].Value = new DateTime(2026, 3, 1);
        made.Cells["A2"].Style.Numberformat.Format = "yyyy-mm-dd";

        Assert.Equal(new CellValue.Day(new DateOnly(2026, 3, 1)), Read(package.GetAsByteArray()).Rows[0].Cells[0]);
    }

    [Fact]
    public void Hidden_sheets_are_passed_over_and_further_ones_named()
    {
        using var package = new ExcelPackage();
        package.Workbook.Worksheets.Add("lists").Hidden = eWorkSheetHidden.Hidden;
        package.Workbook.Worksheets.Add("员工").Cells["A1"].Value = "工号";
        package.Workbook.Worksheets.Add("说明");
        package.Workbook.View.ActiveTab = 1;

        var sheet = Read(package.GetAsByteArray());

        Assert.Equal("员工", sheet.Name);
        Assert.Equal(["说明"], sheet.OtherSheets);
    }

    [Fact]
    public void Ten_thousand_rows_of_twenty_columns_are_read()
    {
        var columns = Enumerable.Range(1, 20).Select(index => new WorkbookColumn("c" + index, index % 2 == 0 ? CellKind.Text : CellKind.Decimal)).ToArray();
        var file = TableWorkbook.Write("s", columns, Enumerable.Range(0, 10_000).Select(row => (IReadOnlyList<object?>)
            [.. Enumerable.Range(1, 20).Select(column => column % 2 == 0 ? (object)$"文 {row * column % 30_011}" : row * column / 4m)]));

        var sheet = Read(file);

        Assert.Equal(10_000, sheet.Rows.Count);
        Assert.All(sheet.Rows, row => Assert.Equal(20, row.Cells.Count(x => x is not CellValue.Nothing)));
    }

    private static Sheet Read(byte[] file) => Task.Run(() => SheetReader.ReadAsync(file, new WorkbookLimits(), Cancellation)).GetAwaiter().GetResult();
}
