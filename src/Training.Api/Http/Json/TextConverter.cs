using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Api.Errors;

namespace Training.Api.Http.Json;

/// <summary>Texts that every store can keep: neither U+0000 nor half of a surrogate pair.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Text(ref reader) : throw new JsonFault(new Fault("fault.text"));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Text(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    private static string Text(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair written as an escape, or bytes that are no UTF-8.
            throw new JsonFault(new Fault("fault.characters"));
        }

        return WellFormed.Is(text) ? text : throw new JsonFault(new Fault("fault.characters"));
    }
}
