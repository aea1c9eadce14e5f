using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Rules;

namespace Training.Api.Data;

/// <summary>Marks in the model what the audit leaves out.</summary>
internal static class AuditMarks
{
    internal const string NotAuditedMark = "Training:NotAudited";
    internal const string SecretMark = "Training:Secret";
    internal const string ConfidentialMark = "Training:Confidential";
    internal const string DerivedMark = "Training:Derived";
    internal const string JsonMark = "Training:Json";

    /// <summary>Rows whose changes say nothing of the business: sign-in sessions, derived lines, the audit itself.</summary>
    public static EntityTypeBuilder<T> NotAudited<T>(this EntityTypeBuilder<T> builder)
        where T : class
    {
        builder.HasAnnotation(NotAuditedMark, true);
        return builder;
    }

    /// <summary>That it changed is recorded, the value never: password hashes, secrets.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> builder) => builder.HasAnnotation(SecretMark, true);

    /// <summary>Worked out from other members, so not recorded: sort keys, search texts.</summary>
    public static PropertyBuilder<T> IsDerived<T>(this PropertyBuilder<T> builder) => builder.HasAnnotation(DerivedMark, true);

    /// <summary>Kept as one JSON text, and recorded as that.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> builder) => builder.HasAnnotation(JsonMark, true);

    /// <summary>Recorded, and shown to HR alone: pay, scores, outcomes, health.</summary>
    public static PropertyBuilder<T> IsConfidential<T>(this PropertyBuilder<T> builder) => builder.HasAnnotation(ConfidentialMark, true);

    /// <summary>As for a member of the row itself.</summary>
    public static ComplexTypePropertyBuilder<T> IsConfidential<T>(this ComplexTypePropertyBuilder<T> builder) =>
        builder.HasAnnotation(ConfidentialMark, true);

    /// <summary>The members of a row, those of its complex members included.</summary>
    public static IEnumerable<PropertyEntry> AllProperties(this EntityEntry entry) =>
        entry.Properties.Concat(entry.ComplexProperties.SelectMany(x => x.Properties));

    /// <summary>The member as the audit names it: <c>workShare</c>, <c>probation.outcome</c>.</summary>
    public static string MemberName(this IReadOnlyProperty property) => property.DeclaringType is IReadOnlyComplexType complex
        ? $"{JsonNamingPolicy.CamelCase.ConvertName(complex.ComplexProperty.Name)}.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}"
        : JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public static bool IsAudited(this IReadOnlyEntityType type) => type.FindAnnotation(NotAuditedMark) is null;
}

/// <summary>Turns tracked changes into audit rows. Collected before the save (what it was) and written after it (the ids).</summary>
internal static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal sealed record Change(EntityEntry Entry, AuditChange Kind, string? Before, string? After);

    public static List<Change> Collect(TrainingDb db)
    {
        var changes = new List<Change>();
        foreach (var entry in db.ChangeTracker.Entries().Where(x => x.Metadata.IsAudited()))
        {
            switch (entry.State)
            {
                case EntityState.Added:
                    changes.Add(new Change(entry, AuditChange.Added, null, null));
                    break;
                case EntityState.Deleted:
                    changes.Add(new Change(entry, AuditChange.Removed, Canonical(entry.AllProperties(), x => x.OriginalValue), null));
                    break;
                case EntityState.Modified:
                    var changed = entry.AllProperties().Where(x => x.IsModified && !Equals(x.OriginalValue, x.CurrentValue)).ToList();
                    changes.Add(new Change(
                        entry, AuditChange.Changed, Canonical(changed, x => x.OriginalValue), Canonical(changed, x => x.CurrentValue)));
                    break;
            }
        }

        return changes;
    }

    public static IEnumerable<AuditEntry> Entries(IEnumerable<Change> changes, DateTimeOffset now, Actor actor) =>
        changes.Select(change =>
        {
            var (root, rootId) = RootOf(change.Entry.Metadata, x => change.Entry.Property(x.Name).CurrentValue);
            return new AuditEntry
            {
                At = now,
                AccountId = actor.AccountId,
                Act = actor.Act,
                TraceId = actor.TraceId,
                Entity = NameOf(change.Entry.Metadata),
                EntityId = KeyOf(change.Entry.Metadata, x => change.Entry.Property(x.Name).CurrentValue),
                RootEntity = root,
                RootId = rootId,
                Change = change.Kind,
                Before = change.Before,
                After = change.Kind == AuditChange.Added ? Canonical(change.Entry.AllProperties(), x => x.CurrentValue) : change.After,
            };
        });

    /// <summary>The row's kind as the audit names it.</summary>
    public static string NameOf(IReadOnlyEntityType type) => JsonNamingPolicy.CamelCase.ConvertName(type.ClrType.Name.Split('`')[0]);

    public static string KeyOf(IEntityType type, Func<IProperty, object?> value) =>
        string.Join('/', type.FindPrimaryKey()!.Properties.Select(x => Convert.ToString(value(x), CultureInfo.InvariantCulture)));

    /// <summary>The record to which the row belongs, one step up: its kind and id; the row itself when it stands alone.</summary>
    public static (string Entity, string Id) RootOf(IEntityType type, Func<IProperty, object?> value) =>
        Versions.Belonging(type) is { } key
            ? (NameOf(key.PrincipalEntityType), string.Join('/', key.Properties.Select(x => Convert.ToString(value(x), CultureInfo.InvariantCulture))))
            : (NameOf(type), KeyOf(type, value));

    /// <summary>Sorted members, normal decimals, whole milliseconds in UTC: the same bytes from both stores.</summary>
    public static string Canonical(IEnumerable<(IProperty Property, object? Value)> members)
    {
        var sorted = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (property, value) in members.Where(x => x.Property.FindAnnotation(AuditMarks.DerivedMark) is null))
        {
            sorted[property.MemberName()] = value is null ? null
                : property.FindAnnotation(AuditMarks.SecretMark) is not null ? "***"
                : property.FindAnnotation(AuditMarks.JsonMark) is not null ? AsKept(property, value)
                : Plain(value);
        }

        return JsonSerializer.Serialize(sorted, Json);
    }

    private static string Canonical(IEnumerable<PropertyEntry> properties, Func<PropertyEntry, object?> value) =>
        Canonical(properties.Select(x => (x.Metadata, value(x))));

    private static JsonNode? AsKept(IProperty property, object value) =>
        JsonNode.Parse((string)property.GetTypeMapping().Converter!.ConvertToProvider(value)!);

    private static object? Plain(object? value) => value switch
    {
        null => null,
        decimal x => Decimals.Trimmed(x),
        DateTimeOffset x => x.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        DateOnly x => x.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum x => JsonNamingPolicy.CamelCase.ConvertName(x.ToString()),
        byte[] x => Convert.ToHexStringLower(x),
        System.Collections.IEnumerable x and not string => x.Cast<object?>().Select(Plain),
        _ => value,
    };
}
