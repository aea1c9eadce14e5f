namespace Training.Domain.Rules;

/// <summary>A text in the two languages of the product. Chinese comes first; a missing English text is shown in Chinese.</summary>
public sealed record Bilingual(string Zh, string? En)
{
    /// <summary>Both texts in plain form; a blank English text is kept as none.</summary>
    public static Bilingual Of(string zh, string? en) => new(PlainText.Of(zh), PlainText.OrNull(en));
}
