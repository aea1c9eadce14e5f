using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Access;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.PerformanceEvents;

/// <summary>Performance events for tests, made over HTTP.</summary>
internal static class EventWorld
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<long> EventKindAsync(this TrainingApp app, string code) =>
        app.ReadAsync(db => db.PerformanceEventKinds.Where(x => x.Code == code).Select(x => x.Id).SingleAsync(Stop));

    /// <summary>What is said of a commendation.</summary>
    public static async Task<object> CommendationAsync(this TrainingApp app, long employeeId, string day = "2026-02-27", string? description = "客户来信表扬") => new
    {
        employeeId, kindId = await app.EventKindAsync("COMMENDATION"), occurredOn = day, description,
    };

    /// <summary>A complaint that is upheld, reported by the client.</summary>
    public static async Task<JsonElement> ComplaintAsync(
        this TrainingApp app, HttpClient reporter, long employeeId, string day = "2026-02-27", string severity = "serious", bool isUpheld = true) =>
        await reporter.DoAsync(AccessCase.Post("/performance-events", new
        {
            employeeId, kindId = await app.EventKindAsync("COMPLAINT"), occurredOn = day, severity, isUpheld, amount = 50.5m, description = "等待过久",
        }));

    /// <summary>An act with content on an event as it is now.</summary>
    public static async Task<HttpRequestMessage> OnAsync(this TrainingApp app, long id, string act, object body) =>
        AccessCase.Post($"/performance-events/{id}/{act}", body, await app.EventVersionAsync(id));

    public static Task<int> EventVersionAsync(this TrainingApp app, long id) =>
        app.ReadAsync(db => db.PerformanceEvents.Where(x => x.Id == id).Select(x => x.Version).SingleAsync(Stop));

    public static IReadOnlyList<string?> Actions(this JsonElement found) =>
        [.. found.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString())];

    /// <summary>The kinds of what the client was told about the event.</summary>
    public static async Task<IReadOnlyList<string?>> ToldAsync(this HttpClient client, long eventId) =>
        [.. (await client.DoAsync(AccessCase.Get("/notices?pageSize=200"))).Items()
            .Where(x => x.Text("subjectType") == "performanceEvent" && x.GetProperty("subjectId").GetInt64() == eventId).Select(x => x.Text("kind"))];

    /// <summary>Half past eleven at night of the last day for a view.</summary>
    public static void GoToLastDay(this TrainingApp app, JsonElement found) => app.GoTo(DayOf(found, "viewUntil"), new(23, 30));

    /// <summary>The morning after the last day for a view.</summary>
    public static void GoPastView(this TrainingApp app, JsonElement found) => app.GoTo(DayOf(found, "viewUntil").AddDays(1), new(0, 1));

    public static DateOnly DayOf(JsonElement found, string member) =>
        DateOnly.ParseExact(found.Text(member)!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The clock of Shanghai shows the time, unless it is later already.</summary>
    private static void GoTo(this TrainingApp app, DateOnly day, TimeOnly time)
    {
        var at = new DateTimeOffset(day.ToDateTime(time), TimeSpan.FromHours(8));
        if (at > app.Clock.GetUtcNow())
        {
            app.Clock.SetUtcNow(at);
        }
    }
}
