using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Api.Features.Calendars;

/// <summary>A year to be kept.</summary>
/// <param name="Year">1900 to 2199; one record per year.</param>
/// <param name="IsComplete">All its holidays and working weekends are entered.</param>
public sealed record CreateCalendarYearRequest(int Year, bool IsComplete);

/// <summary>A year of the calendar.</summary>
/// <param name="IsComplete">All its holidays and working weekends are entered.</param>
public sealed record CalendarYearResponse(long Id, int Year, bool IsComplete, int Version) : IVersioned
{
    internal static CalendarYearResponse Of(CalendarYear x) => new(x.Id, x.Year, x.IsComplete, x.Version);
}

internal static class CreateCalendarYear
{
    /// <summary>Keeps a year and whether it is complete. Refused: a year that is kept already; one out of range.</summary>
    internal static async Task<Created<CalendarYearResponse>> HandleAsync(
        CreateCalendarYearRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var year = await db.WriteAsync(
            async () =>
            {
                var created = CalendarYear.Create(request.Year, request.IsComplete);
                if (await db.CalendarYears.AnyAsync(x => x.Year == request.Year, cancellation))
                {
                    throw CalendarRefusals.YearTaken.At("year", ("year", request.Year));
                }

                db.CalendarYears.Add(created);
                return created;
            },
            cancellation);

        return TypedResults.Created($"/api/v1/calendar-years/{year.Id}", CalendarYearResponse.Of(year));
    }
}
