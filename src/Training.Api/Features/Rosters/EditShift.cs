using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Api.Features.Rosters;

/// <summary>The whole of what may be edited about a shift.</summary>
/// <param name="StartsAt">In the organisation's zone.</param>
/// <param name="EndsAt">In the organisation's zone; before the start: on the next day. Not the start itself.</param>
public sealed record EditShiftRequest(
    [TextLength(1, 100)] string NameZh, TimeOnly StartsAt, TimeOnly EndsAt, [TextLength(0, 100)] string? NameEn = null);

internal static class EditShift
{
    /// <summary>Edits a shift as a whole, for whoever is rostered for it on any day, past days included; where times change from a day
    /// on, another shift is made. Refused: a retired one; one that ends at the time at which it starts.</summary>
    internal static async Task<ShiftResponse> HandleAsync(
        long id, EditShiftRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation)
    {
        var shift = await db.WriteAsync(
            async () =>
            {
                var edited = await db.Shifts.OneAsync(id, cancellation);
                ifMatch.Require(edited);
                edited.Edit(new Bilingual(request.NameZh, request.NameEn), new ShiftTimes(request.StartsAt, request.EndsAt));
                return edited;
            },
            cancellation);

        return ShiftResponse.Of(shift);
    }
}
