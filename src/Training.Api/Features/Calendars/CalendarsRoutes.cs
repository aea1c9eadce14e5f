using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Calendars;

namespace Training.Api.Features.Calendars;

internal static class CalendarsRoutes
{
    public static void MapCalendars(this IEndpointRouteBuilder api)
    {
        var days = api.MapGroup("/calendar-days").WithTags("calendar");
        days.MapGet("", ListCalendarDays.HandleAsync).WithName(nameof(ListCalendarDays)).RequireAuthorization(Policies.SignedIn);
        days.MapGet("/{id}", GetCalendarDay.HandleAsync).WithName(nameof(GetCalendarDay)).RequireAuthorization(Policies.SignedIn);
        days.MapPost("", CreateCalendarDay.HandleAsync).WithName(nameof(CreateCalendarDay)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(CalendarRefusals.DayTaken, CalendarRefusals.NotAWeekend);
        days.MapPut("/{id}", EditCalendarDay.HandleAsync).WithName(nameof(EditCalendarDay)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(CalendarRefusals.NotAWeekend);
        days.MapDelete("/{id}", DeleteCalendarDay.HandleAsync).WithName(nameof(DeleteCalendarDay)).RequireAuthorization(Policies.ManagePeople);

        var years = api.MapGroup("/calendar-years").WithTags("calendar");
        years.MapGet("", ListCalendarYears.HandleAsync).WithName(nameof(ListCalendarYears)).RequireAuthorization(Policies.SignedIn);
        years.MapPost("", CreateCalendarYear.HandleAsync).WithName(nameof(CreateCalendarYear)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(CalendarRefusals.YearTaken, CalendarRefusals.YearOutOfRange);
        years.MapPut("/{id}", EditCalendarYear.HandleAsync).WithName(nameof(EditCalendarYear)).RequireAuthorization(Policies.ManagePeople);

        var moves = api.MapGroup("/due-day-moves").WithTags("calendar");
        moves.MapGet("", ListDueDayMoves.HandleAsync).WithName(nameof(ListDueDayMoves)).RequireAuthorization(Policies.ManagePeople);
        moves.MapPost("", MoveDueDays.HandleAsync).WithName(nameof(MoveDueDays)).RequireAuthorization(Policies.ManagePeople);
    }
}
