using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Json;
using Training.Domain.Rules;

namespace Training.Api.Imports;

/// <summary>Notes which records an import touches, as they were before and became, so that it can be shown and undone.</summary>
internal sealed class ImportLog(TrainingDb db, ImportOrder order)
{
    private readonly Dictionary<object, (int Row, Dictionary<string, object?> Before)> _touched = new(ReferenceEqualityComparer.Instance);
    private readonly List<(object Record, int Row)> _created = [];
    private readonly Dictionary<IEntityType, IReadOnlyList<(string Name, IProperty Property)>> _members = [];
    private readonly List<(IEntityType Type, long[] Ids, int[] Rows)> _added = [];

    /// <summary>How the import is asked for.</summary>
    public ImportOrder Order { get; } = order;

    /// <summary>Before the tracked record is changed for this row.</summary>
    public void Touch(object record, int row) => _touched.TryAdd(record, (row, Members(record)));

    /// <summary>The tracked record will not be changed after all.</summary>
    public void Forget(object record) => _touched.Remove(record);

    public void Created(object record, int row) => _created.Add((record, row));

    /// <summary>All records that one bulk insert made, each with its row.</summary>
    public void Added<T>(IEnumerable<(T Record, int Row)> records, Func<T, long> id)
        where T : class
    {
        var sorted = records.Select(x => (Id: id(x.Record), x.Row)).OrderBy(x => x.Id).ToList();
        if (sorted.Count > 0)
        {
            _added.Add((db.Model.FindEntityType(typeof(T))!, [.. sorted.Select(x => x.Id)], [.. sorted.Select(x => x.Row)]));
        }
    }

    /// <summary>Keeps what was noted with the import; called after everything was saved.</summary>
    public async Task KeepAsync(long importId, CancellationToken cancellation)
    {
        await Bulk.InsertAsync(db, ChangesOf(importId), cancellation);
        foreach (var (type, ids, rows) in _added)
        {
            await BulkChange.LogAddedAsync(db, type, importId, ids, rows, cancellation);
        }
    }

    private List<ImportChange> ChangesOf(long importId)
    {
        var changes = new List<ImportChange>();
        foreach (var (record, (row, before)) in _touched)
        {
            if (db.Entry(record).State == EntityState.Detached)
            {
                changes.Add(Change(importId, record, row, Json(before.Keys, before), null));
                continue;
            }

            var after = Members(record);
            var changed = before.Keys.Where(x => x != nameof(IVersioned.Version) && !Equals(before[x], after[x])).ToList();
            if (changed.Count > 0 || (record is IVersioned && !Equals(before[nameof(IVersioned.Version)], after[nameof(IVersioned.Version)])))
            {
                changes.Add(Change(importId, record, row, Json(changed, before), Json(changed, after)));
            }
        }

        changes.AddRange(_created.Select(x => Change(importId, x.Record, x.Row, null, Json([.. Members(x.Record).Keys], Members(x.Record)))));
        return changes;
    }

    /// <summary>The members of a type that are columns of its own or of what is part of it, by name.</summary>
    internal static IEnumerable<(string Name, IProperty Property)> MembersOf(IEntityType type) => type.GetFlattenedProperties()
        .Where(x => x.PropertyInfo is not null && !x.IsPrimaryKey())
        .Select(x => (x.DeclaringType is IComplexType complex ? $"{complex.ComplexProperty.Name}.{x.Name}" : x.Name, x));

    private ImportChange Change(long importId, object record, int row, string? before, string? after)
    {
        var type = TypeOf(record);
        return new ImportChange
        {
            ImportId = importId,
            Row = row,
            Entity = AuditTrail.NameOf(type),
            EntityId = (long)type.FindPrimaryKey()!.Properties[0].PropertyInfo!.GetValue(record)!,
            IsNew = before is null,
            Before = before,
            After = after,
            VersionAfter = (record as IVersioned)?.Version,
        };
    }

    private Dictionary<string, object?> Members(object record) =>
        MembersOf(record).ToDictionary(x => x.Name, x => Read(record, x.Property));

    private IReadOnlyList<(string Name, IProperty Property)> MembersOf(object record)
    {
        var type = TypeOf(record);
        return _members.TryGetValue(type, out var known) ? known : _members[type] = [.. MembersOf(type)];
    }

    private static object? Read(object record, IProperty property) => property.DeclaringType is IComplexType complex
        ? complex.ComplexProperty.PropertyInfo!.GetValue(record) is { } part ? property.PropertyInfo!.GetValue(part) : null
        : property.PropertyInfo!.GetValue(record);

    private IEntityType TypeOf(object record) => db.Model.FindEntityType(record.GetType())!;

    private static string Json(IEnumerable<string> names, Dictionary<string, object?> members) =>
        JsonSerializer.Serialize(names.Order(StringComparer.Ordinal).ToDictionary(x => x, x => members[x]), StrictJson.Options);
}
