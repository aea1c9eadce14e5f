using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Employees;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    /// <summary>What comes beside and after published results.</summary>
    private static IEnumerable<RouteAccess> Results() =>
    [
        SeenAppeal(Route("ListAppeals").Lists("/appeals?pageSize=200", x => AppealAsync(x, "2020Q1", null))),
        SeenAppeal(Route("GetAppeal").Sends(async x =>
        {
            await AppealAsync(x, "2020Q1", null);
            return AccessCase.Get($"/appraisals/{await ResultAsync(x, "2020Q1")}/appeal");
        })),
        OwnReview(Route("FileAppeal").Sends(async x => AccessCase.Post(
            $"/appraisals/{await ResultAsync(x, "2020Q2")}/appeal", new { reason = "有误" }, 1))),
        Route("NameReviewer").Sends(async x =>
        {
            await AppealAsync(x, OfCaller(x, 1), null);
            return AccessCase.Post($"/appraisals/{await ResultAsync(x, OfCaller(x, 1))}/appeal/reviewer", new { employeeId = await ReviewerAsync(x) }, 1);
        })
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "FFFFFF").Row(Standing.Below, "AFFFAF").Row(Standing.Former, "AFFFAF")
            .Row(Standing.Above, "HFFFHF").Row(Standing.Other, "AFFFAF").Row(Standing.Deputised, "AFFFAF").Row(Standing.StoodInFor, "AFFFAF"),
        Route("ResolveAppeal").Sends(async x =>
        {
            await AppealAsync(x, OfCaller(x, 2), x.CallerEmployee);
            return AccessCase.Post($"/appraisals/{await ResultAsync(x, OfCaller(x, 2))}/resolve-appeal", new { decision = "reject", reason = "核实" }, 1);
        })
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, Everybody).Row(Standing.Below, Everybody).Row(Standing.Former, Everybody)
            .Row(Standing.Above, "HAAAHA").Row(Standing.Other, Everybody).Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, Everybody),
        SeenAppraisal(Route("GetResultPage").Sends(async x => AccessCase.Get($"/appraisals/{await ResultAsync(x, "2022Q3")}/page"))),
        SeenAppraisal(Route("GetInterview").Sends(async x => AccessCase.Get($"/appraisals/{await ResultAsync(x, "2020Q3")}/interview"))),
        ByTheRater(Route("RecordInterview").Sends(async x => AccessCase.Put(
            $"/appraisals/{await ResultAsync(x, "2020Q3")}/interview", new { heldOn = "2026-03-02", points = "有进步" }, 0))),
        Route("ReopenAppraisal").Sends(async x => AccessCase.Post($"/appraisals/{await ResultAsync(x, "2020Q4")}/reopen", new { reason = "错评" }, 1))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AFFFFF")
            .Row(Standing.Above, "HFFFFF").Row(Standing.Other, "AFFFFF").Row(Standing.Deputised, "AFFFFF").Row(Standing.StoodInFor, "AFFFFF"),
        ByWhoDidNotRate(Route("LiftCeiling").Sends(async x =>
        {
            var (id, kpi, _, _) = await CeiledAsync(x, "2021Q1");
            return AccessCase.Post($"/appraisals/{id}/lift-ceiling", new { kpiId = kpi, reason = "故障" }, 1);
        })),
        ByWhoDidNotRate(Route("WithdrawCeilingLift").Sends(async x =>
        {
            var (id, _, lift, _) = await CeiledAsync(x, "2021Q2");
            return AccessCase.Post($"/appraisals/{id}/lifted-ceilings/{lift}/withdraw", new { reason = "无据" }, 1);
        })),
        ByWhoDidNotRate(Route("WithdrawAdjustment").Sends(async x =>
        {
            var (id, _, _, adjustment) = await CeiledAsync(x, "2021Q3");
            return AccessCase.Post($"/appraisals/{id}/adjustments/{adjustment}/withdraw", new { reason = "重复" }, 1);
        })),
        Route("ImportTeamSheet").Sends(TeamSheetAsync).Row(Standing.Direct, Everybody),
        Route("GetTeamSheetTemplate").Sends(_ => AccessCase.Get("/team-sheet/import-template")).Row(Standing.Any, Everybody),
        Route("ExportTeamSheet").Sends(_ => AccessCase.Get("/team-sheet/export")).Row(Standing.Any, Everybody),
        DecidedCorrection(Route("GetCorrectionEffect").Sends(async x => AccessCase.Get($"/corrections/{await CorrectionAsync(x)}/effect"))),
    ];

    /// <summary>A quarter for this caller alone: several may do it to the same person.</summary>
    private static string OfCaller(AccessCase x, int number) => $"{2010 + (int)x.Caller}Q{number}";

    /// <summary>By HR and approvers, but for those above them, and by the person.</summary>
    private static RouteAccess SeenAppeal(RouteAccess route) => route
        .Row(Standing.Own, Everybody).Row(Standing.Direct, "AHHHAH").Row(Standing.Below, "AHHHAH").Row(Standing.Former, "AHHHAH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHAH").Row(Standing.Deputised, "AHHHAH").Row(Standing.StoodInFor, "AHHHAH");

    /// <summary>By HR, but for those above them, where they neither rated it nor stand below who did.</summary>
    private static RouteAccess ByWhoDidNotRate(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "FFFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Former, "FFFFFF")
        .Row(Standing.Above, "HFFFFF").Row(Standing.Other, "FFFFFF").Row(Standing.Deputised, "AFFFFF").Row(Standing.StoodInFor, "FFFFFF");

    /// <summary>The sheet of a rater, with a mark for one item of their direct report.</summary>
    private static async Task<HttpRequestMessage> TeamSheetAsync(AccessCase x)
    {
        const string Quarter = "2019Q1";
        await ReviewedAsync(x, Quarter);
        var number = await x.App.ReadAsync(db => db.Employees.Where(y => y.Id == x.Subject).Select(y => y.EmployeeNumber).SingleAsync());
        var template = await x.App.ReadAsync(async db => await TemplateAsync(db, await db.AppraisalCycles.Where(y => y.Code == Quarter)
            .SelectMany(y => y.Templates).Select(y => y.PositionId).FirstOrDefaultAsync() is var named and > 0 ? named : (await PlaceAsync(db, x)).PositionId));
        var item = template.Content.Sections.SelectMany(y => y.Items).First(y => y.Method.Kind == ScoringMethodKind.Rating);
        var code = await x.App.ReadAsync(db => db.Kpis.Where(y => y.Id == item.KpiId).Select(y => y.Code).SingleAsync());
        return File(x, "/team-sheet/import", "季度,工号,指标编号,评分,评语,版本", Quarter, number, code, item.Method.Scale == RatingScale.Five ? 4 : 80, $"第 {x.Number} 次", 1);
    }

    /// <summary>An appeal that waits, for this reviewer where there is one.</summary>
    private static async Task<long> AppealAsync(AccessCase x, string quarter, long? reviewer)
    {
        var id = await ResultAsync(x, quarter);
        return await KeptAsync(x, async db =>
        {
            var appeal = await db.Appeals.SingleOrDefaultAsync(y => y.AppraisalId == id);
            if (appeal is null)
            {
                var result = await db.AppraisalResults.SingleAsync(y => y.AppraisalId == id);
                var today = new DateOnly(2026, 3, 2);
                db.Appeals.Add(appeal = Appeal.File(result, (false, false), ("有误", null), (today, today, today), x.App.Clock.GetUtcNow()));
                if (reviewer is { } named)
                {
                    appeal.Name(named, result.PublishedByAccountId);
                }
            }

            return () => appeal.Id;
        });
    }

    /// <summary>Somebody whom nobody stands above.</summary>
    private static async Task<long> ReviewerAsync(AccessCase x)
    {
        const string Number = "REVIEWER";
        if (await x.App.ReadAsync(db => db.Employees.Where(y => y.EmployeeNumber == Number).Select(y => y.Id).SingleOrDefaultAsync()) is var known and > 0)
        {
            return known;
        }

        var reviewer = await x.App.HireAsync(Number);
        await x.App.AddAccountAsync(Number, reviewer, Role.Staff);
        return reviewer;
    }

    /// <summary>A published result with a ceiling, in a cycle that calibrates; with a lift of it and an adjustment.</summary>
    private static async Task<(long Appraisal, long Kpi, long Lift, long Adjustment)> CeiledAsync(AccessCase x, string quarter)
    {
        var id = await AppraisalInAsync(x, quarter, AppraisalStage.Published);
        var cycle = await x.App.ReadAsync(db => db.AppraisalCycles.SingleAsync(y => y.Code == quarter));
        if (cycle.Phase != AppraisalCyclePhase.Calibration)
        {
            await x.App.PutIntoAsync(cycle.Id, AppraisalCyclePhase.Calibration);
        }

        var item = await KeptAsync(x, async db =>
        {
            var account = await db.Users.OrderBy(y => y.Id).Select(y => y.Id).FirstAsync();
            var kpi = await db.Kpis.OrderBy(y => y.Id).Select(y => y.Id).FirstAsync();
            if (!await db.AppraisalResults.AnyAsync(y => y.AppraisalId == id))
            {
                var receipt = Ceiled(x.Subject, cycle.Quarter, kpi);
                var text = ReceiptText.Of(receipt);
                var now = x.App.Clock.GetUtcNow();
                var result = AppraisalResult.Publish(id, receipt, Receipts.Sha256(text), ResultCause.Publication, account, now);
                db.AppraisalResults.Add(result);
                db.CeilingLifts.Add(CeilingLift.Sign(id, receipt, (kpi, null), "故障", account, now));
                db.AppraisalAdjustments.Add(AppraisalAdjustment.Sign(id, receipt, 1, "攻关", account, now));
                await db.FlushAsync(CancellationToken.None);
                db.StoredReceipts.Add(Receipts.Of(result, text));
            }

            return () => kpi;
        });
        var (lift, adjustment) = (
            await x.App.ReadAsync(db => db.CeilingLifts.Where(y => y.AppraisalId == id).Select(y => y.Id).SingleAsync()),
            await x.App.ReadAsync(db => db.AppraisalAdjustments.Where(y => y.AppraisalId == id).Select(y => y.Id).SingleAsync()));
        return (id, item, lift, adjustment);
    }

    private static Receipt Ceiled(long person, Quarter quarter, long kpi)
    {
        var place = new Placement(1, 1, 1);
        var method = new ScoringMethod(ScoringMethodKind.Rating) { Scale = RatingScale.Hundred };
        TemplateItemContent item = new(kpi, 100, method, ItemScope.Own, null, 120, new ItemCeiling("C", 101), null, false);
        return AppraisalCalculation.Of(new AppraisalInput(person, quarter)
        {
            Employment = [new(quarter.FirstDay, null)],
            Stretches = [new(quarter.FirstDay, null, place)],
            Templates = [new(1, 1, 1, [new(new Bilingual("行为", null), 100, [item])])],
            Kpis = [new(kpi, "K", 1, 2, KpiUnit.Points, KpiDirection.Higher, KpiSource.Manual, KpiPeriod.Month, KpiAggregation.Average)],
            Marks = [new Mark(place, kpi, 95)],
        });
    }
}
