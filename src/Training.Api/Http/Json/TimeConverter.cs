using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Api.Errors;

namespace Training.Api.Http.Json;

/// <summary>Times of day as <c>HH:MM</c>, in whole minutes.</summary>
internal sealed class TimeConverter : JsonConverter<TimeOnly>
{
    /// <summary>The form, for the API document.</summary>
    public const string Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    private const string Form = "HH:mm";

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var time)
            ? time
            : throw new JsonFault(new Fault("fault.time"));

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));

    public static bool TryParse(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
