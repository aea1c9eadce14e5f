using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> SetAsides() =>
    [
        DecidedByHumanResources(Route("SetItemAside").Sends(async x =>
        {
            var (appraisal, kpi, _) = await SetAsideAsync(x, isSetAside: false);
            return AccessCase.Post($"/appraisals/{appraisal}/set-aside", new { kpiId = kpi, reason = "系统停用" });
        })),
        DecidedByHumanResources(Route("TakeBackSetAside").Sends(async x =>
        {
            var (appraisal, _, aside) = await SetAsideAsync(x, isSetAside: true);
            return AccessCase.Delete($"/appraisals/{appraisal}/set-aside/{aside}", 1);
        })),
        Route("SetItemsAside").Sends(async x =>
        {
            var (cycle, kpi) = await x.App.WriteAsync(SetAsideCycleAsync);
            return AccessCase.Post(
                $"/appraisal-cycles/{cycle}/set-aside", new { kpiId = kpi, departmentId = await x.App.DepartmentAsync("FIN"), reason = "系统停用" });
        }).Row(Standing.Any, "AFFFFF"),
        Route("ListMissingData").Sends(async x => AccessCase.Get($"/appraisal-cycles/{await CycleAsync(x)}/missing-data")).Row(Standing.Any, "AFFFFF"),
    ];

    private static RouteAccess DecidedByHumanResources(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AFFFFF")
        .Row(Standing.Above, "HFFFFF").Row(Standing.Other, "AFFFFF").Row(Standing.Deputised, "AFFFFF");

    /// <summary>In a cycle that nobody opens, with a segment that has the item.</summary>
    private static Task<(long Appraisal, long Kpi, long Aside)> SetAsideAsync(AccessCase x, bool isSetAside) => x.App.WriteAsync(async db =>
    {
        var (cycle, kpi) = await SetAsideCycleAsync(db);
        var appraisal = await db.Appraisals.FirstOrDefaultAsync(y => y.CycleId == cycle && y.EmployeeId == x.Subject);
        if (appraisal is null)
        {
            db.Appraisals.Add(appraisal = Appraisal.Open(cycle, x.Subject, x.App.Clock.GetUtcNow()));
            await db.FlushAsync(CancellationToken.None);
            var position = await db.AppraisalCycles.Where(y => y.Id == cycle).SelectMany(y => y.Templates).Select(y => y.PositionId).SingleAsync();
            var place = await db.Assignments.Where(y => y.EmployeeId == x.Subject && y.To == null)
                .Select(y => new Placement(y.DepartmentId, position, y.SupervisorId)).SingleAsync();
            db.AppraisalSegments.Add(AppraisalSegment.Begin(appraisal.Id, 1, new(1, place, 31, [new DaySpan(new(2026, 3, 1), new(2026, 3, 31))])));
        }

        db.ItemSetAsides.RemoveRange(await db.ItemSetAsides.Where(y => y.AppraisalId == appraisal.Id).ToListAsync());
        await db.FlushAsync(CancellationToken.None);
        if (!isSetAside)
        {
            return (appraisal.Id, kpi, 0L);
        }

        var account = await db.Users.OrderBy(y => y.Id).Select(y => y.Id).FirstAsync();
        var aside = ItemSetAside.Of(appraisal.Id, kpi, null, "系统停用", account, x.App.Clock.GetUtcNow());
        db.ItemSetAsides.Add(aside);
        await db.FlushAsync(CancellationToken.None);
        return (appraisal.Id, kpi, aside.Id);
    });

    /// <summary>A cycle with one template, and the KPI of an item of it.</summary>
    private static async Task<(long Cycle, long Kpi)> SetAsideCycleAsync(TrainingDb db)
    {
        var template = await db.KpiTemplates.Include(x => x.Sections).ThenInclude(x => x.Items).AsSingleQuery()
            .Where(x => x.Code == "KT02" && x.State == KpiTemplateState.Published).OrderBy(x => x.Number).FirstAsync();
        var cycle = await db.AppraisalCycles.FirstOrDefaultAsync(x => x.Code == "2025Q2");
        if (cycle is null)
        {
            db.AppraisalCycles.Add(cycle = SetAsideWorld.PlannedBy(Quarter.Parse("2025Q2")!.Value, template));
            await db.FlushAsync(CancellationToken.None);
        }

        return (cycle.Id, template.Sections.First().Items.First().KpiId);
    }
}
