namespace Training.Api.Http;

/// <summary>Whether a text can be kept: PostgreSQL takes no U+0000, and UTF-8 has no half surrogate pairs.</summary>
internal static class WellFormed
{
    public static bool Is(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]))
            {
                return false;
            }

            if (char.IsHighSurrogate(text[i]) && (++i == text.Length || !char.IsLowSurrogate(text[i])))
            {
                return false;
            }
        }

        return true;
    }
}
