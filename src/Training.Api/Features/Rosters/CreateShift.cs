using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Api.Features.Rosters;

/// <summary>A shift to be.</summary>
/// <param name="Code">1 to 32 characters, unique without regard to case; never changes.</param>
/// <param name="StartsAt">In the organisation's zone.</param>
/// <param name="EndsAt">In the organisation's zone; before the start: on the next day. Not the start itself.</param>
public sealed record CreateShiftRequest(
    [KeyLength(1, Shift.MaxCodeLength)] string Code, [TextLength(1, 100)] string NameZh, TimeOnly StartsAt, TimeOnly EndsAt,
    [TextLength(0, 100)] string? NameEn = null);

internal static class CreateShift
{
    /// <summary>Creates a shift. Refused: a code in use; one that ends at the time at which it starts.</summary>
    internal static async Task<Created<ShiftResponse>> HandleAsync(CreateShiftRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var shift = await db.WriteAsync(
            async () =>
            {
                var created = Shift.Create(
                    request.Code, new Bilingual(request.NameZh, request.NameEn), new ShiftTimes(request.StartsAt, request.EndsAt));
                if (await db.Shifts.AnyAsync(x => x.Code == created.Code, cancellation))
                {
                    throw ShiftRefusals.CodeTaken.At("code", ("code", created.Code));
                }

                db.Shifts.Add(created);
                return created;
            },
            cancellation);

        return TypedResults.Created($"/api/v1/shifts/{shift.Id}", ShiftResponse.Of(shift));
    }
}
