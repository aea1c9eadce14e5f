using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Localization;

namespace Training.Api.Features.Rosters;

internal static class ListShifts
{
    private static readonly Sorts<ShiftResponse> Sorts = new(x => x.Id, "code")
    {
        { "code", x => x.Code },
        { "name", x => NameOrder.SortKey(x.NameZh, null) },
    };

    /// <summary>Lists the shifts; everybody may. <c>isRetired</c>: only the retired ones, or only the others. There are a few dozen, so
    /// they are searched and sorted in memory.</summary>
    internal static async Task<ListOf<ShiftResponse>> HandleAsync(
        [AsParameters] SearchRequest list,
        TrainingDb db,
        [FromQuery(Name = "isRetired")] bool? isRetired = null,
        CancellationToken cancellation = default)
    {
        var shifts = await db.Shifts.AsNoTracking().Where(x => isRetired == null || (x.RetiredAt != null) == isRetired).ToListAsync(cancellation);
        var found = list.Typed is { } typed
            ? shifts.Where(x => SearchText.Of(x.NameZh, x.NameEn, x.Code).Contains(typed, StringComparison.Ordinal))
            : shifts;

        return ListOf.From([.. found.Select(ShiftResponse.Of)], Sorts, list);
    }
}
