using System.Net;
using System.Text.Json;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Appraisals.SetAsideWorld;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Appraisals;

/// <summary>How HR and approvers confirm scores and add points to them.</summary>
public sealed class Calibrating_scores
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Content = HttpStatusCode.UnprocessableEntity;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;

    [Fact]
    public async Task A_score_is_confirmed_or_adjusted_within_twenty_points_and_the_computed_total_stays()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (_, person, cycle, id) = await app.CompleteAsync("CA1");
        var path = $"/appraisals/{id}/calibrate";
        await hr.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Post(path, new { }));
        Assert.Contains("calibrate", AppraisalWorld.Actions(await hr.DoAsync(Get($"/appraisals/{id}"))));

        var confirmed = await hr.DoAsync(await hr.CalibrationAsync(id));
        Assert.Equal(("calibrated", 92.5m, 92.5m, "A"), Scores(confirmed));
        var lowered = await hr.DoAsync(await hr.CalibrationAsync(id, -2.51m, "同岗位比较"));
        Assert.Equal(("calibrated", 92.5m, 89.99m, "B"), Scores(lowered));
        var row = Assert.Single(lowered.GetProperty("adjustments").EnumerateArray());
        Assert.Equal((-2.51m, "同岗位比较"), (row.GetProperty("points").GetDecimal(), row.Text("reason")));
        Assert.Equal(await app.PersonAsync(Role.HumanResources, Standing.Own), row.GetProperty("by").Id());

        await hr.RefusedAsync(Content, "appraisal.adjustmentUnexplained", "reason", await hr.CalibrationAsync(id, 1));
        await hr.RefusedAsync(Content, "appraisal.adjustmentPoints", "points", await hr.CalibrationAsync(id, 0, "无"));
        await hr.RefusedAsync(Content, "appraisal.adjustmentPoints", "points", await hr.CalibrationAsync(id, 1.005m, "三位小数"));
        await hr.RefusedAsync(Conflict, "appraisal.adjustmentsOutOfRange", "points", await hr.CalibrationAsync(id, -17.5m, "合计 −20.01"));
        Assert.Equal(("calibrated", 92.5m, 72.5m, "C"), Scores(await hr.DoAsync(await hr.CalibrationAsync(id, -17.49m, "合计 −20"))));
        Assert.Equal(92.5m, (await app.FinalAsync(cycle, person)).Outcome.Total);
    }

    [Fact]
    public async Task Neither_the_person_nor_a_rater_nor_who_stands_below_one_adjusts()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("CA2");
        var rater = await Hired.HireAsync(app, "CA-20", await app.PersonAsync(Role.Supervisor, Standing.Own));
        var below = await Hired.HireAsync(app, "CA-21", rater);
        await app.AddAccountAsync("ca-rater", rater, Role.Supervisor, Role.Approver);
        await app.AddAccountAsync("ca-below", below, Role.HumanResources);
        var person = await app.CompletePersonAsync(by, rater);
        await app.AddAccountAsync("ca-person", person, Role.HumanResources);
        var cycle = await app.OpenedAsync("2025Q4", by);
        var id = await app.AppraisalAsync(cycle, person);
        await hr.AdvanceAsync(cycle, "selfReview");
        await hr.AdvanceAsync(cycle, "scoring");
        var client = await app.SignInAsync("ca-rater");
        await client.DoAsync(await client.ScoringAsync(id, 1));
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", await hr.CalibrationAsync(id));
        await hr.AdvanceAsync(cycle, "calibration");

        await client.RefusedAsync(Forbidden, "appraisal.adjusterRated", await client.CalibrationAsync(id, 1, "自评分人"));
        await (await app.SignInAsync("ca-below")).RefusedAsync(Forbidden, "appraisal.adjusterRated", await client.CalibrationAsync(id, 1, "下属"));
        await (await app.SignInAsync("ca-person")).RefusedAsync(Forbidden, "access.own", await client.CalibrationAsync(id, 1, "本人"));
        Assert.DoesNotContain("calibrate", AppraisalWorld.Actions(await client.DoAsync(Get($"/appraisals/{id}"))));
        var many = await client.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { employeeId = person }));
        Assert.Equal((0, 1), (many.Number("calibrated"), many.Number("leftBehind")));
        var approver = await app.AsAsync(Role.Approver);
        Assert.Equal(("calibrated", 92.5m, 93.5m, "A"), Scores(await approver.DoAsync(await approver.CalibrationAsync(id, 1, "攻关"))));
    }

    [Fact]
    public async Task What_is_not_scored_or_lacks_a_figure_waits_and_too_little_data_ends_unrated()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("CA3");
        var (silent, thin) = (await app.CompletePersonAsync(by), await app.HireAsync(await app.PlaceAsync(by)));
        var cycle = await app.OpenedAsync("2025Q4", by);
        await app.MarkedAsync(cycle, thin);
        var (open, id) = (await app.AppraisalAsync(cycle, silent), await app.AppraisalAsync(cycle, thin));

        await hr.RefusedAsync(Conflict, "appraisal.notInThisState", await hr.CalibrationAsync(open));
        var refused = await hr.RefusedAsync(Conflict, "appraisal.dataMissing", await hr.CalibrationAsync(id));
        Assert.Contains("CA3A", refused.Text("detail"), StringComparison.Ordinal);
        foreach (var kpi in new[] { by.First, by.Second })
        {
            await hr.DoAsync(SetAside(id, kpi));
        }

        await hr.RefusedAsync(Conflict, "appraisal.unratedNotAdjusted", await hr.CalibrationAsync(id, 1, "加分"));
        var ended = await hr.DoAsync(await hr.CalibrationAsync(id));
        Assert.Equal(("unrated", "tooLittleData"), (ended.Text("stage"), ended.Text("unrated")));
        foreach (var aside in SetAsides(await hr.DoAsync(Get($"/appraisals/{id}"))))
        {
            await hr.DoAsync(Delete($"/appraisals/{id}/set-aside/{aside.Id()}", aside.Version()));
        }

        Assert.Equal("scored", await hr.StageAsync(id));
    }

    [Fact]
    public async Task Many_scores_are_confirmed_at_once_and_who_waits_is_named()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("CA4");
        var (one, two, thin) = (await app.CompletePersonAsync(by), await app.CompletePersonAsync(by), await app.HireAsync(await app.PlaceAsync(by)));
        var cycle = await app.OpenedAsync("2025Q4", by);
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", Post($"/appraisal-cycles/{cycle}/calibrate", new { }));
        await app.MarkedAsync(cycle, one, two, thin);
        await hr.RefusedAsync(
            Content, "appraisalCycle.departmentUnknown", "departmentId", Post($"/appraisal-cycles/{cycle}/calibrate", new { departmentId = 9_999_999 }));

        await hr.RefusedAsync(
            Conflict, "appraisalCycle.personUnknown", "employeeId", Post($"/appraisal-cycles/{cycle}/calibrate", new { employeeId = 9_999_999 }));

        var alone = await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { employeeId = one }));
        Assert.Equal((1, 0), (alone.Number("calibrated"), alone.Number("leftBehind")));
        var elsewhere = await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { departmentId = await app.DepartmentAsync("FIN") }));
        Assert.Equal(0, elsewhere.Number("calibrated"));
        var all = await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { departmentId = await app.DepartmentAsync("CS") }));

        Assert.Equal(1, all.Number("calibrated"));
        var left = all.GetProperty("left").EnumerateArray().ToDictionary(x => x.GetProperty("employeeId").GetInt64(), x => x.Text("stage"));
        Assert.Equal("scored", left[thin]);
        Assert.Equal("scoring", left[await app.PersonAsync(Role.Supervisor, Standing.Direct)]);
        Assert.Contains(await app.PersonAsync(Role.HumanResources, Standing.Own), left.Keys);
        Assert.DoesNotContain(one, left.Keys);
        Assert.Equal(0, (await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { }))).Number("calibrated"));
    }

    [Fact]
    public async Task Scores_stand_beside_each_other_but_for_ones_own()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var running = (await hr.DoAsync(Post("/appraisal-cycles", new { quarter = "2026Q1" }))).Id();
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", Get($"/appraisal-cycles/{running}/calibration"));
        var (_, _, cycle, id) = await app.CompleteAsync("CA5");
        await hr.DoAsync(await hr.CalibrationAsync(id, 7.5m, "攻关"));
        await hr.RefusedAsync(
            Content, "appraisalCycle.departmentUnknown", "departmentId", Get($"/appraisal-cycles/{cycle}/calibration?departmentId=9999999"));

        var rows = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/calibration?pageSize=200"))).Items();

        var first = rows[0];
        Assert.Equal((id, 92.5m, 7.5m, 100m, "A", "calibrated"), (
            first.Id(), first.GetProperty("total").GetDecimal(), first.GetProperty("adjusted").GetDecimal(), first.GetProperty("final").GetDecimal(),
            first.Text("grade"), first.Text("stage")));
        var (own, direct) = (await app.PersonAsync(Role.HumanResources, Standing.Own), await app.PersonAsync(Role.Supervisor, Standing.Direct));
        Assert.DoesNotContain(own, rows.Select(x => x.GetProperty("employeeId").GetInt64()));
        var waiting = rows.Single(x => x.GetProperty("employeeId").GetInt64() == direct);
        Assert.True(waiting.Number("missingCount") > 0);
        Assert.Equal([id], (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/calibration?grade=A"))).Items().Select(x => x.Id()));
        Assert.Equal([id], (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/calibration?stage=calibrated"))).Items().Select(x => x.Id()));
        Assert.Empty((await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/calibration?departmentId={await app.DepartmentAsync("FIN")}&stage=calibrated"))).Items());
    }

    private static (string?, decimal, decimal, string?) Scores(JsonElement calibrated) => (
        calibrated.Text("stage"), calibrated.GetProperty("total").GetDecimal(), calibrated.GetProperty("final").GetDecimal(), calibrated.Text("grade"));

    private static async Task<TrainingApp> StartedAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        return app;
    }
}
