using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;

namespace Training.Api.Tests.Plans;

/// <summary>What imports, leaving, returning and corrections of people do to the items of running plans.</summary>
public sealed class Following_people
{
    private const string PeopleHeaders = "工号,中文姓名,部门编号,岗位编号,直属上级工号,入职日期";
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_moved_into_the_audience_by_an_import_joins_at_once_and_goes_when_it_is_undone()
    {
        await using var app = await StartAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = (await app.StartedAsync(hr)).Id();
        await hr.ImportedAsync("/employees/import", Person("G-1", "FIN"));
        Assert.Empty(await OfAsync(hr, plan, "G-1"));

        var moved = await hr.ImportedAsync("/employees/import", Person("G-1", "CS"));
        Assert.Equal("open", Assert.Single(await OfAsync(hr, plan, "G-1")).Text("state"));
        using var undone = await hr.UndoAsync(moved.Id!.Value);

        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        var item = Assert.Single(await OfAsync(hr, plan, "G-1"));
        Assert.Equal(("dropped", "leftAudience"), (item.Text("state"), item.Text("dropReason")));
    }

    [Fact]
    public async Task A_leaver_has_the_item_on_the_last_day_loses_it_in_the_night_after_and_has_it_again_when_hired_again()
    {
        await using var app = await StartAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = (await app.StartedAsync(hr)).Id();
        var (number, id) = (World.NumberOf(Role.Staff, Standing.Below), await app.PersonAsync(Role.Staff, Standing.Below));
        await hr.DoAsync($"/employees/{id}/end-employment", new { leftOn = Today, reason = "辞职" }, await VersionAsync(hr, id));
        await NightOfAsync(app, Today);
        Assert.Equal("open", Assert.Single(await OfAsync(hr, plan, number)).Text("state"));

        await NightOfAsync(app, Today.AddDays(1));
        Assert.Equal("dropped", Assert.Single(await OfAsync(hr, plan, number)).Text("state"));
        app.Clock.SetUtcNow(TrainingApp.Morning.AddDays(2));
        var position = await app.ReadAsync(db => db.Assignments.Where(x => x.EmployeeId == id).OrderBy(x => x.Id).Select(x => x.PositionId).FirstAsync(Stop));
        await hr.DoAsync(
            $"/employees/{id}/rehire",
            new
            {
                hiredOn = Today.AddDays(2), contractKind = "openEnded", departmentId = await app.DepartmentAsync("CS"),
                positionId = position, supervisorId = await app.PersonAsync(Role.Staff, Standing.Above),
            },
            await VersionAsync(hr, id));

        var item = Assert.Single(await OfAsync(hr, plan, number));
        Assert.Equal(("open", "2026-03-04"), (item.Text("state"), item.Text("assignedOn")));
    }

    [Fact]
    public async Task A_plan_for_people_yet_to_join_starts_with_nobody_and_the_first_joiner_has_its_items()
    {
        await using var app = await StartAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await hr.DoAsync("/plans", new
        {
            departmentId = await app.DepartmentAsync("FIN"), startsOn = Today, titleZh = "新员工", audience = new { hiredFrom = Today },
            items = new[] { new { courseId = await app.CourseAsync("CRS040"), isMandatory = true, dueWorkingDays = 20 } },
        });
        await hr.DoAsync($"/plans/{plan.Id()}/submit");
        await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve");

        var started = await hr.DoAsync($"/plans/{plan.Id()}/start");

        Assert.Equal(("running", 0), (started.Text("state"), started.GetProperty("progress").GetProperty("people").GetInt32()));
        await hr.ImportedAsync("/employees/import", Person("G-4", "FIN", Today));
        Assert.Equal("open", Assert.Single(await OfAsync(hr, plan.Id(), "G-4")).Text("state"));
    }

    [Fact]
    public async Task A_corrected_hire_day_moves_due_days_that_count_from_it()
    {
        await using var app = await StartAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", Person("G-3", "CS", new DateOnly(2026, 2, 25)));
        var plan = await hr.DoAsync("/plans", new
        {
            departmentId = await app.DepartmentAsync("CS"), startsOn = Today, titleZh = "入职培训",
            items = new[] { new { courseId = await app.CourseAsync("CRS040"), isMandatory = true, dueWorkingDays = 60, dueFrom = "hireDay" } },
        });
        await hr.DoAsync($"/plans/{plan.Id()}/submit");
        await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve");
        await hr.DoAsync($"/plans/{plan.Id()}/start");
        var before = Assert.Single(await OfAsync(hr, plan.Id(), "G-3"));

        var id = before.GetProperty("employeeId").GetInt64();
        await hr.DoAsync(
            $"/employees/{id}/employment",
            new
            {
                hiredOn = "2026-02-11", contractKind = "openEnded", workShare = 1m, probationEndsOn = (string?)null, leftOn = (string?)null,
                leaveReason = (string?)null,
            },
            await VersionAsync(hr, id),
            HttpMethod.Put);

        var after = Assert.Single(await OfAsync(hr, plan.Id(), "G-3"));
        Assert.Equal(("2026-02-25", "2026-02-11"), (before.Text("dueAnchorOn"), after.Text("dueAnchorOn")));
        Assert.True(string.CompareOrdinal(after.Text("dueOn"), before.Text("dueOn")) < 0);
    }

