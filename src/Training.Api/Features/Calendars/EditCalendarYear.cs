using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Calendars;

/// <summary>What may be edited about a year.</summary>
/// <param name="IsComplete">All its holidays and working weekends are entered.</param>
public sealed record EditCalendarYearRequest(bool IsComplete);

internal static class EditCalendarYear
{
    /// <summary>Says whether all holidays and working weekends of the year are entered.</summary>
    internal static async Task<CalendarYearResponse> HandleAsync(
        long id, EditCalendarYearRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation)
    {
        var year = await db.WriteAsync(
            async () =>
            {
                var edited = await db.CalendarYears.OneAsync(id, cancellation);
                ifMatch.Require(edited);
                edited.Edit(request.IsComplete);
                return edited;
            },
            cancellation);

        return CalendarYearResponse.Of(year);
    }
}
