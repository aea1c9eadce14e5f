using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Tests.Hosting;
using Training.Domain.People;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> BaseWages() =>
    [
        Route("ListBaseWages").Sends(x => AccessCase.Get($"/employees/{x.Subject}/base-wages"))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "AHHHHA").Row(Standing.Below, "AHHHHA")
            .Row(Standing.Former, "AHHHHA").Row(Standing.Above, "HHHHHA").Row(Standing.Other, "AHHHHA"),
        Paid(Route("CreateBaseWage")
            .Sends(x => AccessCase.Post($"/employees/{x.Subject}/base-wages", new { from = DayOf(x), monthlyAmount = LogWatch.Wage }))),
        Paid(Route("EditBaseWage").Sends(async x =>
            AccessCase.Put($"/employees/{x.Subject}/base-wages/{await WageAsync(x)}", new { monthlyAmount = 6_500.5 }, 1))),
    ];

    private static IEnumerable<RouteAccess> Leave() =>
    [
        Seen(Route("ListLeave").Lists("/leave?pageSize=200", LeaveAsync)),
        Seen(Route("GetLeave").Sends(async x => AccessCase.Get($"/leave/{await LeaveAsync(x)}"))),
        Granted(Route("CreateLeave").Sends(x =>
            AccessCase.Post("/leave", new { employeeId = x.Subject, kind = "annual", fromOn = DayOf(x), toOn = DayOf(x) }))),
        Granted(Route("EditLeave").Sends(async x => AccessCase.Put(
            $"/leave/{await LeaveAsync(x)}",
            new { kind = "sick", fromOn = DayOf(x), toOn = DayOf(x), fromHalf = "afternoon", toHalf = "afternoon", note = (string?)null },
            1))),
        Granted(Route("DeleteLeave").Sends(async x => AccessCase.Delete($"/leave/{await LeaveAsync(x)}", 1))),
    ];

    /// <summary>Written by HR, for nobody above them and not for themselves.</summary>
    private static RouteAccess Paid(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Below, "AFFFFF")
        .Row(Standing.Former, "AFFFFF").Row(Standing.Above, "HFFFFF").Row(Standing.Other, "AFFFFF");

    private static RouteAccess Granted(RouteAccess route) => Changed(route).Row(Standing.Above, "AFFFFF");

    /// <summary>A day for each case.</summary>
    private static DateOnly DayOf(AccessCase x) => new DateOnly(2025, 1, 1).AddDays(x.Number);

    private static Task<long> WageAsync(AccessCase x) => KeptAsync(x, db =>
    {
        var wage = BaseWage.Create(x.Subject, DayOf(x), 6_000m);
        db.BaseWages.Add(wage);
        return Task.FromResult(() => wage.Id);
    });

    private static Task<long> LeaveAsync(AccessCase x) => KeptAsync(x, async db =>
    {
        var known = await db.LeaveRecords.SingleOrDefaultAsync(y => y.EmployeeId == x.Subject && y.FromOn == DayOf(x));
        if (known is not null)
        {
            return () => known.Id;
        }

        var employee = await db.Employees.Include(y => y.Periods).SingleAsync(y => y.Id == x.Subject);
        var span = new LeaveSpan(DayOf(x), HalfDay.Morning, DayOf(x), HalfDay.Afternoon);
        var leave = LeaveRecord.Create(employee, LeaveKind.Annual, span, null, []);
        db.LeaveRecords.Add(leave);
        return () => leave.Id;
    });

    private static async Task<long> KeptAsync(AccessCase x, Func<TrainingDb, Task<Func<long>>> keep)
    {
        await using var scope = x.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var id = await db.WriteAsync(() => keep(db));
        return id();
    }
}
