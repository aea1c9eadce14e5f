using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Api.Errors;
using Training.Domain.Rules;

namespace Training.Api.Http.Json;

/// <summary>Days as <c>YYYY-MM-DD</c>, from <see cref="Days.First"/> to <see cref="Days.Last"/>.</summary>
internal sealed class DayConverter : JsonConverter<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var day)
            ? day
            : throw new JsonFault(new Fault("fault.day"));

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));

    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Days.Holds(day);
}
