using OfficeOpenXml;
using Training.Api.Spreadsheets;
using Training.Domain.Rules;

namespace Training.Api.Tests.Spreadsheets;

public sealed class Writing_workbooks
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 138")]
    [InlineData("-")]
    [InlineData("@here")]
    [InlineData("'quoted")]
    [InlineData("\tcmd")]
    [InlineData("\rcmd")]
    public async Task Text_that_looks_like_a_formula_is_guarded_and_comes_back_as_it_was(string text)
    {
        var file = TableWorkbook.Write("s", [new WorkbookColumn("备注", CellKind.Text)], [[text]]);

        using var package = new ExcelPackage(new MemoryStream(file));
        var cell = package.Workbook.Worksheets[0].Cells["A2"];
        Assert.StartsWith("'" + text[0], Assert.IsType<string>(cell.Value).Replace("_x000d_", "\r", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("", cell.Formula);
        Assert.Equal(new CellValue.Text(text), (await ReadAsync(file)).Rows[0].Cells[0]);
    }

    [Fact]
    public void Numbers_are_numbers_and_days_are_dates_with_their_format()
    {
        var file = TableWorkbook.Write(
            "工资[1]/*", [new("金额", CellKind.Decimal), new("日期", CellKind.Day), new("编号", CellKind.Whole)],
            [[-12.34m, new DateOnly(2026, 3, 1), long.MaxValue]]);

        using var package = new ExcelPackage(new MemoryStream(file));
        var sheet = package.Workbook.Worksheets[0];
        Assert.Equal("工资1", sheet.Name);
        Assert.Equal(-12.34, sheet.Cells["A2"].Value);
        Assert.Equal(("yyyy-mm-dd", new DateTime(2026, 3, 1)), (sheet.Cells["B2"].Style.Numberformat.Format, sheet.Cells["B2"].GetValue<DateTime>()));
        Assert.Equal("9223372036854775807", sheet.Cells["C2"].Value);
        Assert.True(sheet.Cells["A1"].Style.Font.Bold);
        Assert.Equal("A1:C2", sheet.AutoFilterAddress.Address);
    }

    [Fact]
    public async Task A_full_export_is_written_and_one_row_more_is_refused()
    {
        var columns = Enumerable.Range(1, 8).Select(index => new WorkbookColumn("c" + index, index % 2 == 0 ? CellKind.Text : CellKind.Decimal)).ToArray();
        IEnumerable<IReadOnlyList<object?>> Rows(int count) => Enumerable.Range(0, count).Select(row =>
            (IReadOnlyList<object?>)[row + 0.5m, "文" + (row % 977), row * 3m, "=x", row / 8m, "b", (decimal)row, "c" + row]);

        var file = TableWorkbook.Write("s", columns, Rows(TableWorkbook.MostRows));

        Assert.Equal(TableWorkbook.MostRows, (await SheetReader.ReadAsync(file, new WorkbookLimits { Bytes = file.Length }, TestContext.Current.CancellationToken)).Rows.Count);
        var refused = Assert.Throws<RuleViolation>(() => TableWorkbook.Write("s", [columns[0]], Enumerable.Repeat<IReadOnlyList<object?>>([1m], TableWorkbook.MostRows + 1)));
        Assert.Equal("workbook.tooManyRowsToExport", refused.Refusal.Code);
    }

    [Fact]
    public async Task A_template_reads_back_with_plain_headers_and_its_example_is_recognised()
    {
        TemplateColumn[] columns =
        [
            new("工号", CellKind.Text, Required: true, "公司内唯一", [], "007"),
            new("入职日期", CellKind.Day, Required: true, null, [], new DateOnly(2026, 3, 1)),
            new("状态", CellKind.Text, Required: false, null, ["在职", "离职"], "在职"),
            new("部门", CellKind.Text, Required: false, null, [.. Enumerable.Range(1, 300).Select(index => $"部门 {index}, 组")], null),
        ];

        var file = TemplateWorkbook.Write("员工", columns);

        var sheet = await ReadAsync(file);
        Assert.Equal(["工号", "入职日期", "状态", "部门"], sheet.Columns.Select(column => column.Header));
        Assert.True(TemplateWorkbook.IsExample(sheet, Assert.Single(sheet.Rows), columns));
        Assert.False(TemplateWorkbook.IsExample(sheet, sheet.Rows[0] with { Cells = [new CellValue.Text("008"), .. sheet.Rows[0].Cells.Skip(1)] }, columns));
        using var package = new ExcelPackage(new MemoryStream(file));
        var made = package.Workbook.Worksheets[0];
        Assert.Equal("工号*", made.Cells["A1"].Value);
        Assert.Equal("公司内唯一", made.Cells["A1"].Comment.Text);
        Assert.Equal(["C2:C10001", "D2:D10001"], made.DataValidations.Select(rule => rule.Address.Address));
        Assert.Equal(eWorkSheetHidden.Hidden, package.Workbook.Worksheets[1].Hidden);
        Assert.Equal("部门 300, 组", package.Workbook.Worksheets[1].Cells["D300"].Value);
    }

    [Fact]
    public async Task A_marked_workbook_has_the_rows_where_they_stood_and_says_what_is_wrong_with_each()
    {
        var uploaded = await ReadAsync(HostileWorkbooks.Book(
            """
            <row r="1"><c r="B1" t="inlineStr"><is><t>工号</t></is></c><c r="C1" t="inlineStr"><is><t>日期</t></is></c></row>
            <row r="3"><c r="B3" t="inlineStr"><is><t>007</t></is></c><c r="C3" t="inlineStr"><is><t>明天</t></is></c></row>
            <row r="4"><c r="B4"><v>8</v></c></row>
            """));

        var file = MarkedWorkbook.Write(uploaded, "问题", [new MarkedFault(3, 1, "不是日期"), new MarkedFault(3, null, "行有误"), new MarkedFault(4, 1, "不能为空")]);

        var again = await ReadAsync(file);
        Assert.Equal(["工号", "日期", "问题"], again.Columns.Select(column => column.Header));
        Assert.Equal([3, 4], again.Rows.Select(row => row.Number));
        Assert.Equal([new CellValue.Text("007"), new CellValue.Text("明天"), new CellValue.Text("不是日期\n行有误")], again.Rows[0].Cells);
        Assert.Equal([new CellValue.Number(8), CellValue.Empty, new CellValue.Text("不能为空")], again.Rows[1].Cells);
        using (var package = new ExcelPackage(new MemoryStream(file)))
        {
            Assert.Equal("不是日期", package.Workbook.Worksheets[0].Cells["C3"].Comment.Text);
            Assert.Equal("FFFFC7CE", package.Workbook.Worksheets[0].Cells["C4"].Style.Fill.BackgroundColor.Rgb);
        }

        Assert.Equal(["工号", "日期", "问题"], (await ReadAsync(MarkedWorkbook.Write(again, "问题", []))).Columns.Select(column => column.Header));
    }

    [Fact]
    public async Task Ten_thousand_faulty_rows_are_marked_each()
    {
        var uploaded = await ReadAsync(TableWorkbook.Write(
            "s", [new("a", CellKind.Text), new("b", CellKind.Text)], Enumerable.Range(0, 10_000).Select(row => (IReadOnlyList<object?>)["x" + row, "y"])));

        var marked = await ReadAsync(MarkedWorkbook.Write(uploaded, "faults", [.. uploaded.Rows.Select(row => new MarkedFault(row.Number, 0, "wrong"))]));

        Assert.Equal(10_000, marked.Rows.Count(row => row.Cells.Contains(new CellValue.Text("wrong"))));
    }

    private static Task<Sheet> ReadAsync(byte[] file) => SheetReader.ReadAsync(file, new WorkbookLimits(), TestContext.Current.CancellationToken);
}
