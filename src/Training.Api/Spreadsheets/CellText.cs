using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Training.Api.Spreadsheets;

/// <summary>How text goes into a cell and comes back. Text that a spreadsheet would take for a formula gets a leading
/// apostrophe when written and loses it when read, so that writing and reading give the same text.</summary>
internal static partial class CellText
{
    /// <summary>Characters a cell can hold.</summary>
    public const int Longest = 32_767;

    private const string Dangerous = "'=+-@\t\r";

    /// <summary>As written: apostrophe where needed, what XML cannot carry replaced, cut with an ellipsis beyond what a
    /// cell holds.</summary>
    public static string Guarded(string text)
    {
        var sound = Sound(text);
        var guarded = Encoded(sound.Length > 0 && Dangerous.Contains(sound[0]) ? "'" + sound : sound);
        return guarded.Length <= Longest ? guarded : guarded[..(Longest - 1)] + "…";
    }

    /// <summary>As it was before <see cref="Guarded"/>.</summary>
    public static string Unguarded(string text) =>
        text.Length > 1 && text[0] == '\'' && Dangerous.Contains(text[1]) ? text[1..] : text;

    /// <summary>Undoes the format's own escapes: <c>_x000D_</c> is a carriage return. What no text may hold does not come in
    /// by this way either.</summary>
    public static string Decoded(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Sound(Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()))
            : text;

    // The library escapes control characters, and what looks like an escape in capitals, but writes a carriage return
    // bare, which XML turns into a line feed. Escapes in small letters pass it untouched and mean the same.
    private static string Encoded(string text)
    {
        var encoded = text.Contains("_x", StringComparison.Ordinal) ? SmallEscape().Replace(text, "_x005f_") : text;
        return encoded.Replace("\r", "_x000d_", StringComparison.Ordinal);
    }

    /// <summary>U+0000, halves of surrogate pairs and what is no character replaced by U+FFFD.</summary>
    internal static string Sound(string text)
    {
        StringBuilder? changed = null;
        for (var index = 0; index < text.Length; index++)
        {
            var unsound = char.IsHighSurrogate(text[index]) ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
                : char.IsLowSurrogate(text[index]) ? index == 0 || !char.IsHighSurrogate(text[index - 1])
                : text[index] is '\0' or '\uFFFE' or '\uFFFF';
            if (unsound)
            {
                (changed ??= new StringBuilder(text))[index] = '\uFFFD';
            }
        }

        return changed?.ToString() ?? text;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex("_(?=x[0-9A-F]{0,3}[a-f][0-9A-Fa-f]{0,3}_)(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex SmallEscape();
}
