using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Appraisals() =>
    [
        SeenAppraisal(Route("ListAppraisals").Lists(x => $"/appraisals?pageSize=200&employeeId={x.Subject}", AppraisalAsync)),
        SeenAppraisal(Route("GetAppraisal").Sends(async x => AccessCase.Get($"/appraisals/{await AppraisalAsync(x)}"))),
        Route("ListMyAppraisals").Lists("/my/appraisals?pageSize=200", AppraisalAsync).Row(Standing.Own, Everybody).Row(Standing.Direct, "HHHHHH"),
    ];

    /// <summary>By HR, but for those above them; by the person; by those who stood above in the days of a segment, or stand in for one who
    /// did.</summary>
    private static RouteAccess SeenAppraisal(RouteAccess route) => route
        .Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody).Row(Standing.Below, Everybody).Row(Standing.Former, "AHHHHH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "AHHHHH");

    /// <summary>In a cycle that nobody opens, with a segment of March.</summary>
    private static Task<long> AppraisalAsync(AccessCase x) => KeptAsync(x, async db =>
    {
        var cycle = await QuarterCycleAsync(db, "2025Q4");
        var appraisal = await db.Appraisals.FirstOrDefaultAsync(y => y.CycleId == cycle.Id && y.EmployeeId == x.Subject);
        if (appraisal is null)
        {
            db.Appraisals.Add(appraisal = Appraisal.Open(cycle.Id, x.Subject, x.App.Clock.GetUtcNow()));
            await db.FlushAsync(CancellationToken.None);
            var place = await db.Assignments.Where(y => y.EmployeeId == x.Subject && y.To == null)
                .Select(y => new Placement(y.DepartmentId, y.PositionId, y.SupervisorId)).SingleAsync();
            db.AppraisalSegments.Add(AppraisalSegment.Begin(appraisal.Id, 1, new(1, place, 31, [new DaySpan(new(2026, 3, 1), new(2026, 3, 31))])));
        }

        return () => appraisal.Id;
    });

    private static Task<long> CycleOfQuarterAsync(AccessCase x) => KeptAsync(x, async db =>
    {
        var cycle = await QuarterCycleAsync(db, "2025Q3");
        return () => cycle.Id;
    });

    private static async Task<AppraisalCycle> QuarterCycleAsync(TrainingDb db, string quarter)
    {
        var cycle = await db.AppraisalCycles.FirstOrDefaultAsync(x => x.Code == quarter);
        if (cycle is null)
        {
            db.AppraisalCycles.Add(cycle = CycleWorld.Planned(Quarter.Parse(quarter)!.Value));
            await db.FlushAsync(CancellationToken.None);
        }

        return cycle;
    }
}
