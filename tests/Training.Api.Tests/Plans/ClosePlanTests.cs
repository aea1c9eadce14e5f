using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

public sealed class ClosePlanTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_refusal_names_who_has_which_mandatory_course_open_and_where_all_stand()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await StartAsync(hr, mandatory: true);
        var (done, free) = (await app.PersonAsync(Role.Staff, Standing.Own), await app.PersonAsync(Role.Staff, Standing.Direct));
        await hr.DoAsync("/completions", new { employeeId = done, courseId = await app.CourseAsync("CRS040"), completedOn = "2026-03-02", result = "passed" });
        var item = (await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={free}&isMandatory=true")).Items()[0].Id();
        await hr.DoAsync($"/training-items/{item}/exempt", new { reason = "持有证书" });

        using var refused = await hr.TryAsync($"/plans/{plan.Id()}/close", new { }, plan.Version());
        var problem = await ProblemAsync(refused);

        var named = problem.GetProperty("errors").GetProperty("reason").EnumerateArray().ToList();
        Assert.Equal("plan.mandatoryItemsOpen", problem.Text("code"));
        Assert.Equal(22, named.Count);
        Assert.All(named, x => Assert.Equal("plan.mandatoryItemOpen", x.Text("code")));
        var messages = named.ConvertAll(x => x.Text("message")!);
        Assert.Contains(messages, x => x.Contains(World.NumberOf(Role.Staff, Standing.Below), StringComparison.Ordinal)
            && x.Contains("CRS040", StringComparison.Ordinal) && x.Contains("2026-03-30", StringComparison.Ordinal));
        Assert.DoesNotContain(messages, x => x.Contains(World.NumberOf(Role.Staff, Standing.Own), StringComparison.Ordinal)
            || x.Contains(World.NumberOf(Role.Staff, Standing.Direct), StringComparison.Ordinal));
        Assert.Contains("22", problem.Text("detail")!, StringComparison.Ordinal);

        // Where the refusal sends to, exactly these stand.
        var path = $"/plans/{plan.Id()}/items?isMandatory=true&isOpen=true";
        Assert.Contains(path, problem.Text("detail")!, StringComparison.Ordinal);
        var all = (await hr.ReadAsync(path + "&pageSize=200")).Items();
        Assert.Equal(22, all.Count);
        Assert.Equal(2, (await hr.ReadAsync($"/plans/{plan.Id()}/items?isOpen=false&isMandatory=true")).Items().Count);
        Assert.Equal(24, (await hr.ReadAsync($"/plans/{plan.Id()}/items?isMandatory=false&pageSize=200")).Items().Count);
        Assert.Equal("running", (await hr.ReadAsync($"/plans/{plan.Id()}")).Text("state"));
    }

    [Fact]
    public async Task A_refusal_names_no_more_than_fifty_and_counts_them_all()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await StartAsync(hr, mandatory: true, "CRS040", "CRS041", "CRS024");

        var problem = await ProblemAsync(await hr.TryAsync($"/plans/{plan.Id()}/close", new { }, plan.Version()));

        var open = (await hr.ReadAsync($"/plans/{plan.Id()}/items?isMandatory=true&isOpen=true")).GetProperty("total").GetInt32();
        Assert.True(open > 50);
        Assert.Equal(50, problem.GetProperty("errors").GetProperty("reason").GetArrayLength());
        Assert.Contains($" {open} ", problem.Text("detail")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overdue_items_are_open_and_optional_ones_hold_nothing_up()
    {
        await using var later = new TrainingApp();
        await later.InitializeAsync();
        var hr = await later.AsAsync(Role.HumanResources);
        var (held, free) = (await StartAsync(hr, mandatory: true, later), await StartAsync(hr, mandatory: false, later));
        later.Clock.SetUtcNow(TrainingApp.Morning.AddDays(60));

        await (await hr.TryAsync($"/plans/{held.Id()}/close", new { }, held.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.mandatoryItemsOpen");
        Assert.Equal(24, (await hr.ReadAsync($"/plans/{held.Id()}/items?isOpen=true&isMandatory=true&state=overdue&pageSize=200")).Items().Count);
        Assert.Equal("closed", (await hr.DoAsync($"/plans/{free.Id()}/close", new { }, free.Version())).Text("state"));
    }

    [Fact]
    public async Task A_closed_plan_asks_nobody_for_what_is_open_tells_them_and_keeps_what_is_completed()
    {
        await using var other = new TrainingApp();
        await other.InitializeAsync();
        var hr = await other.AsAsync(Role.HumanResources);
        var plan = await other.StartedAsync(hr, "CRS041");
        var person = await other.PersonAsync(Role.Staff, Standing.Own);
        var completion = await hr.DoAsync(
            "/completions", new { employeeId = person, courseId = await other.CourseAsync("CRS041"), completedOn = "2026-03-02", result = "passed" });

        await hr.DoAsync($"/plans/{plan.Id()}/close", new { reason = "半年结束" }, plan.Version());

        var items = (await hr.ReadAsync($"/plans/{plan.Id()}/items?pageSize=200")).Items();
        Assert.Equal(23, items.Count(x => (x.Text("state"), x.Text("dropReason")) == ("dropped", "planClosed")));
        Assert.Equal(person, Assert.Single(items, x => x.Text("state") == "completed").GetProperty("employeeId").GetInt64());
        Assert.Equal(23, await other.ReadAsync(db => db.AuditEntries.CountAsync(x => x.Entity == "trainingItem" && x.Act == "ClosePlan")));
        Assert.True(await other.ReadAsync(db => db.Notices.AnyAsync(x => x.Kind == "plan.closed" && x.SubjectId == plan.Id())));
        Assert.False(await other.ReadAsync(db => db.Notices.AnyAsync(
            x => x.Kind == "plan.closed" && db.Users.Any(y => y.Id == x.RecipientAccountId && y.EmployeeId == person))));

        // A completion that was none does not bring the closed plan back; one that was some after all does.
        await hr.DoAsync(
            $"/completions/{completion.Id()}", new { completedOn = "2026-03-02", result = "failed" }, completion.Version(), HttpMethod.Put);
        Assert.Equal(("dropped", "planClosed"), await StateAsync());
        await hr.DoAsync(
            $"/completions/{completion.Id()}", new { completedOn = "2026-03-02", result = "passed" }, completion.Version() + 1, HttpMethod.Put);
        Assert.Equal(("completed", null), await StateAsync());

        async Task<(string?, string?)> StateAsync()
        {
            var item = Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={person}")).Items());
            return (item.Text("state"), item.Text("dropReason"));
        }
    }

    [Fact]
    public async Task Closing_changes_no_figure_of_what_was_completed()
    {
        await using var other = new TrainingApp();
        await other.InitializeAsync();
        var hr = await other.AsAsync(Role.HumanResources);
        var plan = await other.StartedAsync(hr, "CRS041");
        await CompleteAsync(Standing.Own, "2026-03-02");
        var before = await FiguresAsync();

        await hr.DoAsync($"/plans/{plan.Id()}/close", new { reason = "半年结束" }, plan.Version());

        Assert.Equal("24 1 0 4.2 | 24 1 0 4.2 | 24 1 0 4.2", before);
        Assert.Equal(before, await FiguresAsync());
        Assert.Equal(23, (await hr.ReadAsync($"/reports/training-completion/people?planId={plan.Id()}&state=dropped")).Number("total"));
        other.Clock.SetUtcNow(TrainingApp.Morning.AddDays(60));
        Assert.Equal(before, await FiguresAsync());

        // What was completed in the plan's time and recorded after its closing counts; what was completed later does not.
        await CompleteAsync(Standing.Direct, "2026-03-02");
        await CompleteAsync(Standing.Below, "2026-03-03");
        Assert.Equal("24 2 0 8.3 | 24 2 0 8.3 | 24 2 0 8.3", await FiguresAsync());

        async Task CompleteAsync(Standing whose, string on) => await hr.DoAsync("/completions", new
        {
            employeeId = await other.PersonAsync(Role.Staff, whose), courseId = await other.CourseAsync("CRS041"), completedOn = on, result = "passed",
        });

        async Task<string> FiguresAsync()
        {
            var report = (await hr.ReadAsync($"/reports/training-completion?planId={plan.Id()}")).Items().Single();
            var year = (await hr.ReadAsync("/reports/plan-year?year=2026")).Items().Single(x => x.Text("planCode") == plan.Text("code"));
            var progress = (await hr.ReadAsync($"/plans/{plan.Id()}")).GetProperty("progress");
            return string.Join(" | ", new[] { report, year, progress }.Select(x => string.Join(
                ' ', x.Number("assigned"), x.Number("completed"), x.Number("overdue"), x.GetProperty("completionRate").GetRawText())));
        }
    }

    private Task<JsonElement> StartAsync(HttpClient hr, bool mandatory, params string[] courses) => StartAsync(hr, mandatory, app, courses);

    /// <summary>A running plan of these courses, and of one that is optional for all.</summary>
    private static async Task<JsonElement> StartAsync(HttpClient hr, bool mandatory, TrainingApp at, params string[] courses)
    {
        var ids = new List<long>();
        foreach (var course in courses.Length == 0 ? ["CRS040"] : courses)
        {
            ids.Add(await at.CourseAsync(course));
        }

        var optional = await at.CourseAsync("CRS001");
        var plan = await hr.DoAsync("/plans", new
        {
            departmentId = await at.DepartmentAsync("CS"),
            startsOn = "2026-03-02",
            titleZh = "结束",
            items = ids.Select(x => new { courseId = x, isMandatory = mandatory, dueWorkingDays = 20 })
                .Append(new { courseId = optional, isMandatory = false, dueWorkingDays = 20 }),
        });
        await hr.DoAsync($"/plans/{plan.Id()}/submit");
        await (await at.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve");
        return await hr.DoAsync($"/plans/{plan.Id()}/start");
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
