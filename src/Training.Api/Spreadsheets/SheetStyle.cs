using System.Drawing;
using System.Globalization;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Training.Api.Spreadsheets;

/// <summary>What all written sheets have in common: header, widths, formats, and how a value becomes a cell.</summary>
internal static class SheetStyle
{
    private const int LongestSheetName = 31;
    private static readonly Color HeaderColour = Color.FromArgb(0xDD, 0xE6, 0xF0);

    /// <summary>A sheet name spreadsheets accept: without their seven forbidden characters, at most 31 characters.</summary>
    public static string SheetName(string name)
    {
        var allowed = string.Concat(CellText.Sound(name).Where(letter => !"\\/?*[]:".Contains(letter) && !char.IsControl(letter))).Trim(' ', '\'');
        return allowed.Length == 0 ? "Sheet1" : allowed[..Math.Min(LongestSheetName, allowed.Length)];
    }

    /// <summary>Formats the columns, then writes the bold, frozen header with its filter into <paramref name="row"/>.</summary>
    public static void Prepare(ExcelWorksheet sheet, int row, IReadOnlyList<(int Number, string Header, CellKind? Kind)> columns)
    {
        foreach (var (number, header, kind) in columns)
        {
            var column = sheet.Column(number);
            column.Width = Width(header, kind);
            if (Format(kind) is { } format)
            {
                column.Style.Numberformat.Format = format;
            }

            var cell = sheet.Cells[row, number];
            cell.Value = CellText.Guarded(header);
            cell.Style.Font.Bold = true;
            cell.Style.Fill.PatternType = ExcelFillStyle.Solid;
            cell.Style.Fill.BackgroundColor.SetColor(HeaderColour);
        }

        sheet.View.FreezePanes(row + 1, 1);
    }

    /// <summary>The value as a cell keeps it. Numbers a spreadsheet would round (over 15 digits) are kept as text.</summary>
    public static object? Cell(object? value) => value switch
    {
        null => null,
        string text => text.Length == 0 ? null : CellText.Guarded(text),
        bool flag => flag,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        DateTimeOffset instant => instant.DateTime,
        DateTime instant => instant,
        decimal number => Fits(number) ? number : number.ToString(CultureInfo.InvariantCulture),
        int or short or byte => value,
        long number => Fits(number) ? number : number.ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => CellText.Guarded(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => CellText.Guarded(value.ToString() ?? ""),
    };

    public static string? Format(CellKind? kind) => kind switch
    {
        CellKind.Text => "@",
        CellKind.Day => "yyyy-mm-dd",
        CellKind.Instant => "yyyy-mm-dd hh:mm:ss",
        _ => null,
    };

    private static bool Fits(decimal number) => Math.Abs(number) < 1e15m && (decimal)(double)number == number;

    // A Chinese character takes two places. Fitting to content would need a graphics library.
    private static double Width(string header, CellKind? kind)
    {
        var places = header.Sum(letter => letter > 0xFF ? 2 : 1) + 4;
        var least = kind switch { CellKind.Text => 18, CellKind.Day => 12, CellKind.Instant => 20, _ => 10 };
        return Math.Min(60, Math.Max(places, least));
    }
}
