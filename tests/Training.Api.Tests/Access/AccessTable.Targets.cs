using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Targets() =>
    [
        SeenAppraisal(Route("GetTargets").Sends(async x => AccessCase.Get($"/appraisals/{await AppraisalAsync(x)}/targets"))),
        ByASide(Route("ProposeTarget").Sends(async x =>
        {
            var (id, kpi, _) = await TargetAsync(x, "2026Q2", null);
            return AccessCase.Post($"/appraisals/{id}/targets", new { segment = 1, kpiId = kpi, target = 95 }, 0);
        })),
        ByASide(Route("AgreeTarget").Sends(async x =>
        {
            var (id, _, target) = await TargetAsync(x, "2026Q3", Proposed(x));
            return AccessCase.Post($"/appraisals/{id}/targets/{target}/agree", new { }, 1);
        })),
        ByASide(Route("RefuseTarget").Sends(async x =>
        {
            var (id, _, target) = await TargetAsync(x, "2026Q4", Proposed(x));
            return AccessCase.Post($"/appraisals/{id}/targets/{target}/refuse", new { remark = "过高" }, 1);
        })),
        Route("DecideTarget").Sends(async x =>
        {
            var (id, _, target) = await TargetAsync(x, "2027Q1", at =>
            {
                var made = Proposed(x)(at);
                made.FallDue(false, x.App.Clock.GetUtcNow());
                return made;
            });
            return AccessCase.Post($"/appraisals/{id}/targets/{target}/decide", new { target = 95, reason = "取中" }, 1);
        })
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "FFFFFF").Row(Standing.Below, Everybody).Row(Standing.Former, "AHHHAH")
            .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHAH").Row(Standing.Deputised, "FFFFFF").Row(Standing.StoodInFor, "AHHHAH"),
        ByASide(Route("AgreeAppraisal").Sends(async x =>
        {
            var (id, _, _) = await TargetAsync(x, "2027Q2", null);
            return AccessCase.Post($"/appraisals/{id}/agree");
        })),
        Route("ExtendTargets").Sends(async x => AccessCase.Post(
            $"/appraisal-cycles/{await OpenCycleAsync(x)}/extend-targets",
            new { dueOn = new DateOnly(2026, 3, 20), reason = "年底盘点", departmentId = await x.App.DepartmentAsync("FIN") })).Row(Standing.Any, "AFFFFF"),
    ];

    /// <summary>By the person, and by the direct supervisor or who stands in for one.</summary>
    private static RouteAccess ByASide(RouteAccess route) => route
        .Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody).Row(Standing.Below, "FFFFFF").Row(Standing.Former, "FHHHFH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "FHHHFH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "FHHHFH");

    /// <summary>By the side that is not the caller's.</summary>
    private static Func<(long Appraisal, long Kpi), SegmentTarget> Proposed(AccessCase x) => made => SegmentTarget.Begin(
        made.Appraisal, 1, made.Kpi, new(95, x.Standing == Standing.Own ? TargetSide.Rater : TargetSide.Person, new(2026, 3, 2), null),
        TargetVoice.OfNobody(x.App.Clock.GetUtcNow()));

    /// <summary>In a cycle that nobody opens, while targets are agreed: an item that is held against a target, and what is talked over.</summary>
    private static async Task<(long Appraisal, long Kpi, long Target)> TargetAsync(
        AccessCase x, string quarter, Func<(long Appraisal, long Kpi), SegmentTarget>? begin)
    {
        var id = await AppraisalInAsync(x, quarter, AppraisalStage.Targets);
        return await x.App.WriteAsync(async db =>
        {
            var named = await db.AppraisalCycles.Where(y => y.Code == quarter).SelectMany(y => y.Templates).Select(y => y.TemplateId).SingleAsync();
            var items = await db.KpiTemplates.Where(y => y.Id == named).SelectMany(y => y.Sections).SelectMany(y => y.Items).OrderBy(y => y.Id).ToListAsync();
            var kpi = items.First(y => TargetRules.IsTaken(y.Method)).KpiId;
            db.SegmentTargets.RemoveRange(await db.SegmentTargets.Where(y => y.AppraisalId == id).ToListAsync());
            await db.FlushAsync(CancellationToken.None);
            if (begin is null)
            {
                return (id, kpi, 0L);
            }

            var target = begin((id, kpi));
            db.SegmentTargets.Add(target);
            await db.FlushAsync(CancellationToken.None);
            return (id, kpi, target.Id);
        });
    }

    private static async Task<long> OpenCycleAsync(AccessCase x)
    {
        var id = await x.App.WriteAsync(async db =>
        {
            var cycle = await db.AppraisalCycles.FirstOrDefaultAsync(y => y.Code == "2027Q3");
            if (cycle is null)
            {
                db.AppraisalCycles.Add(cycle = CycleWorld.Planned(Quarter.Parse("2027Q3")!.Value));
                await db.FlushAsync(CancellationToken.None);
            }

            return cycle.Id;
        });
        await x.App.PutIntoAsync(id, AppraisalCyclePhase.Open);
        return id;
    }
}
