using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Training.Api.Errors;
using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Http.Json;

/// <summary>Instants as RFC 3339: written in UTC with milliseconds and <c>Z</c>; read with any offset, which must stand
/// there, and cut to whole milliseconds as both stores keep them; its day lies between <see cref="Days.First"/> and <see cref="Days.Last"/>.</summary>
internal sealed partial class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var instant)
            ? instant
            : throw new JsonFault(new Fault("fault.instant"));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(TextForm.Instant(value));

    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (!Rfc3339().IsMatch(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return false;
        }

        var utc = read.ToUniversalTime();
        if (!Days.Holds(DateOnly.FromDateTime(utc.DateTime)))
        {
            return false;
        }

        instant = new DateTimeOffset(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

        return true;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
