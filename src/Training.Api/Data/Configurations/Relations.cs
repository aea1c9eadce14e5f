using System.Linq.Expressions;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Rules;

namespace Training.Api.Data.Configurations;

/// <summary>The two ways in which our records refer to each other, and those in which lists are kept.</summary>
internal static class Relations
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly JsonSerializerOptions Value = new(Json)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new NormalDecimalConverter() },
    };

    private static readonly JsonSerializerOptions Plain = new() { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Another record, which lives on its own and cannot be deleted while it is referred to.</summary>
    public static void RefersTo<T, TOther>(this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> key)
        where T : class
        where TOther : class =>
        builder.HasOne<TOther>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    /// <summary>Rows that belong to the record: they raise its version and go with it.</summary>
    public static void Owns<T, TPart>(this EntityTypeBuilder<T> builder, Expression<Func<T, IEnumerable<TPart>?>> parts, string key)
        where T : class
        where TPart : class
    {
        builder.HasMany(parts).WithOne().HasForeignKey(key).IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(parts!).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    /// <summary>A list of texts in both languages, kept as one JSON text: it is read and written as a whole.</summary>
    public static void IsTexts(this PropertyBuilder<IReadOnlyList<Bilingual>> property, int most) =>
        property.HasMaxLength(most).HasConversion(
            x => JsonSerializer.Serialize(x, Json),
            x => JsonSerializer.Deserialize<List<Bilingual>>(x, Json)!,
            new ValueComparer<IReadOnlyList<Bilingual>>(
                (a, b) => a!.SequenceEqual(b!), x => x.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)), x => x.ToList()));

    /// <summary>A list that never changes once it is kept, as one JSON text.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> IsList<T>(this PropertyBuilder<IReadOnlyList<T>> property, int most) =>
        property.HasMaxLength(most).HasConversion(
            x => JsonSerializer.Serialize(x, Json),
            x => JsonSerializer.Deserialize<List<T>>(x, Json)!,
            new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b), x => x.Count, x => x));

    /// <summary>A value of several members that is read and written as a whole, as one JSON text; members without a value are left
    /// out.</summary>
    public static PropertyBuilder<T> IsValue<T>(this PropertyBuilder<T> property, int most)
        where T : class
    {
        property.HasMaxLength(most).HasConversion(
            x => JsonSerializer.Serialize(x, Value),
            x => JsonSerializer.Deserialize<T>(x, Value)!,
            new ValueComparer<T>((a, b) => SameText(a, b), x => JsonSerializer.Serialize(x, Value).GetHashCode(StringComparison.Ordinal), x => x));
        return property.IsJson();
    }

    private static bool SameText<T>(T? a, T? b) => JsonSerializer.Serialize(a, Value) == JsonSerializer.Serialize(b, Value);

    /// <summary>A short list of ids or choices, kept as one JSON text, choices by their name in camelCase.</summary>
    public static void IsPlainList<T>(this PropertyBuilder<IReadOnlyList<T>> property, int most) =>
        property.HasMaxLength(most).HasConversion(
            x => JsonSerializer.Serialize(x, Plain), x => JsonSerializer.Deserialize<List<T>>(x, Plain)!, SameOnes<T>());

    /// <summary>As for a member of the row itself.</summary>
    public static void IsPlainList<T>(this ComplexTypePropertyBuilder<IReadOnlyList<T>> property, int most) =>
        property.HasMaxLength(most).HasConversion(
            x => JsonSerializer.Serialize(x, Plain), x => JsonSerializer.Deserialize<List<T>>(x, Plain)!, SameOnes<T>());

    private static ValueComparer<IReadOnlyList<T>> SameOnes<T>() => new(
        (a, b) => a!.SequenceEqual(b!), x => x.Aggregate(0, (hash, one) => HashCode.Combine(hash, one)), x => x.ToList());
}

/// <summary>Decimals without trailing zeros, so that what is the same is the same text.</summary>
internal sealed class NormalDecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Decimals.Trimmed(value));
}
