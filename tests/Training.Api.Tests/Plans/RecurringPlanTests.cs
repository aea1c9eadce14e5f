using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

/// <summary>Half-yearly plans are followed by drafts. Each test has a company of its own, because it moves the clock far.</summary>
public sealed class RecurringPlanTests : IAsyncLifetime
{
    private readonly TrainingApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Thirty_days_before_its_day_returns_a_half_yearly_plan_is_drafted_anew_once_and_its_author_told()
    {
        var plan = await StartedAsync("2026-03-02");

        await NightOfAsync("2026-08-02");
        Assert.Empty(await FollowersAsync(plan));

        await NightOfAsync("2026-08-03");
        await NightOfAsync("2026-08-04");
        var hr = await _app.AsAsync(Role.HumanResources);
        var next = await hr.ReadAsync($"/plans/{(await FollowersAsync(plan)).Single()}");
        Assert.Equal(("draft", "2026-09-02", "halfYearly"), (next.Text("state"), next.Text("startsOn"), next.Text("recurrence")));
        Assert.Equal(plan.GetProperty("items").GetArrayLength(), next.GetProperty("items").GetArrayLength());
        Assert.Equal(plan.Text("authorNameZh"), next.Text("authorNameZh"));
        Assert.Contains((await hr.ReadAsync("/notices?sort=-createdAt")).Items(), x => x.Text("kind") == "plan.recurred");
    }

    [Fact]
    public async Task A_draft_that_was_deleted_does_not_come_back()
    {
        var plan = await StartedAsync("2026-03-02");
        await NightOfAsync("2026-08-20");
        var hr = await _app.AsAsync(Role.HumanResources);
        await hr.TryAsync($"/plans/{(await FollowersAsync(plan)).Single()}", null, 1, HttpMethod.Delete);

        await NightOfAsync("2026-08-21");

        Assert.Empty(await FollowersAsync(plan));
    }

    [Fact]
    public async Task Where_somebody_made_the_next_plan_or_the_plan_was_cancelled_none_is_drafted()
    {
        var (made, cancelled) = (await StartedAsync("2026-03-02"), await StartedAsync("2026-03-02", "FIN"));
        var hr = await _app.AsAsync(Role.HumanResources);
        await hr.DoAsync("/plans", new { templateId = await _app.TemplateAsync("TP06"), departmentId = await _app.DepartmentAsync("CS"), startsOn = "2026-09-07" });
        await hr.DoAsync($"/plans/{cancelled.Id()}/cancel", new { reason = "并入公司计划" }, cancelled.GetProperty("version").GetInt32());

        await NightOfAsync("2026-08-20");

        Assert.Empty(await FollowersAsync(made));
        Assert.Empty(await FollowersAsync(cancelled));
    }

    [Fact]
    public async Task Two_half_yearly_plans_of_one_department_for_different_people_are_each_followed()
    {
        var (all, agents) = (await StartedAsync("2026-03-02"), await StartedAsync("2026-03-02", "CS", new { withBelow = false }));

        await NightOfAsync("2026-08-20");

        Assert.Single(await FollowersAsync(all));
        Assert.Single(await FollowersAsync(agents));
    }

    [Fact]
    public async Task A_template_is_used_without_its_recurrence_where_that_is_asked_for()
    {
        var hr = await _app.AsAsync(Role.HumanResources);

        var plan = await hr.DoAsync("/plans", new { templateId = await _app.TemplateAsync("TP06"), departmentId = await _app.DepartmentAsync("CS"), startsOn = "2026-03-02", recurrence = "none" });

        Assert.Equal("none", plan.Text("recurrence"));
    }

    [Fact]
    public async Task After_a_year_without_a_night_one_draft_is_made_for_today()
    {
        var plan = await StartedAsync("2026-03-02");

        await NightOfAsync("2027-03-20");

        var next = await (await _app.AsAsync(Role.HumanResources)).ReadAsync($"/plans/{(await FollowersAsync(plan)).Single()}");
        Assert.Equal("2027-03-20", next.Text("startsOn"));
    }

    [Theory]
    [InlineData("disable", null)]
    [InlineData("roles/remove", "humanResources")]
    public async Task Where_the_author_can_no_longer_sign_in_or_draft_plans_hr_is_told_of_the_draft(string act, string? role)
    {
        await _app.AddAccountAsync("gone-author", null, Role.HumanResources);
        var plan = await StartedAsync("2026-03-02", author: await _app.SignInAsync("gone-author"));
        var administrator = await _app.AsAsync(Role.Administrator);
        var account = await _app.ReadAsync(db => db.Users.Where(x => x.UserName == "gone-author").Select(x => x.Id).SingleAsync(Stop));
        int? version = role is null ? null : (await administrator.ReadAsync($"/accounts/{account}")).GetProperty("version").GetInt32();
        await administrator.DoAsync($"/accounts/{account}/{act}", role is null ? null : new { role }, version);

        await NightOfAsync("2026-08-20");

        Assert.Single(await FollowersAsync(plan));
        var hr = await _app.AsAsync(Role.HumanResources);
        Assert.Contains((await hr.ReadAsync("/notices?sort=-createdAt")).Items(), x => x.Text("kind") == "plan.recurred");
    }

