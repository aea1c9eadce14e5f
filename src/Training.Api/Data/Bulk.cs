using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Training.Api.Data.Records;
using Training.Domain.Rules;

namespace Training.Api.Data;

/// <summary>Writes many rows at once, inside <c>WriteAsync</c>: prepared inserts on SQLite, COPY on PostgreSQL, audit rows
/// included. For acts over more than 1 000 records, where the change tracker would cost ten times as much.</summary>
internal static class Bulk
{
    private const int MostAuditedOneByOne = 500;

    /// <summary>Inserts the records and the rows that belong to them (their cascading collections), gives them their ids and
    /// the version 1, and writes one audit row each.</summary>
    public static async Task InsertAsync<T>(TrainingDb db, IReadOnlyList<T> records, CancellationToken cancellation)
        where T : class
    {
        RequireWrite(db);
        await db.FlushAsync(cancellation);
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
        await InsertTypeAsync(db, type, records.Select(x => new BulkRow(x, null)).ToList(), cancellation);
    }

    internal static void RequireWrite(TrainingDb db)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Nothing is written outside WriteAsync.");
        }
    }

    private static async Task InsertTypeAsync(
        TrainingDb db, IEntityType type, List<BulkRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var columns = BulkColumn.Of(type);
        await GiveIdsAsync(db, type, rows, cancellation);
        if (db.Database.IsNpgsql())
        {
            await CopyAsync(db, type, columns, rows, cancellation);
        }
        else
        {
            SqliteRows.Insert(db, type, columns, rows, cancellation);
        }

        await AuditAsync(db, type, columns, rows, cancellation);

        foreach (var collection in type.GetNavigations().Where(x => x.IsCollection && x.ForeignKey.DeleteBehavior == DeleteBehavior.Cascade))
        {
            var key = type.FindPrimaryKey()!.Properties[0];
            var children = rows.SelectMany(row => Children(collection, row.Record)
                .Select(child => new BulkRow(child, (collection.ForeignKey.Properties[0], key.PropertyInfo!.GetValue(row.Record)))));
            await InsertTypeAsync(db, collection.TargetEntityType, children.ToList(), cancellation);
        }
    }

    /// <summary>One audit row for each: of many written by the store itself, which has the rows already.</summary>
    private static async Task AuditAsync(
        TrainingDb db, IEntityType type, IReadOnlyList<BulkColumn> columns, List<BulkRow> rows, CancellationToken cancellation)
    {
        if (!type.IsAudited())
        {
            return;
        }

        if (rows.Count > MostAuditedOneByOne && type.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key]
            && key.ClrType == typeof(long))
        {
            await BulkChange.AuditAddedAsync(db, type, [.. rows.Select(x => (long)key.PropertyInfo!.GetValue(x.Record)!)], cancellation);
            return;
        }

        await InsertTypeAsync(
            db, db.Model.FindEntityType(typeof(AuditEntry))!, [.. rows.Select(x => new BulkRow(Entry(db, type, columns, x), null))], cancellation);
    }

    private static IEnumerable<object> Children(INavigation collection, object record) =>
        (IEnumerable<object>?)(collection.FieldInfo?.GetValue(record) ?? collection.PropertyInfo?.GetValue(record)) ?? [];

    private static AuditEntry Entry(TrainingDb db, IEntityType type, IReadOnlyList<BulkColumn> columns, BulkRow row)
    {
        object? Value(IProperty property) => columns.First(x => x.Property == property).Read(row);
        var (root, rootId) = AuditTrail.RootOf(type, Value);
        var (now, actor) = db.Stamp;
        return new AuditEntry
        {
            At = now,
            AccountId = actor.AccountId,
            Act = actor.Act,
            TraceId = actor.TraceId,
            Entity = AuditTrail.NameOf(type),
            EntityId = AuditTrail.KeyOf(type, Value),
            RootEntity = root,
            RootId = rootId,
            Change = AuditChange.Added,
            After = AuditTrail.Canonical(columns.Select(x => (x.Property, x.Read(row)))),
        };
    }

    /// <summary>Reserves a run of ids and sets them, with the version 1.</summary>
    private static async Task GiveIdsAsync(TrainingDb db, IEntityType type, List<BulkRow> rows, CancellationToken cancellation)
    {
        var key = type.FindPrimaryKey()!.Properties[0];
        if (key.ValueGenerated == ValueGenerated.OnAdd && key.ClrType == typeof(long))
        {
            var ids = await ReserveIdsAsync(db, type, rows.Count, cancellation);
            for (var i = 0; i < rows.Count; i++)
            {
                key.PropertyInfo!.SetValue(rows[i].Record, ids[i]);
            }
        }

        if (typeof(IVersioned).IsAssignableFrom(type.ClrType))
        {
            var version = type.FindProperty(nameof(IVersioned.Version))!.PropertyInfo!;
            rows.ForEach(x => version.SetValue(x.Record, 1));
        }
    }

    private static async Task<long[]> ReserveIdsAsync(TrainingDb db, IEntityType type, int count, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        if (command is NpgsqlCommand postgres)
        {
            postgres.CommandText = "SELECT nextval(pg_get_serial_sequence($1, $2)) FROM generate_series(1, $3)";
            postgres.Parameters.Add(new NpgsqlParameter { Value = $"\"{type.GetTableName()}\"" });
            postgres.Parameters.Add(new NpgsqlParameter { Value = type.FindPrimaryKey()!.Properties[0].GetColumnName() });
            postgres.Parameters.Add(new NpgsqlParameter { Value = count });
            var ids = new List<long>(count);
            await using var reader = await postgres.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                ids.Add(reader.GetInt64(0));
            }

            return [.. ids];
        }

        // One writer at a time: the sequence cannot move before these rows are in.
        command.CommandText = "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = $table), 0)";
        command.Parameters.Add(new SqliteParameter("$table", type.GetTableName()));
        var last = Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(1, count).Select(x => last + x)];
    }

    private static async Task CopyAsync(
        TrainingDb db, IEntityType type, IReadOnlyList<BulkColumn> columns, List<BulkRow> rows, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var names = string.Join(", ", columns.Select(x => $"\"{x.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellation);
            foreach (var column in columns)
            {
                if (column.ReadForStore(row) is { } value)
                {
                    await writer.WriteAsync(value, column.StoreType, cancellation);
                }
                else
                {
                    await writer.WriteNullAsync(cancellation);
                }
            }
        }

        await writer.CompleteAsync(cancellation);
    }
}

