using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Api.Errors;

namespace Training.Api.Http.Json;

/// <summary>Enums by exact camelCase name, never by number.</summary>
internal sealed class ChoiceConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ChoiceConverter<>).MakeGenericType(typeToConvert))!;
}

internal sealed class ChoiceConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.TokenType == JsonTokenType.String ? reader.GetString()! : Raw(ref reader));

    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Choices.Name(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Choices.Name(value));

    private static string Raw(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => "number",
        JsonTokenType.True or JsonTokenType.False => "boolean",
        JsonTokenType.StartArray => "[]",
        JsonTokenType.Null => "null",
        _ => "object",
    };

    private static TEnum Parse(string text) => Choices.TryRead<TEnum>(text, out var value)
        ? value
        : throw new JsonFault(new Fault("fault.choice", ("value", text), ("accepted", Choices.Names(typeof(TEnum)))));
}
