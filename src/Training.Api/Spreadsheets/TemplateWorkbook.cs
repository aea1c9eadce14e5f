using OfficeOpenXml;
using OfficeOpenXml.DataValidation;

namespace Training.Api.Spreadsheets;

/// <summary>Writes an empty workbook to fill in: required columns carry a star, headers a note, choices a drop-down, and
/// the second row is an example, which <see cref="IsExample"/> recognises when it was left standing.</summary>
internal static class TemplateWorkbook
{
    private const string ListSheet = "lists";
    private const string Author = "Training";
    private const int LongestInlineList = 250;
    private const int LastFilledRow = 10_001;

    public static byte[] Write(string sheetName, IReadOnlyList<TemplateColumn> columns) => TableWorkbook.Gate.Run(() => Make(sheetName, columns));

    /// <summary>Whether a row is the template's own example, untouched; <paramref name="columns"/> in the order of the
    /// template, found in the sheet by header.</summary>
    public static bool IsExample(Sheet sheet, SheetRow row, IReadOnlyList<TemplateColumn> columns)
    {
        if (row.Number != sheet.HeaderRow + 1)
        {
            return false;
        }

        return columns.All(column =>
        {
            var place = sheet.Columns.Select((known, index) => (known, index)).FirstOrDefault(pair => pair.known.Header == column.Header);
            return place.known is not null && CellParsing.Text(row.Cells[place.index]).Value == CellParsing.Text(ValueOf(column.Example)).Value;
        });
    }

    private static byte[] Make(string sheetName, IReadOnlyList<TemplateColumn> columns)
    {
        using var package = new ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add(SheetStyle.SheetName(sheetName));
        SheetStyle.Prepare(sheet, 1, [.. columns.Select((column, index) => (index + 1, column.Header + (column.Required ? "*" : ""), (CellKind?)column.Kind))]);
        ExcelWorksheet? lists = null;
        for (var index = 0; index < columns.Count; index++)
        {
            var column = columns[index];
            sheet.Cells[2, index + 1].Value = SheetStyle.Cell(column.Example);
            sheet.Cells[2, index + 1].Style.Font.Italic = true;
            if (!string.IsNullOrEmpty(column.Note))
            {
                sheet.Cells[1, index + 1].AddComment(column.Note, Author);
            }

            if (column.Choices.Count > 0)
            {
                AddChoices(package, sheet, ref lists, index + 1, column.Choices);
            }
        }

        return package.GetAsByteArray();
    }

    // A list inside the rule may have 255 characters and no comma in a choice; longer ones stand on a hidden sheet.
    private static void AddChoices(ExcelPackage package, ExcelWorksheet sheet, ref ExcelWorksheet? lists, int column, IReadOnlyList<string> choices)
    {
        var rule = sheet.DataValidations.AddListValidation(new ExcelAddress(2, column, LastFilledRow, column).Address);
        // A warning, since names in the other language are taken as well.
        rule.ErrorStyle = ExcelDataValidationWarningStyle.warning;
        rule.ShowErrorMessage = true;
        rule.AllowBlank = true;
        if (choices.Sum(choice => choice.Length + 1) <= LongestInlineList && !choices.Any(choice => choice.Contains(',') || choice.Contains('"')))
        {
            foreach (var choice in choices)
            {
                rule.Formula.Values.Add(choice);
            }

            return;
        }

        lists ??= package.Workbook.Worksheets.Add(ListSheet);
        lists.Hidden = eWorkSheetHidden.Hidden;
        for (var index = 0; index < choices.Count; index++)
        {
            lists.SetValue(index + 1, column, SheetStyle.Cell(choices[index]));
        }

        var letters = CellAddress.Letters(column);
        rule.Formula.ExcelFormula = $"{ListSheet}!${letters}$1:${letters}${choices.Count}";
    }

    private static CellValue ValueOf(object? example) => example switch
    {
        null => CellValue.Empty,
        DateOnly day => new CellValue.Day(day),
        bool flag => new CellValue.Flag(flag),
        int whole => new CellValue.Number(whole),
        decimal number => new CellValue.Number(number),
        _ => new CellValue.Text(example.ToString() ?? ""),
    };
}
