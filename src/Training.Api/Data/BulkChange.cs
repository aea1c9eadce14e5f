using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Training.Api.Data.Records;

namespace Training.Api.Data;

// RS0030: the one place that runs set-based statements, with the audit they owe.
#pragma warning disable RS0030

/// <summary>One set-based statement over many records, with one audit row per record written by an INSERT … SELECT over the
/// same rows before the change.</summary>
internal static class BulkChange
{
    /// <summary>Changes every record of the query. <paramref name="after"/> is what the audit says each became: an object with the
    /// changed members, named as in the record.</summary>
    public static async Task<int> UpdateAsync<T>(
        TrainingDb db, IQueryable<T> query, Action<UpdateSettersBuilder<T>> setters, object after, CancellationToken cancellation)
        where T : class
    {
        Bulk.RequireWrite(db);
        await db.FlushAsync(cancellation);
        await AuditAsync(db, query, AuditChange.Changed, Canonical(db.Model.FindEntityType(typeof(T))!, after), cancellation);
        return await query.ExecuteUpdateAsync(setters, cancellation);
    }

    /// <summary>Removes every record of the query.</summary>
    public static async Task<int> DeleteAsync<T>(TrainingDb db, IQueryable<T> query, CancellationToken cancellation)
        where T : class
    {
        Bulk.RequireWrite(db);
        await db.FlushAsync(cancellation);
        await AuditAsync(db, query, AuditChange.Removed, null, cancellation);
        return await query.ExecuteDeleteAsync(cancellation);
    }

    private static string Canonical(IEntityType type, object after)
    {
        var members = type.GetFlattenedProperties().ToDictionary(x => x.MemberName(), StringComparer.OrdinalIgnoreCase);
        return AuditTrail.Canonical(after.GetType().GetProperties().Select(x => (members[x.Name], x.GetValue(after))));
    }

    private static async Task AuditAsync<T>(
        TrainingDb db, IQueryable<T> query, AuditChange change, string? after, CancellationToken cancellation)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        if (!type.IsAudited())
        {
            return;
        }

        await using var command = query.CreateDbCommand();
        command.CommandText = Statement(type, command.CommandText, AuditSql.Before(type, db.Database.IsNpgsql()), "CAST(@audit_after AS text)");
        Add(command, "audit_after", after);
        await AuditAsync(db, type, command, change, cancellation);
    }

    /// <summary>One audit row for each of the records that were just inserted; on SQLite their ids follow each other.</summary>
    internal static async Task AuditAddedAsync(TrainingDb db, IEntityType type, long[] ids, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Statement(type, AddedRows(db, type, command, ids), "NULL", AuditSql.Before(type, db.Database.IsNpgsql()));
        await AuditAsync(db, type, command, AuditChange.Added, cancellation);
    }

    /// <summary>Notes with the import the records that it just inserted, each with its row; what they are stands in the audit. On SQLite
    /// their ids follow each other.</summary>
    internal static async Task LogAddedAsync(TrainingDb db, IEntityType type, long importId, long[] ids, int[] rows, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var postgres = db.Database.IsNpgsql();
        // Names are constants, values are parameters.
#pragma warning disable CA2100
        command.CommandText = "INSERT INTO \"ImportChanges\" (\"ImportId\", \"Row\", \"Entity\", \"EntityId\", \"IsNew\", \"VersionAfter\") "
            + (postgres
                ? "SELECT @import, number, @entity, id, TRUE, 1 FROM unnest(@ids, @rows) AS numbers(id, number)"
                : "SELECT @import, value, @entity, @first + key, 1, 1 FROM json_each(@rows)");
#pragma warning restore CA2100
        Add(command, "import", importId);
        Add(command, "entity", AuditTrail.NameOf(type));
        if (postgres)
        {
            Add(command, "ids", ids);
            Add(command, "rows", rows);
        }
        else
        {
            Add(command, "first", ids[0]);
            Add(command, "rows", $"[{string.Join(',', rows)}]");
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string AddedRows(TrainingDb db, IEntityType type, DbCommand command, long[] ids)
    {
        var id = type.FindPrimaryKey()!.Properties[0].GetColumnName();
        var all = $"SELECT * FROM \"{type.GetTableName()}\" WHERE \"{id}\"";
        if (db.Database.IsNpgsql())
        {
            Add(command, "added_ids", ids);
            return $"{all} = ANY(@added_ids) ORDER BY \"{id}\"";
        }

        Add(command, "added_first", ids[0]);
        Add(command, "added_last", ids[^1]);
        return $"{all} BETWEEN @added_first AND @added_last";
    }

    private static async Task AuditAsync(TrainingDb db, IEntityType type, DbCommand command, AuditChange change, CancellationToken cancellation)
    {
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var (now, actor) = db.Stamp;
        var at = db.Model.FindEntityType(typeof(AuditEntry))!.FindProperty(nameof(AuditEntry.At))!.GetTypeMapping().Converter;
        Add(command, "audit_at", at is null ? now : at.ConvertToProvider(now));
        Add(command, "audit_account", actor.AccountId);
        Add(command, "audit_act", actor.Act);
        Add(command, "audit_trace", actor.TraceId);
        Add(command, "audit_entity", AuditTrail.NameOf(type));
        Add(command, "audit_change", change.ToString());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Statement(IEntityType type, string select, string before, string after)
    {
        var id = type.FindPrimaryKey()!.Properties[0].GetColumnName();
        var belonging = Versions.Belonging(type);
        var rootName = belonging is null ? "@audit_entity" : $"'{AuditTrail.NameOf(belonging.PrincipalEntityType)}'";
        var rootId = belonging is null ? id : belonging.Properties[0].GetColumnName();
        return "INSERT INTO \"AuditEntries\" (\"At\", \"AccountId\", \"Act\", \"TraceId\", \"Entity\", \"EntityId\", "
            + "\"RootEntity\", \"RootId\", \"Change\", \"Before\", \"After\") "
            + $"SELECT @audit_at, CAST(@audit_account AS bigint), @audit_act, CAST(@audit_trace AS text), @audit_entity, CAST(rows.\"{id}\" AS text), "
            + $"{rootName}, CAST(rows.\"{rootId}\" AS text), @audit_change, {before}, {after} FROM ({select}) AS rows";
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
