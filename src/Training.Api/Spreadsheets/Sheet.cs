using System.Globalization;

namespace Training.Api.Spreadsheets;

/// <summary>The first visible sheet of a workbook. Columns are those with a header, in the order of the sheet.
/// <paramref name="OtherSheets"/> names further visible sheets, which were not read.</summary>
internal sealed record Sheet(
    string Name, int HeaderRow, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> OtherSheets);

/// <summary>A column with a header. <paramref name="Number"/> counts from 1; the header is plain text, without the star
/// that marks a required column in templates.</summary>
internal sealed record SheetColumn(int Number, string Header)
{
    public string Letters => CellAddress.Letters(Number);
}

/// <summary>A row with content. <paramref name="Number"/> is the row's number in the sheet, from 1; cells stand in the
/// order of <see cref="Sheet.Columns"/>, one for each.</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<CellValue> Cells);

/// <summary>Addresses as the spreadsheet shows them (<c>C7</c>).</summary>
internal static class CellAddress
{
    public const int LastColumn = 16_384;
    public const int LastRow = 1_048_576;

    public static string Of(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>The column of an address, from 1, or null when it is none.</summary>
    public static int? Column(string address)
    {
        var column = 0;
        foreach (var letter in address)
        {
            if (char.IsAsciiDigit(letter))
            {
                break;
            }

            column = char.IsAsciiLetterUpper(letter) ? (column * 26) + (letter - 'A') + 1 : LastColumn + 1;
            if (column > LastColumn)
            {
                return null;
            }
        }

        return column == 0 ? null : column;
    }

    /// <summary>A row number as the sheet gives it, or null when it is none.</summary>
    public static int? Row(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= LastRow ? row : null;
}
