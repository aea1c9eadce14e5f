using System.Text.Json;
using Training.Api.Localization;
using Training.Domain.Notices;

namespace Training.Api.Notices;

/// <summary>Writes the sentence of a notice (<c>notice.kind</c>) in the reader's language.</summary>
internal static class NoticeText
{
    /// <summary>Stands before the text code of a choice, which is put into words when the notice is read.</summary>
    public const string ChoiceMark = "@";

    public static string Of(Language language, string kind, string values) =>
        Texts.Of(language, CodeOf(kind), Values(language, values));

    public static string Of(Language language, Notice notice) => Of(language, notice.Kind, notice.Values);

    public static string CodeOf(string kind) => "notice." + kind;

    private static List<(string Name, object? Value)> Values(Language language, string values)
    {
        using var document = JsonDocument.Parse(values);
        return [.. document.RootElement.EnumerateObject().Select(x => (x.Name, ValueOf(language, x.Value)))];
    }

    private static object? ValueOf(Language language, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => TextOf(language, value.GetString()!),
        _ => value.GetRawText(),
    };

    private static string TextOf(Language language, string text) =>
        text.StartsWith(ChoiceMark, StringComparison.Ordinal) && Texts.Has(language, text[1..]) ? Texts.Of(language, text[1..]) : text;
}
