using System.Globalization;

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

            var place = texts.Count;
            texts.Add(Value(reader.InnerText(() => Place(place)), () => Place(place)));
        }

        return texts;
    }

    /// <summary>Text of a cell as the user would give it; blanks alone are no content.</summary>
    public static CellValue Value(string raw, Func<string> place)
    {
        var text = CellText.Decoded(raw);
        if (text.Length > CellText.Longest)
        {
            throw WorkbookRefusals.TextTooLong.With(("place", place()), ("limit", CellText.Longest));
        }

        return string.IsNullOrWhiteSpace(text) ? CellValue.Empty : new CellValue.Text(CellText.Unguarded(text));
    }

    private static string Place(int index) => "sharedStrings " + (index + 1).ToString(CultureInfo.InvariantCulture);
}