internal static class ColumnNames
{
    /// <summary>The column of the member in its table; a member of a complex one carries the name of that one in front.</summary>
    public static string ColumnName(this IProperty property)
    {
        var type = property.DeclaringType.ContainingEntityType;
        return property.GetColumnName(StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema()))!;
    }
}

/// <summary>A record to be written, and the foreign key value it gets from the record it belongs to.</summary>
internal sealed record BulkRow(object Record, (IProperty Key, object? Value)? Owner);

/// <summary>One column and how its value is read from a record and converted for the store.</summary>
internal sealed class BulkColumn
{
    private static readonly ConcurrentDictionary<PropertyInfo, Func<object, object?>> Getters = [];

    private readonly Func<object, object?> _read;
    private readonly Func<object?, object?>? _convert;
    private readonly int? _mostCharacters;
    private readonly int? _scale;

    private BulkColumn(IProperty property, Func<object, object?> read)
    {
        Property = property;
        _read = read;
        (_mostCharacters, _scale) = (property.GetMaxLength(), property.GetScale());
        var mapping = property.GetRelationalTypeMapping();
        _convert = mapping.Converter is { } converter ? converter.ConvertToProvider : null;

        // numeric(18,4) says the scale; the binary writer wants the bare type.
        StoreType = mapping.StoreTypeNameBase;
        Name = property.ColumnName();
    }

    public IProperty Property { get; }

    public string Name { get; }

    public string StoreType { get; }

    public object? Read(BulkRow row) => row.Owner is { } owner && owner.Key == Property ? owner.Value : _read(row.Record);

    public object? ReadForStore(BulkRow row)
    {
        var value = Read(row);
        CheckLength(value);
        return _convert is null || value is null ? value : _convert(value);
    }

    /// <summary>The columns of a type, those of its complex members included.</summary>
    public static IReadOnlyList<BulkColumn> Of(IEntityType type) => [.. Of(type, x => x)];

    private static IEnumerable<BulkColumn> Of(ITypeBase type, Func<object, object?> path)
    {
        foreach (var property in type.GetProperties())
        {
            yield return property.PropertyInfo is { } member && Getters.GetOrAdd(member, Getter) is var get
                ? new BulkColumn(property, record => path(record) is { } at ? get(at) : null)
                : new BulkColumn(property, _ => null);
        }

        foreach (var complex in type.GetComplexProperties())
        {
            foreach (var column in Of(complex.ComplexType, record => path(record) is { } at ? complex.PropertyInfo!.GetValue(at) : null))
            {
                yield return column;
            }
        }
    }

    /// <summary>Reads the member some ten times as fast as reflection does.</summary>
    private static Func<object, object?> Getter(PropertyInfo member)
    {
        var record = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(record, member.DeclaringType!), member), typeof(object)), record).Compile();
    }

    private void CheckLength(object? value)
    {
        if (value is string text && _mostCharacters is { } most && text.Length > most)
        {
            throw DataRefusals.TooLong.At(Property.MemberName(), ("length", text.Length), ("most", most));
        }

        if (value is decimal number && _scale is { } scale && decimal.Round(number, scale) != number)
        {
            throw DataRefusals.TooManyDecimals.At(Property.MemberName(), ("value", number), ("decimals", scale));
        }
    }
}
