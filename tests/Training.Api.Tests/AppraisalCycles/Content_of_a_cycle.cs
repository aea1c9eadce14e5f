using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.KpiTemplates;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.AppraisalCycles.CycleWorld;

namespace Training.Api.Tests.AppraisalCycles;

/// <summary>What a cycle may not say: each fault is told at its place, all of them in one answer, of a new cycle as of an edited
/// one.</summary>
public sealed class Content_of_a_cycle(TrainingApp app) : IClassFixture<TrainingApp>
{
    /// <summary>2026Q2 ends on 30 June; 180 days later it is 27 December.</summary>
    [Theory]
    [InlineData("targetsDueOn", "2026-03-31", "2026-04-01", "2026-06-30")]
    [InlineData("targetsDueOn", "2026-07-01", "2026-04-01", "2026-06-30")]
    [InlineData("dataCutOffOn", "2026-06-30", "2026-07-01", "2026-12-27")]
    [InlineData("selfReviewDueOn", "2026-07-06", "2026-07-07", "2026-12-27")]
    [InlineData("scoringDueOn", "2026-07-08", "2026-07-09", "2026-12-27")]
    [InlineData("calibrationDueOn", "2026-07-15", "2026-07-16", "2026-12-27")]
    [InlineData("publicationDueOn", "2026-07-20", "2026-07-21", "2026-12-27")]
    [InlineData("closeDueOn", "2026-07-23", "2026-07-24", "2026-12-27")]
    [InlineData("closeDueOn", "2026-12-28", "2026-07-24", "2026-12-27")]
    public async Task A_day_out_of_order_is_refused_with_the_days_that_would_be_accepted(string member, string day, string from, string to)
    {
        foreach (var problem in await RefusedEveryWayAsync(
            HttpStatusCode.UnprocessableEntity, "appraisalCycle.dayOutOfRange", x => x["dates"]![member] = day))
        {
            var fault = Assert.Single(problem.GetProperty("errors").EnumerateObject());
            Assert.Equal("dates." + member, fault.Name);
            Assert.All([day, from, to], x => Assert.Contains(x, fault.Value[0].Text("message"), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("""{ "leaveDays": 93 }""", "appraisal.settingOutOfRange", "settings.leaveDays")]
    [InlineData("""{ "leastWeight": 60.005 }""", "appraisal.settingOutOfRange", "settings.leastWeight")]
    [InlineData("""{ "bands": [] }""", "appraisal.bandsCount", "settings.bands")]
    [InlineData("""{ "bands": [{ "grade": " ", "from": 1 }, { "grade": "C" }] }""", "appraisal.bandGrade", "settings.bands[0].grade")]
    [InlineData("""{ "bands": [{ "grade": "A", "from": 90 }, { "grade": "C", "from": 60 }] }""", "appraisal.bandsUnbounded", "settings.bands[1].from")]
    [InlineData("""{ "bands": [{ "grade": "A", "from": 121 }, { "grade": "C" }] }""", "appraisal.bandBound", "settings.bands[0].from")]
    [InlineData(
        """{ "bands": [{ "grade": "A", "from": 90 }, { "grade": "B", "from": 90 }, { "grade": "C" }] }""", "appraisal.bandsNotFalling",
        "settings.bands[1].from")]
    public async Task Numbers_by_which_nothing_could_be_scored_are_refused(string settings, string code, string place)
    {
        foreach (var problem in await RefusedEveryWayAsync(HttpStatusCode.UnprocessableEntity, code, x =>
        {
            x["settings"] = JsonNode.Parse(settings);
            x["distribution"]!["shares"] = new JsonArray();
        }))
        {
            Assert.Equal([place], problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
        }
    }

    [Theory]
    [InlineData("""{ "grades": ["A"] }""", "appraisalCycle.shareUnbounded", "distribution.shares[0]")]
    [InlineData("""{ "grades": ["A"], "atMost": 5, "atLeast": 5.01 }""", "appraisalCycle.shareReversed", "distribution.shares[0].atLeast")]
    [InlineData("""{ "grades": ["A"], "atMost": 100.01 }""", "appraisal.settingOutOfRange", "distribution.shares[0].atMost")]
    [InlineData("""{ "grades": ["A"], "atLeast": 0.001 }""", "appraisal.settingOutOfRange", "distribution.shares[0].atLeast")]
    [InlineData("""{ "grades": ["B", "S"], "atMost": 5 }""", "appraisalCycle.gradeUnknown", "distribution.shares[0].grades[1]")]
    [InlineData("""{ "grades": ["B", "b"], "atMost": 5 }""", "appraisalCycle.gradeTwice", "distribution.shares[0].grades[1]")]
    public async Task A_share_has_a_bound_and_grades_of_the_cycle(string share, string code, string place)
    {
        foreach (var problem in await RefusedEveryWayAsync(
            HttpStatusCode.UnprocessableEntity, code, x => x["distribution"]!["shares"] = new JsonArray(JsonNode.Parse(share))))
        {
            Assert.Equal([place], problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task The_smallest_group_has_1_to_100_people(int people) => await RefusedEveryWayAsync(
        HttpStatusCode.UnprocessableEntity, "appraisal.settingOutOfRange", x => x["distribution"]!["smallestGroup"] = people,
        "distribution.smallestGroup");

    [Theory]
    [InlineData(-0.01)]
    [InlineData(120.01)]
    [InlineData(59.995)]
    public async Task An_improvement_plan_is_proposed_under_a_score_that_there_can_be(double below) => await RefusedEveryWayAsync(
        HttpStatusCode.UnprocessableEntity, "appraisal.settingOutOfRange", x => x["improvementBelow"] = (decimal)below, "improvementBelow");

    [Fact]
    public async Task A_ceiling_of_events_is_of_a_kind_a_severity_and_a_grade_that_there_are()
    {
        var (complaint, lateness) = (await KindAsync("COMPLAINT"), await KindAsync("LATENESS"));
        await RefusedEveryWayAsync(
            HttpStatusCode.Conflict, "appraisalCycle.severityNotTaken", x => x["eventCeilings"] = new JsonArray(Ceiling(lateness, "minor", "C")),
            "eventCeilings[0].severity");

        foreach (var problem in await RefusedEveryWayAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.kindUnknown", x =>
            x["eventCeilings"] = new JsonArray(
                Ceiling(987_654, "minor", "C"), Ceiling(complaint, "grave", "S"), Ceiling(lateness, "minor", "C"), Ceiling(complaint, "grave", "E"))))
        {
            Assert.Equal(
                [
                    ("eventCeilings[0].kindId", "performanceEvent.kindUnknown"), ("eventCeilings[1].grade", "appraisalCycle.gradeUnknown"),
                    ("eventCeilings[2].severity", "appraisalCycle.severityNotTaken"), ("eventCeilings[3]", "appraisalCycle.ceilingTwice"),
                ],
                Faults(problem));
        }
    }

    [Fact]
    public async Task A_template_is_a_published_one_of_the_position_that_still_holds_in_the_quarter()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var suffix = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        var draft = await hr.DoAsync(Post("/kpi-templates", await app.TemplateAsync("D" + suffix, await hr.NewPositionAsync("D" + suffix))));
        var published = await app.PublishedAsync(hr, "P" + suffix);
        var retired = await hr.DoAsync(Post($"/kpi-templates/{(await app.PublishedAsync(hr, "R" + suffix)).Id()}/retire"));
        Assert.Equal("2026Q2", retired.Text("retiredFromQuarter"));

        foreach (var (code, template) in new[] { ("appraisalCycle.templateDraft", draft), ("appraisalCycle.templateRetired", retired) })
        {
            await RefusedEveryWayAsync(
                HttpStatusCode.Conflict, code, x => x["templates"] = new JsonArray(Template(PositionOf(template), template.Id())), "templates[0].templateId");
        }

        foreach (var problem in await RefusedEveryWayAsync(HttpStatusCode.UnprocessableEntity, "appraisalCycle.templateUnknown", x =>
            x["templates"] = new JsonArray(
                Template(PositionOf(published), 987_654), Template(PositionOf(draft), published.Id()), Template(987_654, published.Id()),
                Template(PositionOf(published), published.Id()), Template(PositionOf(retired), retired.Id()))))
        {
            Assert.Equal(
                [
                    ("templates[0].templateId", "appraisalCycle.templateUnknown"), ("templates[1].templateId", "appraisalCycle.templateOfOtherPosition"),
                    ("templates[2].templateId", "appraisalCycle.templateOfOtherPosition"), ("templates[3].positionId", "appraisalCycle.positionTwice"),
                    ("templates[4].templateId", "appraisalCycle.templateRetired"),
                ],
                Faults(problem));
        }
    }

    [Fact]
    public async Task A_template_that_was_retired_later_holds_in_the_quarters_before()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var retired = await hr.DoAsync(Post($"/kpi-templates/{(await app.PublishedAsync(hr, "LATE")).Id()}/retire"));

        var made = await hr.DoAsync(Post("/appraisal-cycles", new
        {
            quarter = "2025Q3", templates = new[] { new { positionId = PositionOf(retired), templateId = retired.Id() } },
        }));

        Assert.Contains(made.GetProperty("templates").EnumerateArray(), x => x.Text("templateCode") == "LATE");
    }

    /// <summary>The templates that come with the program limit the grade to C where an item scores under 60.</summary>
    [Fact]
    public async Task The_bands_have_the_grades_to_which_the_templates_limit() => await RefusedEveryWayAsync(
        HttpStatusCode.Conflict,
        "appraisal.ceilingGradeUnknown",
        x =>
        {
            x["settings"] = JsonNode.Parse("""{ "bands": [{ "grade": "A", "from": 90 }, { "grade": "B" }] }""");
            x["distribution"]!["shares"] = new JsonArray();
        },
        "settings.bands");

    [Fact]
    public async Task Every_fault_is_named_by_its_place_in_one_answer()
    {
        foreach (var problem in await RefusedEveryWayAsync(HttpStatusCode.UnprocessableEntity, "appraisalCycle.dayOutOfRange", x =>
        {
            (x["dates"]!["targetsDueOn"], x["dates"]!["dataCutOffOn"], x["dates"]!["closeDueOn"]) = ("2026-03-01", "2027-01-01", "2026-07-01");
            (x["settings"]!["leastDays"], x["settings"]!["finalCap"], x["settings"]!["bands"]![1]!["from"]) = (0, 201, 95);
            (x["improvementBelow"], x["distribution"]!["smallestGroup"]) = (-1, 0);
            x["templates"] = new JsonArray(Template(1, 987_654));
        }))
        {
            Assert.Equal(
                [
                    "dates.closeDueOn", "dates.dataCutOffOn", "dates.targetsDueOn", "distribution.smallestGroup", "improvementBelow",
                    "settings.bands[1].from", "settings.finalCap", "settings.leastDays", "templates[0].templateId",
                ],
                problem.GetProperty("errors").EnumerateObject().Select(x => x.Name).Order(StringComparer.Ordinal));
            Assert.All(problem.GetProperty("errors").EnumerateObject(), x => Assert.All(
                x.Value.EnumerateArray(), y => Assert.NotEqual(y.Text("code"), y.Text("message"))));
        }
    }

    [Theory]
    [InlineData("settings", """{ "median": 5 }""")]
    [InlineData("dates", """{ "targetsDueOn": "2026-4-1" }""")]
    [InlineData("eventCeilings", """[{ "kindId": 1, "severity": "fatal", "grade": "C" }]""")]
    public async Task What_cannot_be_read_is_refused_by_its_shape(string member, string value)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var body = new JsonObject { ["quarter"] = "2026Q2", [member] = JsonNode.Parse(value) };

        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.unreadable", Post("/appraisal-cycles", body));
    }

    private Task<long> KindAsync(string code) => app.ReadAsync(db => db.PerformanceEventKinds.Where(x => x.Code == code).Select(x => x.Id).SingleAsync());

    private static JsonObject Ceiling(long kindId, string severity, string grade) =>
        new() { ["kindId"] = kindId, ["severity"] = severity, ["grade"] = grade };

    private static JsonObject Template(long positionId, long templateId) => new() { ["positionId"] = positionId, ["templateId"] = templateId };

    private static long PositionOf(JsonElement template) => template.GetProperty("positionId").GetInt64();

    private static IEnumerable<(string, string)> Faults(JsonElement problem) =>
        problem.GetProperty("errors").EnumerateObject().OrderBy(x => x.Name, StringComparer.Ordinal).Select(x => (x.Name, x.Value[0].Text("code")!));

    /// <summary>The usual content of 2026Q2 spoilt, in the place of a planned cycle's and as a new cycle: both are refused, and nothing is
    /// kept.</summary>
    private async Task<IReadOnlyList<JsonElement>> RefusedEveryWayAsync(
        HttpStatusCode status, string code, Action<JsonObject> spoil, string? place = null)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var planned = await hr.PlannedAsync("2026Q2");
        var content = ContentOf(planned);
        spoil(content);
        var edited = await hr.RefusedAsync(status, code, Edit(planned, content));
        Assert.Equal(planned.GetRawText(), (await hr.DoAsync(Get($"/appraisal-cycles/{planned.Id()}"))).GetRawText());
        await hr.DoAsync(Delete($"/appraisal-cycles/{planned.Id()}", 1));

        content["quarter"] = "2026Q2";
        var made = await hr.RefusedAsync(status, code, Post("/appraisal-cycles", content));
        Assert.Empty((await hr.DoAsync(Get("/appraisal-cycles?quarterFrom=2026Q2"))).Items());
        Assert.All([edited, made], x => Assert.True(place is null || x.GetProperty("errors").TryGetProperty(place, out _), $"{x}"));
        return [edited, made];
    }
}
