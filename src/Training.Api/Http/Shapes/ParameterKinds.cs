using System.Globalization;
using System.Reflection;
using Training.Api.Errors;
using Training.Api.Http.Json;

namespace Training.Api.Http.Shapes;

/// <summary>Which texts a query or route value of a type may be. Stricter than the framework's own binding, which takes
/// spaces, other spellings of days, and numbers for names.</summary>
internal static class ParameterKinds
{
    /// <summary>Whether the type is read from one text.</summary>
    public static bool IsText(Type type) =>
        type == typeof(string) || type.IsPrimitive || type.IsEnum || type == typeof(decimal) || ParserOf(type) is not null;

    /// <summary>What is wrong with the text as a value of the type, or null.</summary>
    public static Fault? FaultOf(Type type, string text)
    {
        if (!WellFormed.Is(text))
        {
            return new Fault("fault.characters");
        }

        var fault = ExpectedOf(type, text);

        return fault is null or { Code: "fault.choice" } ? fault : fault with { Given = text };
    }

    private static Fault? ExpectedOf(Type type, string text) => type switch
    {
        _ when type == typeof(string) => null,
        _ when type == typeof(int) => Unless(IsWhole(text) && int.TryParse(text, CultureInfo.InvariantCulture, out _), "fault.wholeNumber"),
        _ when type == typeof(long) => Unless(IsWhole(text) && long.TryParse(text, CultureInfo.InvariantCulture, out _), "fault.wholeNumber"),
        _ when type == typeof(decimal) => Unless(DecimalConverter.TryParse(text, out _), "fault.number"),
        _ when type == typeof(bool) => Unless(text is "true" or "false", "fault.flag"),
        _ when type == typeof(DateOnly) => Unless(DayConverter.TryParse(text, out _), "fault.day"),
        _ when type == typeof(DateTimeOffset) => Unless(InstantConverter.TryParse(text, out _), "fault.instant"),
        _ when type == typeof(TimeOnly) => Unless(TimeConverter.TryParse(text, out _), "fault.time"),
        _ when type == typeof(Guid) => Unless(Guid.TryParseExact(text, "D", out _), "fault.guid"),
        _ when EnumOf(type) is { } choice => Choices.Names(choice).Contains(text, StringComparer.Ordinal)
            ? null
            : new Fault("fault.choice", ("value", text), ("accepted", Choices.Names(choice))),
        _ when type.IsEnum || type.IsPrimitive => throw new InvalidOperationException($"A parameter of type {type} is not supported; enums are declared as Choice<{type.Name}>."),
        _ => Unless(Parses(type, text), WrittenConverterFactory.ExpectedOf(type) ?? "fault.notAccepted"),
    };

    /// <summary>The enum of a <see cref="Choice{TEnum}"/>, or null.</summary>
    public static Type? EnumOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Choice<>) ? type.GenericTypeArguments[0] : null;

    private static Fault? Unless(bool right, string code) => right ? null : new Fault(code);

    private static bool IsWhole(string text) =>
        text.Length > 0 && text.AsSpan(text[0] == '-' ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    private static bool Parses(Type type, string text)
    {
        var parser = ParserOf(type)!;
        object?[] arguments = parser.GetParameters().Length == 3 ? [text, CultureInfo.InvariantCulture, null] : [text, null];

        return parser.Invoke(null, arguments) is true;
    }

    private static MethodInfo? ParserOf(Type type) =>
        type.GetMethod("TryParse", BindingFlags.Static | BindingFlags.Public, [typeof(string), typeof(IFormatProvider), type.MakeByRefType()])
        ?? type.GetMethod("TryParse", BindingFlags.Static | BindingFlags.Public, [typeof(string), type.MakeByRefType()]);
}
