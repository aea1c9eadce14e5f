using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>Published results that HR has scored anew, and what HR takes back or lifts.</summary>
public sealed class Reopening_results
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_scored_anew_from_the_kept_marks_without_adjustments_and_the_old_result_is_kept()
    {
        await using var app = await StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (by, person, cycle, id) = await app.CompleteAsync("RO1");
        var own = await app.SignInAsync("ro1");
        var path = $"/appraisals/{id}/reopen";
        await hr.RefusedAsync(Conflict, "appraisal.notInThisState", Post(path, new { reason = "错评" }, await VersionAsync(hr, id)));
        await hr.DoAsync(await hr.CalibrationAsync(id, 1.25m, "攻关"));
        await hr.PublishAsync(cycle);
        await app.WriteAsync(async db =>
        {
            foreach (var other in await db.Appraisals.Where(x => x.CycleId == cycle && x.Id != id).ToListAsync(Stop))
            {
                db.Entry(other).Property(x => x.Stage).CurrentValue = AppraisalStage.Published;
            }

            return true;
        });
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/close", new { }));
        var first = await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop);
        await hr.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Post(path, new { reason = "错评" }));

        var opened = await hr.DoAsync(Post(path, new { reason = "错评" }, await VersionAsync(hr, id)));

        Assert.Equal(("scoring", 1), (opened.Text("stage"), opened.Number("number")));
        var read = await own.DoAsync(Get($"/appraisals/{id}"));
        Assert.Equal(("scoring", "错评", 93.75m), (
            read.Text("stage"), read.Text("reopenReason"), read.GetProperty("result").GetProperty("final").GetDecimal()));
        Assert.Equal(first, await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop));
        await own.RefusedAsync(Conflict, "appraisal.notInThisState", Post($"/appraisals/{id}/acknowledge", new { agrees = true }, 1));
        await own.RefusedAsync(Conflict, "appraisal.notInThisState", await own.AppealAsync(id));
        Assert.Contains("appraisal.reopened", (await supervisor.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind")));
        var draft = await supervisor.ScoreAsync(id, 1);
        Assert.Equal(("open", 80m), (draft.Text("state"), draft.GetProperty("items")[0].GetProperty("mark").GetDecimal()));
        await hr.RefusedAsync(Conflict, "appraisal.notInThisState", await hr.CalibrationAsync(id));
        await supervisor.DoAsync(Post(
            $"/appraisals/{id}/segments/1/score", new { marks = new[] { new { kpiId = by.Marked, mark = 90m } } }, draft.Version()));
        await hr.DoAsync(await hr.CalibrationAsync(id));
        Assert.Equal(1, (await hr.PublishAsync(cycle, new { employeeId = person })).Number("published"));

        var result = await own.ResultAsync(id);
        Assert.Equal((2, "reopening", 94.5m, 94.5m), (
            result.Number("number"), result.Text("cause"), result.GetProperty("total").GetDecimal(), result.GetProperty("final").GetDecimal()));
        Assert.Equal(first, await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt?number=1", Stop));
        Assert.Equal("appeal", AppraisalWorld.Actions(await own.DoAsync(Get($"/appraisals/{id}")))[1]);
        Assert.Equal(1, (await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/close", new { employeeId = person }))).Number("closed"));
    }

    [Fact]
    public async Task Nobody_reopens_their_own()
    {
        await using var app = await StartedAsync();
        var (_, person, _, id) = await app.PublishedAsync("RO2");
        var own = await app.WithRoleAsync(person, Role.HumanResources);

        await own.RefusedAsync(Forbidden, "access.own", Post($"/appraisals/{id}/reopen", new { reason = "x" }, 1));
        await own.RefusedAsync(Forbidden, "access.own", Post($"/appraisals/{id}/lift-ceiling", new { reason = "x", kpiId = 1 }, 1));
        await own.RefusedAsync(Forbidden, "access.own", Post($"/appraisals/{id}/lifted-ceilings/1/withdraw", new { reason = "x" }, 1));
        await own.RefusedAsync(Forbidden, "access.own", Post($"/appraisals/{id}/adjustments/1/withdraw", new { reason = "x" }, 1));
    }

    [Fact]
    public async Task An_adjustment_that_HR_takes_back_makes_the_next_version_without_it()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (_, _, cycle, id) = await app.CompleteAsync("RO3");
        await hr.DoAsync(await hr.CalibrationAsync(id, 15, "攻关"));
        await hr.DoAsync(await hr.CalibrationAsync(id, -10, "复核"));
        var kept = (await hr.DoAsync(await hr.CalibrationAsync(id, 15, "加分"))).GetProperty("adjustments");
        await hr.PublishAsync(cycle);
        string Path(int i) => $"/appraisals/{id}/adjustments/{kept[i].Id()}/withdraw";
        await hr.RefusedAsync(Conflict, "appraisal.adjustmentsOutOfRange", Post(Path(1), new { reason = "复核有误" }, await VersionAsync(hr, id)));
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Post($"/appraisals/{id}/adjustments/9999999/withdraw", new { reason = "x" }, await VersionAsync(hr, id)));

        var stale = await VersionAsync(hr, id);
        var done = await hr.DoAsync(Post(Path(0), new { reason = "重复加分" }, stale));

        Assert.Equal((92.5m, 5m, 97.5m), (done.GetProperty("total").GetDecimal(), done.GetProperty("adjusted").GetDecimal(), done.GetProperty("final").GetDecimal()));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Post(Path(2), new { reason = "x" }, stale));
        Assert.Equal("重复加分", done.GetProperty("adjustments")[0].Text("withdrawnReason"));
        await hr.RefusedAsync(Conflict, "appraisal.withdrawn", Post(Path(0), new { reason = "x" }, await VersionAsync(hr, id)));
        var result = await (await app.SignInAsync("ro3")).ResultAsync(id);
        Assert.Equal((2, "revision", 97.5m), (result.Number("number"), result.Text("cause"), result.GetProperty("final").GetDecimal()));
        await hr.DoAsync(Post(Path(1), new { reason = "复核有误" }, await VersionAsync(hr, id)));
        Assert.Equal(107.5m, (await hr.ResultAsync(id)).GetProperty("final").GetDecimal());
    }

    [Fact]
    public async Task A_ceiling_that_HR_lifts_gives_the_grade_of_the_score_and_taken_back_it_holds_again()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("RO4");
        await app.WriteAsync(async db =>
        {
            var template = await db.KpiTemplates.Include(x => x.Sections).ThenInclude(x => x.Items).SingleAsync(x => x.Id == by.TemplateId, Stop);
            var item = template.Sections.SelectMany(x => x.Items).Single(x => x.KpiId == by.Learnt);
            db.Entry(item).Property("CeilingGrade").CurrentValue = "C";
            return db.Entry(item).Property("CeilingBelow").CurrentValue = 101m;
        });
        var person = await app.CompletePersonAsync(by);
        var cycle = await app.OpenedAsync("2025Q4", by);
        var id = await app.AppraisalAsync(cycle, person);
        object Lift(long kpiId) => new { kpiId, reason = "系统故障" };
        await hr.AdvanceAsync(cycle, "selfReview");
        await hr.RefusedAsync(Conflict, "appraisal.notInThisState", Post($"/appraisals/{id}/lift-ceiling", Lift(by.Learnt), await VersionAsync(hr, id)));
        await hr.RefusedAsync(Conflict, "appraisal.notInThisState", Post($"/appraisals/{id}/lifted-ceilings/1/withdraw", new { reason = "x" }, await VersionAsync(hr, id)));
        await hr.RefusedAsync(Conflict, "appraisal.notInThisState", Post($"/appraisals/{id}/adjustments/1/withdraw", new { reason = "x" }, await VersionAsync(hr, id)));
        var supervisor = await app.AsAsync(Role.Supervisor);
        await supervisor.DoAsync(await supervisor.ScoringAsync(id, 1));
        await hr.AdvanceAsync(cycle, "scoring");
        var version = await VersionAsync(hr, id);
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", Post($"/appraisals/{id}/lift-ceiling", Lift(by.Learnt), version));
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", Post($"/appraisals/{id}/lifted-ceilings/1/withdraw", new { reason = "x" }, version));
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", Post($"/appraisals/{id}/adjustments/1/withdraw", new { reason = "x" }, version));
        await hr.AdvanceAsync(cycle, "calibration");
        var calibrated = await hr.DoAsync(await hr.CalibrationAsync(id));
        Assert.Equal(("A", "C", false), (calibrated.Text("band"), calibrated.Text("grade"), calibrated.GetProperty("ceilings")[0].GetProperty("isLifted").GetBoolean()));
        await hr.RefusedAsync(Conflict, "appraisal.noSuchCeiling", Post($"/appraisals/{id}/lift-ceiling", Lift(by.First), await VersionAsync(hr, id)));
        await hr.RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "appraisal.oneCeiling", Post($"/appraisals/{id}/lift-ceiling", new { reason = "x" }, await VersionAsync(hr, id)));

        var lifted = await hr.DoAsync(Post($"/appraisals/{id}/lift-ceiling", Lift(by.Learnt), await VersionAsync(hr, id)));
        Assert.Equal("A", lifted.Text("grade"));
        await hr.RefusedAsync(Conflict, "appraisal.noSuchCeiling", Post($"/appraisals/{id}/lift-ceiling", Lift(by.Learnt), await VersionAsync(hr, id)));
        await hr.PublishAsync(cycle);
        Assert.Equal("A", (await hr.ResultAsync(id)).Text("grade"));
        var path = $"/appraisals/{id}/lifted-ceilings/{lifted.GetProperty("liftedCeilings")[0].Id()}/withdraw";
        await hr.DoAsync(Post(path, new { reason = "无故障记录" }, await VersionAsync(hr, id)));
        var result = await hr.ResultAsync(id);
        Assert.Equal((2, "revision", "A", "C"), (result.Number("number"), result.Text("cause"), result.Text("band"), result.Text("grade")));
        await hr.RefusedAsync(Conflict, "appraisal.withdrawn", Post(path, new { reason = "x" }, await VersionAsync(hr, id)));
        await hr.DoAsync(Post($"/appraisals/{id}/lift-ceiling", Lift(by.Learnt), await VersionAsync(hr, id)));
        Assert.Equal("A", (await hr.ResultAsync(id)).Text("grade"));
        Assert.True(ReceiptText.Read(await hr.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop)).IsSound());
    }

    [Fact]
    public async Task Who_rated_a_segment_lifts_no_ceiling_and_takes_nothing_back()
    {
        await using var app = await StartedAsync();
        var (_, _, _, id) = await app.PublishedAsync("RO5");
        var rater = await app.WithRoleAsync(await app.PersonAsync(Role.Supervisor, Standing.Own), Role.HumanResources);
        var version = await VersionAsync(rater, id);

        await rater.RefusedAsync(Forbidden, "appraisal.adjusterRated", Post($"/appraisals/{id}/lift-ceiling", new { reason = "x", kpiId = 1 }, version));
        await rater.RefusedAsync(Forbidden, "appraisal.adjusterRated", Post($"/appraisals/{id}/lifted-ceilings/1/withdraw", new { reason = "x" }, version));
        await rater.RefusedAsync(Forbidden, "appraisal.adjusterRated", Post($"/appraisals/{id}/adjustments/1/withdraw", new { reason = "x" }, version));
    }

    private static async Task<int> VersionAsync(HttpClient hr, long id) => (await hr.DoAsync(Get($"/appraisals/{id}"))).Version();

    private static async Task<TrainingApp> StartedAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        return app;
    }
}
