using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.KpiTemplates;
using Training.Domain.Appraisals;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.AppraisalCycles.CycleWorld;

namespace Training.Api.Tests.AppraisalCycles;

/// <summary>HR plans the appraisal of a quarter, edits it and may throw it away. It is 2026Q1.</summary>
public sealed class Planning_a_cycle(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_cycle_for_which_only_the_quarter_is_said_has_the_usual_content()
    {
        var hr = await app.AsAsync(Role.HumanResources);

        var made = await hr.PlannedAsync("2026q1");

        Assert.Equal(("2026Q1", "planned", 1), (made.Text("quarter"), made.Text("phase"), made.Version()));
        Assert.Equal("""{"includesProbation":true,"includesAgency":false,"includesInterns":false}""", Of(made, "population"));
        Assert.Equal(
            [
                "targetsDueOn 2026-01-15", "dataCutOffOn 2026-04-08", "selfReviewDueOn 2026-04-10", "scoringDueOn 2026-04-17",
                "calibrationDueOn 2026-04-22", "publicationDueOn 2026-04-27", "closeDueOn 2026-05-15",
            ],
            made.GetProperty("dates").EnumerateObject().Select(x => $"{x.Name} {x.Value}"));
        Assert.Equal(
            """{"leaveDays":15,"segmentDays":15,"leastDays":30,"leastWeight":60,"finalCap":120,"adjustmentRange":20,"bands":["""
            + """{"grade":"A","from":90},{"grade":"B","from":80},{"grade":"C","from":70},{"grade":"D","from":60},{"grade":"E","from":null}]}""",
            Of(made, "settings"));
        Assert.Equal(
            """{"shares":[{"grades":["A"],"atMost":20,"atLeast":null},{"grades":["D","E"],"atMost":null,"atLeast":5}],"smallestGroup":10}""",
            Of(made, "distribution"));
        Assert.Equal(("[]", 60m), (Of(made, "eventCeilings"), made.GetProperty("improvementBelow").GetDecimal()));
        Assert.Equal(
            ["COMPLAINT-HANDLER KT04 1", "CS-AGENT KT03 1", "CS-MANAGER KT01 1", "CS-SUPERVISOR KT02 1", "ORDER-HANDLER KT05 1", "SHOP-AGENT KT06 1"],
            made.GetProperty("templates").EnumerateArray().Select(x => $"{x.Text("positionCode")} {x.Text("templateCode")} {x.Number("templateNumber")}"));
        Assert.Equal(["edit", "delete", "open"], Actions(made));
        Assert.Equal(made.GetRawText(), (await hr.DoAsync(Get($"/appraisal-cycles/{made.Id()}"))).GetRawText());
    }

    [Fact]
    public async Task What_is_said_holds_and_the_rest_is_as_usual()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (agent, kind) = (await app.PositionAsync("CS-AGENT"), await app.ReadAsync(db => db.PerformanceEventKinds.SingleAsync(x => x.Code == "COMPLAINT")));
        var template = await hr.PublishAsync(await hr.DoAsync(Post("/kpi-templates", await app.TemplateAsync("OTHER", agent))), "2027Q3");

        var made = await hr.DoAsync(Post("/appraisal-cycles", new
        {
            quarter = "2026Q2",
            population = new { includesInterns = true },
            dates = new { dataCutOffOn = "2026-07-09", closeDueOn = "2026-12-27" },
            settings = new { leastDays = 45, bands = new object[] { new { grade = "ａ", from = 85.5m }, new { grade = "c", from = 60 }, new { grade = "合格" } } },
            distribution = new { shares = new[] { new { grades = new[] { "a", "C" }, atMost = 90.25m, atLeast = 0 } } },
            eventCeilings = new[] { new { kindId = kind.Id, severity = "grave", grade = "合格" } },
            improvementBelow = 59.99m,
            templates = new[] { new { positionId = agent, templateId = template.Id() } },
        }));

        Assert.Equal((true, true), (made.GetProperty("population").GetProperty("includesProbation").GetBoolean(),
            made.GetProperty("population").GetProperty("includesInterns").GetBoolean()));
        Assert.Equal(("2026-04-15", "2026-07-09", "2026-07-09", "2026-12-27"), (
            made.GetProperty("dates").Text("targetsDueOn"), made.GetProperty("dates").Text("dataCutOffOn"),
            made.GetProperty("dates").Text("selfReviewDueOn"), made.GetProperty("dates").Text("closeDueOn")));
        Assert.Equal((45, 15), (made.GetProperty("settings").Number("leastDays"), made.GetProperty("settings").Number("segmentDays")));
        Assert.Equal(["A", "C", "合格"], made.GetProperty("settings").GetProperty("bands").EnumerateArray().Select(x => x.Text("grade")));
        Assert.Equal("""[{"grades":["A","C"],"atMost":90.25,"atLeast":0}]""", made.GetProperty("distribution").GetProperty("shares").GetRawText());
        var ceiling = Assert.Single(made.GetProperty("eventCeilings").EnumerateArray());
        Assert.Equal(("COMPLAINT", kind.NameZh, "grave", "合格"), (
            ceiling.Text("kindCode"), ceiling.Text("kindNameZh"), ceiling.Text("severity"), ceiling.Text("grade")));
        Assert.Equal(59.99m, made.GetProperty("improvementBelow").GetDecimal());
        Assert.Equal(
            ["COMPLAINT-HANDLER KT04", "CS-AGENT OTHER", "CS-MANAGER KT01", "CS-SUPERVISOR KT02", "ORDER-HANDLER KT05", "SHOP-AGENT KT06"],
            made.GetProperty("templates").EnumerateArray().Select(x => $"{x.Text("positionCode")} {x.Text("templateCode")}"));
    }

    [Theory]
    [InlineData("2023Q4", false)]
    [InlineData("2024Q1", true)]
    [InlineData("2027Q1", true)]
    [InlineData("2027Q2", false)]
    public async Task A_quarter_is_planned_from_eight_back_to_four_ahead(string quarter, bool isTaken)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        if (isTaken)
        {
            Assert.Equal(quarter, (await hr.PlannedAsync(quarter)).Text("quarter"));
            return;
        }

        var problem = await hr.RefusedAsync(
            HttpStatusCode.Conflict, "appraisalCycle.quarterOutOfRange", Post("/appraisal-cycles", new { quarter }));
        var message = Assert.Single(problem.GetProperty("errors").GetProperty("quarter").EnumerateArray()).Text("message");
        Assert.Contains("2024Q1", message, StringComparison.Ordinal);
        Assert.Contains("2027Q1", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quarter_has_one_cycle_and_may_have_another_when_that_one_is_deleted()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.PlannedAsync("2026Q4");
        await hr.RefusedAsync(
            HttpStatusCode.Conflict, "appraisalCycle.quarterTaken", "quarter", Post("/appraisal-cycles", new { quarter = "2026Q4" }));

        await hr.DoAsync(Delete($"/appraisal-cycles/{made.Id()}", made.Version()));

        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisal-cycles/{made.Id()}"));
        await hr.PlannedAsync("2026Q4");
    }

    [Fact]
    public async Task An_edit_replaces_the_content_and_who_changed_what_stands_in_the_audit()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.PlannedAsync("2025Q1");
        var content = ContentOf(made);
        Assert.Equal(1, (await hr.DoAsync(Edit(made, content))).Version());
        content["dates"]!["scoringDueOn"] = "2025-04-18";
        content["settings"]!["bands"]![0]!["from"] = 92.5m;
        content["templates"]!.AsArray().RemoveAt(0);
        await hr.RefusedAsync(
            HttpStatusCode.PreconditionRequired, "version.missing", Send(HttpMethod.Put, $"/appraisal-cycles/{made.Id()}", content));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Put($"/appraisal-cycles/{made.Id()}", content, 7));

        var edited = await hr.DoAsync(Edit(made, content));

        Assert.Equal(("2025Q1", 2, "2025-04-18"), (edited.Text("quarter"), edited.Version(), edited.GetProperty("dates").Text("scoringDueOn")));
        Assert.Equal(5, edited.GetProperty("templates").GetArrayLength());
        Assert.Equal(ContentOf(edited).ToJsonString(), content.ToJsonString());
        var change = await app.ReadAsync(db => db.AuditEntries.Where(x => x.Entity == "appraisalCycle" && x.Before != null)
            .OrderByDescending(x => x.Id).FirstAsync());
        Assert.Contains("\"dates.scoringDueOn\":\"2025-04-18\"", change.After, StringComparison.Ordinal);
        Assert.Contains("""{"grade":"A","from":92.5}""", change.After, StringComparison.Ordinal);
        Assert.DoesNotContain("closeDueOn", change.After, StringComparison.Ordinal);
        Assert.True(await app.ReadAsync(db => db.AuditEntries.AnyAsync(
            x => x.Entity == "appraisalCycleTemplate" && x.Before != null && x.After == null && x.RootId == $"{made.Id()}")));

        content.Remove("templates");
        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.unreadable", Put($"/appraisal-cycles/{made.Id()}", content, 2));
    }

    [Fact]
    public async Task A_cycle_in_preparation_is_hrs_alone_and_everybody_reads_the_others()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var made = await hr.PlannedAsync("2025Q2");
        var path = $"/appraisal-cycles/{made.Id()}";
        await staff.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get(path));
        Assert.Empty((await staff.DoAsync(Get("/appraisal-cycles?quarterFrom=2025Q2&quarterTo=2025Q2"))).Items());

        await app.PutIntoAsync(made.Id(), AppraisalCyclePhase.SelfReview);

        var read = await staff.DoAsync(Get(path));
        Assert.Equal(("selfReview", 6, 0), (read.Text("phase"), read.GetProperty("templates").GetArrayLength(), Actions(read).Count));
        Assert.Single((await staff.DoAsync(Get("/appraisal-cycles?quarterFrom=2025Q2&quarterTo=2025Q2"))).Items());
        Assert.Equal(["advance", "extendTargets"], Actions(await hr.DoAsync(Get(path))));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.notInThisState", Put(path, ContentOf(made), 2));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.notInThisState", Delete(path, 2));
    }

    [Fact]
    public async Task Cycles_are_listed_by_quarter_and_phase()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        foreach (var quarter in new[] { "2024Q2", "2024Q3", "2024Q4" })
        {
            await hr.PlannedAsync(quarter);
        }

        const string path = "/appraisal-cycles?quarterFrom=2024Q2&quarterTo=2024Q4";
        Assert.Equal(["2024Q4", "2024Q3", "2024Q2"], Quarters(await hr.DoAsync(Get(path))));
        Assert.Equal(["2024Q2", "2024Q3", "2024Q4"], Quarters(await hr.DoAsync(Get(path + "&sort=phase,quarter"))));
        Assert.Empty(Quarters(await hr.DoAsync(Get(path + "&phase=closed"))));
        var listed = (await hr.DoAsync(Get(path + "&phase=planned"))).Items()[0];
        Assert.Equal(("2025-01-08", 6), (listed.Text("dataCutOffOn"), listed.Number("templateCount")));
        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.parameter", "quarterFrom", Get("/appraisal-cycles?quarterFrom=2024"));
    }

    private static string Of(JsonElement cycle, string member) => cycle.GetProperty(member).GetRawText();

    private static IEnumerable<string?> Quarters(JsonElement list) => list.Items().Select(x => x.Text("quarter"));
}
