using System.Globalization;
using Training.Domain.Rules;

namespace Training.Api.Spreadsheets;

/// <summary>The table of texts that cells point into; each text is one value however many cells show it.</summary>
internal static class SharedTexts
{
    public static List<CellValue> Of(WorkbookParts workbook, WorkbookLimits limits)
    {
        var texts = new List<CellValue>();
        if (workbook.SharedTexts is null)
        {
            return texts;
        }

        using var reader = workbook.Reader(workbook.SharedTexts);
        while (reader.Read())
        {
            if (!reader.IsStart || reader.Name != "si")
            {
                continue;
            }

            if (texts.Count >= limits.Cells)
            {
                throw WorkbookRefusals.TooManyCells.With(("limit", limits.Cells));
            }

            texts.Add(Value(reader.InnerText()) ?? throw TooLong("sharedStrings " + (texts.Count + 1).ToString(CultureInfo.InvariantCulture)));
        }

        return texts;
    }

    /// <summary>Text of a cell as the user would give it; blanks alone are no content. Null when it is longer than a cell
    /// may hold.</summary>
    public static CellValue? Value(string? raw)
    {
        if (raw is null || CellText.Decoded(raw) is not { Length: <= CellText.Longest } text)
        {
            return null;
        }

        return string.IsNullOrWhiteSpace(text) ? CellValue.Empty : new CellValue.Text(CellText.Unguarded(text));
    }

    public static RuleViolation TooLong(string place) => WorkbookRefusals.TextTooLong.With(("place", place), ("limit", CellText.Longest));
}
