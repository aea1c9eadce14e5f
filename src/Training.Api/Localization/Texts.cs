using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Training.Api.Localization;

/// <summary>Every sentence, header and name of a value in both languages, by code. The files are part of the assembly.
/// <c>{name}</c> in a sentence is filled with the value of that name.</summary>
internal static class Texts
{
    private static readonly FrozenDictionary<string, string> Chinese = Load(Language.Chinese);
    private static readonly FrozenDictionary<string, string> English = Load(Language.English);

    /// <summary>The codes of one language.</summary>
    public static IReadOnlyCollection<string> Codes(Language language) => In(language).Keys;

    public static bool Has(Language language, string code) => In(language).ContainsKey(code);

    /// <summary>The sentence. A code without a text is answered by itself: a missing text must not turn an answer into a
    /// fault (the suite finds it).</summary>
    public static string Of(Language language, string code, params IReadOnlyList<(string Name, object? Value)> values) =>
        In(language).TryGetValue(code, out var text) ? Fill(text, language, values) : code;

    /// <summary>The name of an enum's value as people read it: <c>enum.employmentState.onProbation</c>.</summary>
    public static string OfValue(Language language, Enum value) => Of(language, CodeOf(value.GetType(), value.ToString()));

    /// <summary>The code under which the name of an enum's value stands.</summary>
    public static string CodeOf(Type type, string member) =>
        $"enum.{JsonNamingPolicy.CamelCase.ConvertName(type.Name)}.{JsonNamingPolicy.CamelCase.ConvertName(member)}";

    private static string Fill(string text, Language language, IReadOnlyList<(string Name, object? Value)> values)
    {
        if (values.Count == 0 || !text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        // One pass, so that a value that itself contains "{name}" is not filled again.
        var filled = new StringBuilder(text.Length + 32);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            var name = text[(open + 1)..close];
            filled.Append(text, at, open - at).Append(ValueOf(name, values, language) ?? text[open..(close + 1)]);
            at = close + 1;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static string? ValueOf(string name, IReadOnlyList<(string Name, object? Value)> values, Language language)
    {
        foreach (var (known, value) in values)
        {
            if (known == name)
            {
                return TextForm.Of(value, language);
            }
        }

        return null;
    }

    private static FrozenDictionary<string, string> In(Language language) => language == Language.English ? English : Chinese;

    private static FrozenDictionary<string, string> Load(Language language)
    {
        var name = $"Texts.{language.Tag()}.json";
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The text file {name} is not part of the assembly.");

        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
