using System.Collections;
using System.Globalization;
using Training.Domain.Rules;

namespace Training.Api.Localization;

/// <summary>How a value stands in a sentence: days as in ISO 8601, decimals without trailing zeros, never by the machine's
/// culture, long texts cut.</summary>
internal static class TextForm
{
    private const int LongestText = 100;

    public static string Of(object? value, Language language) => value switch
    {
        null => Texts.Of(language, "value.none"),
        string text => Cut(text),
        ILocalText local => local.In(language),
        bool flag => Texts.Of(language, flag ? "value.yes" : "value.no"),
        Enum choice => Texts.OfValue(language, choice),
        decimal number => Plain(number),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset instant => Instant(instant),
        Bilingual text => Of(language == Language.English ? text.En ?? text.Zh : text.Zh, language),
        IEnumerable list => string.Join(language == Language.English ? ", " : "、", list.Cast<object?>().Select(x => Of(x, language))),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>The number without trailing zeros, so that both stores give the same text (<c>90.00</c> and <c>90</c> are
    /// <c>90</c>).</summary>
    public static string Plain(decimal number) => Trim(number).ToString(CultureInfo.InvariantCulture);

    /// <summary>The number with the smallest scale that keeps its value; negative zero becomes zero.</summary>
    public static decimal Trim(decimal number) => Decimals.Trimmed(number);

    /// <summary>RFC 3339 in UTC with milliseconds.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Cut(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;

        return string.Concat(text.AsSpan(0, end), "…");
    }
}
