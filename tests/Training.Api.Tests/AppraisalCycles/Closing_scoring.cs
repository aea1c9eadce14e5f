using System.Net;
using System.Text.Json;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.AppraisalCycles;

/// <summary>How HR ends the late scoring of a department and names who scores instead.</summary>
public sealed class Closing_scoring(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;

    [Fact]
    public async Task After_the_closing_the_rater_scores_no_longer_and_whom_HR_names_then_scores_late()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var (hr, supervisor, named) = (await own.AsAsync(Role.HumanResources), await own.AsAsync(Role.Supervisor), await own.AsAsync(Role.Payroll));
        var cycle = await hr.OpenedAsync("2025Q4", "selfReview", "scoring", "calibration");
        var (closed, early) = (
            await hr.AppraisalAsync(cycle, await own.PersonAsync(Role.Supervisor, Standing.Direct)),
            await hr.AppraisalAsync(cycle, await own.PersonAsync(Role.Supervisor, Standing.Former)));
        var rater = await own.PersonAsync(Role.Payroll, Standing.Own);
        await hr.DoAsync(await NamingAsync(hr, early, rater));
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        var open = (await hr.OpenSegmentsAsync(cycle)).Count(x => x.Text("departmentCode") == "CS");

        var done = await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/close-scoring", new { departmentCode = " cs ", reason = "逾期未评" }));

        Assert.Equal((1, open), (done.Number("departments"), done.Number("openSegments")));
        var path = $"/appraisals/{closed}/segments/1/score";
        var seen = await supervisor.ScoreAsync(closed, 1);
        Assert.Equal(("2026-03-02", 0), (seen.Text("scoringClosedOn"), AppraisalWorld.Actions(seen).Count));
        Assert.Equal(["nameRater"], AppraisalWorld.Actions(await hr.ScoreAsync(closed, 1)));
        var refused = await supervisor.RefusedAsync(Conflict, "appraisal.scoringClosed", await supervisor.ScoringAsync(closed, 1));
        Assert.Contains("2026-03-02", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("客服部", refused.Text("detail"), StringComparison.Ordinal);
        await supervisor.RefusedAsync(Conflict, "appraisal.scoringClosed", Send(HttpMethod.Put, path, new { marks = Array.Empty<object>() }));
        await named.RefusedAsync(Conflict, "appraisal.scoringClosed", await named.ScoringAsync(early, 1));
        Assert.Equal("2026-03-02", (await OpenAsync(hr, cycle, closed)).Text("scoringClosedOn"));

        await hr.DoAsync(await NamingAsync(hr, closed, rater));

        Assert.Null((await OpenAsync(hr, cycle, closed)).Text("scoringClosedOn"));
        var late = await named.DoAsync(await named.ScoringAsync(closed, 1));
        Assert.True(late.GetProperty("isLate").GetBoolean());
        Assert.Null(late.Text("scoringClosedOn"));
        Assert.Equal("scored", await hr.StageAsync(closed));
    }

    [Fact]
    public async Task Departments_below_close_with_it_and_each_stays_closed_since_it_was_and_the_cycle_tells()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var elsewhere = await app.PersonAsync(Role.Supervisor, Standing.Other);
        var cycle = await hr.OpenedAsync("2025Q3", "selfReview", "scoring", "calibration");
        Task<JsonElement> CloseAsync(string departmentCode, string reason) =>
            hr.DoAsync(Post($"/appraisal-cycles/{cycle}/close-scoring", new { departmentCode, reason }));

        Assert.Equal(1, (await CloseAsync("CS", "第一批")).Number("departments"));
        var all = await CloseAsync("HQ", "全公司");

        Assert.True(all.Number("departments") >= 2);
        await hr.RefusedAsync(
            Conflict, "appraisalCycle.scoringAlreadyClosed", "departmentCode",
            Post($"/appraisal-cycles/{cycle}/close-scoring", new { departmentCode = "HQ", reason = "再次" }));
        await hr.RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "appraisalCycle.departmentCodeUnknown", "departmentCode",
            Post($"/appraisal-cycles/{cycle}/close-scoring", new { departmentCode = "NONE", reason = "无此部门" }));
        Assert.Equal("2026-03-02", (await OpenAsync(hr, cycle, await hr.AppraisalAsync(cycle, elsewhere))).Text("scoringClosedOn"));
        var told = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))).GetProperty("scoringClosed").EnumerateArray().ToList();
        Assert.Equal(["CS", "FIN", "HQ"], told.Select(x => x.GetProperty("department").Text("code")).Intersect(["CS", "FIN", "HQ"]));
        Assert.Equal("第一批", told.Single(x => x.GetProperty("department").Text("code") == "CS").Text("reason"));
        var others = (await (await app.AsAsync(Role.Staff)).DoAsync(Get($"/appraisal-cycles/{cycle}"))).GetProperty("scoringClosed");
        Assert.All(others.EnumerateArray(), x => Assert.Null(x.Text("reason")));
    }

    [Fact]
    public async Task Before_calibration_nothing_is_closed_and_what_the_others_score_is_not_touched()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var cycle = await hr.OpenedAsync("2025Q2", "selfReview", "scoring");
        var close = new { departmentCode = "FIN", reason = "逾期" };
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", Post($"/appraisal-cycles/{cycle}/close-scoring", close));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.role", Post($"/appraisal-cycles/{cycle}/close-scoring", close));
        await hr.AdvanceAsync(cycle, "calibration");
        Assert.Contains("closeScoring", CycleWorld.Actions(await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))));
        Assert.DoesNotContain("closeScoring", CycleWorld.Actions(await (await app.AsAsync(Role.Approver)).DoAsync(Get($"/appraisal-cycles/{cycle}"))));

        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/close-scoring", close));

        var id = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Direct));
        Assert.True((await supervisor.DoAsync(await supervisor.ScoringAsync(id, 1))).GetProperty("isLate").GetBoolean());
    }

    private static async Task<HttpRequestMessage> NamingAsync(HttpClient hr, long appraisal, long rater) =>
        Post($"/appraisals/{appraisal}/segments/1/rater", new { employeeId = rater, reason = "主管逾期" }, (await hr.ScoreAsync(appraisal, 1)).Version());

    private static async Task<JsonElement> OpenAsync(HttpClient hr, long cycle, long appraisal) =>
        (await hr.OpenSegmentsAsync(cycle)).Single(x => x.GetProperty("appraisalId").GetInt64() == appraisal);
}
