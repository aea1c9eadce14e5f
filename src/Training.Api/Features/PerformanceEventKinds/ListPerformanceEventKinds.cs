using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Localization;

namespace Training.Api.Features.PerformanceEventKinds;

internal static class ListPerformanceEventKinds
{
    private static readonly Sorts<PerformanceEventKindResponse> Sorts = new(x => x.Id, "code")
    {
        { "code", x => x.Code },
        { "name", x => NameOrder.SortKey(x.NameZh, null) },
    };

    /// <summary>Lists the kinds of performance events; everybody may. <c>isRetired</c>: only the retired ones, or only the others. There are
    /// a few dozen, so they are searched and sorted in memory.</summary>
    internal static async Task<ListOf<PerformanceEventKindResponse>> HandleAsync(
        [AsParameters] SearchRequest list,
        TrainingDb db,
        [FromQuery(Name = "isRetired")] bool? isRetired = null,
        CancellationToken cancellation = default)
    {
        var kinds = await db.PerformanceEventKinds.AsNoTracking().Where(x => isRetired == null || (x.RetiredAt != null) == isRetired)
            .ToListAsync(cancellation);
        var found = list.Typed is { } typed
            ? kinds.Where(x => SearchText.Of(x.NameZh, x.NameEn, x.Code).Contains(typed, StringComparison.Ordinal))
            : kinds;

        return ListOf.From([.. found.Select(PerformanceEventKindResponse.Of)], Sorts, list);
    }
}
