namespace Training.Api.Http.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows of the page.</param>
/// <param name="Page">The page, counted from 1.</param>
/// <param name="PageSize">Rows on a page at most.</param>
/// <param name="Total">Rows of the whole list.</param>
public sealed record ListPage<TItem>(IReadOnlyList<TItem> Items, int Page, int PageSize, int Total);
