using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Domain.People;


namespace Training.Api.Tests.Plans;

public sealed class AudienceTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hiring_asks_no_more_of_the_database_for_running_plans_that_are_for_others()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var place = await PlaceAsync("FIN");
        await app.StartedAsync(hr);
        await HireAsync("ASK-0");
        var few = await HireAsync("ASK-1");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await app.StartedAsync(hr);
        }

        Assert.Equal(few, await HireAsync("ASK-2"));

        async Task<int> HireAsync(string number)
        {
            using var answer = await hr.TryAsync("/employees", new
            {
                employeeNumber = number, nameZh = "新人", hiredOn = Today, contractKind = "openEnded", departmentId = place.DepartmentId, positionId = place.PositionId,
            });
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            return int.Parse(answer.Headers.GetValues(QueryHeader.Name).Single(), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task A_preview_names_everybody_the_rule_admits_on_the_day_with_the_reason_and_gives_nobody_anything()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (place, intern) = (await PlaceAsync("CS"), await HireAsync("A-01", "CS", new DateOnly(2026, 3, 9), ContractKind.Intern));
        var plan = await DraftAsync(hr, "HQ", new
        {
            positionIds = new[] { place.PositionId }, hiredFrom = "2026-03-01", hiredTo = "2026-03-31", contractKinds = new[] { "intern" },
        });

        var before = (await hr.ReadAsync($"/plans/{plan.Id()}/audience")).Items();
        var then = Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/audience?on=2026-03-09")).Items());

        Assert.Empty(before);
        Assert.Equal(intern, then.Id());
        var reason = then.Text("reason")!;
        var position = await app.ReadAsync(db => db.Positions.Where(x => x.Id == place.PositionId).Select(x => x.Code).SingleAsync());
        foreach (var part in new[] { "CS", position, "2026-03-09" })
        {
            Assert.Contains(part, reason, StringComparison.Ordinal);
        }

        Assert.Equal("draft", (await hr.ReadAsync($"/plans/{plan.Id()}")).Text("state"));
        Assert.False(await app.ReadAsync(db => db.TrainingItems.AnyAsync(x => x.EmployeeId == intern)));
        Assert.Equal([place.PositionId], plan.GetProperty("audience").GetProperty("positions").EnumerateArray().Select(x => x.Id()));
    }

    [Fact]
    public async Task A_rule_without_the_departments_below_admits_the_department_alone()
    {
        var hr = await app.AsAsync(Role.HumanResources);

        var whole = await DraftAsync(hr, "HQ", null);
        var narrow = await DraftAsync(hr, "HQ", new { withBelow = false });

        Assert.Contains((await hr.ReadAsync($"/plans/{whole.Id()}/audience?pageSize=200")).Items(), x => x.Text("departmentCode") == "CS");
        Assert.All((await hr.ReadAsync($"/plans/{narrow.Id()}/audience")).Items(), x => Assert.Equal("HQ", x.Text("departmentCode")));
        Assert.NotEmpty((await hr.ReadAsync($"/plans/{narrow.Id()}/audience")).Items());
    }

    [Theory]
    [InlineData("plan.hiredRange", """{ "hiredFrom": "2026-03-02", "hiredTo": "2026-03-01" }""")]
    [InlineData("plan.positionUnknown", """{ "positionIds": [987654] }""")]
    public async Task A_rule_that_can_admit_nobody_is_refused_when_drafted_and_when_edited(string code, string audience)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await app.DraftAsync(hr);
        var body = new
        {
            departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-03-02", titleZh = "计划", audience = JsonDocument.Parse(audience).RootElement,
            objectives = Array.Empty<object>(), stages = Array.Empty<object>(), items = Array.Empty<object>(),
        };

        await (await hr.TryAsync("/plans", body)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        await (await hr.TryAsync($"/plans/{draft.Id()}", body, draft.Version(), HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(draft.Version(), (await hr.ReadAsync($"/plans/{draft.Id()}")).Version());
    }

    [Fact]
    public async Task Who_is_hired_or_moved_into_the_audience_joins_at_once_and_who_is_moved_out_or_leaves_goes()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await StartAsync(hr, "CS", null);
        var (joiner, mover) = (await HireAsync("A-10", "CS", Today), await HireAsync("A-11", "FIN", Today));

        Assert.Equal("open", await StateAsync(hr, plan, joiner));
        Assert.Null(await StateAsync(hr, plan, mover));
        await MoveAsync(mover, "CS", Today);
        Assert.Equal("open", await StateAsync(hr, plan, mover));
        await MoveAsync(mover, "FIN", Today);
        Assert.Equal("dropped", await StateAsync(hr, plan, mover));
        await EndAsync(joiner, Today);

        // Today is the last day: still one of them.
        Assert.Equal("open", await StateAsync(hr, plan, joiner));
        var audited = await app.ReadAsync(db => db.AuditEntries.Where(x => x.Entity == "trainingItem" && x.After!.Contains("leftAudience")).CountAsync());
        Assert.True(audited > 0);
    }

    [Fact]
    public async Task What_was_entered_ahead_comes_true_at_night_once_and_whoever_comes_back_has_the_item_from_that_day()
    {
        await using var later = new TrainingApp();
        await later.InitializeAsync();
        var hr = await later.AsAsync(Role.HumanResources);
        var staff = await later.PersonAsync(Role.Staff, Standing.Own);
        var plan = await later.StartedAsync(hr);
        await MoveAsync(staff, "FIN", Today.AddDays(1), later);
        await MoveAsync(staff, "CS", Today.AddDays(9), later);
        Assert.Equal("open", await StateAsync(hr, plan.Id(), staff));

        await FollowOnAsync(later, Today.AddDays(1));
        Assert.Equal("dropped", await StateAsync(hr, plan.Id(), staff));
        Assert.Equal(1, await ToldAsync(later, "plan.left"));
        Assert.Equal((0, 0), await AgainAsync(later));
        await FollowOnAsync(later, Today.AddDays(9));

        var item = Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={staff}")).Items());
        Assert.Equal(("open", "2026-03-11"), (item.Text("state"), item.Text("assignedOn")));
        Assert.Equal(1, await ToldAsync(later, "plan.joined"));
        Assert.Equal((0, 0), await AgainAsync(later));
    }

    [Fact]
    public async Task After_any_moves_the_items_are_those_of_the_audience_evaluated_anew()
    {
        await using var other = new TrainingApp();
        await other.InitializeAsync();
        var hr = await other.AsAsync(Role.HumanResources);
        var plan = (await other.StartedAsync(hr)).Id();
        var people = await other.ReadAsync(db => db.Employees.OrderBy(x => x.Id).Skip(3).Take(6).Select(x => x.Id).ToListAsync());
        var random = new Random(20260302);
        for (var day = 1; day <= 12; day++)
        {
            other.Clock.SetUtcNow(TrainingApp.Morning.AddDays(day));
            await TurnAsync(people[random.Next(people.Count)], Today.AddDays(day + random.Next(3)), other);
            await FollowOnAsync(other, Today.AddDays(day));

            var audience = (await hr.ReadAsync($"/plans/{plan}/audience?pageSize=200")).Items().Select(x => x.Id()).Order();
            var live = await other.ReadAsync(db => db.TrainingItems.Where(x => x.PlanId == plan && x.DroppedOn == null).Select(x => x.EmployeeId).Order().ToListAsync());
            Assert.Equal(audience, live);
        }
    }

    [Fact]
    public async Task Nobody_joins_a_plan_after_its_last_day()
    {
        await using var later = new TrainingApp();
        await later.InitializeAsync();
        var hr = await later.AsAsync(Role.HumanResources);
        var plan = await hr.DoAsync("/plans", new
        {
            departmentId = await later.DepartmentAsync("CS"), startsOn = "2026-03-02", endsOn = "2026-03-02", titleZh = "计划",
            items = new[] { new { courseId = await later.CourseAsync("CRS040"), isMandatory = true, dueWorkingDays = 5 } },
        });
        await hr.DoAsync($"/plans/{plan.Id()}/submit");
        await (await later.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve");
        await hr.DoAsync($"/plans/{plan.Id()}/start");
        later.Clock.SetUtcNow(TrainingApp.Morning.AddDays(1));

        var joiner = await HireAsync("A-20", "CS", Today.AddDays(1), at: later);

        Assert.Null(await StateAsync(hr, plan.Id(), joiner));
    }

    [Fact]
    public async Task A_department_that_is_put_elsewhere_takes_its_people_along()
    {
        await using var other = new TrainingApp();
        await other.InitializeAsync();
        var hr = await other.AsAsync(Role.HumanResources);
        var plan = (await other.StartedAsync(hr)).Id();
        var person = await other.PersonAsync(Role.Staff, Standing.Other);
        Assert.Null(await StateAsync(hr, plan, person));
        var finance = await hr.ReadAsync($"/departments/{await other.DepartmentAsync("FIN")}");

        await hr.DoAsync(
            $"/departments/{finance.Id()}", new { nameZh = finance.Text("nameZh"), parentId = await other.DepartmentAsync("CS") },
            finance.Version(), HttpMethod.Put);

        Assert.Equal("open", await StateAsync(hr, plan, person));
    }

    private async Task<JsonElement> DraftAsync(HttpClient hr, string department, object? audience) => await hr.DoAsync("/plans", new
    {
        departmentId = await app.DepartmentAsync(department),
        startsOn = "2026-03-02",
        titleZh = "培训",
        audience,
        items = new[] { new { courseId = await app.CourseAsync("CRS040"), isMandatory = true, dueWorkingDays = 20 } },
    });

    private async Task<long> StartAsync(HttpClient hr, string department, object? audience)
    {
        var plan = await DraftAsync(hr, department, audience);
        await hr.DoAsync($"/plans/{plan.Id()}/submit");
        await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve");
        return (await hr.DoAsync($"/plans/{plan.Id()}/start")).Id();
    }

    private static async Task<string?> StateAsync(HttpClient hr, long plan, long employee) =>
        (await hr.ReadAsync($"/plans/{plan}/items?employeeId={employee}")).Items() is [var item] ? item.Text("state") : null;

    private Task<Placement> PlaceAsync(string department, TrainingApp? at = null) => (at ?? app).ReadAsync(db => db.Assignments
        .Where(x => db.Departments.Any(y => y.Id == x.DepartmentId && y.Code == department)).OrderBy(x => x.Id)
        .Select(x => new Placement(x.DepartmentId, x.PositionId, null)).FirstAsync(Stop));

    private async Task<long> HireAsync(
        string number, string department, DateOnly on, ContractKind kind = ContractKind.OpenEnded, TrainingApp? at = null)
    {
        var place = await PlaceAsync(department, at);
        await using var scope = (at ?? app).Services.CreateAsyncScope();
        var person = new NewEmployee(
            number, new EmployeeProfile(PersonNames.Of(number, "新人", null, null), null, null, null, Language.ZhCn), new Engagement(on, kind, 1m, null), place);
        return (await scope.ServiceProvider.GetRequiredService<HireEmployee>().RunAsync([person], Stop))[0].Id;
    }

    private Task MoveAsync(long employee, string department, DateOnly from, TrainingApp? at = null) => ChangeAsync(
        employee,
        async (_, timeline) => timeline.ChangeFrom(from, await PlaceAsync(department, at) with { SupervisorId = timeline.Assignments[^1].SupervisorId }),
        at ?? app);

    /// <summary>Moves somebody into the audience, or out of it, from the day on.</summary>
    private async Task TurnAsync(long employee, DateOnly from, TrainingApp at)
    {
        var (service, finance) = (await PlaceAsync("CS", at), await PlaceAsync("FIN", at));
        await ChangeAsync(
            employee,
            (_, timeline) =>
            {
                var now = timeline.Assignments.First(x => x.HoldsOn(from)).Placement;
                timeline.ChangeFrom(from, (now.DepartmentId == service.DepartmentId ? finance : service) with { SupervisorId = now.SupervisorId });
                return Task.CompletedTask;
            },
            at);
    }

    private Task EndAsync(long employee, DateOnly on) => ChangeAsync(
        employee,
        (person, timeline) =>
        {
            person.EndEmployment(new Leaving(on, null));
            timeline.FollowEmployment();
            return Task.CompletedTask;
        },
        app);

    private static async Task ChangeAsync(long employee, Func<Employee, AssignmentTimeline, Task> change, TrainingApp at)
    {
        await using var scope = at.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        await scope.ServiceProvider.GetRequiredService<ChangeEmployment>().RunAsync(db.Employees, employee, change, Stop);
    }

    private static async Task FollowOnAsync(TrainingApp at, DateOnly day)
    {
        at.Clock.SetUtcNow(TrainingApp.Morning.AddDays(day.DayNumber - Today.DayNumber));
        await using var scope = at.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FollowNightly>().RunAsync(Stop);
    }

    private static async Task<(int Joined, int Left)> AgainAsync(TrainingApp at)
    {
        await using var scope = at.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FollowAudience>().RunAsync(null, Stop);
    }

    private static Task<int> ToldAsync(TrainingApp at, string kind) => at.ReadAsync(db => db.Notices.CountAsync(x => x.Kind == kind));
}
