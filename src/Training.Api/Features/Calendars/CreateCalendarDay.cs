using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Api.Features.Calendars;

/// <summary>A day that differs from the plain week.</summary>
/// <param name="Day">From 1900-01-01 to 2199-12-31; one record per day.</param>
/// <param name="Kind">A working weekend must be a Saturday or Sunday.</param>
public sealed record CreateCalendarDayRequest(
    DateOnly Day, CalendarDayKind Kind, [TextLength(1, 100)] string NameZh, [TextLength(0, 100)] string? NameEn = null);

internal static class CreateCalendarDay
{
    /// <summary>Adds a day to the calendar and says how many open due days it would move. Refused: a day that is there
    /// already; a working weekend that is none.</summary>
    internal static async Task<Created<ChangedCalendarDayResponse>> HandleAsync(
        CreateCalendarDayRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var response = await db.WriteAsync(
            async () =>
            {
                var day = CalendarDay.Create(request.Day, request.Kind, new Bilingual(request.NameZh, request.NameEn));
                if (await db.CalendarDays.AnyAsync(x => x.Day == request.Day, cancellation))
                {
                    throw CalendarRefusals.DayTaken.At("day", ("day", request.Day));
                }

                db.CalendarDays.Add(day);
                var moves = await db.CountDueDayMovesAsync(cancellation);
                return ChangedCalendarDayResponse.Of(day, moves);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/calendar-days/{response.Id}", response);
    }
}
