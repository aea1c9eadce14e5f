using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Http.Lists;
using Training.Domain.Standards;

namespace Training.Api.Features.Standards;

/// <summary>A standard in the list.</summary>
/// <param name="Edition">The number of the edition in force; none where the first is still being written.</param>
/// <param name="PublishedAt">From when it is in force.</param>
/// <param name="Version">Goes up with every change.</param>
public sealed record StandardListItem(
    long Id, string Code, string NameZh, string? NameEn, int? Edition, DateTimeOffset? PublishedAt, int Version);

internal static class ListStandards
{
    private static readonly Sorts<Standard> Fields = new(x => x.Id, "code") { { "code", x => x.Code } };

    /// <summary>The occupational standards, each with its edition in force; to HR also those whose first is being written.</summary>
    internal static ListOf<StandardListItem> Handle([AsParameters] ListRequest list, Visible visible) => ListOf.From(
        visible.Standards().AsNoTracking(),
        Fields,
        x => new StandardListItem(
            x.Id,
            x.Code,
            x.Editions.OrderByDescending(y => y.PublishedAt != null).ThenByDescending(y => y.Number).Select(y => y.NameZh).First(),
            x.Editions.OrderByDescending(y => y.PublishedAt != null).ThenByDescending(y => y.Number).Select(y => y.NameEn).First(),
            x.Editions.Where(y => y.PublishedAt != null).Max(y => (int?)y.Number),
            x.Editions.Where(y => y.PublishedAt != null).OrderByDescending(y => y.Number).Select(y => y.PublishedAt).FirstOrDefault(),
            x.Version),
        list);
}
