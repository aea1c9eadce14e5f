using System.Collections;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Training.Api.Errors;

/// <summary>Thrown by our own converters: carries what is wrong, and the member below the current place where the reader
/// cannot know it.</summary>
internal sealed class JsonFault(Fault fault, string? below = null) : JsonException(fault.Code)
{
    public Fault Fault { get; } = fault;

    public string? Below { get; } = below;
}

/// <summary>Says in our words what the JSON reader says in its own. The reader gives the place; the kind of fault is only
/// in its English sentence, whose forms are pinned by tests.</summary>
internal static partial class JsonFaults
{
    public static RequestFault Of(JsonException json, Type? body)
    {
        var place = Place(json.Path);

        return json switch
        {
            JsonFault own => RequestFault.Unreadable(Join(place, own.Below), own.Fault),
            _ when Missing().Match(json.Message) is { Success: true } x => AllMissing(place, x.Groups["names"].Value),
            _ when Unknown().Match(json.Message) is { Success: true } x => Member(place, x.Groups["name"].Value, "fault.unknownMember"),
            _ when Duplicate().Match(json.Message) is { Success: true } x => Member(place, x.Groups["name"].Value, "fault.repeatedMember"),
            _ when json.Message.Contains("doesn't allow setting null values", StringComparison.Ordinal)
                || json.Message.Contains("is non-nullable", StringComparison.Ordinal)
                || json.Message.Contains("doesn't allow null", StringComparison.Ordinal) =>
                RequestFault.Unreadable(place, new Fault("fault.null")),
            _ when json.Message.Contains("could not be converted to", StringComparison.Ordinal) =>
                RequestFault.Unreadable(place, new Fault(ExpectedOf(TypeAt(body, place)))),
            _ when json.Message.Contains("maximum configured depth", StringComparison.Ordinal) =>
                RequestFault.Unreadable(place, new Fault("fault.tooDeep")),
            _ => RequestFault.Unreadable(place, new Fault(
                "fault.syntax", ("line", (json.LineNumber ?? 0) + 1), ("byte", (json.BytePositionInLine ?? 0) + 1))),
        };
    }

    /// <summary><c>$.planLines[0].courseCode</c> → <c>planLines[0].courseCode</c>; the root is <c>body</c>.</summary>
    public static string Place(string? path) => path switch
    {
        null or "$" or "" => "body",
        _ when path.StartsWith("$.", StringComparison.Ordinal) => path[2..],
        _ when path.StartsWith('$') => path[1..],
        _ => path,
    };

    private static string Join(string place, string? below) =>
        below is null ? place : place == "body" ? below : $"{place}.{below}";

    private static RequestFault AllMissing(string place, string names) => new(
        CommonRefusals.Unreadable,
        [.. Quoted().Matches(names).Select(x => (Join(place, x.Groups["name"].Value), new Fault("fault.missing")))]);

    // The reader's path already ends with the member for some of these, and not for others.
    private static RequestFault Member(string place, string name, string code) => RequestFault.Unreadable(
        place == name || place.EndsWith($".{name}", StringComparison.Ordinal) ? place : Join(place, name), new Fault(code));

    private static string ExpectedOf(Type? type) => type switch
    {
        null => "fault.notAccepted",
        _ when type == typeof(int) || type == typeof(long) => "fault.wholeNumber",
        _ when type == typeof(decimal) => "fault.number",
        _ when type == typeof(bool) => "fault.flag",
        _ when type == typeof(string) => "fault.text",
        _ when type == typeof(DateOnly) => "fault.day",
        _ when type == typeof(DateTimeOffset) => "fault.instant",
        _ when type == typeof(TimeOnly) => "fault.time",
        _ when type == typeof(Guid) => "fault.guid",
        _ when type.IsAssignableTo(typeof(IEnumerable)) => "fault.list",
        _ => "fault.object",
    };

    // The reader's own sentence names the type of the whole object where members are set by its constructor.
    private static Type? TypeAt(Type? body, string place)
    {
        var type = body;
        foreach (var part in place == "body" ? [] : Parts().Matches(place).Select(x => x.Value))
        {
            type = part[0] == '['
                ? type?.GetInterfaces().Append(type).FirstOrDefault(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0]
                : type?.GetProperties().FirstOrDefault(x => JsonNamingPolicy.CamelCase.ConvertName(x.Name) == part)?.PropertyType;
            type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        }

        return type;
    }

    [GeneratedRegex("missing required properties including: (?<names>.*?)\\.(?: Path:|$)", RegexOptions.Singleline)]
    private static partial Regex Missing();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("JSON property '(?<name>.*?)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex Unknown();

    [GeneratedRegex("Duplicate property '(?<name>.*?)' encountered", RegexOptions.Singleline)]
    private static partial Regex Duplicate();

    // lines[0].hours → lines, [0], hours
    [GeneratedRegex(@"[^.\[\]]+(?![^\[]*\])|\[\d+\]")]
    private static partial Regex Parts();
}
