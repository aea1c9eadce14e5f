using Training.Api.Http.Validation;
using Training.Domain.Rules;

namespace Training.Api.Http;

/// <summary>A text in a request, in both languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English, where there is one.</param>
public sealed record BilingualText([TextLength(1, 2000)] string Zh, [TextLength(0, 2000)] string? En = null)
{
    internal Bilingual Plain() => Bilingual.Of(Zh, En);

    /// <summary>Two members that stand side by side; none where the Chinese is blank.</summary>
    internal static Bilingual? OrNull(string? zh, string? en) => PlainText.OrNull(zh) is { } text ? Bilingual.Of(text, en) : null;
}
