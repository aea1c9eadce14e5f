using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Appraisals() =>
    [
        SeenAppraisal(Route("ListAppraisals").Lists(x => $"/appraisals?pageSize=200&employeeId={x.Subject}", AppraisalAsync)),
        SeenAppraisal(Route("GetAppraisal").Sends(async x => AccessCase.Get($"/appraisals/{await AppraisalAsync(x)}"))),
        SeenAppraisal(Route("GetSelfReview").Sends(async x => AccessCase.Get($"/appraisals/{await AppraisalAsync(x)}/self-review"))),
        OwnReview(Route("SaveSelfReview").Sends(async x => AccessCase.Send(
            HttpMethod.Put, $"/appraisals/{await ReviewedAsync(x, "2024Q1")}/self-review", new { text = "初稿" }))),
        OwnReview(Route("SubmitSelfReview").Sends(async x => AccessCase.Post(
            $"/appraisals/{await ReviewedAsync(x, "2024Q2")}/self-review", new { text = "完成" }, 0))),
        SeenAppraisal(Route("GetSegmentScore").Sends(async x => AccessCase.Get($"/appraisals/{await AppraisalAsync(x)}/segments/1/score"))),
        ByTheRater(Route("SaveSegmentScore").Sends(async x => AccessCase.Send(
            HttpMethod.Put, $"/appraisals/{await ReviewedAsync(x, "2024Q3")}/segments/1/score", new { marks = Array.Empty<object>() }))),
        ByTheRater(Route("ScoreSegment").Sends(async x => AccessCase.Post(
            $"/appraisals/{await ReviewedAsync(x, "2024Q4")}/segments/1/score", new { marks = await MarksAsync(x, "2024Q4") }, 1))),
        Route("NameRater").Sends(async x => AccessCase.Post(
            $"/appraisals/{await ReviewedAsync(x, "2025Q1")}/segments/1/rater",
            new { employeeId = await x.App.PersonAsync(Role.Payroll, Standing.Own), reason = "空缺" }, 1))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AFFFFF")
            .Row(Standing.Above, "HFFFFF").Row(Standing.Other, "AFFFFF").Row(Standing.Deputised, "AFFFFF").Row(Standing.StoodInFor, "AFFFFF"),
        SeenAppraisal(Route("GetReceipt").Sends(async x => AccessCase.Get($"/appraisals/{await ResultAsync(x, "2022Q3")}/receipt"))),
        OwnReview(Route("AcknowledgeAppraisal").Sends(async x => AccessCase.Post(
            $"/appraisals/{await ResultAsync(x, "2022Q2")}/acknowledge", new { agrees = true }, 1))),
        Route("CalibrateAppraisal").Sends(async x => AccessCase.Post($"/appraisals/{await CalibratingAsync(x)}/calibrate", new { }, 1))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "FFFFFF").Row(Standing.Below, "AFFFAF").Row(Standing.Former, "FFFFFF")
            .Row(Standing.Above, "HFFFHF").Row(Standing.Other, "FFFFFF").Row(Standing.Deputised, "AFFFAF").Row(Standing.StoodInFor, "FFFFFF"),
        Route("ListMyAppraisals").Lists("/my/appraisals?pageSize=200", AppraisalAsync).Row(Standing.Own, Everybody).Row(Standing.Direct, "HHHHHH"),
    ];

    /// <summary>By HR, but for those above them, and approvers; by the person; by those who stood above in the days of a segment, or stand in for one who
    /// did.</summary>
    private static RouteAccess SeenAppraisal(RouteAccess route) => route
        .Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody).Row(Standing.Below, Everybody).Row(Standing.Former, "AHHHAH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHAH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "AHHHAH");

    private static RouteAccess OwnReview(RouteAccess route) => route
        .Row(Standing.Own, Everybody).Row(Standing.Direct, "FFFFFF").Row(Standing.Below, "FFFFFF").Row(Standing.Former, "FHHHFH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "FHHHFH").Row(Standing.Deputised, "FFFFFF").Row(Standing.StoodInFor, "FHHHFH");

    /// <summary>By the direct supervisor, or who stands in for one.</summary>
    private static RouteAccess ByTheRater(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, Everybody).Row(Standing.Below, "FFFFFF").Row(Standing.Former, "FHHHFH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "FHHHFH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "FHHHFH");

    /// <summary>In a cycle of the quarter that nobody opens, with the template of the person's position, while people judge themselves.</summary>
    private static Task<long> ReviewedAsync(AccessCase x, string quarter) => AppraisalInAsync(x, quarter, AppraisalStage.SelfReview);

    private static Task<long> AppraisalInAsync(AccessCase x, string quarter, AppraisalStage stage) => KeptAsync(x, async db =>
    {
        var place = await PlaceAsync(db, x);
        var cycle = await db.AppraisalCycles.FirstOrDefaultAsync(y => y.Code == quarter);
        if (cycle is null)
        {
            db.AppraisalCycles.Add(cycle = CycleWorld.Planned(Quarter.Parse(quarter)!.Value, await TemplateAsync(db, place.PositionId)));
            await db.FlushAsync(CancellationToken.None);
        }

        var appraisal = await db.Appraisals.FirstOrDefaultAsync(y => y.CycleId == cycle.Id && y.EmployeeId == x.Subject);
        if (appraisal is null)
        {
            db.Appraisals.Add(appraisal = Appraisal.Open(cycle.Id, x.Subject, x.App.Clock.GetUtcNow(), stage));
            await db.FlushAsync(CancellationToken.None);
            var segment = AppraisalSegment.Begin(appraisal.Id, 1, new(1, place, 31, [new DaySpan(new(2026, 3, 1), new(2026, 3, 31))]));
            if (stage == AppraisalStage.Scored)
            {
                segment.Score([], null, [], new(place.SupervisorId ?? x.Subject, null), appraisal.OpenedAt);
            }

            db.AppraisalSegments.Add(segment);
        }

        return () => appraisal.Id;
    });

    /// <summary>Scored, in a cycle that calibrates a quarter before the person came: it ends unrated.</summary>
    private static async Task<long> CalibratingAsync(AccessCase x)
    {
        var id = await AppraisalInAsync(x, "2022Q4", AppraisalStage.Scored);
        var cycle = await x.App.ReadAsync(db => db.AppraisalCycles.SingleAsync(y => y.Code == "2022Q4"));
        if (cycle.Phase != AppraisalCyclePhase.Calibration)
        {
            await x.App.PutIntoAsync(cycle.Id, AppraisalCyclePhase.Calibration);
        }

        return id;
    }

    /// <summary>With a published result.</summary>
    private static async Task<long> ResultAsync(AccessCase x, string quarter)
    {
        var id = await AppraisalInAsync(x, quarter, AppraisalStage.Published);
        return await KeptAsync(x, async db =>
        {
            if (!await db.AppraisalResults.AnyAsync(y => y.AppraisalId == id))
            {
                var receipt = AppraisalCalculation.Of(new AppraisalInput(x.Subject, Quarter.Parse(quarter)!.Value));
                var text = ReceiptText.Of(receipt);
                var account = await db.Users.OrderBy(y => y.Id).Select(y => y.Id).FirstAsync();
                var result = AppraisalResult.Publish(id, receipt, Receipts.Sha256(text), ResultCause.Publication, account, x.App.Clock.GetUtcNow());
                db.AppraisalResults.Add(result);
                await db.FlushAsync(CancellationToken.None);
                db.StoredReceipts.Add(Receipts.Of(result, text));
            }

            return () => id;
        });
    }

    private static async Task<object[]> MarksAsync(AccessCase x, string quarter)
    {
        await using var scope = x.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var named = await db.AppraisalCycles.Where(y => y.Code == quarter).SelectMany(y => y.Templates).Select(y => y.PositionId).FirstOrDefaultAsync();
        var template = await TemplateAsync(db, named == 0 ? (await PlaceAsync(db, x)).PositionId : named);
        return
        [
            .. template.Content.Sections.SelectMany(y => y.Items).Where(y => y.Method.Kind == ScoringMethodKind.Rating)
                .Select(y => new { kpiId = y.KpiId, mark = y.Method.Scale == RatingScale.Five ? 4 : 80 }),
        ];
    }

    private static Task<KpiTemplate> TemplateAsync(TrainingDb db, long position) => db.KpiTemplates.Include(x => x.Sections).ThenInclude(x => x.Items)
        .OrderBy(x => x.Id).FirstAsync(x => x.PositionId == position && x.State == KpiTemplateState.Published && x.FromQuarter == null);

    private static Task<Placement> PlaceAsync(TrainingDb db, AccessCase x) => db.Assignments.Where(y => y.EmployeeId == x.Subject && y.To == null)
        .Select(y => new Placement(y.DepartmentId, y.PositionId, y.SupervisorId)).SingleAsync();

    /// <summary>In a cycle that nobody opens, with a segment of March.</summary>
    private static Task<long> AppraisalAsync(AccessCase x) => KeptAsync(x, async db =>
    {
        var cycle = await QuarterCycleAsync(db, "2025Q4");
        var appraisal = await db.Appraisals.FirstOrDefaultAsync(y => y.CycleId == cycle.Id && y.EmployeeId == x.Subject);
        if (appraisal is null)
        {
            db.Appraisals.Add(appraisal = Appraisal.Open(cycle.Id, x.Subject, x.App.Clock.GetUtcNow()));
            await db.FlushAsync(CancellationToken.None);
            var place = await PlaceAsync(db, x);
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
