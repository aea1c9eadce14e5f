using System.Globalization;
using System.Text;
using Training.Domain.Rules;

namespace Training.Api.Localization;

/// <summary>The text that lists search in: NFKC, lower case, half width, Latin letters without accents, single spaces.
/// It is kept in a column; a search asks whether it contains <see cref="Form"/> of what was typed.</summary>
internal static class SearchText
{
    /// <summary>A few characters alone become eighteen in this form; what is longer than this is cut off and not searched.</summary>
    public const int Longest = 1000;

    /// <summary>The Chinese name, the Latin name (as written and in one word), its initials, and what else is searched
    /// by: 张伟 with <c>Zhang Wei</c> is found by 张, <c>wei</c>, <c>zhangwei</c> and <c>zw</c>.</summary>
    public static string Of(string name, string? latinName = null, params string?[] others)
    {
        var latin = Form(latinName);
        var words = latin.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var initials = string.Concat(words.Select(x => StringInfo.GetNextTextElement(x)));
        string[] parts =
        [
            Form(name),
            latin,
            words.Length > 1 ? string.Concat(words) : string.Empty,
            words.Length > 1 ? initials : string.Empty,
            .. others.Select(Form),
        ];

        return PlainText.Cut(string.Join(' ', parts.Where(x => x.Length > 0)), Longest).TrimEnd();
    }

    /// <summary>The searched form of a text.</summary>
    public static string Form(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        // Decomposed first, so that accents can be left out; composed again at the end.
        var form = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsWhiteSpace(c) || c is '-' or '\'' or '’' or '·')
            {
                AppendSpace(form);
            }
            else if (c is < '\u0300' or > '\u036f')
            {
                form.Append(c);
            }
        }

        return form.ToString().Trim().Normalize(NormalizationForm.FormKC);
    }

    private static void AppendSpace(StringBuilder form)
    {
        if (form.Length > 0 && form[^1] != ' ')
        {
            form.Append(' ');
        }
    }
}
