using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Training.Api.Data.Seeding;

/// <summary>Checks a file against its schema, in the part of JSON Schema that our schemas use. A keyword beyond that part is an
/// error of the schema: nothing stands in a schema that is not checked.</summary>
internal sealed class SchemaCheck(string file, JsonElement schema)
{
    private static readonly HashSet<string> Known =
    [
        "$schema", "$ref", "$defs", "title", "description", "type", "enum", "pattern", "format", "minLength", "maxLength", "minimum",
        "maximum", "multipleOf", "required", "additionalProperties", "properties", "items", "minItems", "maxItems", "uniqueItems",
    ];

    private readonly List<string> _faults = [];

    /// <summary>A sentence for every fault, in the order of the lines.</summary>
    public static IReadOnlyList<string> Faults(string file, LocatedJson value, JsonElement schema)
    {
        var check = new SchemaCheck(file, schema);
        check.Value(value, schema, "");
        return check._faults;
    }

    private void Value(LocatedJson value, JsonElement rule, string place)
    {
        rule = Resolve(rule);
        if (!IsOfType(value, rule) || !IsOneOf(value, rule) || !Fits(value, rule))
        {
            _faults.Add(ReferenceFault.Sentence(
                file, value.Line, $"{(place.Length == 0 ? "the file" : place)} is {value.Shown}; accepted is {SchemaWords.Accepted(rule)}."));
        }
        else if (value.Kind == JsonValueKind.Object)
        {
            Members(value, rule, place);
        }
        else if (value.Kind == JsonValueKind.Array && rule.TryGetProperty("items", out var items))
        {
            for (var i = 0; i < value.Items.Count; i++)
            {
                Value(value.Items[i], items, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"));
            }
        }
    }

    private JsonElement Resolve(JsonElement rule)
    {
        foreach (var keyword in rule.EnumerateObject())
        {
            if (!Known.Contains(keyword.Name))
            {
                throw new InvalidOperationException($"The schema of {file} uses {keyword.Name}, which is not checked.");
            }
        }

        return rule.TryGetProperty("$ref", out var name)
            ? Resolve(schema.GetProperty("$defs").GetProperty(name.GetString()!["#/$defs/".Length..]))
            : rule;
    }

    private void Members(LocatedJson value, JsonElement rule, string place)
    {
        if (!rule.TryGetProperty("properties", out var properties))
        {
            return;
        }

        var prefix = place.Length == 0 ? "" : place + ".";
        foreach (var (name, member) in value.Members)
        {
            if (properties.TryGetProperty(name, out var expected))
            {
                Value(member, expected, prefix + name);
            }
            else
            {
                _faults.Add(ReferenceFault.Sentence(
                    file, member.Line, $"{prefix}{name} is not known; accepted are {SchemaWords.Names(properties)}."));
            }
        }

        var missing = rule.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(x => x.GetString()!).Where(x => !value.Members.ContainsKey(x))
            : [];
        _faults.AddRange(missing.Select(x => ReferenceFault.Sentence(
            file, value.Line, $"{prefix}{x} is missing; accepted is {SchemaWords.Accepted(Resolve(properties.GetProperty(x)))}.")));
    }

    private static bool IsOfType(LocatedJson value, JsonElement rule) =>
        !rule.TryGetProperty("type", out var type) || SchemaWords.Each(type).Any(x => x switch
        {
            "object" => value.Kind == JsonValueKind.Object,
            "array" => value.Kind == JsonValueKind.Array,
            "string" => value.Kind == JsonValueKind.String,
            "number" => value.Kind == JsonValueKind.Number,
            "integer" => Number(value) is { } number && number == decimal.Truncate(number),
            "boolean" => value.Kind is JsonValueKind.True or JsonValueKind.False,
            _ => value.Kind == JsonValueKind.Null,
        });

    private static bool IsOneOf(LocatedJson value, JsonElement rule) =>
        !rule.TryGetProperty("enum", out var choices) || choices.EnumerateArray().Any(x => x.ValueKind == value.Kind && x.ValueKind switch
        {
            JsonValueKind.String => x.GetString() == value.Text,
            JsonValueKind.Number => x.GetDecimal() == Number(value),
            _ => true,
        });

    private static bool Fits(LocatedJson value, JsonElement rule) => value.Kind switch
    {
        JsonValueKind.String => Within(rule, "minLength", "maxLength", value.Text!.EnumerateRunes().Count())
            && (!rule.TryGetProperty("pattern", out var pattern)
                || Regex.IsMatch(value.Text, pattern.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            && (!rule.TryGetProperty("format", out _)
                || DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        JsonValueKind.Number => Number(value) is { } number && Within(rule, "minimum", "maximum", number)
            && (!rule.TryGetProperty("multipleOf", out var step) || number % step.GetDecimal() == 0),
        JsonValueKind.Array => Within(rule, "minItems", "maxItems", value.Items.Count)
            && (!rule.TryGetProperty("uniqueItems", out _) || value.Items.DistinctBy(x => (x.Kind, x.Text)).Count() == value.Items.Count),
        _ => true,
    };

    private static bool Within(JsonElement rule, string least, string most, decimal number) =>
        (!rule.TryGetProperty(least, out var from) || number >= from.GetDecimal())
        && (!rule.TryGetProperty(most, out var to) || number <= to.GetDecimal());

    private static decimal? Number(LocatedJson value) =>
        value.Kind == JsonValueKind.Number && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

/// <summary>What a rule of a schema accepts, in words.</summary>
internal static class SchemaWords
{
    public static IEnumerable<string> Each(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(x => x.GetString()!) : [type.GetString()!];

    public static string Names(JsonElement properties) => string.Join(", ", properties.EnumerateObject().Select(x => x.Name));

    public static string Accepted(JsonElement rule)
    {
        if (rule.TryGetProperty("enum", out var choices))
        {
            return "one of " + string.Join(", ", choices.EnumerateArray().Select(x => x.ValueKind == JsonValueKind.Null ? "null" : x.ToString()));
        }

        return string.Join(" or ", (rule.TryGetProperty("type", out var type) ? Each(type) : ["value"]).Select(x => x switch
        {
            "object" => rule.TryGetProperty("properties", out var properties) ? $"an object with {Names(properties)}" : "an object",
            "array" => "a list" + Range(rule, "minItems", "maxItems", " of ", " entries")
                + (rule.TryGetProperty("uniqueItems", out _) ? ", each entry once" : ""),
            "string" => Text(rule),
            "number" => "a number" + Range(rule, "minimum", "maximum", " of ", "") + Steps(rule),
            "integer" => "a whole number" + Range(rule, "minimum", "maximum", " of ", "") + Steps(rule),
            "boolean" => "true or false",
            _ => x,
        }));
    }

    private static string Text(JsonElement rule)
    {
        var words = new StringBuilder(rule.TryGetProperty("format", out _) ? "a day as YYYY-MM-DD" : "a text");
        words.Append(Range(rule, "minLength", "maxLength", " of ", " characters"));
        return rule.TryGetProperty("pattern", out var pattern) && !rule.TryGetProperty("format", out _)
            ? words.Append(" of the form ").Append(pattern.GetString()).ToString()
            : words.ToString();
    }

    private static string Steps(JsonElement rule) => rule.TryGetProperty("multipleOf", out var step) ? $" in steps of {step}" : "";

    private static string Range(JsonElement rule, string least, string most, string before, string after) =>
        (rule.TryGetProperty(least, out var from), rule.TryGetProperty(most, out var to)) switch
        {
            (true, true) => $"{before}{from} to {to}{after}",
            (true, false) => $"{before}at least {from}{after}",
            (false, true) => $"{before}at most {to}{after}",
            _ => "",
        };
}
