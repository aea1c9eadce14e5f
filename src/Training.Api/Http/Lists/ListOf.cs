using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Training.Api.Spreadsheets;

namespace Training.Api.Http.Lists;

/// <summary>Endpoint metadata: the answer may also be had as a workbook.</summary>
internal sealed record WorkbookToo(Type Row);

internal static class ListOf
{
    /// <summary>A list over rows of the store: answered as one page in two queries, or as a workbook of all rows. Sorting and
    /// the projection are the store's work, so both must translate. Refuses pages out of bounds and unknown sort fields
    /// at once.</summary>
    public static ListOf<TItem> From<TEntity, TItem>(
        IQueryable<TEntity> query, Sorts<TEntity> sorts, Expression<Func<TEntity, TItem>> projection, ListRequest request) =>
        Joined(query, sorts, page => page.Select(projection), request);

    /// <summary>As <see cref="From{TEntity, TItem}(IQueryable{TEntity}, Sorts{TEntity}, Expression{Func{TEntity, TItem}}, ListRequest)"/>
    /// where others are joined to sort by them: counting looks at <paramref name="counted"/> alone. The join must not add or drop rows.</summary>
    public static ListOf<TItem> From<TCounted, TEntity, TItem>(
        IQueryable<TCounted> counted, IQueryable<TEntity> query, Sorts<TEntity> sorts, Expression<Func<TEntity, TItem>> projection, ListRequest request)
    {
        request.Require();
        var sorted = sorts.Apply(query, request.Sort);

        return new ListOf<TItem>(
            request,
            cancellation => counted.CountAsync(cancellation),
            async (skip, take, cancellation) => await sorted.Skip(skip).Take(take).Select(projection).ToListAsync(cancellation));
    }

    /// <summary>As <see cref="From{TEntity, TItem}(IQueryable{TEntity}, Sorts{TEntity}, Expression{Func{TEntity, TItem}}, ListRequest)"/>
    /// for rows that are put together from several tables: counting and sorting look at <paramref name="query"/> alone, and only
    /// the rows of the page are joined. The join must not add or drop rows.</summary>
    public static ListOf<TItem> Joined<TEntity, TItem>(
        IQueryable<TEntity> query, Sorts<TEntity> sorts, Func<IQueryable<TEntity>, IQueryable<TItem>> join, ListRequest request) =>
        Joined(query, query, sorts, join, request);

    /// <summary>As <see cref="Joined{TEntity, TItem}(IQueryable{TEntity}, Sorts{TEntity}, Func{IQueryable{TEntity}, IQueryable{TItem}}, ListRequest)"/>
    /// where others are joined to sort by them: counting looks at <paramref name="counted"/> alone.</summary>
    public static ListOf<TItem> Joined<TCounted, TEntity, TItem>(
        IQueryable<TCounted> counted, IQueryable<TEntity> query, Sorts<TEntity> sorts, Func<IQueryable<TEntity>, IQueryable<TItem>> join,
        ListRequest request)
    {
        request.Require();
        var sorted = sorts.Apply(query, request.Sort);

        return new ListOf<TItem>(
            request,
            cancellation => counted.CountAsync(cancellation),
            async (skip, take, cancellation) => await join(sorted.Skip(skip).Take(take)).ToListAsync(cancellation));
    }

    /// <summary>As <see cref="From{TEntity, TItem}(IQueryable{TEntity}, Sorts{TEntity}, Expression{Func{TEntity, TItem}}, ListRequest)"/>
    /// for rows to which <paramref name="finish"/> adds what the store cannot work out.</summary>
    public static ListOf<TItem> Finished<TEntity, TRow, TItem>(
        IQueryable<TEntity> query, Sorts<TEntity> sorts, Expression<Func<TEntity, TRow>> projection, Func<TRow, TItem> finish, ListRequest request)
    {
        request.Require();
        var sorted = sorts.Apply(query, request.Sort);

        return new ListOf<TItem>(
            request,
            cancellation => query.CountAsync(cancellation),
            async (skip, take, cancellation) =>
                [.. (await sorted.Skip(skip).Take(take).Select(projection).ToListAsync(cancellation)).Select(finish)]);
    }

    /// <summary>A list over rows that were worked out in memory, such as a report.</summary>
    public static ListOf<TItem> From<TItem>(IReadOnlyCollection<TItem> rows, Sorts<TItem> sorts, ListRequest request)
    {
        request.Require();
        var sorted = sorts.Apply(rows, request.Sort);

        return new ListOf<TItem>(
            request,
            _ => Task.FromResult(rows.Count),
            (skip, take, _) => Task.FromResult<IReadOnlyList<TItem>>([.. sorted.Skip(skip).Take(take)]));
    }
}

/// <summary>The answer of every list: <c>{ items, page, pageSize, total }</c>, or for
/// <c>Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet</c> all rows as a workbook.</summary>
internal sealed class ListOf<TItem>(
    ListRequest request,
    Func<CancellationToken, Task<int>> count,
    Func<int, int, CancellationToken, Task<IReadOnlyList<TItem>>> read) : IResult, IEndpointMetadataProvider
{
    [SuppressMessage("Design", "CA1000", Justification = "The framework asks the type.")]
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ListPage<TItem>), ["application/json"]));
        builder.Metadata.Add(new WorkbookToo(typeof(TItem)));
    }

    private Action<IReadOnlyList<TItem>> _shown = _ => { };

    /// <summary>Has the rows that are really answered looked at, on a page as in a workbook.</summary>
    public ListOf<TItem> Showing(Action<IReadOnlyList<TItem>> shown)
    {
        _shown = shown;
        return this;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // What is answered depends on Accept, the headers of a workbook on the language.
        httpContext.Response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Language");
        var total = await count(httpContext.RequestAborted);
        if (WantsWorkbook(httpContext.Request))
        {
            await WriteWorkbookAsync(httpContext, total);
            return;
        }

        var skip = (request.PageNumber - 1) * request.RowsOnPage;
        var items = await read(skip, request.RowsOnPage, httpContext.RequestAborted);
        _shown(items);
        await httpContext.Response.WriteAsJsonAsync(
            new ListPage<TItem>(items, request.PageNumber, request.RowsOnPage, total), httpContext.RequestAborted);
    }

    private async Task WriteWorkbookAsync(HttpContext context, int total)
    {
        if (total > TableWorkbook.MostRows)
        {
            throw WorkbookRefusals.TooManyRowsToExport.With(("rows", total), ("limit", TableWorkbook.MostRows));
        }

        var name = context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "List";
        var columns = WorkbookColumns<TItem>.Of(context);
        var rows = await read(0, TableWorkbook.MostRows, context.RequestAborted);
        _shown(rows);
        var workbook = await TableWorkbook.WriteAsync(name, columns.Headers, rows.Select(columns.CellsOf), context.RequestAborted);

        context.Response.ContentType = TableWorkbook.MediaType;
        context.Response.ContentLength = workbook.Length;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.xlsx\"";
        await context.Response.Body.WriteAsync(workbook, context.RequestAborted);
    }

    private static bool WantsWorkbook(HttpRequest http) =>
        MediaTypeHeaderValue.TryParseList(http.Headers.Accept, out var accepted)
        && accepted.OrderByDescending(x => x.Quality ?? 1).FirstOrDefault()?.MediaType.Equals(TableWorkbook.MediaType, StringComparison.OrdinalIgnoreCase) == true;
}
