using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Training.Api.Data;

/// <summary>Finds what refers to records, whatever its kind: one query for each foreign key and thousand records.</summary>
internal static class References
{
    private const int Some = 1000;

    /// <summary>Kind and id of every row that refers to one of the records, with the id it refers to. Rows that are worked out
    /// from others (no single id) and parts of the record itself are left out.</summary>
    public static async Task<IReadOnlyList<(string Entity, long Id, long Referred)>> ToAsync(
        TrainingDb db, IEntityType type, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var found = new List<(string, long, long)>();
        foreach (var key in type.GetReferencingForeignKeys().Where(x => x.DeleteBehavior == DeleteBehavior.Restrict))
        {
            var from = key.DeclaringEntityType;
            if (from.FindPrimaryKey()!.Properties is not [{ } id] || id.ClrType != typeof(long))
            {
                continue;
            }

            foreach (var some in ids.Chunk(Some))
            {
                var list = string.Join(", ", some);
                var column = key.Properties[0].GetColumnName();
                // Names come from the model, and ids are numbers.
#pragma warning disable EF1002
                var rows = await db.Database.SqlQueryRaw<Reference>(
                    $"SELECT \"{id.GetColumnName()}\" AS \"Id\", \"{column}\" AS \"Referred\" FROM \"{from.GetTableName()}\" WHERE \"{column}\" IN ({list})")
                    .ToListAsync(cancellation);
#pragma warning restore EF1002
                found.AddRange(rows.Select(x => (AuditTrail.NameOf(from), x.Id, x.Referred)));
            }
        }

        return found;
    }

    private sealed record Reference(long Id, long Referred);
}
