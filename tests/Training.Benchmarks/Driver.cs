using System.Data.Common;
using System.Globalization;

namespace Training.Benchmarks;

/// <summary>Hand-written SQL through the driver.</summary>
internal static class Driver
{
    /// <summary>A command with the values as its parameters.</summary>
    public static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // made of constants; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static async Task<int> CountAsync(this DbCommand command, CancellationToken cancellation) =>
        Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);

    /// <summary>Every row as <paramref name="read"/> makes it.</summary>
    public static async Task<List<T>> ReadAsync<T>(this DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static string? Text(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static DateOnly? Day(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);

    public static long? Whole(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);

    /// <summary>An instant as the store keeps it: milliseconds on SQLite.</summary>
    public static DateTimeOffset? Instant(this DbDataReader row, int at) => row.IsDBNull(at) ? null
        : row.GetFieldType(at) == typeof(long) ? DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(at)) : row.GetFieldValue<DateTimeOffset>(at);
}
