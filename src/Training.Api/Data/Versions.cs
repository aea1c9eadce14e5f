using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Training.Domain.Rules;

namespace Training.Api.Data;

/// <summary>Raises the version of every record that changes, itself or through a row that belongs to it. A row belongs to the
/// record that it is deleted with (its cascading foreign key).</summary>
internal static class Versions
{
    public static void Raise(TrainingDb db)
    {
        var entries = db.ChangeTracker.Entries().ToList();
        var tracked = new Lazy<Dictionary<(IEntityType, object), EntityEntry>>(() => Index(entries));
        var raised = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries.Where(IsTouched))
        {
            for (var at = entry; at is not null; at = OwnerOf(at, tracked))
            {
                if (at.Entity is IVersioned)
                {
                    RaiseOnce(at, raised);
                    break;
                }
            }
        }
    }

    /// <summary>The foreign key through which rows of this type belong to a record.</summary>
    public static IForeignKey? Belonging(IReadOnlyEntityType type) =>
        ((IEntityType)type).GetForeignKeys().FirstOrDefault(x => x.DeleteBehavior == DeleteBehavior.Cascade);

    private static bool IsTouched(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static void RaiseOnce(EntityEntry root, HashSet<object> raised)
    {
        if (!raised.Add(root.Entity) || root.State == EntityState.Deleted)
        {
            return;
        }

        var version = root.Property(nameof(IVersioned.Version));
        version.CurrentValue = root.State == EntityState.Added ? 1 : (int)version.OriginalValue! + 1;
    }

    private static EntityEntry? OwnerOf(EntityEntry entry, Lazy<Dictionary<(IEntityType, object), EntityEntry>> tracked)
    {
        if (Belonging(entry.Metadata) is not { } key)
        {
            return null;
        }

        var reference = entry.Property(key.Properties[0].Name);
        var id = entry.State == EntityState.Deleted ? reference.OriginalValue : reference.CurrentValue;
        return tracked.Value.GetValueOrDefault((key.PrincipalEntityType, id!)) ?? throw new InvalidOperationException(
            $"{entry.Metadata.ClrType.Name} was changed without loading the {key.PrincipalEntityType.ClrType.Name} it belongs to.");
    }

    private static Dictionary<(IEntityType Type, object Id), EntityEntry> Index(List<EntityEntry> entries) =>
        entries.Where(x => x.Metadata.FindPrimaryKey()!.Properties.Count == 1)
            .ToDictionary(x => (x.Metadata, x.Property(x.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!));
}
