using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Training.Api.Data;

namespace Training.Benchmarks;

/// <summary>Rows that an act left in one table, as the driver reads them, and how to insert the same ones elsewhere.</summary>
internal sealed record AddedRows(string Table, IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<object[]> Rows)
{
    /// <summary>How far each table is filled: the last id, or for a table without ids whether it has rows.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> MarkAsync(TrainingDb db)
    {
        var marks = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var connection = await OpenAsync(db);
        foreach (var type in Tables(db))
        {
            var asked = KeyOf(type) is { } key ? $"COALESCE(max(\"{key}\"), 0)" : "count(*)";
            await using var command = Driver.Command(connection, $"SELECT {asked} FROM \"{type.GetTableName()}\"");
            marks[type.GetTableName()!] = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        return marks;
    }

    /// <summary>What was added since, tables before those that refer to them.</summary>
    public static async Task<IReadOnlyList<AddedRows>> SinceAsync(TrainingDb db, IReadOnlyDictionary<string, long> marks)
    {
        var added = new List<AddedRows>();
        await using var connection = await OpenAsync(db);
        foreach (var type in Tables(db))
        {
            var (table, mark) = (type.GetTableName()!, marks[type.GetTableName()!]);
            var key = KeyOf(type);
            var rows = await ReadAsync(connection, table, key is null ? "" : Text($"WHERE \"{key}\" > {mark} ORDER BY \"{key}\""));
            if (key is null && mark > 0 && rows.Rows.Count != mark)
            {
                throw new InvalidOperationException($"{table} had rows before, which cannot be told from the new ones.");
            }

            if (rows.Rows.Count > (key is null ? mark : 0))
            {
                added.Add(rows);
            }
        }

        return InOrder(db, added);
    }

    /// <summary>Inserts the rows one by one with one prepared statement.</summary>
    public async Task InsertAsync(DbConnection connection, DbTransaction transaction)
    {
        await using var command = Driver.Command(connection, Text(
            $"INSERT INTO \"{Table}\" ({string.Join(", ", Columns.Select(x => $"\"{x.Name}\""))}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})"));
        command.Transaction = transaction;
        foreach (var (place, (_, type)) in Columns.Index())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Text($"p{place}");
            if (parameter is NpgsqlParameter postgres)
            {
                postgres.DataTypeName = type;
            }

            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync();
        foreach (var row in Rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = row[i];
            }

            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<AddedRows> ReadAsync(DbConnection connection, string table, string which)
    {
        await using var command = Driver.Command(connection, $"SELECT * FROM \"{table}\" {which}");
        await using var reader = await command.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(x => (reader.GetName(x), reader.GetDataTypeName(x))).ToList();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return new(table, columns, rows);
    }

    private static List<AddedRows> InOrder(TrainingDb db, List<AddedRows> added)
    {
        var left = added.ToDictionary(x => x.Table, StringComparer.Ordinal);
        var types = Tables(db).ToLookup(x => x.GetTableName()!, StringComparer.Ordinal);
        var ordered = new List<AddedRows>();
        while (left.Count > 0)
        {
            var next = left.Values.First(x => types[x.Table].SelectMany(y => y.GetForeignKeys())
                .All(y => y.PrincipalEntityType.GetTableName() is var other && (other == x.Table || !left.ContainsKey(other!))));
            left.Remove(next.Table);
            ordered.Add(next);
        }

        return ordered;
    }

    private static IEnumerable<IEntityType> Tables(TrainingDb db) =>
        db.Model.GetEntityTypes().Where(x => x.GetTableName() is not null).DistinctBy(x => x.GetTableName());

    private static string? KeyOf(IEntityType type) =>
        type.FindPrimaryKey()!.Properties is [var key] && key.ClrType == typeof(long) ? key.GetColumnName() : null;

    private static async Task<DbConnection> OpenAsync(TrainingDb db)
    {
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        return connection;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

internal static class AllRows
{
    /// <summary>Inserts all rows into a fresh copy of the database in one transaction; how long that took.</summary>
    public static async Task<TimeSpan> InsertAllAsync(this IReadOnlyList<AddedRows> all, Store store, string template)
    {
        var database = await store.MakeAsync(template);
        await using var connection = store.Connect(database);
        await connection.OpenAsync();
        if (store.OnOpen is { } pragmas)
        {
            await using var command = Driver.Command(connection, pragmas);
            await command.ExecuteNonQueryAsync();
        }

        var start = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var rows in all)
        {
            await rows.InsertAsync(connection, transaction);
        }

        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(start);
    }
}
