using System.Globalization;
using System.Text;

namespace Training.Api.Spreadsheets;

/// <summary>Which number formats of a workbook show dates, and which day a serial number is.</summary>
internal sealed class SerialDates
{
    private const int Offset1904 = 1462;
    private const decimal LastSerial = 2_958_466m;
    private const int MostFormats = 70_000;

    private readonly List<bool> _isDate = [];
    private readonly bool _from1904;

    private SerialDates(bool from1904) => _from1904 = from1904;

    public static SerialDates Of(WorkbookParts workbook)
    {
        var dates = new SerialDates(workbook.From1904);
        if (workbook.Styles is null)
        {
            return dates;
        }

        var own = new Dictionary<string, bool>(StringComparer.Ordinal);
        var inCells = false;
        using var reader = workbook.Reader(workbook.Styles);
        while (reader.Read())
        {
            if (reader.Name == "cellXfs")
            {
                inCells = reader.IsStart && !reader.IsEmptyElement;
            }
            else if (reader.IsStart && reader.Name == "numFmt" && reader.Attribute("numFmtId") is { } id && own.Count < MostFormats)
            {
                own[id] = ShowsDay(reader.Attribute("formatCode") ?? "");
            }
            else if (reader.IsStart && inCells && reader.Name == "xf" && dates._isDate.Count < MostFormats)
            {
                var format = reader.Attribute("numFmtId") ?? "0";
                dates._isDate.Add(own.TryGetValue(format, out var isDate) ? isDate : IsBuiltIn(format));
            }
        }

        return dates;
    }

    /// <summary>A day, or an instant when there is a time of day; null when the cell's style is no date or the number
    /// is no day the calendar has (spreadsheets know a 29 February 1900).</summary>
    public CellValue? Read(string? style, decimal number)
    {
        if (!int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= _isDate.Count || !_isDate[index])
        {
            return null;
        }

        var serial = _from1904 ? number + Offset1904 : number;
        if (serial < 1 || serial >= LastSerial || serial is >= 60 and < 61)
        {
            return null;
        }

        var days = decimal.Floor(serial);
        var milliseconds = decimal.Round((serial - days) * 86_400_000m);
        var instant = new DateTime(1899, 12, 30).AddDays((double)(days < 60 ? days + 1 : days)).AddMilliseconds((double)milliseconds);
        return instant.TimeOfDay == TimeSpan.Zero ? new CellValue.Day(DateOnly.FromDateTime(instant)) : new CellValue.Instant(instant);
    }

    // 27–36 and 50–58 are the dates of the Chinese, Japanese and Korean editions.
    private static bool IsBuiltIn(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static bool ShowsDay(string format)
    {
        var bare = Bare(format);
        return bare.Contains('y') || bare.Contains('d') || bare.Contains("mmm", StringComparison.Ordinal);
    }

    // Quoted text, [conditions] and escaped characters say nothing of what is shown.
    private static string Bare(string format)
    {
        var bare = new StringBuilder();
        for (var index = 0; index < format.Length; index++)
        {
            var end = format[index] switch { '"' => format.IndexOf('"', index + 1), '[' => format.IndexOf(']', index + 1), '\\' or '_' or '*' => index + 1, _ => -1 };
            if (end > index)
            {
                index = end;
            }
            else
            {
                bare.Append(char.ToLowerInvariant(format[index]));
            }
        }

        return bare.Replace("general", "").ToString();
    }
}
