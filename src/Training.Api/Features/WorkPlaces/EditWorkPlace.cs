using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Rules;

namespace Training.Api.Features.WorkPlaces;

/// <summary>The whole of what may be edited about a work place.</summary>
/// <param name="MinimumWages">The local minimum wage as it changed; each day once.</param>
public sealed record EditWorkPlaceRequest(
    [TextLength(1, 100)] string NameZh, [ItemCount(0, 100)] IReadOnlyList<DatedMinimumWage> MinimumWages,
    [TextLength(0, 100)] string? NameEn = null);

internal static class EditWorkPlace
{
    /// <summary>Edits a work place as a whole, its minimum wages included. Refused: two that hold from the same day.</summary>
    internal static async Task<WorkPlaceResponse> HandleAsync(
        long id, EditWorkPlaceRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation)
    {
        var place = await db.WriteAsync(
            async () =>
            {
                var edited = await db.WorkPlaces.Include(x => x.MinimumWages).OneAsync(id, cancellation);
                ifMatch.Require(edited);
                edited.Edit(
                    new Bilingual(request.NameZh, request.NameEn), [.. request.MinimumWages.Select(x => (x.From, x.MonthlyAmount))]);
                return edited;
            },
            cancellation);

        return WorkPlaceResponse.Of(place);
    }
}
