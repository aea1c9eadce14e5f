using Microsoft.AspNetCore.Mvc;
using Training.Api.Errors;
using Training.Api.Localization;

namespace Training.Api.Http.Lists;

/// <summary>Which part of a list is asked for; taken by <c>[AsParameters]</c>.</summary>
/// <param name="Page">The page, counted from 1. Page times page size is at most 1 000 000.</param>
/// <param name="PageSize">Rows on a page, 1 to 200; 50 unless given.</param>
/// <param name="Sort">Fields to sort by, separated by commas, each with <c>-</c> in front for descending:
/// <c>-dueOn,name</c>.</param>
public sealed record ListRequest(
    [FromQuery(Name = "page")] int? Page = null,
    [FromQuery(Name = "pageSize")] int? PageSize = null,
    [FromQuery(Name = "sort")] string? Sort = null)
{
    internal const int DefaultPageSize = 50;
    internal const int LargestPageSize = 200;
    internal const int FurthestRow = 1_000_000;

    internal int PageNumber => Page ?? 1;

    internal int RowsOnPage => PageSize ?? DefaultPageSize;

    /// <summary>Refuses pages that no list has.</summary>
    internal void Require()
    {
        if (RowsOnPage is < 1 or > LargestPageSize)
        {
            throw RequestFault.Parameter("pageSize", new Fault("fault.within", ("min", 1), ("max", LargestPageSize)) { Given = $"{RowsOnPage}" });
        }

        if (PageNumber < 1)
        {
            throw RequestFault.Parameter("page", new Fault("fault.within", ("min", 1), ("max", FurthestRow / RowsOnPage)) { Given = $"{PageNumber}" });
        }

        if ((long)PageNumber * RowsOnPage > FurthestRow)
        {
            throw RequestFault.Parameter("page", new Fault("fault.pageTooFar", ("limit", FurthestRow)) { Given = $"{PageNumber}" });
        }
    }
}

/// <summary>As <see cref="ListRequest"/>, for lists that are searched by text.</summary>
/// <param name="Page">The page, counted from 1. Page times page size is at most 1 000 000.</param>
/// <param name="PageSize">Rows on a page, 1 to 200; 50 unless given.</param>
/// <param name="Sort">Fields to sort by, separated by commas, each with <c>-</c> in front for descending:
/// <c>-dueOn,name</c>.</param>
/// <param name="Q">Text that the rows contain, whatever the case or width; names also by Latin name and initials.</param>
public sealed record SearchRequest(
    [FromQuery(Name = "page")] int? Page = null,
    [FromQuery(Name = "pageSize")] int? PageSize = null,
    [FromQuery(Name = "sort")] string? Sort = null,
    [FromQuery(Name = "q")] string? Q = null)
{
    /// <summary>What was typed, in the form in which texts are searched; null when there is nothing to search for.</summary>
    internal string? Typed => SearchText.Form(Q) is { Length: > 0 } form ? form : null;

    public static implicit operator ListRequest(SearchRequest search) => search.ToListRequest();

    public ListRequest ToListRequest() => new(Page, PageSize, Sort);
}
