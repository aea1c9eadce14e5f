using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Localization;
using Training.Api.Queries;

namespace Training.Api.Features.Departments;

/// <summary>A department in the list.</summary>
/// <param name="ParentId">The department above; none for the top.</param>
/// <param name="HeadId">The employee who heads it today; none: nobody.</param>
/// <param name="RetiredAt">From when it can no longer be chosen; none while it can.</param>
public sealed record DepartmentListItem(
    long Id, string Code, string NameZh, string? NameEn, long? ParentId, string? ParentCode, string? ParentNameZh,
    long? HeadId, string? HeadEmployeeNumber, string? HeadNameZh, DateTimeOffset? RetiredAt, int Version);

/// <summary>What is listed of the departments.</summary>
/// <param name="ParentId">Those directly below this department.</param>
/// <param name="Retired">Only the retired ones, or only the others; all unless given.</param>
public sealed record DepartmentFilter(
    [FromQuery(Name = "parentId")] long? ParentId = null, [FromQuery(Name = "retired")] bool? Retired = null);

internal static class ListDepartments
{
    private static readonly Sorts<DepartmentListItem> Sorts = new(x => x.Id, "code")
    {
        { "code", x => x.Code },
        { "name", x => NameOrder.SortKey(x.NameZh, null) },
        { "parentCode", x => x.ParentCode },
    };

    /// <summary>Lists the departments; everybody may. There are hundreds at most, so they are searched and sorted in memory,
    /// which needs no kept search text.</summary>
    internal static async Task<ListOf<DepartmentListItem>> HandleAsync(
        [AsParameters] DepartmentFilter filter, [AsParameters] SearchRequest list, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        var rows = await db.Departments.AsNoTracking()
            .Where(x => filter.ParentId == null || x.ParentId == filter.ParentId)
            .Where(x => filter.Retired == null || (x.RetiredAt != null) == filter.Retired)
            .Select(DepartmentRow.Of(db))
            .ToListAsync(cancellation);
        var heads = await db.HeadsOn(clock.Today).ToDictionaryAsync(x => x.DepartmentId, cancellation);
        var found = list.Typed is { } typed
            ? rows.Where(x => SearchText.Of(x.NameZh, x.NameEn, x.Code).Contains(typed, StringComparison.Ordinal))
            : rows;

        return ListOf.From([.. found.Select(x => x.ToListItem(heads.GetValueOrDefault(x.Id)))], Sorts, list);
    }
}
