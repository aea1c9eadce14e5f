using System.Text.Json;
using Training.Api.Localization;
using Training.Domain.Notices;

namespace Training.Api.Notices;

/// <summary>Writes the sentence of a notice (<c>notice.kind</c>) in the reader's language.</summary>
internal static class NoticeText
{
    /// <summary>The member of a value that holds the text code of a choice, which is put into words when the notice is read. A
    /// choice is an object, so that no text that somebody typed is taken for one.</summary>
    public const string Choice = "choice";

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
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => Texts.Of(language, value.GetProperty(Choice).GetString()!),
        _ => value.GetRawText(),
    };
}
