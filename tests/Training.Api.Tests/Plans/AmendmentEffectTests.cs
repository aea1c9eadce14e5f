using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

/// <summary>What an approved amendment does to the people of the plan.</summary>
public sealed class AmendmentEffectTests
{
    [Fact]
    public async Task Added_courses_reach_everybody_with_five_working_days_and_what_was_completed_before_counts()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var (hr, plan, staff) = await app.RunningPlanAsync("CRS040");
        var (standing, lapsed) = (await app.PersonAsync(Role.Staff, Standing.Direct), await app.PersonAsync(Role.Staff, Standing.Below));
        var course = await hr.DoAsync("/courses", new { code = "YEARLY", nameZh = "年度课", category = "basics", validityMonths = 12, modules = Array.Empty<object>() });
        app.Clock.SetUtcNow(TrainingApp.Morning.AddDays(30));
        await hr.DoAsync("/completions", new { employeeId = standing, courseId = course.Id(), completedOn = "2025-04-01", result = "passed" });
        await hr.DoAsync("/completions", new { employeeId = lapsed, courseId = course.Id(), completedOn = "2025-03-31", result = "passed" });

        // Due three working days after the start of the plan, a month ago.
        await app.AmendAsync(plan, new { items = new[] { await app.ItemAsync("CRS040"), await app.ItemAsync("YEARLY", 3, mandatory: false) }, reason = "年度要求" });

