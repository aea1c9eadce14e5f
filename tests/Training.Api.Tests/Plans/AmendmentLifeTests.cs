using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

public sealed class AmendmentLifeTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task An_amendment_shows_old_and_new_waits_for_somebody_else_and_stands_in_the_history()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var plan = await app.RunningAsync(hr, "CS", "CRS040", "CRS041", "CRS024");
        var path = $"/plans/{plan.Id()}";
        Assert.Contains("amend", plan.Actions());

        var proposed = await hr.ProposeAsync(plan, new
        {
            items = new[] { await app.ItemAsync("CRS040", 30), await app.ItemAsync("CRS041"), await app.ItemAsync("CRS001", 15, mandatory: false) },
            reason = "新版服务规范", endsOn = "2026-12-31", audience = new { withBelow = false },
        });

        Assert.Equal(("submitted", 1, "新版服务规范"), (proposed.Text("state"), proposed.Number("number"), proposed.Text("reason")));
        Assert.Equal(["withdraw"], proposed.Actions());
        var waiting = await approver.ReadAsync(path);
        Assert.Equal(1, waiting.GetProperty("openAmendment").Number("number"));
        Assert.DoesNotContain("amend", (await hr.ReadAsync(path)).Actions());
        Assert.Equal(plan.Version(), waiting.Version());
        Assert.Equal(3, waiting.GetProperty("items").GetArrayLength());
        var seen = await approver.ReadAsync(path + "/amendments/1");
        Assert.Equal(["approve", "return"], seen.Actions());
        Assert.Equal(
            ["CRS040 changed 20 30", "CRS024 removed 20 -", "CRS001 added - 15"],
            seen.GetProperty("items").EnumerateArray().Select(x => $"{x.Text("courseCode")} {x.Text("change")} {Days(x, "old")} {Days(x, "new")}"));
        Assert.Equal((null, "2026-12-31"), (seen.GetProperty("endsOn").Text("old"), seen.GetProperty("endsOn").Text("new")));
        Assert.False(seen.GetProperty("audience").GetProperty("new").GetProperty("withBelow").GetBoolean());
        Assert.Equal(1, await ToldAsync("plan.amendmentSubmitted", plan, Role.Approver));

        var approved = await approver.DoAsync(path + "/amendments/1/approve", ifMatch: proposed.Version());

        Assert.Equal("approved", approved.Text("state"));
        Assert.Empty(approved.Actions());
        Assert.NotNull(approved.Text("decidedByNameZh"));
        var amended = await hr.ReadAsync(path);
        Assert.Equal(["CRS040 1", "CRS041 2", "CRS001 3"], amended.GetProperty("items").EnumerateArray().Select(x => $"{x.Text("courseCode")} {x.Number("sequence")}"));
        Assert.Equal(("2026-12-31", JsonValueKind.Null, false), (amended.Text("endsOn"), amended.GetProperty("openAmendment").ValueKind, amended.GetProperty("audience").GetProperty("withBelow").GetBoolean()));
        var step = amended.GetProperty("steps").EnumerateArray().Last();
        Assert.Equal(("amend", "新版服务规范"), (step.Text("act"), step.Text("remark")));
        Assert.Contains("amend", amended.Actions());
        Assert.Equal(1, await ToldAsync("plan.amendmentApproved", plan, Role.HumanResources));
        Assert.Equal(1, await ToldAsync("plan.amended", plan, Role.Staff));
        var listed = Assert.Single((await hr.ReadAsync(path + "/amendments?state=approved")).Items());
        Assert.Equal((1, 1, 1), (listed.Number("added"), listed.Number("changed"), listed.Number("removed")));
        Assert.Equal(3, (await hr.ReadAsync("/plans?q=" + plan.Text("code"))).Items()[0].Number("items"));
    }

    [Fact]
    public async Task Whatever_comes_too_late_too_early_or_from_the_wrong_hand_is_refused_in_its_order()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var plan = await app.RunningAsync(hr, "CS", "CRS040");
        var (path, body) = ($"/plans/{plan.Id()}", await app.AmendmentAsync("CRS040", "CRS041"));

        await (await hr.TryAsync(path + "/amend", body)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing");
        await (await hr.TryAsync(path + "/amend", body, 99)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        await (await hr.TryAsync(path + "/amend", await app.AmendmentAsync("CRS040"), plan.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "amendment.changesNothing");
        await (await hr.TryAsync(path + "/amend", await app.AmendmentAsync(), plan.Version())).ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        var proposed = await hr.ProposeAsync(plan, body);

        // The second click.
        await (await hr.TryAsync(path + "/amend", body, plan.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "amendment.alreadyOpen");
        await (await hr.TryAsync(path + "/amendments/1/approve")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "amendment.ownApproval");
        await (await hr.TryAsync(path + "/amendments/1/return", new { reason = "再议" }, 1)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "amendment.ownApproval");
        await (await (await app.SignInAsAsync(Role.HumanResources)).TryAsync(path + "/amendments/1/withdraw")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.relation");
        await (await approver.TryAsync(path + "/amendments/1/approve", ifMatch: 9)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        await (await approver.TryAsync(path + "/amendments/1/return", new { reason = "再议" })).ShouldBeRefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing");
        await (await approver.TryAsync(path + "/amendments/2/approve")).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");

        await approver.DoAsync(path + "/amendments/1/approve", ifMatch: proposed.Version());
        await (await approver.TryAsync(path + "/amendments/1/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "amendment.notInThisState");
        await (await approver.TryAsync(path + "/amendments/1/return", new { reason = "再议" }, 2)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "amendment.notInThisState");
        await (await hr.TryAsync(path + "/amendments/1/withdraw")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "amendment.notInThisState");

        // What was proposed for the plan as it was before is stale now.
        await (await hr.TryAsync(path + "/amend", body, plan.Version())).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        Assert.Equal(24 * 2, await app.ReadAsync(db => db.TrainingItems.CountAsync(x => x.PlanId == plan.Id() && x.DroppedOn == null)));
    }

    [Fact]
    public async Task Two_who_approve_at_once_carry_it_out_once()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var plan = await app.RunningAsync(hr, "CS", "CRS040");
        await hr.ProposeAsync(plan, await app.AmendmentAsync("CRS040", "CRS041"));
        var second = await app.SignInAsAsync(Role.HumanResources);

        var path = $"/plans/{plan.Id()}/amendments/1/approve";
        var answers = await Task.WhenAll(approver.TryAsync(path), second.TryAsync(path));

        Assert.Single(answers, x => x.IsSuccessStatusCode);
        Assert.Single(answers, x => x.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed);
        Assert.Equal(24 * 2, await app.ReadAsync(db => db.TrainingItems.CountAsync(x => x.PlanId == plan.Id())));
        Assert.Equal(1, (await hr.ReadAsync($"/plans/{plan.Id()}")).GetProperty("steps").EnumerateArray().Count(x => x.Text("act") == "amend"));
    }

    [Fact]
    public async Task A_course_that_was_retired_while_the_amendment_waited_keeps_it_out_but_not_one_that_is_over()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var (plan, decided) = (await app.RunningAsync(hr, "CS", "CRS040"), await app.RunningAsync(hr, "CS", "CRS040"));
        await hr.DoAsync("/courses", new { code = "WAIT", nameZh = "待定课程", category = "basics", modules = Array.Empty<object>() });
        await hr.ProposeAsync(plan, await app.AmendmentAsync("CRS040", "WAIT"));
        await hr.ProposeAsync(decided, await app.AmendmentAsync("CRS040", "WAIT"));
        await approver.DoAsync($"/plans/{decided.Id()}/amendments/1/approve");
        var course = await hr.ReadAsync($"/courses/{await app.CourseAsync("WAIT")}");
        await hr.DoAsync($"/courses/{course.Id()}/retire", new { }, course.Version());

        await (await approver.TryAsync($"/plans/{plan.Id()}/amendments/1/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await approver.TryAsync($"/plans/{decided.Id()}/amendments/1/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "amendment.notInThisState");

        Assert.Equal("submitted", (await hr.ReadAsync($"/plans/{plan.Id()}/amendments/1")).Text("state"));
        Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Closing_while_an_amendment_is_approved_leaves_one_of_the_two()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var plan = await app.RunningAsync(hr, "CS", "CRS040");
        await hr.ProposeAsync(plan, await app.AmendmentAsync("CRS040", "CRS041"));

        var answers = await Task.WhenAll(
            hr.TryAsync($"/plans/{plan.Id()}/close", new { reason = "提前结束" }, plan.Version()), approver.TryAsync($"/plans/{plan.Id()}/amendments/1/approve"));

        var won = answers.Select(x => x.IsSuccessStatusCode).ToList();
        Assert.True(won[0] ^ won[1], string.Join(", ", answers.Select(x => x.StatusCode)));
        Assert.Contains(Assert.Single(answers, x => !x.IsSuccessStatusCode).StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed });
        var given = await app.ReadAsync(db => db.TrainingItems.CountAsync(x => x.PlanId == plan.Id()));
        Assert.Equal((won[0] ? "closed" : "running", won[0] ? 24 : 48), ((await hr.ReadAsync($"/plans/{plan.Id()}")).Text("state"), given));
    }

    [Fact]
    public async Task Two_who_propose_at_once_leave_one_amendment()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.RunningAsync(hr, "CS", "CRS040");
        var body = await app.AmendmentAsync("CRS040", "CRS041");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => hr.TryAsync($"/plans/{plan.Id()}/amend", body, plan.Version())));

        Assert.Single(answers, x => x.StatusCode == HttpStatusCode.Created);
        Assert.Equal(2, answers.Count(x => x.StatusCode == HttpStatusCode.Conflict));
        Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/amendments")).Items());
    }

    [Fact]
    public async Task A_plan_that_was_closed_or_cancelled_meanwhile_is_amended_no_more_and_the_proposal_is_taken_back()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        foreach (var end in new[] { "close", "cancel" })
        {
            var plan = await app.RunningAsync(hr, "CS", "CRS040");
            var (path, body) = ($"/plans/{plan.Id()}", await app.AmendmentAsync("CRS041"));
            await hr.ProposeAsync(plan, body);
            var over = await hr.DoAsync($"{path}/{end}", new { reason = "部门调整" }, plan.Version());

            await (await approver.TryAsync(path + "/amendments/1/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");
            await (await hr.TryAsync(path + "/amend", body, over.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");
            Assert.Equal(["return"], (await approver.ReadAsync(path + "/amendments/1")).Actions());
            Assert.Equal("withdrawn", (await hr.DoAsync(path + "/amendments/1/withdraw")).Text("state"));
            Assert.False(await app.ReadAsync(db => db.TrainingItems.AnyAsync(x => x.PlanId == plan.Id() && x.DropReason == Domain.Plans.DropReason.ItemRemoved)));
        }
    }

    [Fact]
    public async Task A_returned_amendment_stays_with_its_reason_and_another_is_proposed()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var plan = await app.RunningAsync(hr, "CS", "CRS040");
        var path = $"/plans/{plan.Id()}/amendments";
        await hr.ProposeAsync(plan, await app.AmendmentAsync("CRS041"));

        var returned = await approver.DoAsync(path + "/1/return", new { reason = "保留原课程" }, 1);
        var next = await hr.ProposeAsync(plan, await app.AmendmentAsync("CRS040", "CRS041"));

        Assert.Equal(("returned", "保留原课程", 2), (returned.Text("state"), returned.Text("remark"), next.Number("number")));
        Assert.Equal(1, await ToldAsync("plan.amendmentReturned", plan, Role.HumanResources));
        Assert.Equal(["submitted", "returned"], (await hr.ReadAsync(path)).Items().Select(x => x.Text("state")));
        Assert.Equal(24, await app.ReadAsync(db => db.TrainingItems.CountAsync(x => x.PlanId == plan.Id())));
    }

    [Fact]
    public async Task A_supervisor_amends_their_own_plan_and_no_other()
    {
        var (supervisor, hr) = (await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.HumanResources));
        var (theirs, other) = (await app.RunningAsync(supervisor, "CS", "CRS040"), await app.RunningAsync(hr, "CS", "CRS040"));
        var body = await app.AmendmentAsync("CRS040", "CRS041");

        var proposed = await supervisor.ProposeAsync(theirs, body);

        Assert.Equal(["withdraw"], proposed.Actions());
        await (await supervisor.TryAsync($"/plans/{other.Id()}/amend", body, other.Version())).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.relation");
        await (await supervisor.TryAsync($"/plans/{theirs.Id()}/amendments/1/approve")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.role");
        var both = await app.SignInAsAsync(Role.Supervisor, Role.Approver);
        await (await both.TryAsync($"/plans/{other.Id()}/amend", body, other.Version())).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.relation");
        Assert.DoesNotContain("amend", (await both.ReadAsync($"/plans/{other.Id()}")).Actions());

        // HR decides here: the amendment is not HR's.
        Assert.Equal(["approve", "return"], (await hr.ReadAsync($"/plans/{theirs.Id()}/amendments/1")).Actions());
        Assert.Equal("approved", (await hr.DoAsync($"/plans/{theirs.Id()}/amendments/1/approve")).Text("state"));
        Assert.Equal(1, await ToldAsync("plan.amendmentApproved", theirs, Role.Supervisor));
    }

    [Fact]
    public async Task Both_the_author_of_the_plan_and_of_the_amendment_are_told()
    {
        var (supervisor, approver) = (await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.Approver));
        var plan = await app.RunningAsync(supervisor, "CS", "CRS040");
        await (await app.AsAsync(Role.HumanResources)).ProposeAsync(plan, await app.AmendmentAsync("CRS041"));

        await approver.DoAsync($"/plans/{plan.Id()}/amendments/1/approve");

        Assert.Equal((1, 1), (await ToldAsync("plan.amendmentApproved", plan, Role.Supervisor), await ToldAsync("plan.amendmentApproved", plan, Role.HumanResources)));
    }

    [Theory]
    [InlineData("plan.courseUnknown", "items[1].courseId", """{ "courseId": 987654, "isMandatory": true, "dueWorkingDays": 5 }""", "")]
    [InlineData("plan.courseTwice", "items[1].courseId", """{ "courseId": $CRS040, "isMandatory": true, "dueWorkingDays": 5 }""", "")]
    [InlineData("course.retired", "items[1].courseId", """{ "courseId": $RETIRED, "isMandatory": true, "dueWorkingDays": 5 }""", "")]
    [InlineData("plan.dueRule", "items[1]", """{ "courseId": $CRS041, "isMandatory": true }""", "")]
    [InlineData("plan.dueBeforeStart", "items[1].dueOn", """{ "courseId": $CRS041, "isMandatory": true, "dueOn": "2026-03-01" }""", "")]
    [InlineData("plan.stageUnknown", "items[1].stage", """{ "courseId": $CRS041, "isMandatory": true, "dueWorkingDays": 5, "stage": 1 }""", "")]
    [InlineData("plan.endsBeforeStart", "endsOn", null, """, "endsOn": "2026-03-01" """)]
    [InlineData("plan.hiredRange", "audience.hiredTo", null, """, "audience": { "hiredFrom": "2026-03-02", "hiredTo": "2026-03-01" } """)]
    [InlineData("plan.positionUnknown", "audience.positionIds[0]", null, """, "audience": { "positionIds": [987654] } """)]
    public async Task What_a_plan_may_not_be_an_amendment_may_not_make_of_it(string code, string field, string? item, string rest)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.RunningAsync(hr, "FIN", "CRS040");
        var kept = """{ "courseId": $CRS040, "isMandatory": true, "dueWorkingDays": 20 }""";
        var body = await FilledAsync($$"""{ "reason": "调整", "items": [{{kept}}{{(item is null ? "" : ", " + item)}}]{{rest}} }""");

        using var answer = await hr.TryAsync($"/plans/{plan.Id()}/amend", JsonElement.Parse(body), plan.Version());

        await answer.ShouldBeRefusedAsync(code == "course.retired" ? HttpStatusCode.Conflict : HttpStatusCode.UnprocessableEntity, code);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty((await hr.ReadAsync($"/plans/{plan.Id()}/amendments")).Items());
    }

    private async Task<string> FilledAsync(string body)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        if (body.Contains("$RETIRED", StringComparison.Ordinal))
        {
            var old = await hr.DoAsync("/courses", new { code = "OLD-AM", nameZh = "旧课", category = "basics", modules = Array.Empty<object>() });
            await hr.DoAsync($"/courses/{old.Id()}/retire", new { }, old.Version());
            body = body.Replace("$RETIRED", $"{old.Id()}", StringComparison.Ordinal);
        }

        foreach (var course in new[] { "CRS040", "CRS041" })
        {
            body = body.Replace("$" + course, $"{await app.CourseAsync(course)}", StringComparison.Ordinal);
        }

        return body;
    }

    private static string Days(JsonElement change, string member) =>
        change.GetProperty(member) is { ValueKind: JsonValueKind.Object } terms ? $"{terms.Number("dueWorkingDays")}" : "-";

    private Task<int> ToldAsync(string kind, JsonElement plan, Role role)
    {
        var (name, id) = (World.UserNameOf(role), plan.Id());
        return app.ReadAsync(db => db.Notices.CountAsync(
            x => x.Kind == kind && x.SubjectId == id && db.Users.Any(y => y.Id == x.RecipientAccountId && y.UserName == name)));
    }
}
