using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Standards;

namespace Training.Api.Data.Configurations;

internal sealed class StandardConfiguration :
    IEntityTypeConfiguration<Standard>,
    IEntityTypeConfiguration<StandardEdition>,
    IEntityTypeConfiguration<StandardLevel>,
    IEntityTypeConfiguration<StandardFunction>
{
    /// <summary>The shape of the request bounds it; a column of PostgreSQL takes at most this.</summary>
    private const int Unlimited = 10 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public void Configure(EntityTypeBuilder<Standard> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.Ignore(x => x.InForce);
        builder.Ignore(x => x.Draft);
        builder.Owns(x => x.Editions, nameof(StandardEdition.StandardId));
    }

    public void Configure(EntityTypeBuilder<StandardEdition> builder)
    {
        builder.HasIndex(x => new { x.StandardId, x.Number }).IsUnique();
        builder.Property(x => x.DefinitionZh).HasMaxLength(Standard.MaxTextLength);
        builder.Property(x => x.DefinitionEn).HasMaxLength(Standard.MaxTextLength);
        IsJson(builder.Property(x => x.Examination));
        builder.Owns(x => x.Levels, nameof(StandardLevel.EditionId));
    }

    public void Configure(EntityTypeBuilder<StandardLevel> builder)
    {
        builder.HasIndex(x => new { x.EditionId, x.Level }).IsUnique();
        IsJson(builder.Property(x => x.Eligibility));
        builder.Owns(x => x.Functions, nameof(StandardFunction.LevelId));
    }

    public void Configure(EntityTypeBuilder<StandardFunction> builder)
    {
        builder.HasIndex(x => new { x.LevelId, x.Number }).IsUnique();
        builder.Property(x => x.WeightPercent).HasPrecision(4, 1);
        IsJson(builder.Property(x => x.Contents));
    }

    /// <summary>Kept as one JSON text: it is read and written as a whole.</summary>
    private static void IsJson<T>(PropertyBuilder<T> property) => property.HasMaxLength(Unlimited).HasConversion(
        x => Text(x),
        x => JsonSerializer.Deserialize<T>(x, Json)!,
        new ValueComparer<T>((a, b) => Text(a!) == Text(b!), x => Text(x).GetHashCode(StringComparison.Ordinal), x => x));

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Json);
}
