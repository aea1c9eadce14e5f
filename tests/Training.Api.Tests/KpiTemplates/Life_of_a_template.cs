using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Kpis;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.KpiTemplates.KpiTemplateWorld;

namespace Training.Api.Tests.KpiTemplates;

/// <summary>A template is drafted, frozen by publishing, revised as the next version, and holds quarter by quarter. It is 2026Q1.</summary>
public sealed class Life_of_a_template(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Hr_drafts_a_template_edits_it_and_publishes_it_for_ever()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var position = await hr.NewPositionAsync("life-1");
        var made = await hr.DoAsync(Post("/kpi-templates", await app.TemplateAsync("ｌife", position)));
        Assert.Equal(("LIFE", 1, "draft", "LIFE-1"), (made.Text("code"), made.Number("number"), made.Text("state"), made.Text("positionCode")));
        Assert.Equal(["edit", "delete", "publish"], Actions(made));
        Assert.Equal(100m, made.GetProperty("sectionsWeight").GetDecimal());
        Assert.Equal([100m, 100m], made.GetProperty("sections").EnumerateArray().Select(x => x.GetProperty("itemsWeight").GetDecimal()));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.codeTaken", "code", Post("/kpi-templates", await app.TemplateAsync("Life", position)));

        var path = $"/kpi-templates/{made.Id()}";
        var content = await app.ContentAsync();
        content["nameZh"] = "客服绩效";
        content.ItemAt(0, 1)["ceiling"] = JsonNode.Parse("""{ "grade": "c", "below": 60 }""");
        (content.ItemAt(0, 1)["reasonZh"], content.ItemAt(0, 1)["cap"]) = ("四到六分钟为宜", 100);
        await hr.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Send(HttpMethod.Put, path, content));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Put(path, content, 7));
        var edited = await hr.DoAsync(Put(path, content, 1));
        Assert.Equal(("客服绩效", 2), (edited.Text("nameZh"), edited.Version()));
        var item = edited.GetProperty("sections")[0].GetProperty("items")[1];
        Assert.Equal(("K25", "seconds", "四到六分钟为宜"), (item.Text("kpiCode"), item.Text("unit"), item.Text("reasonZh")));
        Assert.Equal(100m, item.GetProperty("cap").GetDecimal());
        Assert.Equal(("C", 60m), (item.GetProperty("ceiling").Text("grade"), item.GetProperty("ceiling").GetProperty("below").GetDecimal()));
        Assert.Equal([180m, 240m, 360m, 480m], item.GetProperty("method").GetProperty("points").EnumerateArray().Select(x => x.GetProperty("x").GetDecimal()));

        var published = await hr.PublishAsync(edited);
        Assert.Equal(("published", "2026Q1"), (published.Text("state"), published.Text("fromQuarter")));
        Assert.Equal(["retire", "revise"], Actions(published));
        foreach (var request in new[] { Put(path, content, 3), Delete(path, 3), Publication(published) })
        {
            await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.notInThisState", request);
        }

        Assert.Equal("客服绩效", (await hr.DoAsync(Get(path))).Text("nameZh"));
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away_and_neither_retired_nor_revised()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/kpi-templates", await app.TemplateAsync("GONE", await hr.NewPositionAsync("gone"))));
        var path = $"/kpi-templates/{made.Id()}";
        await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.notInThisState", Post(path + "/retire"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.notInThisState", Post(path + "/revise"));

        await hr.DoAsync(Delete(path, 1));

        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get(path));
        Assert.False(await app.ReadAsync(db => db.KpiTemplates.AnyAsync(x => x.Code == "GONE")));
    }

    [Fact]
    public async Task A_revision_is_the_next_version_one_at_a_time_and_old_quarters_keep_the_old_one()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var first = await app.PublishedAsync(hr, "REV");
        var position = first.GetProperty("positionId").GetInt64();

        var second = await hr.DoAsync(Post($"/kpi-templates/{first.Id()}/revise"));
        Assert.Equal(("REV", 2, "draft"), (second.Text("code"), second.Number("number"), second.Text("state")));
        Assert.Equal(first.GetProperty("sections").GetRawText(), second.GetProperty("sections").GetRawText());
        await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.draftOpen", Post($"/kpi-templates/{first.Id()}/revise"));
        Assert.Equal(["retire"], Actions(await hr.DoAsync(Get($"/kpi-templates/{first.Id()}"))));

        await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.quarterPast", "fromQuarter", Publication(second, "2025Q4"));
        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.unreadable", Publication(second, "2026-3"));
        await hr.PublishAsync(second, "2026Q3");
        Assert.Equal([null, 1, 1, 2, 2], new[]
        {
            await hr.InForceAsync(position, "2025Q4"), await hr.InForceAsync(position, "2026Q1"), await hr.InForceAsync(position, "2026Q2"),
            await hr.InForceAsync(position, "2026Q3"), await hr.InForceAsync(position, "2030Q1"),
        });

        var third = await hr.DoAsync(Post($"/kpi-templates/{first.Id()}/revise"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.quarterPast", "fromQuarter", Publication(third, "2026Q2"));
        await hr.PublishAsync(third);
        Assert.Equal([1, 3], new[] { await hr.InForceAsync(position, "2026Q2"), await hr.InForceAsync(position, "2026Q3") });
    }

    [Fact]
    public async Task Retiring_takes_a_version_out_from_the_next_quarter_on_and_one_that_never_began_leaves_the_one_before()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var first = await app.PublishedAsync(hr, "RET");
        var position = first.GetProperty("positionId").GetInt64();
        var second = await hr.PublishAsync(await hr.DoAsync(Post($"/kpi-templates/{first.Id()}/revise")), "2026Q3");
        Assert.Equal(2, await hr.InForceAsync(position, "2026Q4"));

        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Post($"/kpi-templates/{second.Id()}/retire", null, 9));
        var retired = await hr.DoAsync(Post($"/kpi-templates/{second.Id()}/retire", null, second.Version()));
        Assert.Equal(("retired", "2026Q2"), (retired.Text("state"), retired.Text("retiredFromQuarter")));
        Assert.Equal(["revise"], Actions(retired));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.notInThisState", Post($"/kpi-templates/{second.Id()}/retire"));
        Assert.Equal(1, await hr.InForceAsync(position, "2026Q4"));

        // What did hold is not followed by what held before it.
        var third = await hr.PublishAsync(await hr.DoAsync(Post($"/kpi-templates/{second.Id()}/revise")));
        await hr.DoAsync(Post($"/kpi-templates/{third.Id()}/retire"));
        Assert.Equal([3, null], new[] { await hr.InForceAsync(position, "2026Q1"), await hr.InForceAsync(position, "2026Q2") });
        var staff = await app.AsAsync(Role.Staff);
        Assert.Equal("retired", (await staff.DoAsync(Get($"/kpi-templates/{third.Id()}"))).Text("state"));
    }

    [Fact]
    public async Task Another_template_of_the_position_takes_over_from_its_quarter_on()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var first = await app.PublishedAsync(hr, "OVER-1");
        var position = first.GetProperty("positionId").GetInt64();
        var other = await hr.PublishAsync(await hr.DoAsync(Post("/kpi-templates", await app.TemplateAsync("OVER-2", position))));

        var listed = Assert.Single((await hr.DoAsync(Get($"/kpi-templates?positionId={position}&quarter=2026Q1"))).Items());

        Assert.Equal(other.Id(), listed.Id());
    }

    [Fact]
    public async Task Staff_read_by_what_they_are_scored_and_see_no_draft()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var published = await app.PublishedAsync(hr, "READ");
        var draft = await hr.DoAsync(Post($"/kpi-templates/{published.Id()}/revise"));

        foreach (var role in new[] { Role.Staff, Role.Supervisor, Role.Approver })
        {
            var client = await app.AsAsync(role);
            var read = await client.DoAsync(Get($"/kpi-templates/{published.Id()}"));
            Assert.Equal((3, 0), (read.GetProperty("sections").EnumerateArray().Sum(x => x.GetProperty("items").GetArrayLength()), Actions(read).Count));
            await client.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/kpi-templates/{draft.Id()}"));
            Assert.Equal([1], (await client.DoAsync(Get("/kpi-templates?code=read"))).Items().Select(x => x.Number("number")));
        }

        Assert.Equal([2, 1], (await hr.DoAsync(Get("/kpi-templates?code=read"))).Items().Select(x => x.Number("number")));
    }

    [Fact]
    public async Task Templates_are_found_by_state_name_kpi_and_quarter()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kpi = (await hr.NewKpiAsync("FIND")).Id();
        var body = await app.TemplateAsync("FIND", await hr.NewPositionAsync("find"));
        body["nameZh"] = "寻找模板";
        body.ItemAt(0, 0)["kpiId"] = kpi;
        var made = await hr.DoAsync(Post("/kpi-templates", body));

        foreach (var query in new[] { $"kpiId={kpi}", "q=xzmb", "q=寻找&state=draft", $"positionId={made.GetProperty("positionId")}" })
        {
            var found = Assert.Single((await hr.DoAsync(Get($"/kpi-templates?{query}&sort=-name"))).Items());
            Assert.Equal(("FIND", 2, 3), (found.Text("code"), found.Number("sectionCount"), found.Number("itemCount")));
        }

        Assert.Empty((await hr.DoAsync(Get($"/kpi-templates?kpiId={kpi}&state=published"))).Items());
        Assert.Empty((await hr.DoAsync(Get($"/kpi-templates?kpiId={kpi}&quarter=2026Q1"))).Items());
        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.parameter", "quarter", Get("/kpi-templates?quarter=2026"));
    }

    [Fact]
    public async Task Who_changed_which_weight_and_curve_stands_in_the_audit()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/kpi-templates", await app.TemplateAsync("AUDIT", await hr.NewPositionAsync("audit"))));
        var content = await app.ContentAsync();
        content.ItemAt(0, 1)["method"] = Curve((120, 0), (300.50m, 100));

        var edited = await hr.DoAsync(Put($"/kpi-templates/{made.Id()}", content, 1));

        Assert.Equal(2, edited.Version());
        var change = await app.ReadAsync(db => db.AuditEntries.Where(x => x.Entity == "kpiTemplateItem" && x.Before != null)
            .OrderByDescending(x => x.Id).FirstAsync());
        Assert.Contains("""{"x":480,"score":0}""", change.Before, StringComparison.Ordinal);
        Assert.Equal("""{"method":{"kind":"points","points":[{"x":120,"score":0},{"x":300.5,"score":100}]}}""", change.After);
        Assert.Equal(edited.Version(), (await hr.DoAsync(Put($"/kpi-templates/{made.Id()}", content, 2))).Version());
    }

    private static List<string?> Actions(JsonElement template) => [.. template.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString())];
}
