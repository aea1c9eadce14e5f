using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Api.Features.Rosters;

/// <summary>A shift. It belongs to the day on which it starts.</summary>
/// <param name="Code">Unique; never changes.</param>
/// <param name="StartsAt">In the organisation's zone.</param>
/// <param name="EndsAt">In the organisation's zone; before the start: on the next day.</param>
/// <param name="EndsNextDay">Whether it goes over midnight.</param>
/// <param name="RetiredAt">From when it can no longer be chosen; none while it can.</param>
public sealed record ShiftResponse(
    long Id, string Code, string NameZh, string? NameEn, TimeOnly StartsAt, TimeOnly EndsAt, bool EndsNextDay, DateTimeOffset? RetiredAt,
    int Version) : IVersioned
{
    internal static ShiftResponse Of(Shift x) =>
        new(x.Id, x.Code, x.NameZh, x.NameEn, x.StartsAt, x.EndsAt, x.Times.EndsNextDay, x.RetiredAt, x.Version);
}

internal static class GetShift
{
    /// <summary>Reads a shift; everybody may.</summary>
    internal static async Task<ShiftResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        ShiftResponse.Of(await db.Shifts.AsNoTracking().OneAsync(id, cancellation));
}