        var given = (await hr.ItemsOfAsync(plan, staff))["YEARLY"];
        Assert.Equal(("open", "2026-04-01", "2026-04-09", "joinedPlan"), (given.Text("state"), given.Text("assignedOn"), given.Text("dueOn"), given.Text("dueAnchor")));
        Assert.False(given.GetProperty("isMandatory").GetBoolean());
        Assert.Equal(("completed", "2025-04-01"), ((await hr.ItemsOfAsync(plan, standing))["YEARLY"].Text("state"), (await hr.ItemsOfAsync(plan, standing))["YEARLY"].Text("completedOn")));
        Assert.Equal("open", (await hr.ItemsOfAsync(plan, lapsed))["YEARLY"].Text("state"));
        Assert.Equal(24, await AuditedAsync(app, plan, AuditedChange.Added));
        Assert.Equal((0, 0), await app.FollowAsync());
    }

    [Fact]
    public async Task A_changed_rule_moves_open_due_days_and_leaves_extensions_exemptions_and_completions_alone()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var (hr, plan, staff) = await app.RunningPlanAsync("CRS040");
        var (extended, exempted, done) = (
            await app.PersonAsync(Role.Staff, Standing.Direct), await app.PersonAsync(Role.Staff, Standing.Below), await app.PersonAsync(Role.Supervisor, Standing.Own));
        await hr.DoAsync($"/training-items/{(await hr.ItemsOfAsync(plan, extended))["CRS040"].Id()}/extend", new { dueOn = "2026-06-30", reason = "产假" });
        await hr.DoAsync($"/training-items/{(await hr.ItemsOfAsync(plan, exempted))["CRS040"].Id()}/exempt", new { reason = "已持证" });
        await hr.DoAsync("/completions", new { employeeId = done, courseId = await app.CourseAsync("CRS040"), completedOn = "2026-03-02", result = "passed" });

        await app.AmendAsync(plan, new { items = new[] { await app.ItemAsync("CRS040", 30, mandatory: false) }, reason = "延后" });

        var moved = (await hr.ItemsOfAsync(plan, staff))["CRS040"];

        // 30 working days after 2 March, with the holiday of 6 April.
        Assert.Equal(("2026-04-14", "planStart", 30, false), (moved.Text("dueOn"), moved.Text("dueAnchor"), moved.Number("dueWorkingDays"), moved.GetProperty("isMandatory").GetBoolean()));
        Assert.Equal(("2026-06-30", "extended"), ((await hr.ItemsOfAsync(plan, extended))["CRS040"].Text("dueOn"), (await hr.ItemsOfAsync(plan, extended))["CRS040"].Text("dueAnchor")));
        Assert.Equal("exempted", (await hr.ItemsOfAsync(plan, exempted))["CRS040"].Text("dropReason"));
        Assert.Equal(("completed", "2026-03-30"), ((await hr.ItemsOfAsync(plan, done))["CRS040"].Text("state"), (await hr.ItemsOfAsync(plan, done))["CRS040"].Text("dueOn")));
        Assert.Equal(0, (await hr.DoAsync("/due-day-moves")).Number("moved"));

        // Nothing mandatory is left open: the plan can be closed.
        Assert.Equal("closed", (await hr.DoAsync($"/plans/{plan.Id()}/close", new { }, (await hr.ReadAsync($"/plans/{plan.Id()}")).Version())).Text("state"));
    }

    [Fact]
    public async Task A_shorter_rule_leaves_five_working_days_from_the_amendment_on()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var (hr, plan, staff) = await app.RunningPlanAsync("CRS040");
        app.Clock.SetUtcNow(TrainingApp.Morning.AddDays(14));

        await app.AmendAsync(plan, new { items = new[] { await app.ItemAsync("CRS040", 2) }, reason = "提前" });

        var item = (await hr.ItemsOfAsync(plan, staff))["CRS040"];
        Assert.Equal(("2026-03-23", "amendment", "2026-03-16"), (item.Text("dueOn"), item.Text("dueAnchor"), item.Text("dueAnchorOn")));
        Assert.Equal(0, (await hr.DoAsync("/due-day-moves")).Number("moved"));
    }

    [Fact]
    public async Task A_removed_course_is_dropped_stays_dropped_and_comes_back_when_it_is_added_again()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var (hr, plan, staff) = await app.RunningPlanAsync("CRS040", "CRS041");
        var (done, exempted) = (await app.PersonAsync(Role.Staff, Standing.Direct), await app.PersonAsync(Role.Staff, Standing.Below));
        await hr.DoAsync("/completions", new { employeeId = done, courseId = await app.CourseAsync("CRS041"), completedOn = "2026-03-02", result = "passed" });
        await hr.DoAsync($"/training-items/{(await hr.ItemsOfAsync(plan, exempted))["CRS041"].Id()}/exempt", new { reason = "已持证" });

        await app.AmendAsync(plan, await app.AmendmentAsync("CRS040"));

        Assert.Equal("itemRemoved", (await hr.ItemsOfAsync(plan, staff))["CRS041"].Text("dropReason"));
        Assert.Equal("completed", (await hr.ItemsOfAsync(plan, done))["CRS041"].Text("state"));
        Assert.Equal("exempted", (await hr.ItemsOfAsync(plan, exempted))["CRS041"].Text("dropReason"));
        Assert.Equal(22, await AuditedAsync(app, plan, AuditedChange.Dropped));
        Assert.Equal((0, 0), await app.FollowAsync());
        var newcomer = await app.HireAsync("N-1");
        Assert.Equal(["CRS040"], (await hr.ItemsOfAsync(plan, newcomer)).Keys);

        app.Clock.SetUtcNow(TrainingApp.Morning.AddDays(7));
        await app.AmendAsync(plan, await app.AmendmentAsync("CRS040", "CRS041"));

        var back = (await hr.ItemsOfAsync(plan, staff))["CRS041"];
        Assert.Equal(("open", "2026-03-09"), (back.Text("state"), back.Text("assignedOn")));
        Assert.Equal("open", (await hr.ItemsOfAsync(plan, newcomer))["CRS041"].Text("state"));
        Assert.Equal("completed", (await hr.ItemsOfAsync(plan, done))["CRS041"].Text("state"));
        Assert.Equal("exempted", (await hr.ItemsOfAsync(plan, exempted))["CRS041"].Text("dropReason"));
        Assert.Equal((0, 0), await app.FollowAsync());
    }

    [Fact]
    public async Task Whoever_leaves_the_amended_audience_is_told_so_whoever_enters_it_joins_and_the_others_hear_nothing()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.RunningAsync(hr, "HQ", "CRS040");
        var (manager, staff) = (await app.PersonAsync(Role.Staff, Standing.Above), await app.PersonAsync(Role.Staff, Standing.Own));
        var body = (bool withBelow) => new { items = plan.GetProperty("items").EnumerateArray().Select(x => new { courseId = x.GetProperty("courseId").GetInt64(), isMandatory = true, dueWorkingDays = 20 }), reason = "范围", audience = new { withBelow } };

        await app.AmendAsync(plan, body(false));
        Assert.Equal(("open", "leftAudience"), ((await hr.ItemsOfAsync(plan, manager))["CRS040"].Text("state"), (await hr.ItemsOfAsync(plan, staff))["CRS040"].Text("dropReason")));
        Assert.Equal((6, 0, 0), (await ToldAsync(app, "plan.left"), await ToldAsync(app, "plan.joined"), await ToldAsync(app, "plan.amended")));

        await app.AmendAsync(plan, body(true));
        Assert.Equal("open", (await hr.ItemsOfAsync(plan, staff))["CRS040"].Text("state"));
        Assert.Equal((6, 6, 0), (await ToldAsync(app, "plan.left"), await ToldAsync(app, "plan.joined"), await ToldAsync(app, "plan.amended")));
        var changed = Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/amendments")).Items(), x => x.Number("number") == 2);
        Assert.Equal((0, 0, 0), (changed.Number("added"), changed.Number("changed"), changed.Number("removed")));
    }

    [Fact]
    public async Task After_the_last_day_a_course_is_added_with_a_later_last_day_alone()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var (hr, plan, staff) = await app.RunningPlanAsync("CRS040");
        await app.AmendAsync(plan, new { items = new[] { await app.ItemAsync("CRS040") }, reason = "定结束日", endsOn = "2026-03-31" });
        var (path, body) = ($"/plans/{plan.Id()}", new { items = new[] { await app.ItemAsync("CRS040"), await app.ItemAsync("CRS041") }, reason = "追加", endsOn = "2026-03-31" });
        var version = (await hr.ReadAsync(path)).Version();
        app.Clock.SetUtcNow(TrainingApp.Morning.AddDays(29));
        await hr.ProposeAsync(plan, body);
        app.Clock.SetUtcNow(TrainingApp.Morning.AddDays(30));

        var approver = await app.AsAsync(Role.Approver);
        await (await approver.TryAsync(path + "/amendments/2/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "amendment.afterEnd");
        await approver.DoAsync(path + "/amendments/2/return", new { reason = "已过期" }, 1);
        await (await hr.TryAsync(path + "/amend", body, version)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "amendment.afterEnd");
        await app.AmendAsync(plan, new { body.items, body.reason, endsOn = "2026-04-30" });

        Assert.Equal("open", (await hr.ItemsOfAsync(plan, staff))["CRS041"].Text("state"));
    }

    [Fact]
    public async Task A_completion_that_was_none_opens_no_item_that_was_taken_out_meanwhile()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var (hr, plan, staff) = await app.RunningPlanAsync("CRS040", "CRS041");
        var ids = new Dictionary<string, JsonElement>();
        foreach (var course in new[] { "CRS040", "CRS041" })
        {
            ids[course] = await hr.DoAsync("/completions", new { employeeId = staff, courseId = await app.CourseAsync(course), completedOn = "2026-03-02", result = "passed" });
        }

        await app.AmendAsync(plan, new { items = new[] { await app.ItemAsync("CRS040", 40, mandatory: false) }, reason = "调整" });
        foreach (var completion in ids.Values)
        {
            await hr.DoAsync($"/completions/{completion.Id()}", new { completedOn = "2026-03-02", result = "failed" }, completion.Version(), HttpMethod.Put);
        }

        var items = await hr.ItemsOfAsync(plan, staff);
        Assert.Equal(("dropped", "itemRemoved"), (items["CRS041"].Text("state"), items["CRS041"].Text("dropReason")));
        Assert.Equal(("open", 40, false), (items["CRS040"].Text("state"), items["CRS040"].Number("dueWorkingDays"), items["CRS040"].GetProperty("isMandatory").GetBoolean()));
    }

    [Fact]
    public async Task An_amendment_whose_due_days_lie_beyond_the_calendar_changes_nothing()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        app.Clock.SetUtcNow(new DateTimeOffset(2199, 11, 1, 1, 0, 0, TimeSpan.Zero));
        var plan = await app.StartedAsync(hr);
        await hr.ProposeAsync(plan, new { items = new[] { await app.ItemAsync("CRS040"), new { courseId = await app.CourseAsync("CRS041"), isMandatory = true, dueWorkingDays = 999, dueFrom = "assignment" } }, reason = "远期" });

        await (await (await app.AsAsync(Role.Approver)).TryAsync($"/plans/{plan.Id()}/amendments/1/approve"))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "calendar.outOfRange");

        Assert.Equal("submitted", (await hr.ReadAsync($"/plans/{plan.Id()}/amendments/1")).Text("state"));
        Assert.Equal(1, (await hr.ReadAsync($"/plans/{plan.Id()}")).GetProperty("items").GetArrayLength());
    }

    private enum AuditedChange
    {
        Added,
        Dropped,
    }

    private static Task<int> ToldAsync(TrainingApp app, string kind) => app.ReadAsync(db => db.Notices.CountAsync(x => x.Kind == kind));

    private static Task<int> AuditedAsync(TrainingApp app, JsonElement plan, AuditedChange change)
    {
        var planId = plan.Id();
        return app.ReadAsync(async db =>
        {
            var items = await db.TrainingItems.Where(x => x.PlanId == planId).Select(x => x.Id).ToListAsync();
            var ids = items.Select(x => $"{x}").ToHashSet();
            var entries = await db.AuditEntries.Where(x => x.Entity == "trainingItem" && x.Act == "ApproveAmendment").ToListAsync();
            return entries.Count(x => ids.Contains(x.EntityId) && (change == AuditedChange.Added
                ? x.Before is null
                : x.Before is not null && x.After!.Contains("itemRemoved", StringComparison.Ordinal)));
        });
    }
}
