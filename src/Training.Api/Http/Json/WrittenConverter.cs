using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Api.Errors;
using Training.Domain.Rules;

namespace Training.Api.Http.Json;

/// <summary>Values that are written as one short text: quarters as <c>2026Q4</c>.</summary>
internal sealed class WrittenConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => IsWritten(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(WrittenConverter<>).MakeGenericType(typeToConvert))!;

    /// <summary>The code of the sentence that says what is expected of such a value; none for other types.</summary>
    public static string? ExpectedOf(Type type) => IsWritten(type) ? (string)type.GetProperty("Expected")!.GetValue(null)! : null;

    public static bool IsWritten(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IWritten<>));
}

internal sealed class WrittenConverter<T> : JsonConverter<T>
    where T : struct, IWritten<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && T.TryParse(reader.GetString(), null, out var value)
            ? value
            : throw new JsonFault(new Fault(T.Expected));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
