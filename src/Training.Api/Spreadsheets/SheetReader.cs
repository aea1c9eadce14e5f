namespace Training.Api.Spreadsheets;

/// <summary>Reads the first visible sheet of an uploaded workbook: one header row, then rows of values. Refuses whatever
/// <see cref="WorkbookInspection"/> refuses, formulas, merged cells, and headers that name nothing or name it twice.
/// Two workbooks are read at a time.</summary>
internal static class SheetReader
{
    private static readonly WorkbookGate Gate = new(atATime: 2, patience: TimeSpan.FromSeconds(10));

    /// <summary>Reads a workbook held in memory.</summary>
    public static Task<Sheet> ReadAsync(byte[] file, WorkbookLimits limits, CancellationToken cancellation) =>
        Gate.RunAsync(() => Parse(file, limits), cancellation);

    /// <summary>Reads from the start of a seekable stream; its length is looked at before its bytes.</summary>
    public static async Task<Sheet> ReadAsync(Stream content, WorkbookLimits limits, CancellationToken cancellation)
    {
        WorkbookInspection.CheckSize(content.Length, limits);
        var file = new byte[content.Length];
        content.Position = 0;
        await content.ReadExactlyAsync(file, cancellation);
        return await ReadAsync(file, limits, cancellation);
    }

    private static Sheet Parse(byte[] file, WorkbookLimits limits)
    {
        var workbook = WorkbookInspection.Inspect(file, limits);
        var cells = new CellReader(SharedTexts.Of(workbook, limits), SerialDates.Of(workbook));
        var rows = new SheetRows(limits);
        using var reader = workbook.Reader(workbook.First.Part);
        while (reader.Read())
        {
            if (!reader.IsStart)
            {
                continue;
            }

            if (reader.Name == "row")
            {
                ReadRow(reader, cells, rows);
            }
            else if (reader.Name == "mergeCell")
            {
                throw WorkbookRefusals.MergedCells.With(("cells", reader.Attribute("ref") ?? ""));
            }
        }

        return rows.ToSheet(workbook);
    }

    private static void ReadRow(PartReader reader, CellReader cells, SheetRows rows)
    {
        var number = reader.Attribute("r") is { } given ? CellAddress.Row(given) ?? throw reader.Damaged() : rows.Last + 1;
        if (number > CellAddress.LastRow || !rows.Begin(number))
        {
            throw reader.Damaged();
        }

        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        var last = 0;
        while (reader.Read() && !reader.IsEndOf(depth))
        {
            if (reader.IsStart && reader.Name == "c")
            {
                var column = reader.Attribute("r") is { } address ? CellAddress.Column(address) ?? throw reader.Damaged() : last + 1;
                last = column > last && column <= CellAddress.LastColumn ? column : throw reader.Damaged();
                rows.Add(column, cells.Read(reader, number, column));
            }
        }

        rows.End();
    }
}
