using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Api.Errors;
using Training.Domain.Calendars;

namespace Training.Api.Http.Json;

/// <summary>Quarters as <c>2026Q4</c>.</summary>
internal sealed class QuarterConverter : JsonConverter<Quarter>
{
    /// <summary>The form, for the API document.</summary>
    public const string Pattern = "^[0-9]{4}Q[1-4]$";

    public override Quarter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Quarter.Parse(reader.GetString()) is { } quarter
            ? quarter
            : throw new JsonFault(new Fault("fault.quarter"));

    public override void Write(Utf8JsonWriter writer, Quarter value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
