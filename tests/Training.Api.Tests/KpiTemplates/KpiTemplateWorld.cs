using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Kpis;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.KpiTemplates;

/// <summary>Templates for tests, made over HTTP.</summary>
internal static class KpiTemplateWorld
{
    public static Task<long> PositionAsync(this TrainingApp app, string code) =>
        app.ReadAsync(db => db.Positions.Where(x => x.Code == code).Select(x => x.Id).SingleAsync());

    /// <summary>A position of its own, so that no other template holds for it.</summary>
    public static async Task<long> NewPositionAsync(this HttpClient hr, string code) =>
        (await hr.DoAsync(Post("/positions", new { code, nameZh = "岗位", courseIds = Array.Empty<long>() }))).Id();

    /// <summary>Two sections, 70 and 30; the first has two items of 60 and 40, the second one.</summary>
    public static async Task<JsonObject> ContentAsync(this TrainingApp app) => new()
    {
        ["nameZh"] = "岗位绩效",
        ["sections"] = new JsonArray(
            Section("业绩", 70, Item(await app.KpiIdAsync("K01"), 60, Ratio(), 90), Item(await app.KpiIdAsync("K25"), 40, Band())),
            Section("行为", 30, Item(await app.KpiIdAsync("K04"), 100, new JsonObject { ["kind"] = "rating", ["scale"] = "hundred" }))),
    };

    /// <summary>The same as the first version of a new template.</summary>
    public static async Task<JsonObject> TemplateAsync(this TrainingApp app, string code, long positionId)
    {
        var body = await app.ContentAsync();
        (body["code"], body["positionId"]) = (code, positionId);
        return body;
    }

    public static JsonObject Section(string nameZh, decimal weight, params JsonNode[] items) =>
        new() { ["nameZh"] = nameZh, ["weight"] = weight, ["items"] = new JsonArray(items) };

    public static JsonObject Item(long kpiId, decimal weight, JsonNode method, decimal? target = null)
    {
        var item = new JsonObject { ["kpiId"] = kpiId, ["weight"] = weight, ["method"] = method };
        if (target is { } value)
        {
            item["target"] = value;
        }

        return item;
    }

    public static JsonObject Ratio() => new() { ["kind"] = "ratio", ["direction"] = "higher" };

    public static JsonObject Band() => Curve((180, 0), (240, 100), (360, 100), (480, 0));

    public static JsonObject Curve(params (decimal X, decimal Score)[] points) => new()
    {
        ["kind"] = "points",
        ["points"] = new JsonArray([.. points.Select(x => (JsonNode)new JsonObject { ["x"] = x.X, ["score"] = x.Score })]),
    };

    public static JsonNode ItemAt(this JsonObject body, int section, int item) => body["sections"]![section]!["items"]![item]!;

    /// <summary>A published template for a position of its own.</summary>
    public static async Task<JsonElement> PublishedAsync(this TrainingApp app, HttpClient hr, string code, string? fromQuarter = null)
    {
        var made = await hr.DoAsync(Post("/kpi-templates", await app.TemplateAsync(code, await hr.NewPositionAsync(code))));
        return await hr.PublishAsync(made, fromQuarter);
    }

    public static Task<JsonElement> PublishAsync(this HttpClient hr, JsonElement template, string? fromQuarter = null) =>
        hr.DoAsync(Publication(template, fromQuarter));

    public static HttpRequestMessage Publication(JsonElement template, string? fromQuarter = null) =>
        Post($"/kpi-templates/{template.Id()}/publish", fromQuarter is null ? new { } : new { fromQuarter }, template.Version());

    /// <summary>The number of the version that holds for the position in the quarter; none where there is none.</summary>
    public static async Task<int?> InForceAsync(this HttpClient client, long positionId, string quarter) =>
        (await client.DoAsync(Get($"/kpi-templates?positionId={positionId}&quarter={quarter}"))).Items() switch
        {
            [] => null,
            [var one] => one.Number("number"),
            var several => throw new InvalidOperationException($"{several.Count} templates hold in {quarter}."),
        };
}
