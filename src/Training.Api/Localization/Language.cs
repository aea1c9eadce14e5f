namespace Training.Api.Localization;

/// <summary>The two languages of the product.</summary>
public enum Language
{
    /// <summary>Simplified Chinese (<c>zh-CN</c>), the one that is answered when nothing else is asked for.</summary>
    Chinese,

    /// <summary>English (<c>en</c>).</summary>
    English,
}

internal static class Languages
{
    public static readonly IReadOnlyList<Language> All = [Language.Chinese, Language.English];

    /// <summary>The tag as it stands in <c>Content-Language</c> and in the names of the text files.</summary>
    public static string Tag(this Language language) => language == Language.English ? "en" : "zh-CN";

    /// <summary>The language of a tag (<c>en</c>, <c>en-GB</c>, <c>zh</c>, <c>zh-Hans-CN</c>), or null for any other.</summary>
    public static Language? Of(string? tag)
    {
        var primary = tag?.Split('-')[0].Trim();

        return primary switch
        {
            _ when string.Equals(primary, "zh", StringComparison.OrdinalIgnoreCase) => Language.Chinese,
            _ when string.Equals(primary, "en", StringComparison.OrdinalIgnoreCase) => Language.English,
            _ => null,
        };
    }
}
