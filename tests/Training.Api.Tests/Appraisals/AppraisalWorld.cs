using System.Text.Json;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>Appraisals for tests.</summary>
internal static class AppraisalWorld
{
    /// <summary>Plans a cycle by the usual numbers, opens it and advances it through the phases; its id.</summary>
    public static async Task<long> OpenedAsync(this HttpClient hr, string quarter, params string[] phases)
    {
        var cycle = (await hr.PlannedAsync(quarter)).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        foreach (var phase in phases)
        {
            await hr.AdvanceAsync(cycle, phase);
        }

        return cycle;
    }

    /// <summary>Begins the next phase; calibration without all that is open.</summary>
    public static async Task<JsonElement> AdvanceAsync(this HttpClient hr, long cycle, string to)
    {
        var version = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))).Version();
        object[] left = to != "calibration" ? [] : [.. (await hr.OpenSegmentsAsync(cycle)).Select(x => new { appraisalId = x.GetProperty("appraisalId").GetInt64(), number = x.Number("number") })];
        return await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/advance", new { to, leaveBehind = left }, version));
    }

    public static async Task<IReadOnlyList<JsonElement>> OpenSegmentsAsync(this HttpClient hr, long cycle) =>
        (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/open-segments?pageSize=200"))).Items();

    /// <summary>The appraisal of the person in the cycle.</summary>
    public static async Task<long> AppraisalAsync(this HttpClient hr, long cycle, long person) =>
        (await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={person}"))).Items().Single().Id();

    public static async Task<string?> StageAsync(this HttpClient client, long appraisal) =>
        (await client.DoAsync(Get($"/appraisals/{appraisal}"))).Text("stage");

    public static Task<JsonElement> ScoreAsync(this HttpClient client, long appraisal, int segment) =>
        client.DoAsync(Get($"/appraisals/{appraisal}/segments/{segment}/score"));

    /// <summary>A good mark for each rated item, none of them far off.</summary>
    public static object[] Marks(JsonElement score, string? text = null) =>
        [.. score.GetProperty("items").EnumerateArray().Select(x => new { kpiId = x.GetProperty("kpiId").GetInt64(), mark = Good(x), text })];

    public static decimal Good(JsonElement item) => item.Text("scale") == "five" ? 4 : 80;

    /// <summary>The request that scores a segment, for the version it has now.</summary>
    public static async Task<HttpRequestMessage> ScoringAsync(this HttpClient client, long appraisal, int segment)
    {
        var score = await client.ScoreAsync(appraisal, segment);
        return Post($"/appraisals/{appraisal}/segments/{segment}/score", new { marks = Marks(score), remark = "稳定可靠" }, score.Version());
    }

    public static IReadOnlyList<string?> Actions(JsonElement record) => [.. record.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString())];
}
