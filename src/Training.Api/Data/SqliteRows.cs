using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace Training.Api.Data;

/// <summary>One prepared insert, run for each row without the cost of commands and parameters, which is most of it. Values are written
/// as Microsoft.Data.Sqlite writes them.</summary>
internal static class SqliteRows
{
    private const int RowsBetweenLooks = 1024;

    public static void Insert(
        TrainingDb db, IEntityType type, IReadOnlyList<BulkColumn> columns, IReadOnlyList<BulkRow> rows, CancellationToken cancellation)
    {
        var connection = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        var names = string.Join(", ", columns.Select(x => $"\"{x.Name}\""));
        var places = string.Join(", ", columns.Select(_ => "?"));
        var prepared = raw.sqlite3_prepare_v2(connection, $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({places})", out var statement);
        SqliteException.ThrowExceptionForRC(prepared, connection);
        using (statement)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (i % RowsBetweenLooks == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                for (var column = 0; column < columns.Count; column++)
                {
                    SqliteException.ThrowExceptionForRC(Bind(statement, column + 1, columns[column].ReadForStore(rows[i])), connection);
                }

                var done = raw.sqlite3_step(statement);
                if (done != raw.SQLITE_DONE)
                {
                    SqliteException.ThrowExceptionForRC(done, connection);
                }

                raw.sqlite3_reset(statement);
            }
        }
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        long x => raw.sqlite3_bind_int64(statement, place, x),
        int x => raw.sqlite3_bind_int64(statement, place, x),
        short x => raw.sqlite3_bind_int64(statement, place, x),
        bool x => raw.sqlite3_bind_int64(statement, place, x ? 1 : 0),
        double x => raw.sqlite3_bind_double(statement, place, x),
        byte[] x => x.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, place, 0) : raw.sqlite3_bind_blob(statement, place, x),
        _ => raw.sqlite3_bind_text(statement, place, TextOf(value)),
    };

    private static string TextOf(object value) => value switch
    {
        string x => x,
        decimal x => x.ToString("0.0###########################", CultureInfo.InvariantCulture),
        DateOnly x => x.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly x => x.ToString(x.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        Guid x => x.ToString().ToUpperInvariant(),
        _ => throw new InvalidOperationException($"{value.GetType().Name} is not written in bulk."),
    };
}
