using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Kpis;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.KpiTemplates.KpiTemplateWorld;

namespace Training.Api.Tests.KpiTemplates;

/// <summary>Which KPIs and positions a template may be of.</summary>
public sealed class Kpis_of_a_template(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_position_that_does_not_exist_or_is_retired_gets_no_template()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "kpiTemplate.positionUnknown", "positionId",
            Post("/kpi-templates", await app.TemplateAsync("NOWHERE", 987_654)));
        var position = await hr.NewPositionAsync("past");
        await hr.DoAsync(Post($"/positions/{position}/retire"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "position.retired", "positionId", Post("/kpi-templates", await app.TemplateAsync("PAST", position)));
    }

    [Fact]
    public async Task Kpis_that_cannot_be_scored_are_each_named_by_their_place()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var position = await hr.NewPositionAsync("kpis");
        var (retired, apart, department) = ((await hr.NewKpiAsync("U-1")).Id(), (await hr.NewKpiAsync("U-2")).Id(), (await hr.NewKpiAsync("U-3")).Id());
        await hr.DoAsync(Post($"/kpis/{retired}/retire"));
        await hr.EditAsync(apart, """{ "use": "notForAppraisal" }""");
        await hr.EditAsync(department, """{ "use": "department" }""");
        var made = await hr.DoAsync(Post("/kpi-templates", await app.TemplateAsync("KPIS", position)));
        var content = await app.ContentAsync();
        (content.ItemAt(0, 0)["kpiId"], content.ItemAt(0, 1)["kpiId"], content.ItemAt(1, 0)["kpiId"]) = (retired, apart, department);
        var both = await app.TemplateAsync("KPIS-2", position);
        both["sections"] = content["sections"]!.DeepClone();

        // Another state of the KPIs would accept all of it: 409. With an unknown one none would: 422.
        foreach (var request in new[] { Put($"/kpi-templates/{made.Id()}", content, 1), Post("/kpi-templates", both), Trial(made, content) })
        {
            var errors = (await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.kpiRetired", request)).GetProperty("errors");
            Assert.Equal(
                [
                    ("sections[0].items[0].kpiId", "kpiTemplate.kpiRetired"), ("sections[0].items[1].kpiId", "kpiTemplate.kpiNotForAppraisal"),
                    ("sections[1].items[0].scope", "kpiTemplate.kpiOfDepartment"),
                ],
                errors.EnumerateObject().Select(x => (x.Name, x.Value[0].GetProperty("code").GetString()!)));
        }

        (content.ItemAt(0, 1)["kpiId"], both.ItemAt(0, 1)["kpiId"]) = (987_654, 987_654);
        foreach (var request in new[] { Put($"/kpi-templates/{made.Id()}", content, 1), Post("/kpi-templates", both), Trial(made, content) })
        {
            var problem = await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "kpiTemplate.kpiUnknown", request);
            Assert.Equal(3, problem.GetProperty("errors").EnumerateObject().Count());
        }

        content = await app.ContentAsync();
        (content.ItemAt(1, 0)["kpiId"], content.ItemAt(1, 0)["scope"]) = (department, "department");
        Assert.Equal(2, (await hr.DoAsync(Put($"/kpi-templates/{made.Id()}", content, 1))).Version());
        Assert.False(await app.ReadAsync(db => db.KpiTemplates.AnyAsync(x => x.Code == "KPIS-2")));
    }

    [Fact]
    public async Task What_became_of_the_kpis_of_a_draft_is_looked_at_again_when_it_is_published()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (retired, apart, department) = ((await hr.NewKpiAsync("P-1")).Id(), (await hr.NewKpiAsync("P-2")).Id(), (await hr.NewKpiAsync("P-3")).Id());
        var body = await app.TemplateAsync("LATER", await hr.NewPositionAsync("later"));
        (body.ItemAt(0, 0)["kpiId"], body.ItemAt(0, 1)["kpiId"], body.ItemAt(1, 0)["kpiId"]) = (retired, apart, department);
        var made = await hr.DoAsync(Post("/kpi-templates", body));
        await hr.DoAsync(Post($"/kpis/{retired}/retire"));
        await hr.EditAsync(apart, """{ "use": "notForAppraisal" }""");
        await hr.EditAsync(department, """{ "use": "department" }""");

        var problem = await hr.RefusedAsync(HttpStatusCode.Conflict, "kpiTemplate.kpiRetired", Publication(made));

        Assert.Equal(
            ["sections[0].items[0].kpiId", "sections[0].items[1].kpiId", "sections[1].items[0].scope"],
            problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
        Assert.Equal("draft", (await hr.DoAsync(Get($"/kpi-templates/{made.Id()}"))).Text("state"));
    }

    private static HttpRequestMessage Trial(JsonElement template, JsonObject content) => Post(
        $"/kpi-templates/{template.Id()}/try", new JsonObject { ["quarter"] = "2026Q1", ["sections"] = content["sections"]!.DeepClone() });
}
