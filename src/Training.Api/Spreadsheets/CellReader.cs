using System.Globalization;
using Training.Domain.Rules;

namespace Training.Api.Spreadsheets;

/// <summary>Reads one cell. The reader stands on its start before and on its end afterwards.</summary>
internal sealed class CellReader(List<CellValue> texts, SerialDates dates)
{
    private const decimal MostDecimal = 7.9e27m;

    public CellValue Read(PartReader reader, int row, int column)
    {
        string kind = reader.Attribute("t") ?? "n", raw = "";
        var style = reader.Attribute("s");
        if (reader.IsEmptyElement)
        {
            return CellValue.Empty;
        }

        var depth = reader.Depth;
        while (reader.Read() && !reader.IsEndOf(depth))
        {
            if (reader.IsStart && reader.Name == "f")
            {
                throw WorkbookRefusals.Formula.With(("cell", CellAddress.Of(row, column)));
            }

            if (reader.IsStart && reader.Name is "v" or "is")
            {
                raw = reader.InnerText() ?? throw SharedTexts.TooLong(CellAddress.Of(row, column));
            }
        }

        return (raw.Length == 0 ? CellValue.Empty : kind switch
        {
            "s" => Shared(raw) ?? throw reader.Damaged(),
            "b" => new CellValue.Flag(raw is "1" or "true"),
            "e" => new CellValue.Broken(PlainText.Cut(raw, 60)),
            "d" => IsoDay(raw),
            "n" => Number(raw, style),
            _ => SharedTexts.Value(raw),
        }) ?? throw SharedTexts.TooLong(CellAddress.Of(row, column));
    }

    private CellValue? Shared(string raw) =>
        int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? texts[index] : null;

    private static CellValue? IsoDay(string raw) =>
        DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            ? instant.TimeOfDay == TimeSpan.Zero ? new CellValue.Day(DateOnly.FromDateTime(instant)) : new CellValue.Instant(instant)
            : SharedTexts.Value(raw);

    private CellValue? Number(string raw, string? style) =>
        Exact(raw) is { } number ? dates.Read(style, number) ?? new CellValue.Number(number) : SharedTexts.Value(raw);

    // Files carry up to 17 digits of the binary number (33.335000000000001); 15 of them are what the user typed.
    private static decimal? Exact(string raw)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (raw.Length <= 15 && decimal.TryParse(raw, plain, CultureInfo.InvariantCulture, out var exact))
        {
            return exact;
        }

        return double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary) && Math.Abs(binary) < (double)MostDecimal
            ? (decimal)binary
            : null;
    }
}
