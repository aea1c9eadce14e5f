using System.Drawing;
using OfficeOpenXml;
using OfficeOpenXml.Style;
using Training.Domain.Rules;

namespace Training.Api.Spreadsheets;

/// <summary>One fault to show in a marked workbook, its sentence in the reader's language. <paramref name="Column"/> is the
/// place in <see cref="Sheet.Columns"/>, or null when the whole row is meant.</summary>
internal sealed record MarkedFault(int Row, int? Column, string Sentence);

/// <summary>Writes the uploaded rows again, in the rows where they stood, with the faults of each row in one more column at
/// the end and every faulty cell coloured and commented. Made from the values read, so nothing else of the upload comes back.</summary>
internal static class MarkedWorkbook
{
    private const string Author = "Training";
    // Comments are drawings: beyond some thousands a spreadsheet program becomes unusable. The last column has all faults.
    private const int MostComments = 2_000;

    // No column takes as much, so what was too long stays so; one long text may stand in every cell of a small file.
    private const int MostText = 1_000;
    private static readonly Color FaultColour = Color.FromArgb(0xFF, 0xC7, 0xCE);

    /// <summary>A column of the upload with <paramref name="faultHeader"/> is that of an earlier marking and is replaced.</summary>
    public static byte[] Write(Sheet sheet, string faultHeader, IReadOnlyList<MarkedFault> faults) =>
        TableWorkbook.Gate.Run(() => Make(sheet, faultHeader, faults));

    private static byte[] Make(Sheet sheet, string faultHeader, IReadOnlyList<MarkedFault> faults)
    {
        var kept = sheet.Columns.Select((column, index) => (column, index)).Where(pair => pair.column.Header != faultHeader).ToList();
        var faultColumn = FaultColumn([.. kept.Select(pair => pair.column.Number)]);
        using var package = new ExcelPackage();
        var target = package.Workbook.Worksheets.Add(SheetStyle.SheetName(sheet.Name));
        SheetStyle.Prepare(target, sheet.HeaderRow,
            [.. kept.Select(pair => (pair.column.Number, pair.column.Header, (CellKind?)null)), (faultColumn, faultHeader, CellKind.Text)]);
        target.Column(faultColumn).Width = 60;
        foreach (var row in sheet.Rows)
        {
            foreach (var (column, index) in kept)
            {
                Copy(target.Cells[row.Number, column.Number], row.Cells[index]);
            }
        }

        Mark(target, sheet, faultColumn, faults);
        return package.GetAsByteArray();
    }

    /// <summary>Behind all others; in the first free place where the last column of all is taken.</summary>
    private static int FaultColumn(HashSet<int> taken)
    {
        var behind = taken.Count == 0 ? 1 : taken.Max() + 1;
        return behind <= CellAddress.LastColumn ? behind : Enumerable.Range(1, behind).First(x => !taken.Contains(x));
    }

    private static void Mark(ExcelWorksheet target, Sheet sheet, int faultColumn, IReadOnlyList<MarkedFault> faults)
    {
        var comments = 0;
        foreach (var ofRow in faults.GroupBy(fault => fault.Row))
        {
            foreach (var ofCell in ofRow.GroupBy(fault => fault.Column))
            {
                var column = ofCell.Key is { } place ? sheet.Columns[place].Number : faultColumn;
                var cell = target.Cells[ofRow.Key, column];
                cell.Style.Fill.PatternType = ExcelFillStyle.Solid;
                cell.Style.Fill.BackgroundColor.SetColor(FaultColour);
                if (column != faultColumn && comments++ < MostComments)
                {
                    cell.AddComment(Joined(ofCell), Author);
                }
            }

            target.Cells[ofRow.Key, faultColumn].Value = Joined(ofRow);
        }
    }

    private static string Joined(IEnumerable<MarkedFault> faults) =>
        CellText.Guarded(string.Join("\n", faults.Select(fault => fault.Sentence).Distinct()));

    private static void Copy(ExcelRange cell, CellValue value)
    {
        switch (value)
        {
            case CellValue.Text text:
                cell.Value = CellText.Guarded(text.Value.Length <= MostText ? text.Value : PlainText.Cut(text.Value, MostText) + "…");
                cell.Style.Numberformat.Format = SheetStyle.Format(CellKind.Text);
                break;
            case CellValue.Number number:
                cell.Value = number.Value;
                break;
            case CellValue.Flag flag:
                cell.Value = flag.Value;
                break;
            case CellValue.Day day:
                cell.Value = SheetStyle.Cell(day.Value);
                cell.Style.Numberformat.Format = SheetStyle.Format(CellKind.Day);
                break;
            case CellValue.Instant instant:
                cell.Value = instant.Value;
                cell.Style.Numberformat.Format = SheetStyle.Format(CellKind.Instant);
                break;
            case CellValue.Broken broken:
                cell.Value = broken.Value;
                break;
        }
    }
}