    [Fact]
    public async Task A_retired_course_gives_way_to_its_successor_and_one_without_is_left_out_and_named_in_the_notice()
    {
        var plan = await StartedAsync("2026-03-02");
        var codes = Codes(plan);
        Assert.Contains("CRS024", codes);
        var gone = codes.First(x => x != "CRS024");
        var hr = await _app.AsAsync(Role.HumanResources);
        await hr.DoAsync("/courses", new { code = "NEXT-1", nameZh = "新课", category = "basics", modules = Array.Empty<object>() });
        await RetireAsync(hr, "CRS024", await _app.CourseAsync("NEXT-1"));
        await RetireAsync(hr, gone, null);

        await NightOfAsync("2026-08-20");

        hr = await _app.AsAsync(Role.HumanResources);
        var next = await hr.ReadAsync($"/plans/{(await FollowersAsync(plan)).Single()}");
        Assert.Equal(codes.Where(x => x != gone).Select(x => x == "CRS024" ? "NEXT-1" : x), Codes(next));
        var notice = (await hr.ReadAsync("/notices?sort=-createdAt")).Items().First(x => x.Text("kind") == "plan.recurredWithout");
        Assert.Contains(gone, notice.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("CRS024", notice.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_department_keeps_the_draft_out_and_hr_is_told()
    {
        var plan = await StartedAsync("2026-03-02", "FIN");
        await _app.ReadAsync(db => db.WriteAsync(
            async () =>
            {
                (await db.Departments.SingleAsync(x => x.Code == "FIN", Stop)).Retire(TrainingApp.Morning, new(2026, 3, 2));
                return 0;
            },
            Stop));

        await NightOfAsync("2026-08-20");

        Assert.Empty(await FollowersAsync(plan));
        var hr = await _app.AsAsync(Role.HumanResources);
        Assert.Contains((await hr.ReadAsync("/notices?sort=-createdAt")).Items(), x => x.Text("kind") == "plan.notRecurred");
    }

    [Fact]
    public async Task A_copy_of_the_plan_of_a_year_ago_is_the_next_of_its_half_year()
    {
        var first = await StartedAsync("2025-09-02");
        var second = await StartedAsync("2026-03-02");
        var hr = await _app.AsAsync(Role.HumanResources);
        await hr.DoAsync("/plans", new { sourcePlanId = first.Id(), departmentId = await _app.DepartmentAsync("CS"), startsOn = "2026-09-02" });

        await NightOfAsync("2026-08-20");

        Assert.Empty(await FollowersAsync(second));
    }

    [Fact]
    public async Task A_copy_for_a_later_half_year_keeps_no_draft_out()
    {
        var plan = await StartedAsync("2026-03-02");
        var hr = await _app.AsAsync(Role.HumanResources);
        var far = await hr.DoAsync("/plans", new { sourcePlanId = plan.Id(), departmentId = await _app.DepartmentAsync("CS"), startsOn = "2027-03-02" });

        await NightOfAsync("2026-08-20");

        var next = Assert.Single(await FollowersAsync(plan), x => x != far.Id());
        Assert.Equal("2026-09-02", (await (await _app.AsAsync(Role.HumanResources)).ReadAsync($"/plans/{next}")).Text("startsOn"));
    }

    [Fact]
    public async Task Two_half_yearly_plans_a_quarter_apart_each_come_round()
    {
        var plan = await StartedAsync("2026-03-02");
        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        var other = await StartedAsync("2026-06-02");

        await NightOfAsync("2026-08-20");
        await NightOfAsync("2026-11-20");

        Assert.Single(await FollowersAsync(plan));
        Assert.Single(await FollowersAsync(other));
    }

    [Fact]
    public async Task Hr_is_told_again_of_a_draft_that_was_moved_to_the_next_half_year_and_not_started_then_either()
    {
        var plan = await StartedAsync("2026-03-02");
        await NightOfAsync("2026-08-20");
        var draft = (await FollowersAsync(plan)).Single();
        await NightOfAsync("2027-01-31");
        var told = await LapsesAsync(draft);
        var hr = await _app.AsAsync(Role.HumanResources);
        await hr.DoAsync(
            $"/plans/{draft}",
            new
            {
                departmentId = await _app.DepartmentAsync("CS"), startsOn = "2027-03-02", titleZh = "改期", recurrence = "halfYearly",
                objectives = Array.Empty<object>(), stages = Array.Empty<object>(),
                items = new[] { new { courseId = await _app.CourseAsync("CRS040"), isMandatory = true, dueWorkingDays = 5 } },
            },
            (await hr.ReadAsync($"/plans/{draft}")).GetProperty("version").GetInt32(),
            HttpMethod.Put);

        await NightOfAsync("2027-03-20");
        Assert.Equal(told, await LapsesAsync(draft));
        await NightOfAsync("2027-08-10");

        Assert.Equal(2 * told, await LapsesAsync(draft));
    }

    [Fact]
    public async Task Hr_is_told_once_of_a_series_that_ends_because_its_draft_was_never_started()
    {
        var plan = await StartedAsync("2026-03-02");
        await NightOfAsync("2026-08-20");
        var draft = (await FollowersAsync(plan)).Single();

        await NightOfAsync("2027-01-30");
        Assert.Equal(0, await LapsesAsync(draft));
        await NightOfAsync("2027-01-31");
        var told = await LapsesAsync(draft);
        Assert.True(told > 0);
        await NightOfAsync("2027-02-01");

        Assert.Equal(told, await LapsesAsync(draft));
        Assert.Empty(await _app.ReadAsync(db => db.Plans.Where(x => x.SourcePlanId == draft).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Nobody_is_told_of_an_end_where_the_draft_was_cancelled_or_the_next_plan_is_there()
    {
        var (made, cancelled) = (await StartedAsync("2026-03-02"), await StartedAsync("2026-03-02", "FIN"));
        await NightOfAsync("2026-08-20");
        var (draft, dropped) = ((await FollowersAsync(made)).Single(), (await FollowersAsync(cancelled)).Single());
        var hr = await _app.AsAsync(Role.HumanResources);
        await hr.DoAsync($"/plans/{dropped}/submit");
        await hr.DoAsync($"/plans/{dropped}/cancel", new { reason = "不再举办" }, (await hr.ReadAsync($"/plans/{dropped}")).GetProperty("version").GetInt32());
        await hr.DoAsync("/plans", new { sourcePlanId = draft, departmentId = await _app.DepartmentAsync("CS"), startsOn = "2027-03-02" });

        await NightOfAsync("2027-02-20");

        Assert.Equal((0, 0), (await LapsesAsync(draft), await LapsesAsync(dropped)));
    }

    private Task<int> LapsesAsync(long plan) =>
        _app.ReadAsync(db => db.Notices.CountAsync(x => x.Kind == "plan.lapses" && x.SubjectId == plan, Stop));

    private static List<string> Codes(JsonElement plan) => [.. plan.GetProperty("items").EnumerateArray().Select(x => x.Text("courseCode")!)];

    private async Task RetireAsync(HttpClient hr, string code, long? successorId)
    {
        var course = await _app.CourseAsync(code);
        var version = (await hr.ReadAsync($"/courses/{course}")).GetProperty("version").GetInt32();
        await hr.DoAsync($"/courses/{course}/retire", new { successorId }, version);
    }

    private async Task<JsonElement> StartedAsync(string startsOn, string department = "CS", object? audience = null, HttpClient? author = null)
    {
        var (hr, approver) = (author ?? await _app.AsAsync(Role.HumanResources), await _app.AsAsync(Role.Approver));
        var plan = await hr.DoAsync(
            "/plans", new { templateId = await _app.TemplateAsync("TP06"), departmentId = await _app.DepartmentAsync(department), startsOn, audience = audience ?? new { } });
        await hr.DoAsync($"/plans/{plan.Id()}/submit");
        await approver.DoAsync($"/plans/{plan.Id()}/approve");
        await hr.DoAsync($"/plans/{plan.Id()}/start");
        return await hr.ReadAsync($"/plans/{plan.Id()}");
    }

    private Task<List<long>> FollowersAsync(JsonElement plan)
    {
        var id = plan.Id();
        return _app.ReadAsync(db => db.Plans.Where(x => x.SourcePlanId == id).Select(x => x.Id).ToListAsync(Stop));
    }

    /// <summary>One o'clock in the night to the day.</summary>
    private async Task NightOfAsync(string day)
    {
        _app.Clock.SetUtcNow(new DateTimeOffset(DateOnly.Parse(day, null), new TimeOnly(1, 0), TimeSpan.FromHours(8)));
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DraftRecurring>().RunAsync(Stop);
    }
}
