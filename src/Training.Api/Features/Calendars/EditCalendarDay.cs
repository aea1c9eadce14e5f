using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Api.Features.Calendars;

/// <summary>The whole of what may be edited about a day of the calendar.</summary>
/// <param name="Kind">A working weekend must be a Saturday or Sunday.</param>
public sealed record EditCalendarDayRequest(
    CalendarDayKind Kind, [TextLength(1, 100)] string NameZh, [TextLength(0, 100)] string? NameEn = null);

internal static class EditCalendarDay
{
    /// <summary>Edits a day of the calendar as a whole and says how many open due days it would move. Refused: a working weekend
    /// that is none.</summary>
    internal static Task<ChangedCalendarDayResponse> HandleAsync(
        long id, EditCalendarDayRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var day = await db.CalendarDays.OneAsync(id, cancellation);
                ifMatch.Require(day);
                day.Edit(request.Kind, new Bilingual(request.NameZh, request.NameEn));
                var moves = await db.CountDueDayMovesAsync(cancellation);
                return ChangedCalendarDayResponse.Of(day, moves);
            },
            cancellation);
}
