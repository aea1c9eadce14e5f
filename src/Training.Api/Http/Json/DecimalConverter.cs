using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Api.Errors;
using Training.Api.Localization;

namespace Training.Api.Http.Json;

/// <summary>Writes decimals without trailing zeros, so that both stores give the same bytes. Reads what a decimal holds
/// exactly and refuses more digits than that, which would be rounded in silence.</summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    private const int MostDigits = 28;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonFault(new Fault("fault.number"));
        }

        var raw = reader.HasValueSequence
            ? Encoding.ASCII.GetString(System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence))
            : Encoding.ASCII.GetString(reader.ValueSpan);

        return TryParse(raw, out var number) ? number : throw new JsonFault(new Fault("fault.number"));
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(TextForm.Trim(value));

    /// <summary>Digits, a point, digits; at most 28 of them. Powers of ten (<c>1e3</c>) are refused: nobody writes money so.</summary>
    public static bool TryParse(string text, out decimal number)
    {
        number = 0;

        return text.Count(char.IsAsciiDigit) <= MostDigits
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
