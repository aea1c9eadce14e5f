using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Calendar() =>
    [
        Route("ListCalendarDays").Lists("/calendar-days?from=2100-01-01&pageSize=200", CalendarDayAsync).Row(Standing.Any, "AAAAAA"),
        Route("GetCalendarDay").Sends(async x => AccessCase.Get($"/calendar-days/{await CalendarDayAsync(x)}")).Row(Standing.Any, "AAAAAA"),
        Route("CreateCalendarDay").Sends(x => AccessCase.Post("/calendar-days", CalendarDay(x))).Row(Standing.Any, "AFFFFF"),
        Route("EditCalendarDay")
            .Sends(async x => AccessCase.Put($"/calendar-days/{await CalendarDayAsync(x)}", new { kind = "holiday", nameZh = "改名" }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("DeleteCalendarDay").Sends(async x => AccessCase.Delete($"/calendar-days/{await CalendarDayAsync(x)}", 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("ListCalendarYears").Lists("/calendar-years?pageSize=200", CalendarYearAsync).Row(Standing.Any, "AAAAAA"),
        Route("CreateCalendarYear").Sends(x => AccessCase.Post("/calendar-years", CalendarYear(x))).Row(Standing.Any, "AFFFFF"),
        Route("EditCalendarYear")
            .Sends(async x => AccessCase.Put($"/calendar-years/{await CalendarYearAsync(x)}", new { isComplete = true }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("ListDueDayMoves").Sends(_ => AccessCase.Get("/due-day-moves")).Row(Standing.Any, "AFFFFF"),
        Route("MoveDueDays").Sends(_ => AccessCase.Post("/due-day-moves")).Row(Standing.Any, "AFFFFF"),
    ];

    private static Task<long> CalendarDayAsync(AccessCase x) => MadeAsync(x, "/calendar-days", CalendarDay(x));

    private static object CalendarDay(AccessCase x) => new { day = new DateOnly(2100, 1, 1).AddDays(x.Number), kind = "holiday", nameZh = "节日" };

    private static Task<long> CalendarYearAsync(AccessCase x) => MadeAsync(x, "/calendar-years", CalendarYear(x));

    private static int _year = 2030;

    private static object CalendarYear(AccessCase x) => new { year = Interlocked.Increment(ref _year), isComplete = x.Number < 0 };
}
