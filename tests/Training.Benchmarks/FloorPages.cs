using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Training.Api.Http.Lists;

namespace Training.Benchmarks;

/// <summary>First pages of lists from hand-written SQL, as the program answers them.</summary>
internal static class FloorPages
{
    public const int Rows = 50;

    /// <summary>A page whose rows and whose total come from a statement each.</summary>
    public static async Task PageAsync<T>(
        this Store store, string database, HttpContext context, string countSql, string pageSql, Func<DbDataReader, T> read,
        params (string Name, object Value)[] values)
    {
        await using var connection = store.Connect(database);
        await connection.OpenAsync(context.RequestAborted);
        await using var count = Driver.Command(connection, countSql, values);
        await using var page = Driver.Command(connection, pageSql, values);
        var total = await count.CountAsync(context.RequestAborted);
        var items = await page.ReadAsync(read, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(new ListPage<T>(items, 1, Rows, total), context.RequestAborted);
    }

    /// <summary>The first page of rows that one statement counts together.</summary>
    public static async Task ReportAsync<T>(
        this Store store, string database, HttpContext context, string sql, Func<DbDataReader, T> read, params (string Name, object Value)[] values)
    {
        await using var connection = store.Connect(database);
        await connection.OpenAsync(context.RequestAborted);
        await using var command = Driver.Command(connection, sql, values);
        var rows = await command.ReadAsync(read, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(new ListPage<T>([.. rows.Take(Rows)], 1, Rows, rows.Count), context.RequestAborted);
    }
}
