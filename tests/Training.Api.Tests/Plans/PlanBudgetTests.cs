using System.Net;
using System.Text.Json;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

public sealed class PlanBudgetTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly object Venue = new { number = 1, kind = "venue", description = "教室", planned = 800.5m };
    private static readonly object Lecturer = new { number = 2, kind = "lecturer", description = "外聘讲师", planned = 1200m };

    [Fact]
    public async Task A_budget_is_planned_in_the_draft_fixed_by_the_approval_and_filled_with_what_was_spent()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await app.DraftAsync(hr);
        var path = $"/plans/{draft.Id()}/budget";
        var planned = await PutAsync(hr, path, draft.Version(), Venue, Lecturer);
        Assert.Equal((2000.5m, 0m, -2000.5m), Sums(planned));
        await hr.DoAsync($"/plans/{draft.Id()}/submit");
        var submitted = (await hr.ReadAsync(path)).Version();
        await (await TryPutAsync(hr, path, submitted, Venue)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.notInThisState");
        var approved = await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{draft.Id()}/approve");

        foreach (object[] lines in new object[][]
        {
            [Venue],
            [Venue, new { number = 2, kind = "lecturer", description = "外聘讲师", planned = 1300m }],
            [Venue, Lecturer, new { number = 3, kind = "other", description = "茶点", planned = 50m }],
        })
        {
            await (await TryPutAsync(hr, path, approved.Version(), lines)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.budgetFixed");
        }

        var spent = await PutAsync(
            hr, path, approved.Version(),
            new { number = 1, kind = "venue", description = "教室", planned = 800.5m, actual = 900m },
            Lecturer,
            new { number = 3, kind = "other", description = "茶点", planned = 0m, actual = 60.25m });
        Assert.Equal((2000.5m, 960.25m, -1040.25m), Sums(spent));
        Assert.Equal(48m, spent.GetProperty("rate").GetDecimal());
        var rows = (await hr.ReadAsync($"/reports/plan-budget?planId={draft.Id()}")).Items();
        Assert.Equal(["lecturer", "other", "venue"], rows.Select(x => x.Text("kind")).Order());
        Assert.Equal(960.25m, rows.Sum(x => x.GetProperty("actual").GetDecimal()));
        Assert.Equal(960.25m, (await hr.ReadAsync($"/plans/{draft.Id()}")).GetProperty("budgetActual").GetDecimal());
    }

    [Fact]
    public async Task What_a_cancelled_plan_cost_is_entered_and_reported_and_its_planned_amounts_stand()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await app.DraftAsync(hr);
        var path = $"/plans/{draft.Id()}/budget";
        await PutAsync(hr, path, draft.Version(), Venue);
        await hr.DoAsync($"/plans/{draft.Id()}/submit");
        var approved = await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{draft.Id()}/approve");
        var cancelled = await hr.DoAsync($"/plans/{draft.Id()}/cancel", new { reason = "停办" }, approved.Version());
        Assert.Equal(["editBudget"], cancelled.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()));
        Assert.Empty((await hr.ReadAsync($"/reports/plan-budget?planId={draft.Id()}")).Items());

        await (await TryPutAsync(hr, path, cancelled.Version(), new { number = 1, kind = "venue", description = "教室", planned = 900m, actual = 300m }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.budgetFixed");
        var spent = await PutAsync(hr, path, cancelled.Version(), new { number = 1, kind = "venue", description = "教室", planned = 800.5m, actual = 300m });

        Assert.Equal((800.5m, 300m, -500.5m), Sums(spent));
        var row = Assert.Single((await hr.ReadAsync($"/reports/plan-budget?planId={draft.Id()}")).Items());
        Assert.Equal(("cancelled", 300m), (row.Text("state"), row.GetProperty("actual").GetDecimal()));
    }

    [Theory]
    [InlineData("plan.budgetNumbers", """[{ "number": 2, "kind": "venue", "description": "教室", "planned": 1 }]""")]
    [InlineData("plan.budgetAmount", """[{ "number": 1, "kind": "venue", "description": "教室", "planned": -1 }]""")]
    [InlineData("plan.budgetAmount", """[{ "number": 1, "kind": "venue", "description": "教室", "planned": 1, "actual": 0.001 }]""")]
    public async Task A_budget_that_no_state_would_accept_is_refused(string code, string lines)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await app.DraftAsync(hr);

        await (await hr.TryAsync($"/plans/{draft.Id()}/budget", new { lines = JsonDocument.Parse(lines).RootElement }, draft.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);

        Assert.Equal(draft.Version(), (await hr.ReadAsync($"/plans/{draft.Id()}/budget")).Version());
    }

    [Fact]
    public async Task A_supervisor_who_may_approve_enters_no_costs_of_anothers_plan()
    {
        var draft = await app.DraftAsync(await app.AsAsync(Role.HumanResources));
        var both = await app.SignInAsAsync(Role.Supervisor, Role.Approver);

        await (await TryPutAsync(both, $"/plans/{draft.Id()}/budget", 1, Venue)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.relation");
    }

    [Fact]
    public async Task Last_years_plan_is_made_anew_with_its_days_a_year_later_its_evaluation_and_its_planned_budget()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var source = await hr.DoAsync("/plans", new
        {
            departmentId = await app.DepartmentAsync("CS"),
            startsOn = "2027-03-01",
            endsOn = "2027-06-30",
            titleZh = "去年的计划",
            supportZh = "各部门放人",
            audience = new { hiredFrom = "2027-01-01" },
            evaluation = new[] { new { nameZh = "理论考试", maxMarks = 100, excellentFrom = 90, weakBelow = 60.5m } },
            items = new[] { new { courseId = await app.CourseAsync("CRS040"), isMandatory = true, dueOn = "2027-04-30" } },
        });
        await PutAsync(hr, $"/plans/{source.Id()}/budget", source.Version(), Venue);

        var copy = await hr.DoAsync("/plans", new { departmentId = await app.DepartmentAsync("CS"), startsOn = "2028-02-29", sourcePlanId = source.Id() });

        // 365 days later, in a leap year.
        Assert.Equal(("2028-06-29", "去年的计划", "各部门放人"), (copy.Text("endsOn"), copy.Text("titleZh"), copy.Text("supportZh")));
        Assert.Equal("2028-04-29", copy.GetProperty("items")[0].Text("dueOn"));
        Assert.Equal("2028-01-01", copy.GetProperty("audience").Text("hiredFrom"));
        Assert.Equal(60.5m, copy.GetProperty("evaluation")[0].GetProperty("weakBelow").GetDecimal());
        Assert.Equal((800.5m, 0m), (copy.GetProperty("budgetPlanned").GetDecimal(), copy.GetProperty("budgetActual").GetDecimal()));
        Assert.Equal(source.Id(), copy.GetProperty("sourcePlanId").GetInt64());
        await (await hr.TryAsync("/plans", new { departmentId = await app.DepartmentAsync("CS"), startsOn = "2028-02-29", sourcePlanId = 987654 }))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "plan.sourceUnknown");
        await (await hr.TryAsync("/plans", new { departmentId = await app.DepartmentAsync("CS"), startsOn = "2028-02-29", sourcePlanId = source.Id(), items = Array.Empty<object>() }))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "plan.templateOrContent");
    }

    [Fact]
    public async Task Marks_that_cannot_be_are_refused_when_drafted_and_when_edited()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await app.DraftAsync(hr);
        var body = new
        {
            departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-03-02", titleZh = "计划",
            evaluation = new[] { new { nameZh = "考试", maxMarks = 100, excellentFrom = 60, weakBelow = 90 } },
            objectives = Array.Empty<object>(), stages = Array.Empty<object>(), items = Array.Empty<object>(),
        };

        await (await hr.TryAsync("/plans", body)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "plan.evaluationMarks");
        await (await hr.TryAsync($"/plans/{draft.Id()}", body, draft.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "plan.evaluationMarks");
    }

    [Fact]
    public async Task The_year_view_shows_each_plan_that_has_a_day_in_the_year_with_its_progress_and_costs()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await app.CourseAsync("CRS040");
        async Task<long> PlanAsync(string from, string? to) => (await hr.DoAsync("/plans", new
        {
            departmentId = await app.DepartmentAsync("FIN"), startsOn = from, endsOn = to, titleZh = "跨年",
            items = new[] { new { courseId = course, isMandatory = true, dueWorkingDays = 5 } },
        })).Id();
        var (across, next, openEnded) = (await PlanAsync("2030-12-31", "2031-01-01"), await PlanAsync("2032-01-01", "2032-12-31"), await PlanAsync("2031-12-31", null));

        var rows = (await hr.ReadAsync($"/reports/plan-year?year=2031&departmentId={await app.DepartmentAsync("HQ")}")).Items();

        Assert.Equal([across, openEnded], rows.Select(x => x.GetProperty("planId").GetInt64()));
        Assert.DoesNotContain(rows, x => x.GetProperty("planId").GetInt64() == next);
        Assert.All(rows, x => Assert.Equal(("FIN", 1, 0m), (x.Text("departmentCode"), x.GetProperty("courses").GetInt32(), x.GetProperty("budgetPlanned").GetDecimal())));
    }

    [Fact]
    public async Task The_year_view_counts_what_is_done_and_spent_and_an_open_plan_stays_in_it_while_it_runs()
    {
        await using var later = new TrainingApp();
        await later.InitializeAsync();
        var hr = await later.AsAsync(Role.HumanResources);
        var plan = await hr.DoAsync("/plans", new
        {
            departmentId = await later.DepartmentAsync("FIN"), startsOn = "2026-03-02", titleZh = "长期",
            items = new[] { new { courseId = await later.CourseAsync("CRS023"), isMandatory = true, dueWorkingDays = 5 } },
        });
        await PutAsync(hr, $"/plans/{plan.Id()}/budget", 1, new { number = 1, kind = "venue", description = "教室", planned = 800m });
        await hr.DoAsync($"/plans/{plan.Id()}/submit");
        await (await later.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve");
        var started = await hr.DoAsync($"/plans/{plan.Id()}/start");
        await PutAsync(hr, $"/plans/{plan.Id()}/budget", started.Version(), new { number = 1, kind = "venue", description = "教室", planned = 800m, actual = 950m });
        var person = (await hr.ReadAsync($"/plans/{plan.Id()}/items")).Items().Single().GetProperty("employeeId").GetInt64();
        await hr.DoAsync("/completions", new { employeeId = person, courseId = await later.CourseAsync("CRS023"), completedOn = "2026-03-02", result = "passed" });

        later.Clock.SetUtcNow(TrainingApp.Morning.AddYears(2));
        hr = await later.AsAsync(Role.HumanResources);
        var row = (await hr.ReadAsync("/reports/plan-year?year=2028")).Items().Single(x => x.GetProperty("planId").GetInt64() == plan.Id());

        Assert.Equal((1, 1, 100m), (row.GetProperty("assigned").GetInt32(), row.GetProperty("completed").GetInt32(), row.GetProperty("completionRate").GetDecimal()));
        Assert.Equal((800m, 950m), (row.GetProperty("budgetPlanned").GetDecimal(), row.GetProperty("budgetActual").GetDecimal()));
        Assert.DoesNotContain((await hr.ReadAsync("/reports/plan-year?year=2029")).Items(), x => x.GetProperty("planId").GetInt64() == plan.Id());

        await hr.DoAsync($"/plans/{plan.Id()}/close", new { }, (await hr.ReadAsync($"/plans/{plan.Id()}")).Version());
        Assert.Contains((await hr.ReadAsync("/reports/plan-year?year=2028")).Items(), x => x.GetProperty("planId").GetInt64() == plan.Id());
        Assert.Contains((await hr.ReadAsync("/reports/plan-year?year=2027")).Items(), x => x.GetProperty("planId").GetInt64() == plan.Id());
        Assert.Empty((await hr.ReadAsync("/reports/plan-year?year=-2147483648")).Items());
        Assert.Empty((await hr.ReadAsync("/reports/plan-year?year=2147483647")).Items());
    }

    private static (decimal Planned, decimal Actual, decimal Difference) Sums(JsonElement budget) => (
        budget.GetProperty("planned").GetDecimal(), budget.GetProperty("actual").GetDecimal(), budget.GetProperty("difference").GetDecimal());

    private static Task<HttpResponseMessage> TryPutAsync(HttpClient client, string path, int version, params object[] lines) =>
        client.TryAsync(path, new { lines }, version, HttpMethod.Put);

    private static Task<JsonElement> PutAsync(HttpClient client, string path, int version, params object[] lines) =>
        client.DoAsync(path, new { lines }, version, HttpMethod.Put);
}
