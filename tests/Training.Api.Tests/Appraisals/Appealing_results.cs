using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>How people appeal against results, and what comes of it. Publication is on Monday, 2 March 2026; the last day for an appeal is
/// Monday, 9 March.</summary>
public sealed class Appealing_results
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;
    private const HttpStatusCode Unaccepted = HttpStatusCode.UnprocessableEntity;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_person_appeals_within_five_working_days_once_for_each_version()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (_, _, cycle, id) = await app.CompleteAsync("AP1");
        var own = await app.SignInAsync("ap1");
        await own.RefusedAsync(Conflict, "appraisal.notPublished", Post($"/appraisals/{id}/appeal", new { reason = "x" }, 1));
        await hr.DoAsync(await hr.CalibrationAsync(id));
        await hr.PublishAsync(cycle);
        await own.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/appeal"));
        await hr.RefusedAsync(Forbidden, "appraisal.notThePerson", await own.AppealAsync(id));
        await own.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Post($"/appraisals/{id}/appeal", new { reason = "x" }));
        await own.RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", Post($"/appraisals/{id}/appeal", new { reason = "" }, 1));
        Assert.Equal("2026-03-09", (await own.ResultAsync(id)).Text("appealUntil"));
        app.Clock.Advance(TimeSpan.FromDays(7));

        var filed = await own.DoAsync(await own.AppealAsync(id));

        Assert.Equal(
            ("filed", 1, "质检抽样有误", "录音 0312", "2026-03-23"),
            (filed.Text("state"), filed.Number("resultNumber"), filed.Text("reason"), filed.Text("evidence"), filed.Text("dueOn")));
        await own.RefusedAsync(Conflict, "appeal.open", await own.AppealAsync(id));
        var told = (await hr.DoAsync(Get("/notices?pageSize=200"))).Items().Where(x => x.Text("kind") == "appraisal.appealFiled");
        Assert.Single(told);
        Assert.Equal(filed.Id(), (await hr.DoAsync(Get("/appeals?isOpen=true&quarter=2025Q4&state=filed"))).Items().Single().Id());
        Assert.Empty((await hr.DoAsync(Get("/appeals?isOpen=false"))).Items());
        var read = await own.DoAsync(Get($"/appraisals/{id}"));
        Assert.Equal(("filed", "open"), (read.Text("appeal"), read.GetProperty("result").Text("acknowledgement")));
        Assert.Equal(["acknowledge"], AppraisalWorld.Actions(read));
        app.Clock.Advance(TimeSpan.FromDays(15));
        Assert.True((await (await app.AsAsync(Role.HumanResources)).DoAsync(Get($"/appraisals/{id}/appeal"))).GetProperty("isOverdue").GetBoolean());
    }

    [Fact]
    public async Task On_the_sixth_working_day_it_is_too_late()
    {
        await using var app = await StartedAsync();
        var (_, _, _, id) = await app.PublishedAsync("AP2");
        app.Clock.Advance(TimeSpan.FromDays(8));
        var own = await app.SignInAsync("ap2");

        await own.RefusedAsync(Conflict, "appeal.over", await own.AppealAsync(id));
        Assert.Empty(AppraisalWorld.Actions(await own.DoAsync(Get($"/appraisals/{id}"))));
        await own.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/appeal"));
    }

    [Fact]
    public async Task HR_names_a_second_reviewer_who_had_no_part_in_it_and_an_approver_does_where_HR_had_one()
    {
        await using var app = await StartedAsync();
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var (_, person, _, id) = await app.PublishedAsync("AP3");
        var own = await app.SignInAsync("ap3");
        var rater = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var path = $"/appraisals/{id}/appeal/reviewer";
        await hr.RefusedAsync(Conflict, "appeal.noneOpen", Post(path, new { employeeId = rater }, 1));
        var filed = await own.DoAsync(await own.AppealAsync(id));
        Assert.Contains("nameReviewer", AppraisalWorld.Actions(await hr.DoAsync(Get($"/appraisals/{id}"))));
        foreach (var refused in new[] { person, rater, await app.PersonAsync(Role.Supervisor, Standing.Direct), 9_999_999 })
        {
            await hr.RefusedAsync(Conflict, "appeal.reviewerNotAccepted", "employeeId", Post(path, new { employeeId = refused }, filed.Version()));
        }

        var reviewer = await app.ReviewerAsync("AP-31");
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Post(path, new { employeeId = reviewer }, 7));
        var their = await app.SignInAsync("ap-31");
        await their.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}"));
        await (await app.SignInAsAsync(Role.HumanResources)).RefusedAsync(
            Forbidden, "appeal.notTheReviewer", Post($"/appraisals/{id}/resolve-appeal", new { decision = "reject", reason = "x" }, filed.Version()));
        var named = await hr.DoAsync(Post(path, new { employeeId = reviewer }, filed.Version()));

        Assert.Equal(("inReview", "AP-31"), (named.Text("state"), named.GetProperty("reviewer").Text("employeeNumber")));
        Assert.Contains("appraisal.appealReviewer", (await their.DoAsync(Get("/notices"))).Items().Select(x => x.Text("kind")));
        Assert.Equal(["resolveAppeal"], AppraisalWorld.Actions(await their.DoAsync(Get($"/appraisals/{id}"))));
        Assert.True(ReceiptText.Read(await their.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop)).IsSound());
        Assert.Equal(80m, (await their.ScoreAsync(id, 1)).GetProperty("items")[0].GetProperty("mark").GetDecimal());
        Assert.Equal(named.Id(), (await their.DoAsync(Get("/appeals"))).Items().Single().Id());
        Assert.Empty((await (await app.AsAsync(Role.Supervisor)).DoAsync(Get("/appeals"))).Items());

        await (await app.WithRoleAsync(rater, Role.HumanResources)).RefusedAsync(
            Forbidden, "appeal.namerInvolved", Post(path, new { employeeId = reviewer }, named.Version()));
        await hr.RefusedAsync(Forbidden, "appeal.namedByApprover", Post(path, new { employeeId = reviewer }, named.Version()));
        await approver.DoAsync(Post(path, new { employeeId = reviewer }, named.Version()));
    }

    [Fact]
    public async Task Nobody_names_the_reviewer_of_their_own_appeal_nor_decides_on_it()
    {
        await using var app = await StartedAsync();
        var (_, person, _, id) = await app.PublishedAsync("AP4");
        var own = await app.WithRoleAsync(person, Role.HumanResources);
        var approver = await app.AsAsync(Role.Approver);
        var filed = await own.DoAsync(await own.AppealAsync(id));

        await own.RefusedAsync(Forbidden, "access.own", Post($"/appraisals/{id}/appeal/reviewer", new { employeeId = person }, filed.Version()));
        await own.RefusedAsync(Forbidden, "access.own", Post($"/appraisals/{id}/resolve-appeal", new { decision = "reject", reason = "x" }, 1));
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.RefusedAsync(Forbidden, "appeal.namedByApprover", Post($"/appraisals/{id}/appeal/reviewer", new { employeeId = person }, 1));
        Assert.Contains("appraisal.appealFiled", (await approver.DoAsync(Get("/notices"))).Items().Select(x => x.Text("kind")));
    }

    [Fact]
    public async Task A_rejected_appeal_leaves_the_result_and_gives_five_new_days_to_acknowledge()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (_, _, cycle, id) = await app.PublishedAsync("AP5");
        var own = await app.SignInAsync("ap5");
        var path = $"/appraisals/{id}/resolve-appeal";
        await hr.RefusedAsync(Conflict, "appeal.noneOpen", Post(path, new { decision = "reject", reason = "x" }, 1));
        await own.DoAsync(Post($"/appraisals/{id}/acknowledge", new { agrees = true }, 1));
        var named = await own.ReviewedAsync(hr, id, await app.ReviewerAsync("AP-51"));
        await hr.RefusedAsync(Forbidden, "appeal.notTheReviewer", Post(path, new { decision = "reject", reason = "x" }, named.Version()));
        var listed = await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/close", new { employeeId = named.GetProperty("employee").Id() }));
        Assert.Equal((0, 1, id), (listed.Number("closed"), listed.Number("openAppeals"), listed.GetProperty("left")[0].GetProperty("appraisalId").GetInt64()));
        await hr.RefusedAsync(Conflict, "appeal.open", Post($"/appraisals/{id}/reopen", new { reason = "x" }, await VersionAsync(hr, id)));
        app.Clock.Advance(TimeSpan.FromDays(10));
        var their = await app.SignInAsync("ap-51");
        foreach (var wrong in new object[]
        {
            new { decision = "reject", reason = "x", points = 1 }, new { decision = "upholdByCorrection", reason = "x", points = 1 },
            new { decision = "upholdByAdjustment", reason = "x" },
        })
        {
            await their.RefusedAsync(Unaccepted, "appeal.pointsOfDecision", "points", Post(path, wrong, named.Version()));
        }

        var decided = await their.DoAsync(Post(path, new { decision = "reject", reason = "抽样符合规定" }, named.Version()));

        Assert.Equal(("rejected", "抽样符合规定"), (decided.Text("state"), decided.Text("decisionReason")));
        await their.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}"));
        own = await app.SignInAsync("ap5");
        var result = await own.ResultAsync(id);
        Assert.Equal((1, "open", "2026-03-19"), (result.Number("number"), result.Text("acknowledgement"), result.Text("acknowledgeUntil")));
        await own.RefusedAsync(Conflict, "appeal.appealed", await own.AppealAsync(id));
        Assert.Contains("appraisal.appealDecided", (await own.DoAsync(Get("/notices"))).Items().Select(x => x.Text("kind")));
        await own.DoAsync(Post($"/appraisals/{id}/acknowledge", new { agrees = false }, result.Version()));
        hr = await app.AsAsync(Role.HumanResources);
        Assert.Equal(1, (await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/close", new { employeeId = named.GetProperty("employee").Id() }))).Number("closed"));
    }

    [Fact]
    public async Task An_appeal_upheld_with_points_makes_the_next_version_against_which_there_is_no_second_appeal()
    {
        await using var app = await StartedAsync();
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var (_, _, _, id) = await app.PublishedAsync("AP6", 18m);
        var own = await app.SignInAsync("ap6");
        var first = await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop);
        var reviewer = await app.ReviewerAsync("AP-61");
        var filed = await own.DoAsync(await own.AppealAsync(id));
        await hr.RefusedAsync(Forbidden, "appeal.namerInvolved", Post($"/appraisals/{id}/appeal/reviewer", new { employeeId = reviewer }, filed.Version()));
        var named = await approver.DoAsync(Post($"/appraisals/{id}/appeal/reviewer", new { employeeId = reviewer }, filed.Version()));
        var their = await app.SignInAsync("ap-61");
        var path = $"/appraisals/{id}/resolve-appeal";
        object Uphold(decimal points) => new { decision = "upholdByAdjustment", reason = "漏计攻关", points };
        await their.RefusedAsync(Conflict, "appraisal.adjustmentsOutOfRange", Post(path, Uphold(2.01m), named.Version()));
        await their.RefusedAsync(Unaccepted, "appraisal.adjustmentPoints", Post(path, Uphold(0), named.Version()));
        await their.RefusedAsync(Unaccepted, "appraisal.adjustmentPoints", Post(path, Uphold(1.001m), named.Version()));

        var decided = await their.DoAsync(Post(path, Uphold(2), named.Version()));

        Assert.Equal(("upheldByAdjustment", 2), (decided.Text("state"), decided.Number("points")));
        var read = await own.DoAsync(Get($"/appraisals/{id}"));
        var result = read.GetProperty("result");
        Assert.Equal((2, "appeal", 92.5m, 112.5m), (
            result.Number("number"), result.Text("cause"), result.GetProperty("total").GetDecimal(), result.GetProperty("final").GetDecimal()));
        Assert.Equal(["publication", "appeal"], read.GetProperty("versions").EnumerateArray().Select(x => x.Text("cause")));
        Assert.Equal(JsonValueKind.Null, result.GetProperty("appealUntil").ValueKind);
        Assert.Equal(["acknowledge"], AppraisalWorld.Actions(read));
        await own.RefusedAsync(Conflict, "appeal.appealed", await own.AppealAsync(id));
        Assert.Equal(first, await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt?number=1", Stop));
        var receipt = ReceiptText.Read(await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop));
        Assert.True(receipt.IsSound());
        Assert.Equal([18m, 2m], receipt.Facts.Adjustments.Select(x => x.Points));
        await own.DoAsync(Post($"/appraisals/{id}/acknowledge", new { agrees = true }, result.Version()));
    }

    [Fact]
    public async Task A_version_that_comes_while_an_appeal_waits_leaves_it_to_be_decided_and_takes_no_second_one()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (by, person, _, id) = await app.PublishedAsync("AP8");
        var own = await app.SignInAsync("ap8");
        var named = await own.ReviewedAsync(hr, id, await app.ReviewerAsync("AP-81"));
        var figure = await app.ReadAsync(db => db.Measurements.Where(x => x.KpiId == by.First && x.EmployeeId == person).SingleAsync(Stop));
        var queued = (await hr.DoAsync(Put($"/measurements/{figure.Id}", new { value = 90, reason = "漏计" }, figure.Version))).GetProperty("correction");
        await hr.DoAsync(Post($"/corrections/{queued.Id()}/accept", new { }, 1));
        var read = await own.DoAsync(Get($"/appraisals/{id}"));
        Assert.Equal((2, "inReview"), (read.GetProperty("result").Number("number"), read.Text("appeal")));
        Assert.Equal(["acknowledge"], AppraisalWorld.Actions(read));
        await own.RefusedAsync(Conflict, "appeal.open", await own.AppealAsync(id));
        var their = await app.SignInAsync("ap-81");

        await their.DoAsync(Post($"/appraisals/{id}/resolve-appeal", new { decision = "upholdByCorrection", reason = "漏计属实" }, named.Version()));

        Assert.Contains("appraisal.correctionDue", (await hr.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind")));
        Assert.Contains("appeal", AppraisalWorld.Actions(await own.DoAsync(Get($"/appraisals/{id}"))));
        await own.DoAsync(await own.AppealAsync(id));
    }

    [Fact]
    public async Task An_unrated_appraisal_is_appealed_against_but_takes_no_points()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("AP7");
        var late = await Employees.Hired.HireRequestAsync(app, "AP-71", await app.PersonAsync(Role.Supervisor, Standing.Own));
        (late["hiredOn"], late["positionId"]) = (new DateOnly(2025, 12, 20), by.Position);
        var person = (await hr.DoAsync(Post("/employees", late))).Id();
        await app.AddAccountAsync("ap-71", person, Role.Staff);
        var cycle = await app.OpenedAsync("2025Q4", by);
        await app.MarkedAsync(cycle);
        var id = await app.AppraisalAsync(cycle, person);
        await hr.PublishAsync(cycle, new { employeeId = person });
        var own = await app.SignInAsync("ap-71");
        var named = await own.ReviewedAsync(hr, id, await app.ReviewerAsync("AP-72"));
        var their = await app.SignInAsync("ap-72");

        await their.RefusedAsync(
            Conflict, "appraisal.unratedNotAdjusted",
            Post($"/appraisals/{id}/resolve-appeal", new { decision = "upholdByAdjustment", reason = "x", points = 1 }, named.Version()));
        await their.DoAsync(Post($"/appraisals/{id}/resolve-appeal", new { decision = "upholdByCorrection", reason = "入职日有误" }, named.Version()));
    }

    private static async Task<int> VersionAsync(HttpClient hr, long id) => (await hr.DoAsync(Get($"/appraisals/{id}"))).Version();

    private static async Task<TrainingApp> StartedAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        return app;
    }
}
