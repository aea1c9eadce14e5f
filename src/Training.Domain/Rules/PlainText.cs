using System.Text;

namespace Training.Domain.Rules;

/// <summary>The forms in which text is kept and compared.</summary>
public static class PlainText
{
    /// <summary>A text for people: trimmed, one form per character (NFC); Chinese punctuation stays full-width.</summary>
    public static string Of(string text) => text.Normalize(NormalizationForm.FormC).Trim();

    /// <summary>As <see cref="Of"/>; text that is missing or blank becomes null.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Of(text);

    /// <summary>A text for the machine (numbers, addresses, days): trimmed, NFKC, so that full-width letters and digits become
    /// half-width.</summary>
    public static string Narrow(string text) => text.Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>As <see cref="Narrow"/>; text that is missing or blank becomes null.</summary>
    public static string? NarrowOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Narrow(text);

    /// <summary>At most so many characters from the start; none is cut in half.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>A business key as it is compared: as <see cref="Narrow"/> and upper case; leading zeros are kept.
    /// Keys are kept in this form, so that binary order and equality on every store ignore the case.</summary>
    public static string Key(string text) => Narrow(text).ToUpperInvariant();
}
