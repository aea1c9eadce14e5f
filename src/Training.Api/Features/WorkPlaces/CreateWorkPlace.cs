using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.WorkPlaces;

/// <summary>A work place to be.</summary>
/// <param name="Code">1 to 32 characters, unique without regard to case; never changes.</param>
/// <param name="MinimumWages">The local minimum wage as it changed; each day once.</param>
public sealed record CreateWorkPlaceRequest(
    [KeyLength(1, 32)] string Code, [TextLength(1, 100)] string NameZh,
    [ItemCount(0, 100)] IReadOnlyList<DatedMinimumWage> MinimumWages, [TextLength(0, 100)] string? NameEn = null);

internal static class CreateWorkPlace
{
    /// <summary>Creates a work place. Refused: a code in use; two minimum wages from the same day.</summary>
    internal static async Task<Created<WorkPlaceResponse>> HandleAsync(
        CreateWorkPlaceRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var place = await db.WriteAsync(
            async () =>
            {
                var created = WorkPlace.Create(
                    request.Code, new Bilingual(request.NameZh, request.NameEn), [.. request.MinimumWages.Select(x => (x.From, x.MonthlyAmount))]);
                if (await db.WorkPlaces.AnyAsync(x => x.Code == created.Code, cancellation))
                {
                    throw WorkPlaceRefusals.CodeTaken.At("code", ("code", created.Code));
                }

                db.WorkPlaces.Add(created);
                return created;
            },
            cancellation);

        return TypedResults.Created($"/api/v1/work-places/{place.Id}", WorkPlaceResponse.Of(place));
    }
}
