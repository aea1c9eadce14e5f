using System.Globalization;
using System.Text.RegularExpressions;
using Training.Domain.Rules;

namespace Training.Api.Spreadsheets;

/// <summary>Turns the value of a cell into what the column means. An empty cell gives neither value nor fault
/// (see <see cref="Parsed{T}.Required"/>); nothing here throws.</summary>
internal static partial class CellParsing
{
    // Characters written in pieces (a letter and its accents) become one.
    private const long MostShrinking = 4;

    // More than any day, number, choice or truth value is written with.
    private const int LongestWord = 100;
    private static readonly string[] Yes = ["是", "YES", "Y", "TRUE", "1", "√", "✓", "有"];
    private static readonly string[] No = ["否", "NO", "N", "FALSE", "0", "×", "无"];

    /// <summary>Plain text of at most <paramref name="longest"/> characters. A number becomes its digits (7 → "7"), a day
    /// its ISO form.</summary>
    public static Parsed<string> Text(CellValue cell, int longest = CellText.Longest) => Formed(cell, longest, PlainText.Of);

    /// <summary>A business key of at most <paramref name="longest"/> characters as it is kept; leading zeros stay where the
    /// cell holds text.</summary>
    public static Parsed<string> Key(CellValue cell, int longest = 100) => Formed(cell, longest, PlainText.Key);

    /// <summary>Text for the machine (a mail address, a telephone number): as <see cref="Text"/>, full-width letters and digits
    /// made half-width.</summary>
    public static Parsed<string> Narrow(CellValue cell, int longest = CellText.Longest) => Formed(cell, longest, PlainText.Narrow);

    /// <summary>A day: a real date, or <c>2026-03-01</c>, <c>2026/3/1</c>, <c>2026.3.1</c>, <c>2026年3月1日</c>,
    /// <c>20260301</c>. A date with a time of day is refused.</summary>
    public static Parsed<DateOnly?> Day(CellValue cell)
    {
        if (cell is CellValue.Day day && Days.Holds(day.Value))
        {
            return new(day.Value, null);
        }

        return Narrow(cell, LongestWord).Then(text => new Parsed<DateOnly?>(DayOf(text), null) is { Value: not null } parsed
            ? parsed
            : new(null, CellFault.Of(CellRefusals.NotADay, ("value", Cut(text)))));
    }

    /// <summary>A number with at most <paramref name="decimals"/> digits after the point; thousands may be separated by commas.</summary>
    public static Parsed<decimal?> Decimal(CellValue cell, int decimals)
    {
        var number = cell is CellValue.Number exact
            ? new Parsed<decimal?>(exact.Value, null)
            : cell is CellValue.Day or CellValue.Instant or CellValue.Flag
                ? new(null, CellFault.Of(CellRefusals.NotANumber, ("value", Shown(cell))))
                : Narrow(cell, LongestWord).Then(NumberOf);
        return number.Value is { } value && decimal.Round(value, decimals) != value
            ? new(null, CellFault.Of(CellRefusals.TooManyDecimals, ("value", Digits(value)), ("limit", decimals)))
            : number;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public static Parsed<int?> Whole(CellValue cell, int least = int.MinValue, int most = int.MaxValue)
    {
        var number = Decimal(cell, 28);
        if (number.Value is not { } value)
        {
            return new(null, number.Fault);
        }

        return value == decimal.Truncate(value) && value >= least && value <= most
            ? new((int)value, null)
            : new(null, CellFault.Of(CellRefusals.NotAWholeNumber, ("value", Digits(value)), ("least", least), ("most", most)));
    }

    /// <summary>Yes or no, in either language, as a real truth value or as 1 and 0.</summary>
    public static Parsed<bool?> Flag(CellValue cell)
    {
        if (cell is CellValue.Flag flag)
        {
            return new(flag.Value, null);
        }

        return Narrow(cell, LongestWord).Then<bool?>(text => Yes.Contains(text.ToUpperInvariant()) ? new(true, null)
            : No.Contains(text.ToUpperInvariant()) ? new(false, null)
            : new(null, CellFault.Of(CellRefusals.NotAFlag, ("value", Cut(text)))));
    }

    /// <summary>One of the given names, compared as keys; several names may mean the same value. <paramref name="shown"/>
    /// is what the fault says would be accepted.</summary>
    public static Parsed<T?> Choice<T>(CellValue cell, IReadOnlyDictionary<string, T> names, IEnumerable<string> shown)
        where T : struct =>
        Text(cell, LongestWord).Then<T?>(text =>
        {
            var key = PlainText.Key(text);
            foreach (var (name, value) in names)
            {
                if (PlainText.Key(name) == key)
                {
                    return new(value, null);
                }
            }

            return new(null, CellFault.Of(CellRefusals.NotAChoice, ("value", Cut(text)), ("accepted", string.Join(" / ", shown))));
        });

    // One long text may stand in every cell of a small file, so what no form makes short enough is not brought into form.
    private static Parsed<string> Formed(CellValue cell, int longest, Func<string, string> form)
    {
        if (cell is CellValue.Broken broken)
        {
            return new(null, CellFault.Of(CellRefusals.Broken, ("value", broken.Value)));
        }

        if (Shown(cell) is not { } raw || string.IsNullOrWhiteSpace(raw))
        {
            return new(null, null);
        }

        var text = raw.Length > longest * MostShrinking ? raw : form(raw);
        return text.Length > longest
            ? new(null, CellFault.Of(CellRefusals.TooLong, ("value", Cut(text)), ("count", text.Length), ("limit", longest)))
            : new(text, null);
    }

    private static string? Shown(CellValue cell) => cell switch
    {
        CellValue.Text text => text.Value,
        CellValue.Number number => Digits(number.Value),
        CellValue.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellValue.Instant instant => instant.Value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        CellValue.Flag flag => flag.Value ? "TRUE" : "FALSE",
        CellValue.Broken broken => broken.Value,
        _ => null,
    };

    private static string Digits(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= 60 ? text : PlainText.Cut(text, 59) + "…";

    private static DateOnly? DayOf(string text)
    {
        var match = DayForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        int year = Part("y"), month = Part("m"), day = Part("d");
        return year >= Days.First.Year && year <= Days.Last.Year && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static Parsed<decimal?> NumberOf(string text)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return NumberForm().IsMatch(text) && decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var number)
            ? new(number, null)
            : new(null, CellFault.Of(CellRefusals.NotANumber, ("value", Cut(text))));
    }

    // Digits are ASCII: plain text has no full-width ones left, and other scripts' digits are not meant.
    [GeneratedRegex(@"\A(?:(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})|(?<y>[0-9]{4})(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|(?<y>[0-9]{4})\s*年\s*(?<m>[0-9]{1,2})\s*月\s*(?<d>[0-9]{1,2})\s*[日号])\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayForm();

    [GeneratedRegex(@"\A[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();
}
