using OfficeOpenXml;

namespace Training.Api.Spreadsheets;

/// <summary>Writes a table as a workbook of one sheet that reads back to the same values: text a spreadsheet would take
/// for a formula is guarded by an apostrophe, numbers are numbers, days are dates. Two workbooks are written at a time.</summary>
internal static class TableWorkbook
{
    /// <summary>Rows that are written at most, without the header.</summary>
    public const int MostRows = 100_000;

    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static readonly WorkbookGate Gate = new(atATime: 2, patience: TimeSpan.FromSeconds(10));

    /// <summary>Waits for its turn without holding the thread; the rows are taken only then.</summary>
    public static Task<byte[]> WriteAsync(
        string sheetName, IReadOnlyList<WorkbookColumn> columns, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellation) =>
        Gate.RunAsync(() => Make(sheetName, columns, rows), cancellation);

    public static byte[] Write(string sheetName, IReadOnlyList<WorkbookColumn> columns, IEnumerable<IReadOnlyList<object?>> rows) =>
        Gate.Run(() => Make(sheetName, columns, rows));

    private static byte[] Make(string sheetName, IReadOnlyList<WorkbookColumn> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var package = new ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add(SheetStyle.SheetName(sheetName));
        SheetStyle.Prepare(sheet, 1, [.. columns.Select((column, index) => (index + 1, column.Header, (CellKind?)column.Kind))]);
        var last = 1;
        foreach (var row in rows)
        {
            if (++last > MostRows + 1)
            {
                throw WorkbookRefusals.TooManyRowsToExport.With(("limit", MostRows));
            }

            for (var index = 0; index < columns.Count; index++)
            {
                if (SheetStyle.Cell(row[index]) is { } value)
                {
                    sheet.SetValue(last, index + 1, value);
                }
            }
        }

        sheet.Cells[1, 1, last, columns.Count].AutoFilter = true;
        return package.GetAsByteArray();
    }
}
