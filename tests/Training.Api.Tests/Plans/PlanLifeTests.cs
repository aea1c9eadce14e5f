using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

public sealed class PlanLifeTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_plan_from_the_half_yearly_template_reaches_its_people_and_is_completed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await hr.DoAsync("/plans", new
        {
            templateId = await app.TemplateAsync("TP06"),
            departmentId = await app.DepartmentAsync("CS"),
            startsOn = "2026-03-02",
        });
        Assert.StartsWith("2026H1-CS", draft.Text("code"), StringComparison.Ordinal);
        Assert.Equal("TP06", draft.Text("templateCode"));
        Assert.Equal(6, draft.GetProperty("items").GetArrayLength());
        Assert.Equal(["edit", "editBudget", "delete", "submit"], Actions(draft));

        var submitted = await hr.DoAsync($"/plans/{draft.Id()}/submit");
        Assert.Empty(Actions(submitted).Intersect(["approve", "return"]));
        var approver = await app.AsAsync(Role.Approver);
        Assert.Equal(["approve", "return"], Actions(await approver.ReadAsync($"/plans/{draft.Id()}")));
        Assert.Equal("approved", (await approver.DoAsync($"/plans/{draft.Id()}/approve")).Text("state"));
        var running = await hr.DoAsync($"/plans/{draft.Id()}/start");

        Assert.Equal("running", running.Text("state"));
        Assert.Equal("2026-03-02", running.Text("startedOn"));
        Assert.Equal(["submit", "approve", "start"], running.GetProperty("steps").EnumerateArray().Select(x => x.Text("act")));
        Assert.Equal(24, running.GetProperty("progress").GetProperty("people").GetInt32());
        Assert.Equal(24 * 6, running.GetProperty("progress").GetProperty("assigned").GetInt32());

        var staff = await app.AsAsync(Role.Staff);
        var mine = (await staff.ReadAsync($"/my/training?planId={draft.Id()}")).Items();
        Assert.Equal(6, mine.Count);
        var first = mine.Single(x => x.Text("courseCode") == "CRS040");
        Assert.Equal("open", first.Text("state"));
        Assert.Equal("planStart", first.Text("dueAnchor"));
        Assert.Equal(20, first.GetProperty("dueWorkingDays").GetInt32());

        // 20 working days after Monday 2 March: Monday 30 March.
        Assert.Equal("2026-03-30", first.Text("dueOn"));
        Assert.Equal(1, await app.ReadAsync(db => db.Notices.CountAsync(
            x => x.Kind == "plan.started" && x.SubjectId == draft.Id() && db.Users.Any(u => u.Id == x.RecipientAccountId && u.UserName == "staff"))));
        var items = await app.ReadAsync(db => db.TrainingItems.Where(x => x.PlanId == draft.Id()).Select(x => x.Id).ToListAsync());
        var audited = await app.ReadAsync(db => db.AuditEntries.Where(x => x.Entity == "trainingItem" && x.Act == "StartPlan").Select(x => x.EntityId).ToListAsync());
        Assert.Subset(audited.ToHashSet(), items.Select(x => $"{x}").ToHashSet());
    }

    [Fact]
    public async Task Everything_before_the_start_is_refused_in_its_order()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.DraftAsync(hr);
        var path = $"/plans/{plan.Id()}";

        await (await hr.TryAsync("/plans/987654321/submit")).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await hr.TryAsync(path + "/submit", ifMatch: 7)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        await (await hr.TryAsync(path + "/start")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");
        await hr.DoAsync(path + "/submit", ifMatch: 1);
        await (await hr.TryAsync(path + "/submit")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");
        await (await hr.TryAsync(path + "/approve")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "plan.ownApproval");
        await (await hr.TryAsync(path + "/return", new { reason = "不好" }, 2)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "plan.ownApproval");
        await (await hr.TryAsync(path, ifMatch: 2, method: HttpMethod.Delete)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");

        Assert.Equal("submitted", (await hr.ReadAsync(path)).Text("state"));
    }

    [Fact]
    public async Task A_returned_plan_is_improved_and_handed_in_again()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var approver = await app.AsAsync(Role.Approver);
        var plan = await app.SubmittedAsync(hr);
        var path = $"/plans/{plan.Id()}";

        await (await approver.TryAsync(path + "/return", new { reason = "课程太少" })).ShouldBeRefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing");
        await (await approver.TryAsync(path + "/return", new { reason = " " }, plan.Version())).ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        var returned = await approver.DoAsync(path + "/return", new { reason = "课程太少" }, plan.Version());
        Assert.Equal("returned", returned.Text("state"));
        await (await approver.TryAsync(path + "/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");
        await (await approver.TryAsync(path + "/return", new { reason = "再改" }, returned.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");

        var edited = await hr.DoAsync(path, await EditAsync("改过的计划", "CRS024"), returned.Version(), HttpMethod.Put);
        Assert.Equal("改过的计划", edited.Text("titleZh"));
        Assert.Equal("CRS024", edited.GetProperty("items")[0].Text("courseCode"));
        await (await hr.TryAsync(path, await EditAsync("又改", "CRS024"), returned.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        Assert.Equal("submitted", (await hr.DoAsync(path + "/submit")).Text("state"));
        await (await hr.TryAsync(path, await EditAsync("又改", "CRS024"), edited.Version() + 1, HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");
    }

    [Fact]
    public async Task A_draft_without_a_course_is_not_handed_in_and_can_be_deleted()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await hr.DoAsync("/plans", new { departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-03-02", titleZh = "空计划" });

        await (await hr.TryAsync($"/plans/{plan.Id()}/submit")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.itemsMissing");
        using var deleted = await hr.TryAsync($"/plans/{plan.Id()}", ifMatch: 1, method: HttpMethod.Delete);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await (await hr.GetAsync($"/api/v1/plans/{plan.Id()}", TestContext.Current.CancellationToken)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task A_plan_starts_within_its_days_and_only_where_somebody_works()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var approver = await app.AsAsync(Role.Approver);
        var early = await ApprovedAsync(hr, approver, "CS", "2026-03-03", null);
        var late = await ApprovedAsync(hr, approver, "CS", "2026-02-02", "2026-03-01");
        var lastDay = await ApprovedAsync(hr, approver, "CS", "2026-02-02", "2026-03-02");
        var empty = await EmptyDepartmentAsync();
        var nobody = await ApprovedAsync(hr, approver, empty, "2026-03-02", null);
        var over = await ApprovedAsync(hr, approver, "CS", "2026-03-02", null, new { hiredFrom = "2026-01-01", hiredTo = "2026-03-01" });

        await (await hr.TryAsync($"/plans/{early}/start")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.startTooEarly");
        await (await hr.TryAsync($"/plans/{late}/start")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.startTooLate");
        await (await hr.TryAsync($"/plans/{nobody}/start")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.audienceEmpty");
        await (await hr.TryAsync($"/plans/{over}/start")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.audienceEmpty");
        Assert.Equal("running", (await hr.DoAsync($"/plans/{lastDay}/start")).Text("state"));

        // Nobody is given less than five working days.
        var item = (await hr.ReadAsync($"/plans/{lastDay}/items")).Items()[0];
        Assert.Equal("joinedPlan", item.Text("dueAnchor"));
        Assert.Equal("2026-03-09", item.Text("dueOn"));
        Assert.Equal("approved", (await hr.ReadAsync($"/plans/{nobody}")).Text("state"));
    }

    [Fact]
    public async Task Two_who_start_at_once_give_the_items_once()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.ApprovedAsync(hr);

        var answers = await Task.WhenAll(hr.TryAsync($"/plans/{plan.Id()}/start"), hr.TryAsync($"/plans/{plan.Id()}/start"));

        Assert.Single(answers, x => x.IsSuccessStatusCode);
        Assert.Single(answers, x => x.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed);
        Assert.Equal(24, await app.ReadAsync(db => db.TrainingItems.CountAsync(x => x.PlanId == plan.Id())));
    }

    [Fact]
    public async Task A_plan_with_open_mandatory_items_is_closed_only_with_a_reason()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.StartedAsync(hr);
        var path = $"/plans/{plan.Id()}";

        await (await hr.TryAsync(path + "/close", new { })).ShouldBeRefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing");
        await (await hr.TryAsync(path + "/close", new { }, plan.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.mandatoryItemsOpen");
        var closed = await hr.DoAsync(path + "/close", new { reason = "半年结束" }, plan.Version());
        await (await hr.TryAsync(path + "/close", new { }, closed.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");
        await (await hr.TryAsync(path + "/cancel", new { reason = "取消" }, closed.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");

        Assert.Equal("closed", closed.Text("state"));
        Assert.Equal("半年结束", closed.GetProperty("steps").EnumerateArray().Last().Text("remark"));
    }

    [Fact]
    public async Task Cancelling_drops_what_is_open_and_keeps_what_is_completed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.StartedAsync(hr, "CRS041");
        var person = await app.PersonAsync(Role.Staff, Standing.Own);
        await hr.DoAsync("/completions", new { employeeId = person, courseId = await app.CourseAsync("CRS041"), completedOn = "2026-03-02", result = "passed" });

        await hr.DoAsync($"/plans/{plan.Id()}/cancel", new { reason = "预算取消" }, plan.Version());

        var items = (await hr.ReadAsync($"/plans/{plan.Id()}/items?pageSize=200")).Items();
        Assert.Equal(23, items.Count(x => x.Text("state") == "dropped"));
        Assert.Equal(person, Assert.Single(items, x => x.Text("state") == "completed").GetProperty("employeeId").GetInt64());
        Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/progress")).Items());
        Assert.Equal(23, await app.ReadAsync(db => db.AuditEntries.CountAsync(x => x.Entity == "trainingItem" && x.Act == "CancelPlan")));
    }

    [Fact]
    public async Task What_was_completed_before_and_still_stands_counts_at_once()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (standing, lapsed) = (await app.PersonAsync(Role.Staff, Standing.Direct), await app.PersonAsync(Role.Staff, Standing.Below));
        var course = await hr.DoAsync("/courses", new { code = "YEARLY", nameZh = "年度课", category = "basics", validityMonths = 12, modules = Array.Empty<object>() });
        await hr.DoAsync("/completions", new { employeeId = standing, courseId = course.Id(), completedOn = "2025-03-02", result = "passed" });
        await hr.DoAsync("/completions", new { employeeId = lapsed, courseId = course.Id(), completedOn = "2025-03-01", result = "passed" });

        var plan = await app.StartedAsync(hr, "YEARLY");

        var completed = Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/items?state=completed")).Items());
        Assert.Equal(standing, completed.GetProperty("employeeId").GetInt64());
        Assert.Equal("2025-03-02", completed.Text("completedOn"));
        Assert.True(await app.ReadAsync(db => db.TrainingItems.AnyAsync(x => x.Id == completed.Id() && x.CompletionId != null)));
    }

    [Fact]
    public async Task A_supervisor_drafts_for_their_line_and_sees_no_draft_of_another()
    {
        var supervisor = await app.AsAsync(Role.Supervisor);
        var theirs = await app.DraftAsync(supervisor);
        var other = new { departmentId = await app.DepartmentAsync("FIN"), startsOn = "2026-03-02", titleZh = "别的部门" };

        await (await supervisor.TryAsync("/plans", other)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "plan.departmentNotYours");
        Assert.Equal(["edit", "editBudget", "delete", "submit"], Actions(theirs));
        Assert.Equal([theirs.Id()], (await supervisor.ReadAsync("/plans?state=draft")).Items().Select(x => x.Id()));
        await (await supervisor.TryAsync($"/plans/{theirs.Id()}/start")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.role");
    }

    [Fact]
    public async Task Who_may_approve_and_draft_edits_no_plan_of_another()
    {
        var plan = await app.DraftAsync(await app.AsAsync(Role.HumanResources));
        var both = await app.SignInAsAsync(Role.Supervisor, Role.Approver);

        Assert.Empty(Actions(await both.ReadAsync($"/plans/{plan.Id()}")));
        await (await both.TryAsync($"/plans/{plan.Id()}/submit")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.relation");
        await (await both.TryAsync($"/plans/{plan.Id()}", await EditAsync("改", "CRS040"), 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.relation");
        await (await both.TryAsync($"/plans/{plan.Id()}", null, 1, HttpMethod.Delete)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.relation");
    }

    [Fact]
    public async Task Overdue_is_told_by_the_clock()
    {
        await using var later = new TrainingApp();
        await later.InitializeAsync();
        var hr = await later.AsAsync(Role.HumanResources);
        var plan = await later.StartedAsync(hr);
        var staff = await later.AsAsync(Role.Staff);

        later.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 30, 15, 59, 59, TimeSpan.Zero));
        Assert.Equal("open", Assert.Single((await staff.ReadAsync("/my/training")).Items()).Text("state"));
        later.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 30, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal("overdue", Assert.Single((await staff.ReadAsync("/my/training?state=overdue")).Items()).Text("state"));
        Assert.Equal(24, (await hr.ReadAsync($"/plans/{plan.Id()}")).GetProperty("progress").GetProperty("overdue").GetInt32());
    }

    private static IEnumerable<string> Actions(JsonElement plan) => plan.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()!);

    private async Task<object> EditAsync(string title, string course) => new
    {
        titleZh = title,
        departmentId = await app.DepartmentAsync("CS"),
        startsOn = "2026-03-02",
        objectives = new[] { new { zh = "目标" } },
        stages = Array.Empty<object>(),
        items = new[] { new { courseId = await app.CourseAsync(course), isMandatory = true, dueWorkingDays = 20 } },
    };

    private async Task<long> ApprovedAsync(
        HttpClient hr, HttpClient approver, string department, string startsOn, string? endsOn, object? audience = null)
    {
        var plan = await hr.DoAsync("/plans", new
        {
            departmentId = await app.DepartmentAsync(department),
            startsOn,
            endsOn,
            titleZh = "计划",
            audience,
            items = new[] { new { courseId = await app.CourseAsync("CRS040"), isMandatory = true, dueWorkingDays = 1 } },
        });
        await hr.DoAsync($"/plans/{plan.Id()}/submit");
        return (await approver.DoAsync($"/plans/{plan.Id()}/approve")).Id();
    }

    private async Task<string> EmptyDepartmentAsync()
    {
        await app.ReadAsync(db => db.WriteAsync(() =>
        {
            db.Departments.Add(Domain.People.Department.Create("EMPTY", new Domain.Rules.Bilingual("空部门", null)));
            return Task.FromResult(0);
        }));
        return "EMPTY";
    }
}
