using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Kpis;

/// <summary>KPIs as HR writes them.</summary>
internal static class KpiWorld
{
    /// <summary>A valid content; the members given stand in the place of its own, and null takes one out.</summary>
    public static JsonObject Body(string? code = null, string? given = null)
    {
        var body = JsonNode.Parse("""
            {
                "nameZh": "回访及时率", "nameEn": "Visits in time", "definitionZh": "按期完成的回访", "formulaZh": "按期 ÷ 应访 × 100",
                "unit": "percent", "decimals": 1, "direction": "higher", "source": "manual", "period": "month", "aggregation": "average",
                "use": "individual", "plausibleFrom": 0, "plausibleTo": 100, "defaultTarget": 95
            }
            """)!.AsObject();
        foreach (var (name, value) in given is null ? [] : JsonNode.Parse(given)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        if (code is not null)
        {
            body["code"] = code;
        }

        return body;
    }

    /// <summary>The id of the KPI of the code.</summary>
    public static Task<long> KpiIdAsync(this TrainingApp app, string code) =>
        app.ReadAsync(db => db.Kpis.Where(x => x.Code == code).Select(x => x.Id).SingleAsync());

    /// <summary>The KPI of the code, whole.</summary>
    public static async Task<JsonElement> KpiAsync(this HttpClient client, string code) =>
        await client.ReadAsync($"/kpis/{(await client.ReadAsync($"/kpis?code={code}")).Items()[0].Id()}");

    /// <summary>A KPI that HR makes.</summary>
    public static Task<JsonElement> NewKpiAsync(this HttpClient hr, string code, string? given = null) => hr.DoAsync("/kpis", Body(code, given));

    /// <summary>Edits the KPI as it is now.</summary>
    public static async Task<HttpResponseMessage> TryEditAsync(this HttpClient hr, long id, string? given = null) =>
        await hr.TryAsync($"/kpis/{id}", Body(null, given), (await hr.ReadAsync($"/kpis/{id}")).Version(), HttpMethod.Put);

    public static async Task<JsonElement> EditAsync(this HttpClient hr, long id, string? given = null) =>
        await hr.DoAsync($"/kpis/{id}", Body(null, given), (await hr.ReadAsync($"/kpis/{id}")).Version(), HttpMethod.Put);
}
