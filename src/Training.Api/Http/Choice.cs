using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Training.Api.Http;

/// <summary>An enum in a query or route, by its exact camelCase name. (Bound directly, the framework takes
/// <c>SelfReview</c> and <c>99</c>, and refuses <c>selfReview</c>.)</summary>
public readonly record struct Choice<TEnum>(TEnum Value)
    where TEnum : struct, Enum
{
    [SuppressMessage("Design", "CA1000", Justification = "The framework binds by this method.")]
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Choice<TEnum> choice)
    {
        var known = Choices.TryRead<TEnum>(text, out var value);
        choice = new Choice<TEnum>(value);

        return known;
    }

    public static implicit operator TEnum(Choice<TEnum> choice) => choice.Value;

    public TEnum ToTEnum() => Value;

    public override string ToString() => Choices.Name(Value);
}

/// <summary>The names of enums at the edge; JSON, queries and the API document share them.</summary>
internal static class Choices
{
    public static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static IReadOnlyList<string> Names(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static bool TryRead<TEnum>(string? text, out TEnum value)
        where TEnum : struct, Enum =>
        Table<TEnum>.ByName.TryGetValue(text ?? string.Empty, out value);

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<string, TEnum> ByName =
            Enum.GetValues<TEnum>().Distinct().ToDictionary(x => Name(x), StringComparer.Ordinal);
    }
}
