using System.Globalization;
using System.Text.Json;

namespace Training.Api.Data.Seeding;

/// <summary>A value of a JSON file that knows the line it starts on (from 1).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">The line of its first character.</param>
/// <param name="Text">A text as it reads, a number as it is written; none for the others.</param>
/// <param name="Members">Of an object, in their order.</param>
/// <param name="Items">Of a list, in their order.</param>
internal sealed record LocatedJson(
    JsonValueKind Kind, int Line, string? Text, IReadOnlyDictionary<string, LocatedJson> Members, IReadOnlyList<LocatedJson> Items)
{
    private static readonly Dictionary<string, LocatedJson> NoMembers = [];

    /// <summary>As it is shown in a sentence: short.</summary>
    public string Shown => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {Items.Count}"),
        JsonValueKind.String when Text!.Length > 40 => $"the text \"{Text[..40]}…\"",
        JsonValueKind.String => $"the text \"{Text}\"",
        JsonValueKind.Number => Text!,
        _ => Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The line of a place below (<c>modules[2].number</c>); the nearest above it that the file has.</summary>
    public int LineOf(string? place)
    {
        var at = this;
        foreach (var step in (place ?? "").Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            var next = step.EndsWith(']') && int.TryParse(step.TrimEnd(']'), CultureInfo.InvariantCulture, out var index)
                ? at.Items.ElementAtOrDefault(index)
                : at.Members.GetValueOrDefault(step);
            if (next is null)
            {
                break;
            }

            at = next;
        }

        return at.Line;
    }

    /// <summary>Reads a whole file. Refused: what is not JSON, and a member that stands twice in an object.</summary>
    public static LocatedJson Read(string file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            var lines = new Lines();
            reader.Read();
            var whole = Value(file, ref reader, bytes, lines);
            reader.Read();
            return whole;
        }
        catch (JsonException fault)
        {
            throw new ReferenceFault(
                file, (int)(fault.LineNumber ?? 0) + 1, "this is not JSON; accepted is one JSON object with a comma between its members and no comments.");
        }
    }

    private static LocatedJson Value(string file, ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, Lines lines)
    {
        var line = lines.Of(bytes, reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(file, ref reader, bytes, lines, line),
            JsonTokenType.StartArray => List(file, ref reader, bytes, lines, line),
            JsonTokenType.String => new(JsonValueKind.String, line, reader.GetString(), NoMembers, []),
            JsonTokenType.Number => new(JsonValueKind.Number, line, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), NoMembers, []),
            JsonTokenType.True => new(JsonValueKind.True, line, null, NoMembers, []),
            JsonTokenType.False => new(JsonValueKind.False, line, null, NoMembers, []),
            _ => new(JsonValueKind.Null, line, null, NoMembers, []),
        };
    }

    private static LocatedJson Object(string file, ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, Lines lines, int line)
    {
        var members = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, place) = (reader.GetString()!, lines.Of(bytes, reader.TokenStartIndex));
            reader.Read();
            if (!members.TryAdd(name, Value(file, ref reader, bytes, lines)))
            {
                throw new ReferenceFault(file, place, $"the member {name} stands twice in one object; accepted is each member once.");
            }
        }

        return new(JsonValueKind.Object, line, null, members, []);
    }

    private static LocatedJson List(string file, ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, Lines lines, int line)
    {
        var items = new List<LocatedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(file, ref reader, bytes, lines));
        }

        return new(JsonValueKind.Array, line, null, NoMembers, items);
    }

    /// <summary>Counts the lines up to a place; the places are asked for in their order.</summary>
    private sealed class Lines
    {
        private int _at;
        private int _line = 1;

        public int Of(ReadOnlySpan<byte> bytes, long place)
        {
            _line += bytes[_at..(int)place].Count((byte)'\n');
            _at = (int)place;
            return _line;
        }
    }
}
