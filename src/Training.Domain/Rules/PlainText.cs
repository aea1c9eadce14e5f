using System.Text;

namespace Training.Domain.Rules;

/// <summary>The one form in which text is kept and compared: trimmed, Unicode NFKC (so full-width digits and letters
/// become half-width).</summary>
public static class PlainText
{
    /// <summary>Trimmed and NFKC.</summary>
    public static string Of(string text) => text.Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>As <see cref="Of"/>; text that is missing or blank becomes null.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Of(text);

    /// <summary>A business key as it is compared: as <see cref="Of"/> and upper case; leading zeros are kept.
    /// Keys are kept in this form, so that binary order and equality on every store ignore the case.</summary>
    public static string Key(string text) => Of(text).ToUpperInvariant();
}
