using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>A receipt as text: JSON with members in the order of declaration, absent ones left away, decimals without
/// trailing zeros, instants in UTC with milliseconds. The same receipt gives the same text from every store and in every
/// culture; reading it gives the receipt again.</summary>
public static class ReceiptText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new TrimmedDecimal(), new UtcInstant(), new QuarterText(),
        },
    };

    public static string Of(Receipt receipt) => JsonSerializer.Serialize(receipt, Json);

    /// <summary>The receipt of a text that <see cref="Of"/> made.</summary>
    /// <exception cref="JsonException">The text is none.</exception>
    public static Receipt Read(string text) =>
        JsonSerializer.Deserialize<Receipt>(text, Json) ?? throw new JsonException("No receipt.");

    private sealed class TrimmedDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Decimals.Trimmed(value));
    }

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.ParseExact(reader.GetString()!, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));
    }

    private sealed class QuarterText : JsonConverter<Quarter>
    {
        public override Quarter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Quarter.Parse(reader.GetString()) ?? throw new JsonException("No quarter.");

        public override void Write(Utf8JsonWriter writer, Quarter value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
