using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>Somebody of the mixed position under the world's supervisor, in the opened cycle of 2026Q1: the two rates are held against 90.</summary>
internal sealed record Agreeing(MixedPosition By, long Person, long Cycle, long Appraisal);

/// <summary>Targets for tests.</summary>
internal static class TargetWorld
{
    /// <summary>A company of its own, whose head signs in as "head".</summary>
    public static async Task<TrainingApp> StartedAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        await app.AddAccountAsync("head", await app.PersonAsync(Role.Supervisor, Standing.Above), Role.Supervisor);
        return app;
    }

    /// <summary>The person signs in as the code in small letters.</summary>
    public static async Task<Agreeing> AgreeingAsync(this TrainingApp app, string code)
    {
        var by = await app.MixedPositionAsync(code);
        var person = await app.InPositionAsync(by, code);
        var cycle = await app.OpenedAsync("2026Q1", by);
        return new(by, person, cycle, await app.AppraisalAsync(cycle, person));
    }

    public static async Task<long> InPositionAsync(this TrainingApp app, MixedPosition by, string userName, long? supervisor = null)
    {
        var person = await app.HireAsync(await app.PlaceAsync(by, supervisor: supervisor));
        await app.AddAccountAsync(userName.ToLowerInvariant(), person, Role.Staff);
        return person;
    }

    public static void At(this TrainingApp app, int month, int day, int hour = 9) =>
        app.Clock.SetUtcNow(new DateTimeOffset(2026, month, day, hour, 0, 0, TimeSpan.FromHours(8)));

    public static Task<JsonElement> TargetsAsync(this HttpClient client, long appraisal) => client.DoAsync(Get($"/appraisals/{appraisal}/targets"));

    /// <summary>The target of an item in a segment.</summary>
    public static async Task<JsonElement> TargetAsync(this HttpClient client, long appraisal, long kpi, int segment = 1) =>
        (await client.TargetsAsync(appraisal)).Of(segment).GetProperty("items").EnumerateArray().Single(x => x.GetProperty("kpiId").GetInt64() == kpi);

    public static JsonElement Of(this JsonElement targets, int segment) =>
        targets.GetProperty("segments").EnumerateArray().Single(x => x.Number("number") == segment);

    /// <summary>The request that proposes a target, for the version it has now.</summary>
    public static async Task<HttpRequestMessage> ProposalAsync(
        this HttpClient client, long appraisal, long kpi, decimal target, string? remark = null, int segment = 1) =>
        Post($"/appraisals/{appraisal}/targets", new { segment, kpiId = kpi, target, remark }, (await client.TargetAsync(appraisal, kpi, segment)).Version());

    public static async Task<JsonElement> ProposeAsync(this HttpClient client, long appraisal, long kpi, decimal target, string? remark = null) =>
        await client.DoAsync(await client.ProposalAsync(appraisal, kpi, target, remark));

    /// <summary>The request of an act on a target, as it is answered.</summary>
    public static HttpRequestMessage Act(long appraisal, JsonElement target, string act, object body) =>
        Post($"/appraisals/{appraisal}/targets/{target.Id()}/{act}", body, target.Version());

    public static HttpRequestMessage Agree(long appraisal, JsonElement target) => Act(appraisal, target, "agree", new { });

    public static HttpRequestMessage Refuse(long appraisal, JsonElement target, string remark = "不合理") => Act(appraisal, target, "refuse", new { remark });

    public static HttpRequestMessage Decide(long appraisal, JsonElement target, decimal value) =>
        Act(appraisal, target, "decide", new { target = value, reason = "取中" });

    /// <summary>The rater proposes 95, the person refuses and proposes 85, the rater refuses: the next above decides.</summary>
    public static async Task<JsonElement> EscalatedAsync(this HttpClient person, HttpClient rater, long appraisal, long kpi)
    {
        await person.DoAsync(Refuse(appraisal, await rater.ProposeAsync(appraisal, kpi, 95, "业务增长")));
        return await rater.DoAsync(Refuse(appraisal, await person.ProposeAsync(appraisal, kpi, 85), "过低"));
    }

    /// <summary>Puts an appraisal into a stage behind the program's back.</summary>
    public static Task<bool> PutIntoStageAsync(this TrainingApp app, long appraisal, AppraisalStage stage) => app.WriteAsync(async db =>
    {
        var found = await db.Appraisals.SingleAsync(x => x.Id == appraisal, TestContext.Current.CancellationToken);
        db.Entry(found).Property(x => x.Stage).CurrentValue = stage;
        return true;
    });

    public static async Task<IReadOnlyList<string?>> NoticesAsync(this HttpClient client) =>
        [.. (await client.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind"))];

    public static decimal? Value(this JsonElement record, string member) =>
        record.GetProperty(member) is { ValueKind: JsonValueKind.Number } found ? found.GetDecimal() : null;
}
