using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Audit;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Kpis;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Goals;

/// <summary>People see what they are measured by while the quarter runs, how they stand, and what the next step is worth. It is
/// 2 March 2026.</summary>
public sealed class Goals_of_a_quarter(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_goal_shows_target_actual_score_and_what_the_next_step_is_worth()
    {
        var world = await app.GoalPositionAsync("GA");
        var person = await app.InPositionAsync(world);
        await app.RateAsync(world, person, "2026-01", 80);
        await app.RateAsync(world, person, "2026-02", 82);
        await app.ComplainedAsync(person, new(2026, 2, 3));

        var goals = await TeamAsync(person);

        // The rate: (80 + 82)/2 = 81, (100·81)/90 = 90; one complaint: 80. (90·60 + 80·40)/100 = 86.
        var rate = goals.Of(world.Rate);
        Assert.Equal((90m, 81m, 90m, 86m), (rate.Figure("target"), rate.Figure("actual"), rate.Figure("score"), rate.Figure("total")));
        Assert.Equal(("scored", "B", "2026Q1", "2026-03-02"), (rate.Text("state"), rate.Text("grade"), rate.Text("quarter"), rate.Text("asOf")));
        Assert.Equal((90m, 100m, 6m), (rate.Figure("nextActual"), rate.Figure("nextScore"), rate.Figure("nextGain")));
        var complaints = goals.Of(world.Complaints);
        Assert.Equal((1m, 80m), (complaints.Figure("actual"), complaints.Figure("score")));
        Assert.Equal((0m, 100m, 8m), (complaints.Figure("nextActual"), complaints.Figure("nextScore"), complaints.Figure("nextGain")));
    }

    [Fact]
    public async Task Without_figures_a_goal_waits_and_what_is_there_is_scored_alone()
    {
        var world = await app.GoalPositionAsync("GB");
        var person = await app.InPositionAsync(world);

        var goals = await TeamAsync(person);

        Assert.Equal(("awaitsFigures", null, null), (goals.Of(world.Rate).Text("state"), goals.Of(world.Rate).Figure("score"), goals.Of(world.Rate).Figure("nextGain")));
        Assert.Equal(("scored", 0m, 100m), (goals.Of(world.Complaints).Text("state"), goals.Of(world.Complaints).Figure("actual"), goals.Of(world.Complaints).Figure("total")));
        Assert.Equal([world.Rate], (await TeamAsync(person, "&state=awaitsFigures")).Select(x => x.GetProperty("kpiId").GetInt64()));
        Assert.Equal([world.Rate], (await TeamAsync(person, $"&kpiId={world.Rate}")).Select(x => x.GetProperty("kpiId").GetInt64()));
    }

    [Fact]
    public async Task What_the_supervisor_marks_waits_for_the_mark_and_training_that_is_not_due_is_set_aside()
    {
        var staff = await app.AsAsync(Role.Staff);

        var goals = (await staff.DoAsync(Get("/my/goals"))).Items();

        Assert.Equal(11, goals.Count);
        Assert.Equal("KT02", Assert.Single(goals.Select(x => x.Text("templateCode")).Distinct()));
        Assert.Equal(["K56", "K57"], goals.Where(x => x.Text("state") == "awaitsMark").Select(x => x.Text("kpiCode")).Order());
        Assert.Equal(["K44"], goals.Where(x => x.Text("state") == "setAside").Select(x => x.Text("kpiCode")));
        Assert.Equal(Enumerable.Range(1, 11), goals.Select(x => x.Number("sequence")));
    }

    [Fact]
    public async Task A_goal_of_the_department_takes_the_figures_of_the_department_the_person_works_in()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (kpi, department) = (await app.KpiIdAsync("K01"), await app.ReadAsync(db => db.Departments.SingleAsync(x => x.Code == "CS")));
        await hr.DoAsync(Post("/measurements", new { kpiId = kpi, departmentId = department.Id, period = "2026-02", value = 81 }));

        var goal = (await (await app.AsAsync(Role.Staff)).DoAsync(Get("/my/goals"))).Items().Of(kpi);

        Assert.Equal(("department", 81m, 90m), (goal.Text("scope"), goal.Figure("actual"), goal.Figure("score")));
    }

    [Fact]
    public async Task Who_moved_in_the_quarter_has_the_goals_of_both_segments()
    {
        var (first, second) = (await app.GoalPositionAsync("GC"), await app.GoalPositionAsync("GD"));
        var person = await app.InPositionAsync(first, (new(2026, 2, 1), await app.PlaceAsync(second)));
        await app.RateAsync(first, person, "2026-01", 90);
        await app.RateAsync(second, person, "2026-02", 45);

        var goals = await TeamAsync(person);

        Assert.Equal([(1, 31), (1, 31), (2, 59), (2, 59)], goals.Select(x => (x.Number("segment"), x.Number("segmentDays"))));
        Assert.Equal((100m, 70m), (goals.Of(first.Rate).Figure("segmentTotal"), goals.Of(second.Rate).Figure("segmentTotal")));
        // (31·100 + 59·70)/90 = 80.33
        Assert.All(goals, x => Assert.Equal(80.33m, x.Figure("total")));
    }

    [Fact]
    public async Task A_quarter_gone_by_is_measured_by_the_template_of_its_time()
    {
        var world = await app.GoalPositionAsync("GE");
        var person = await app.InPositionAsync(world);

        Assert.Empty(await TeamAsync(person, "&quarter=2025Q4"));
        Assert.Equal(2, (await TeamAsync(person, "&quarter=2026q1")).Count);
    }

    [Theory]
    [InlineData("/my/goals")]
    [InlineData("/my/team/goals")]
    [InlineData("/employees/{id}/goals")]
    public async Task Nothing_is_known_of_a_quarter_that_has_not_begun(string path)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.PersonAsync(Role.Staff, Standing.Own);

        var problem = await hr.RefusedAsync(
            HttpStatusCode.Conflict, "quarter.notBegun", Get(path.Replace("{id}", id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + "?quarter=2026Q2"));

        Assert.Contains("2026Q1", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_direct_team_is_shown_unless_everybody_below_is_asked_for()
    {
        var supervisor = await app.AsAsync(Role.Supervisor);
        var (direct, below) = (World.NumberOf(Role.Supervisor, Standing.Direct), World.NumberOf(Role.Supervisor, Standing.Below));

        var shown = (await supervisor.DoAsync(Get("/my/team/goals?pageSize=200"))).Items().Select(x => x.Text("employeeNumber")).Distinct().ToList();
        var all = (await supervisor.DoAsync(Get("/my/team/goals?pageSize=200&directOnly=false"))).Items().Select(x => x.Text("employeeNumber")).Distinct().ToList();

        Assert.Contains(direct, shown);
        Assert.DoesNotContain(below, shown);
        Assert.Equal([direct, below], all.Intersect([direct, below]).Order());
        Assert.DoesNotContain(World.NumberOf(Role.Supervisor, Standing.Own), all);
    }

    [Fact]
    public async Task Goals_of_thirty_people_more_take_no_more_queries()
    {
        var world = await app.GoalPositionAsync("GF");
        await app.InPositionAsync(world);
        var supervisor = await app.AsAsync(Role.Supervisor);
        var few = await QueriesAsync(supervisor, "/my/team/goals?pageSize=200");
        for (var i = 1; i < 30; i++)
        {
            var person = await app.InPositionAsync(world);
            await app.RateAsync(world, person, "2026-01", 60 + i);
        }

        Assert.Equal(few, await QueriesAsync(supervisor, "/my/team/goals?pageSize=200"));
        Assert.Equal(30, (await supervisor.DoAsync(Get($"/my/team/goals?kpiId={world.Rate}"))).Number("total"));
    }

    [Fact]
    public async Task Who_read_another_persons_goals_is_noted_for_the_person()
    {
        var staff = await app.PersonAsync(Role.Staff, Standing.Own);
        await (await app.AsAsync(Role.HumanResources)).DoAsync(Get($"/employees/{staff}/goals"));
        await app.Services.GetRequiredService<WriteLookups>().RunAsync(TestContext.Current.CancellationToken);

        var lookups = (await (await app.AsAsync(Role.Staff)).DoAsync(Get("/my/lookups"))).Items();

        Assert.Contains(lookups, x => (x.Text("kind"), x.Text("readerUserName")) == ("score", "humanResources"));
    }

    private async Task<IReadOnlyList<JsonElement>> TeamAsync(long person, string more = "") =>
        (await (await app.AsAsync(Role.Supervisor)).DoAsync(Get($"/my/team/goals?employeeId={person}{more}"))).Items();

    private static async Task<string> QueriesAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync("/api/v1" + path, TestContext.Current.CancellationToken);
        return answer.Headers.GetValues(QueryHeader.Name).Single();
    }
}
