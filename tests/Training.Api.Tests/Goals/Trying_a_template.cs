using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Audit;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Kpis;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.KpiTemplates.KpiTemplateWorld;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Goals;

/// <summary>A draft, or another curve, is tried over a quarter before it is published: everybody's score and grade before and after.</summary>
public sealed class Trying_a_template(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_draft_shows_each_persons_score_and_grade_before_and_after()
    {
        var (world, low, high) = await TwoPeopleAsync("TA");
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await hr.DoAsync(Post($"/kpi-templates/{world.Template.Id()}/revise"));
        draft = await hr.DoAsync(Put($"/kpi-templates/{draft.Id()}", Content(world.Sections(rateWeight: 90)), draft.Version()));

        var tried = await hr.DoAsync(Post($"/kpi-templates/{draft.Id()}/try", new { quarter = "2026Q1" }));

        // Rate 45 scores 50, rate 90 scores 100, no complaints score 100: 50·60 + 100·40 and 50·90 + 100·10.
        Assert.Equal([(70m, 55m, -15m, "C", "E"), (100m, 100m, 0m, "A", "A")], People(tried, low, high));
        Assert.Equal((85m, 77.5m), (tried.Figure("meanBefore"), tried.Figure("meanAfter")));
        Assert.Equal(
            [("A", 1, 1), ("B", 0, 0), ("C", 1, 0), ("D", 0, 0), ("E", 0, 1)],
            tried.GetProperty("grades").EnumerateArray().Select(x => (x.Text("grade")!, x.Number("before"), x.Number("after"))));
        Assert.Equal((2, 1), (tried.Number("templateNumber"), tried.Number("templateInForceNumber")));
    }

    [Fact]
    public async Task Grades_are_those_of_the_quarters_cycle_and_a_ceiling_that_it_has_no_grade_for_is_named()
    {
        var world = await app.GoalPositionAsync("TG");
        await app.InPositionAsync(world);
        var hr = await app.AsAsync(Role.HumanResources);
        var cycle = await hr.PlannedAsync("2025Q4");
        var content = CycleWorld.ContentOf(cycle);
        content["settings"]!["bands"] = JsonNode.Parse("""[{"grade":"甲","from":60},{"grade":"乙","from":null}]""");
        (content["distribution"]!["shares"], content["templates"]) = (new JsonArray(), new JsonArray());
        await hr.DoAsync(CycleWorld.Edit(cycle, content));
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle.Id()}/open"));
        var sections = world.Sections();

        var tried = await hr.DoAsync(Post($"/kpi-templates/{world.Template.Id()}/try", new JsonObject { ["quarter"] = "2025Q4", ["sections"] = sections.DeepClone() }));

        Assert.Equal(["甲", "乙"], tried.GetProperty("grades").EnumerateArray().Select(x => x.Text("grade")));
        sections[0]!["items"]![0]!["ceiling"] = JsonNode.Parse("""{"grade":"C","below":60}""");
        await hr.RefusedAsync(
            HttpStatusCode.Conflict, "appraisal.ceilingGradeUnknown", "sections[0].items[0].ceiling.grade",
            Post($"/kpi-templates/{world.Template.Id()}/try", new JsonObject { ["quarter"] = "2025Q4", ["sections"] = sections }));
    }

    [Fact]
    public async Task Another_curve_is_tried_without_being_kept()
    {
        var (world, low, high) = await TwoPeopleAsync("TB");
        var hr = await app.AsAsync(Role.HumanResources);
        var sections = world.Sections(method: Curve((0, 0), (45, 80), (90, 100)));

        var tried = await hr.DoAsync(Post($"/kpi-templates/{world.Template.Id()}/try", new JsonObject { ["quarter"] = "2026Q1", ["sections"] = sections }));

        Assert.Equal([(70m, 88m, 18m, "C", "B"), (100m, 100m, 0m, "A", "A")], People(tried, low, high));
        var kept = await hr.DoAsync(Get($"/kpi-templates/{world.Template.Id()}"));
        Assert.Equal(world.Template.GetRawText(), kept.GetRawText());
        Assert.False(await app.ReadAsync(db => db.AuditEntries.AnyAsync(x => x.Act == "TryKpiTemplate")));
    }

    [Fact]
    public async Task What_is_missing_is_passed_over_on_both_sides_and_named()
    {
        var world = await app.GoalPositionAsync("TC");
        await app.InPositionAsync(world);

        var tried = await (await app.AsAsync(Role.HumanResources)).DoAsync(Post($"/kpi-templates/{world.Template.Id()}/try", new { quarter = "2026Q1" }));

        var gap = Assert.Single(tried.GetProperty("gaps").EnumerateArray());
        Assert.Equal(("TCR", "awaitsFigures", 1), (gap.Text("kpiCode"), gap.Text("state"), gap.Number("people")));
        Assert.Equal(100m, tried.Figure("meanAfter"));
    }

    [Fact]
    public async Task Both_sides_are_scored_from_one_reading()
    {
        var (world, low, _) = await TwoPeopleAsync("TR");
        var hr = await app.AsAsync(Role.HumanResources);

        var goals = await QueriesAsync(hr, Get($"/employees/{low}/goals?quarter=2026Q1"));
        var tried = await QueriesAsync(hr, Post($"/kpi-templates/{world.Template.Id()}/try", new { quarter = "2026Q1" }));

        Assert.InRange(tried, 1, goals);
    }

    [Fact]
    public async Task Sections_that_ask_for_more_change_nothing_before()
    {
        var (world, low, high) = await TwoPeopleAsync("TS");
        var hr = await app.AsAsync(Role.HumanResources);
        var sections = world.Sections(rateWeight: 40);
        var items = sections[0]!["items"]!.AsArray();
        var ofDepartment = Item(await app.KpiIdAsync("K15"), 20, GoalPosition.LessPerComplaint());
        ofDepartment["scope"] = "department";
        items[1]!["weight"] = 40;
        items.Add(ofDepartment);

        var before = await hr.DoAsync(Post($"/kpi-templates/{world.Template.Id()}/try", new { quarter = "2026Q1" }));
        var tried = await hr.DoAsync(Post($"/kpi-templates/{world.Template.Id()}/try", new JsonObject { ["quarter"] = "2026Q1", ["sections"] = sections }));

        Assert.Equal([(70m, "C"), (100m, "A")], People(tried, low, high).Select(x => (x.Before!.Value, x.GradeBefore!)));
        Assert.Equal([(80m, "B"), (100m, "A")], People(tried, low, high).Select(x => (x.After!.Value, x.GradeAfter!)));
        Assert.Equal(before.Figure("meanBefore"), tried.Figure("meanBefore"));
    }

    [Fact]
    public async Task Before_the_template_held_there_is_nothing_to_compare_with()
    {
        var (world, low, _) = await TwoPeopleAsync("TD");

        var tried = await (await app.AsAsync(Role.HumanResources)).DoAsync(Post($"/kpi-templates/{world.Template.Id()}/try", new { quarter = "2025Q4" }));

        var person = tried.GetProperty("people").EnumerateArray().Single(x => x.GetProperty("employeeId").GetInt64() == low);
        Assert.Equal((null, 100m, null), (person.Figure("totalBefore"), person.Figure("totalAfter"), person.Figure("change")));
        Assert.Equal(JsonValueKind.Null, tried.GetProperty("templateInForceNumber").ValueKind);
    }

    [Fact]
    public async Task HR_tries_over_nobody_above_them_and_who_was_looked_at_can_see_it()
    {
        var world = await app.GoalPositionAsync("TF");
        var (boss, low) = (await app.InPositionAsync(world), await app.InPositionAsync(world));
        await app.AddAccountAsync("tf-hr", await Hired.HireAsync(app, "TF-1", boss), Role.HumanResources);
        await app.AddAccountAsync("tf-low", low, Role.Staff);

        var tried = await (await app.SignInAsync("tf-hr")).DoAsync(Post($"/kpi-templates/{world.Template.Id()}/try", new { quarter = "2026Q1" }));

        Assert.Equal([low], tried.GetProperty("people").EnumerateArray().Select(x => x.GetProperty("employeeId").GetInt64()));
        Assert.Equal(1, tried.GetProperty("grades").EnumerateArray().Sum(x => x.Number("after")));
        await app.Services.GetRequiredService<WriteLookups>().RunAsync(TestContext.Current.CancellationToken);
        var lookup = Assert.Single((await (await app.SignInAsync("tf-low")).DoAsync(Get("/my/lookups"))).Items());
        Assert.Equal(("score", "tf-hr"), (lookup.Text("kind"), lookup.Text("readerUserName")));
    }

    [Fact]
    public async Task A_quarter_that_has_not_begun_has_nothing_to_try_over()
    {
        var world = await app.GoalPositionAsync("TE");
        await (await app.AsAsync(Role.HumanResources)).RefusedAsync(
            HttpStatusCode.Conflict, "quarter.notBegun", "quarter", Post($"/kpi-templates/{world.Template.Id()}/try", new { quarter = "2026Q2" }));
    }

    private static JsonObject Content(JsonArray sections) => new() { ["nameZh"] = "绩效", ["sections"] = sections };

    private async Task<(GoalPosition World, long Low, long High)> TwoPeopleAsync(string code)
    {
        var world = await app.GoalPositionAsync(code);
        var (low, high) = (await app.InPositionAsync(world), await app.InPositionAsync(world));
        await app.RateAsync(world, low, "2026-01", 45);
        await app.RateAsync(world, high, "2026-01", 90);
        return (world, low, high);
    }

    private static async Task<int> QueriesAsync(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        return int.Parse(answer.Headers.GetValues(QueryHeader.Name).Single(), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<(decimal? Before, decimal? After, decimal? Change, string? GradeBefore, string? GradeAfter)> People(JsonElement tried, params long[] people)
    {
        var rows = tried.GetProperty("people").EnumerateArray().ToDictionary(x => x.GetProperty("employeeId").GetInt64());
        Assert.Equal(people.Order(), rows.Keys.Order());
        return people.Select(x => rows[x]).Select(x => (
            x.Figure("totalBefore"), x.Figure("totalAfter"), x.Figure("change"), x.Text("gradeBefore"), x.Text("gradeAfter")));
    }
}
