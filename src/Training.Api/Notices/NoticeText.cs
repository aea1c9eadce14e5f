using System.Text.Json;
using Training.Api.Localization;
using Training.Domain.Notices;

namespace Training.Api.Notices;

/// <summary>Writes the sentence of a notice (<c>notice.kind</c>) in the reader's language.</summary>
internal static class NoticeText
{
    public static string Of(Language language, string kind, string values) =>
        Texts.Of(language, CodeOf(kind), Values(values));

    public static string Of(Language language, Notice notice) => Of(language, notice.Kind, notice.Values);

    public static string CodeOf(string kind) => "notice." + kind;

    private static List<(string Name, object? Value)> Values(string values)
    {
        using var document = JsonDocument.Parse(values);
        return [.. document.RootElement.EnumerateObject().Select(x => (x.Name, ValueOf(x.Value)))];
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
