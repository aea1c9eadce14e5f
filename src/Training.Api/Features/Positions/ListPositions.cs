using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Localization;

namespace Training.Api.Features.Positions;

/// <summary>A position in the list.</summary>
/// <param name="CourseCodes">The courses that everybody who holds it must have completed.</param>
/// <param name="RetiredAt">From when it can no longer be chosen; none while it can.</param>
public sealed record PositionListItem(
    long Id, string Code, string NameZh, string? NameEn, IReadOnlyList<string> CourseCodes, DateTimeOffset? RetiredAt, int Version);

/// <summary>What is listed of the positions.</summary>
/// <param name="Retired">Only the retired ones, or only the others; all unless given.</param>
/// <param name="CourseId">Those that require this course.</param>
public sealed record PositionFilter(
    [FromQuery(Name = "retired")] bool? Retired = null, [FromQuery(Name = "courseId")] long? CourseId = null);

internal static class ListPositions
{
    private static readonly Sorts<PositionListItem> Sorts = new(x => x.Id, "code")
    {
        { "code", x => x.Code },
        { "name", x => NameOrder.SortKey(x.NameZh, null) },
    };

    /// <summary>Lists the positions; everybody may. There are a few dozen, so they are searched and sorted in memory.</summary>
    internal static async Task<ListOf<PositionListItem>> HandleAsync(
        [AsParameters] PositionFilter filter, [AsParameters] SearchRequest list, TrainingDb db, CancellationToken cancellation)
    {
        var rows = await db.Positions.AsNoTracking()
            .Where(x => filter.Retired == null || (x.RetiredAt != null) == filter.Retired)
            .Where(x => filter.CourseId == null || x.Courses.Any(y => y.CourseId == filter.CourseId))
            .OrderBy(x => x.Id)
            .Select(x => new PositionListItem(
                x.Id, x.Code, x.NameZh, x.NameEn,
                x.Courses.Join(db.Courses, y => y.CourseId, z => z.Id, (y, z) => z.Code).OrderBy(z => z).ToList(),
                x.RetiredAt, x.Version))
            .ToListAsync(cancellation);
        var found = list.Typed is { } typed
            ? rows.Where(x => SearchText.Of(x.NameZh, x.NameEn, x.Code).Contains(typed, StringComparison.Ordinal))
            : rows;

        return ListOf.From([.. found], Sorts, list);
    }
}
