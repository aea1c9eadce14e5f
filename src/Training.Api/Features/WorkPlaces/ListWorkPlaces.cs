using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Localization;

namespace Training.Api.Features.WorkPlaces;

/// <summary>A work place in the list.</summary>
/// <param name="MinimumWage">The local minimum wage today, yuan a month; none before the first.</param>
public sealed record WorkPlaceListItem(long Id, string Code, string NameZh, string? NameEn, decimal? MinimumWage, int Version);

internal static class ListWorkPlaces
{
    private static readonly Sorts<WorkPlaceListItem> Sorts = new(x => x.Id, "code")
    {
        { "code", x => x.Code },
        { "name", x => NameOrder.SortKey(x.NameZh, null) },
        { "minimumWage", x => x.MinimumWage },
    };

    /// <summary>Lists the work places; everybody may. There are a few dozen, so they are searched and sorted in memory.</summary>
    internal static async Task<ListOf<WorkPlaceListItem>> HandleAsync(
        [AsParameters] SearchRequest list, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var today = clock.Today;
        var places = await db.WorkPlaces.AsNoTracking().Include(x => x.MinimumWages).ToListAsync(cancellation);
        var found = list.Typed is { } typed
            ? places.Where(x => SearchText.Of(x.NameZh, x.NameEn, x.Code).Contains(typed, StringComparison.Ordinal))
            : places;

        return ListOf.From(
            [.. found.Select(x => new WorkPlaceListItem(x.Id, x.Code, x.NameZh, x.NameEn, x.MinimumWageOn(today), x.Version))], Sorts, list);
    }
}
