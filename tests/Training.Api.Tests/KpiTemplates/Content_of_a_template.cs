using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Kpis;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.KpiTemplates.KpiTemplateWorld;

namespace Training.Api.Tests.KpiTemplates;

/// <summary>What a template may not say: each fault is told at its place, all of them in one answer.</summary>
public sealed class Content_of_a_template(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Theory]
    [InlineData(69.99, 60, "sections", "99.99", "100.00")]
    [InlineData(70.01, 60, "sections", "100.01", "100.00")]
    [InlineData(70, 59.99, "sections[0].items", "99.99", "业绩")]
    [InlineData(70, 60.01, "sections[0].items", "100.01", "业绩")]
    public async Task Weights_that_do_not_total_exactly_a_hundred_are_refused_with_the_total(
        double section, double item, string place, string total, string named)
    {
        var content = await app.ContentAsync();
        content["sections"]![0]!["weight"] = (decimal)section;
        content.ItemAt(0, 0)["weight"] = (decimal)item;

        foreach (var problem in await RefusedEveryWayAsync(content))
        {
            var fault = Assert.Single(problem.GetProperty("errors").EnumerateObject());
            Assert.Equal(place, fault.Name);
            Assert.Contains(total, fault.Value[0].Text("message"), StringComparison.Ordinal);
            Assert.Contains(named, fault.Value[0].Text("message"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Weights_with_two_decimals_that_total_a_hundred_are_accepted()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var body = await app.TemplateAsync("THIRDS", await hr.NewPositionAsync("thirds"));
        (body["sections"]![0]!["weight"], body["sections"]![1]!["weight"]) = (66.67m, 33.33m);
        (body.ItemAt(0, 0)["weight"], body.ItemAt(0, 1)["weight"]) = (0.01m, 99.99m);

        var made = await hr.DoAsync(Post("/kpi-templates", body));

        Assert.Equal(100m, made.GetProperty("sectionsWeight").GetDecimal());
    }

    [Fact]
    public async Task Every_fault_is_named_by_its_place_in_one_answer()
    {
        var kpi = await app.KpiIdAsync("K01");
        var content = new JsonObject
        {
            ["nameZh"] = "错误百出",
            ["sections"] = new JsonArray(
                Section(
                    "一",
                    50.001m,
                    Item(kpi, 40, Ratio()),
                    Item(await app.KpiIdAsync("K02"), 10, Ratio(), 0),
                    Item(await app.KpiIdAsync("K25"), 0, Curve((240, 100), (180, 300))),
                    Item(await app.KpiIdAsync("K08"), 20, Method(
                        """{ "kind": "bands", "steps": [{ "from": 1, "score": 40 }, { "from": null, "score": -1 }], "direction": "higher" }"""))),
                Section(
                    "二",
                    40,
                    Item(await app.KpiIdAsync("K15"), 50, Method("""{ "kind": "deduction", "start": 50, "pointsPerUnit": -5, "floor": 60 }""")),
                    Item(await app.KpiIdAsync("K26"), 30, Method("""{ "kind": "passFail", "passes": "atLeast" }""")),
                    Item(kpi, 10, Method("""{ "kind": "rating", "scale": "five", "anchors": [{ "mark": 6, "text": { "zh": "好", "en": null } }] }""")))),
        };
        content.ItemAt(1, 1)["cap"] = 99;
        content.ItemAt(1, 1)["ceiling"] = JsonNode.Parse("""{ "grade": "C", "below": 130 }""");

        foreach (var problem in await RefusedEveryWayAsync(content))
        {
            Assert.Equal(
                [
                    "sections", "sections[0].items", "sections[0].items[0].target", "sections[0].items[1].target",
                    "sections[0].items[2].method.points[1].score", "sections[0].items[2].method.points[1].x", "sections[0].items[2].weight",
                    "sections[0].items[3].method.direction", "sections[0].items[3].method.steps[0].from", "sections[0].items[3].method.steps[1].from",
                    "sections[0].items[3].method.steps[1].score", "sections[0].weight", "sections[1].items", "sections[1].items[0].method.floor",
                    "sections[1].items[0].method.pointsPerUnit", "sections[1].items[1].cap", "sections[1].items[1].ceiling.below",
                    "sections[1].items[1].target", "sections[1].items[2].kpiId", "sections[1].items[2].method.anchors",
                ],
                problem.GetProperty("errors").EnumerateObject().Select(x => x.Name).Order(StringComparer.Ordinal));
            Assert.All(problem.GetProperty("errors").EnumerateObject(), x => Assert.All(
                x.Value.EnumerateArray(), y => Assert.NotEqual(y.Text("code"), y.Text("message"))));
        }
    }

    [Theory]
    [InlineData("""{ "kind": "points", "points": [{ "x": 1, "score": 100 }] }""", null, "method.points")]
    [InlineData("""{ "kind": "points", "points": [{ "x": 1, "score": 0 }, { "x": 1, "score": 9 }] }""", null, "method.points[1].x")]
    [InlineData("""{ "kind": "points", "points": [{ "x": 1.00001, "score": 0 }, { "x": 2, "score": 9 }] }""", null, "method.points[0].x")]
    [InlineData("""{ "kind": "points", "points": [{ "x": 1, "score": 0 }, { "x": 9999999999, "score": 9 }] }""", null, "method.points[1].x")]
    [InlineData("""{ "kind": "points" }""", null, "method.points")]
    [InlineData("""{ "kind": "points", "points": [{ "x": 1, "score": 0 }, { "x": 2, "score": 100 }], "isRelative": true }""", null, "target")]
    [InlineData("""{ "kind": "points", "points": [{ "x": 1, "score": 0 }, { "x": 2, "score": 100 }] }""", 5, "target")]
    [InlineData("""{ "kind": "ratio", "direction": "lower", "start": 5 }""", 90, "method.start")]
    [InlineData("""{ "kind": "ratio" }""", 0, "method.direction", "target")]
    [InlineData("""{ "kind": "bands", "steps": [{ "from": null, "score": 6 }, { "from": 9, "score": 10 }, { "from": 8, "score": 8 }] }""", null, "method.steps[2].from")]
    [InlineData("""{ "kind": "bands", "steps": [{ "from": null, "score": 60 }] }""", null, "method.steps")]
    [InlineData("""{ "kind": "deduction", "start": 100, "pointsPerUnit": 5, "allowance": -1 }""", null, "method.allowance")]
    [InlineData("""{ "kind": "deduction", "start": 100.001, "pointsPerUnit": 5 }""", null, "method.start")]
    [InlineData("""{ "kind": "passFail", "scale": "five" }""", null, "method.passes", "method.scale")]
    [InlineData("""{ "kind": "rating", "scale": "hundred", "allowsHalves": true }""", null, "method.allowsHalves")]
    [InlineData("""{ "kind": "rating", "scale": "five" }""", null, "method.anchors")]
    public async Task A_method_has_its_own_parameters_and_no_others(string method, int? target, params string[] members)
    {
        var content = await app.ContentAsync();
        (content.ItemAt(0, 1)["method"], content.ItemAt(0, 1)["target"]) = (Method(method), target);

        foreach (var problem in await RefusedEveryWayAsync(content))
        {
            Assert.Equal(members.Select(x => "sections[0].items[1]." + x), problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
        }
    }

    [Fact]
    public async Task A_ceiling_names_a_grade_that_there_is()
    {
        var content = await app.ContentAsync();
        content.ItemAt(0, 0)["ceiling"] = JsonNode.Parse("""{ "grade": "S", "below": 60 }""");
        content.ItemAt(0, 1)["ceiling"] = JsonNode.Parse("""{ "grade": " ", "below": 60 }""");

        foreach (var problem in await RefusedEveryWayAsync(content))
        {
            Assert.Equal(
                ["sections[0].items[0].ceiling.grade", "sections[0].items[1].ceiling.grade"],
                problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
        }
    }

    [Fact]
    public async Task An_anchor_has_a_text_of_at_most_300_characters()
    {
        var content = await app.ContentAsync();
        var anchors = new JsonArray([.. Enumerable.Range(1, 5).Select(x => (JsonNode)new JsonObject
        {
            ["mark"] = x,
            ["text"] = new JsonObject { ["zh"] = x == 1 ? " " : "好", ["en"] = x == 5 ? new string('a', 301) : null },
        })]);
        content.ItemAt(1, 0)["method"] = new JsonObject { ["kind"] = "rating", ["scale"] = "five", ["anchors"] = anchors };

        foreach (var problem in await RefusedEveryWayAsync(content))
        {
            Assert.Equal(
                [
                    ("sections[1].items[0].method.anchors[0].text", "kpiTemplate.anchorBlank"),
                    ("sections[1].items[0].method.anchors[4].text", "kpiTemplate.anchorTooLong"),
                ],
                problem.GetProperty("errors").EnumerateObject().Select(x => (x.Name, x.Value[0].Text("code")!)));
        }
    }

    [Theory]
    [InlineData("""{ "kind": "curve" }""", "$.sections[0].items[0].method.kind")]
    [InlineData("""{ "kind": "ratio", "direction": "higher", "slope": 2 }""", "$.sections[0].items[0].method.slope")]
    [InlineData("""{ "direction": "higher" }""", "$.sections[0].items[0].method.kind")]
    public async Task A_method_that_cannot_be_read_is_refused_by_its_shape(string method, string place)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var body = await app.TemplateAsync("SHAPE", 1);
        body.ItemAt(0, 0)["method"] = Method(method);

        var problem = await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.unreadable", Post("/kpi-templates", body));

        Assert.Equal([place.TrimStart('$', '.')], problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task What_is_read_can_be_written_back_and_changes_nothing()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var template = (await hr.DoAsync(Get("/kpi-templates?code=KT03"))).Items()[0];
        var draft = await hr.DoAsync(Post($"/kpi-templates/{template.Id()}/revise"));
        var content = new JsonObject
        {
            ["nameZh"] = draft.Text("nameZh"),
            ["nameEn"] = draft.Text("nameEn"),
            ["sections"] = JsonNode.Parse(draft.GetProperty("sections").GetRawText()),
        };
        foreach (var section in content["sections"]!.AsArray().Select(x => x!.AsObject()))
        {
            section.Remove("itemsWeight");
            foreach (var item in section["items"]!.AsArray().Select(x => x!.AsObject()))
            {
                new[] { "kpiCode", "kpiNameZh", "kpiNameEn", "unit", "decimals" }.ToList().ForEach(x => item.Remove(x));
            }
        }

        var written = await hr.DoAsync(Put($"/kpi-templates/{draft.Id()}", content, draft.Version()));

        Assert.Equal(draft.GetProperty("sections").GetRawText(), written.GetProperty("sections").GetRawText());
        Assert.Equal(draft.Version(), written.Version());
    }

    private static JsonNode Method(string json) => JsonNode.Parse(json)!;

    /// <summary>The content as a new template and in the place of a draft's: both are refused, and nothing is kept.</summary>
    private async Task<IReadOnlyList<JsonElement>> RefusedEveryWayAsync(JsonObject content)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var code = $"BAD{Guid.NewGuid():N}"[..12].ToUpperInvariant();
        var position = await hr.NewPositionAsync(code);
        var draft = await hr.DoAsync(Post("/kpi-templates", await app.TemplateAsync(code, position)));
        var edited = await FaultyAsync(hr, Put($"/kpi-templates/{draft.Id()}", content, 1));
        var body = content.DeepClone().AsObject();
        (body["code"], body["positionId"]) = (code + "-2", position);
        var made = await FaultyAsync(hr, Post("/kpi-templates", body));
        var trial = new JsonObject { ["quarter"] = "2026Q1", ["sections"] = content["sections"]!.DeepClone() };
        var tried = await FaultyAsync(hr, Post($"/kpi-templates/{draft.Id()}/try", trial));
        Assert.Equal("岗位绩效", (await hr.DoAsync(Get($"/kpi-templates/{draft.Id()}"))).Text("nameZh"));
        Assert.False(await app.ReadAsync(db => db.KpiTemplates.AnyAsync(x => x.Code == code + "-2")));
        return [edited, made, tried];
    }

    /// <summary>Refused because no state of the data would accept it; the problem.</summary>
    private static async Task<JsonElement> FaultyAsync(HttpClient hr, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await hr.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{(int)answer.StatusCode} {text}");
            return JsonElement.Parse(text);
        }
    }
}
