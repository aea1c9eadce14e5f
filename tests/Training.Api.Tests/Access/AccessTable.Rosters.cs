using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Rosters() =>
    [
        Route("ListShifts").Lists("/shifts?pageSize=200", ShiftAsync).Row(Standing.Any, Everybody),
        Route("GetShift").Sends(async x => AccessCase.Get($"/shifts/{await ShiftAsync(x)}")).Row(Standing.Any, Everybody),
        Route("CreateShift").Sends(x => AccessCase.Post("/shifts", Shift(x))).Row(Standing.Any, "AFFFFF"),
        Route("EditShift")
            .Sends(async x => AccessCase.Put($"/shifts/{await ShiftAsync(x)}", new { nameZh = "改名", startsAt = "09:00", endsAt = "18:00" }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("RetireShift").Sends(async x => AccessCase.Post($"/shifts/{await ShiftAsync(x)}/retire")).Row(Standing.Any, "AFFFFF"),
        Seen(Route("ListRosters").Lists("/rosters?pageSize=200", RosterAsync)),
        Rostered(Route("SetRosters").Sends(x =>
            AccessCase.Post("/rosters", new { employeeIds = new[] { x.Subject }, days = new[] { DayOf(x) }, shiftId = (long?)null }))),
        Rostered(Route("ClearRosters").Sends(async x => await RosterAsync(x) > 0
            ? AccessCase.Post("/rosters/clear", new { employeeIds = new[] { x.Subject }, days = new[] { DayOf(x) } }) : null!)),
        Route("ImportRosters").Sends(x => File(x, "/rosters/import", "工号,日期,班次代码", "W001", new DateOnly(2028, 1, 1).AddDays(x.Number), null))
            .Row(Standing.Any, "AFFFFF"),
        Route("GetRosterImportTemplate").Sends(_ => AccessCase.Get("/rosters/import-template")).Row(Standing.Any, "AFFFFF"),
        Route("ExportRosters").Sends(_ => AccessCase.Get("/rosters/export")).Row(Standing.Any, "AFFFFF"),
    ];

    /// <summary>By HR and by the direct supervisor or their deputy, never for oneself.</summary>
    private static RouteAccess Rostered(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AHFFFF")
        .Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AAFFFF").Row(Standing.StoodInFor, "AHFFFF");

    private static Task<long> ShiftAsync(AccessCase x) => MadeAsync(x, "/shifts", Shift(x));

    private static object Shift(AccessCase x) => new { code = $"acc-{x.Number}", nameZh = "班次", startsAt = "08:00", endsAt = "16:00" };

    private static Task<long> RosterAsync(AccessCase x) => KeptAsync(x, async db =>
    {
        var known = await db.RosterEntries.SingleOrDefaultAsync(y => y.EmployeeId == x.Subject && y.Day == DayOf(x));
        var entry = known ?? RosterEntry.Create(x.Subject, DayOf(x), null);
        db.Update(entry);
        return () => entry.Id;
    });
}