    [Fact]
    public async Task Imported_leave_moves_due_days_and_its_undo_moves_them_back()
    {
        await using var app = await StartAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = (await app.StartedAsync(hr)).Id();
        var number = World.NumberOf(Role.Staff, Standing.Direct);

        var leave = await hr.ImportedAsync(
            "/leave/import", ImportFiles.Workbook("工号,假别,开始日期,结束日期", [number, "年假", new DateOnly(2026, 3, 6), new DateOnly(2026, 3, 9)]));
        var moved = Assert.Single(await OfAsync(hr, plan, number));
        using var undone = await hr.UndoAsync(leave.Id!.Value);
        var back = Assert.Single(await OfAsync(hr, plan, number));

        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal(("2026-04-01", "2026-03-30"), (moved.Text("dueOn"), back.Text("dueOn")));
    }

    [Fact]
    public async Task A_changed_calendar_takes_no_more_statements_for_many_people_with_leave_than_for_few()
    {
        await using var app = await StartAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        List<string> numbers = [.. Enumerable.Range(0, 60).Select(x => $"G-{x}")];
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            PeopleHeaders, numbers.Select(x => (IReadOnlyList<object?>)[x, "甲", "CS", "CS-AGENT", "W000", World.HiredOn]).ToArray()));
        var plan = (await app.StartedAsync(hr)).Id();

        await LeaveAsync(numbers[..2]);
        var few = await MovingAsync(hr, "2026-03-11");
        await LeaveAsync(numbers[2..]);
        var many = await MovingAsync(hr, "2026-03-12");

        Assert.True(many <= few, $"{many} statements for many, {few} for few");
        var items = (await hr.ReadAsync($"/plans/{plan}/items?pageSize=200")).Items();
        Assert.Equal(84, items.Count);
        Assert.All(items, x => Assert.Equal(x.Text("employeeNumber")!.StartsWith('G') ? "2026-04-02" : "2026-04-01", x.Text("dueOn")));

        Task LeaveAsync(List<string> of) => hr.ImportedAsync("/leave/import", ImportFiles.Workbook(
            "工号,假别,开始日期,结束日期", of.Select(x => (IReadOnlyList<object?>)[x, "年假", new DateOnly(2026, 3, 6), new DateOnly(2026, 3, 6)]).ToArray()));
    }

    [Fact]
    public async Task A_changed_calendar_takes_no_more_statements_for_many_hire_days_than_for_few()
    {
        await using var app = await StartAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        await HireAsync(0, 3);
        var plan = (await app.StartedAsync(hr)).Id();
        var few = await MovingAsync(hr, "2026-03-11");
        await HireAsync(3, 60);
        var many = await MovingAsync(hr, "2026-03-12");

        Assert.Equal(84, (await hr.ReadAsync($"/plans/{plan}/items?pageSize=200")).Items().Count(x => x.Text("dueOn") == "2026-04-01"));
        Assert.True(many <= few, $"{many} statements for many, {few} for few");

        Task HireAsync(int from, int to) => hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            PeopleHeaders,
            Enumerable.Range(from, to - from)
                .Select(x => (IReadOnlyList<object?>)[$"H-{x}", "甲", "CS", "CS-AGENT", "W000", World.HiredOn.AddDays(x)]).ToArray()));
    }

    private static async Task<int> MovingAsync(HttpClient hr, string holiday)
    {
        await hr.DoAsync("/calendar-days", new { day = holiday, kind = "holiday", nameZh = "停工" });
        using var answer = await hr.TryAsync("/due-day-moves");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return int.Parse(answer.Headers.GetValues(QueryHeader.Name).Single(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<TrainingApp> StartAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        return app;
    }

    private static byte[] Person(string number, string department, DateOnly? hiredOn = null) =>
        ImportFiles.Workbook(PeopleHeaders, [number, "甲", department, "CS-AGENT", "W000", hiredOn ?? World.HiredOn]);

    private static async Task<List<JsonElement>> OfAsync(HttpClient hr, long plan, string number) =>
        [.. (await hr.ReadAsync($"/plans/{plan}/items?pageSize=200")).Items().Where(x => x.Text("employeeNumber") == number)];

    private static async Task<int> VersionAsync(HttpClient hr, long id) => (await hr.ReadAsync($"/employees/{id}")).Version();

    private static async Task NightOfAsync(TrainingApp app, DateOnly day)
    {
        app.Clock.SetUtcNow(TrainingApp.Morning.AddDays(day.DayNumber - Today.DayNumber));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FollowNightly>().RunAsync(Stop);
    }
}
