using System.Text.Json;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Sessions;

/// <summary>Sessions whose sheets are printed and whose completions are read, made over HTTP. Each has a day of its own from September
/// 2026 on.</summary>
internal static class SheetWorld
{
    private static int _days;

    /// <summary>A published session: each meeting at 9 o'clock in Shanghai for three hours, a day after the one before.</summary>
    public static async Task<JsonElement> SheetSessionAsync(
        this HttpClient hr, long course, long? trainer = null, string? room = null, int meetings = 1, bool isDraft = false)
    {
        var first = new DateTimeOffset(2026, 9, 1, 1, 0, 0, TimeSpan.Zero).AddDays(Interlocked.Add(ref _days, meetings) - meetings);
        var draft = await hr.DoAsync("/sessions", new
        {
            courseId = course,
            trainerId = trainer,
            trainerName = trainer is null ? "外聘讲师" : null,
            room,
            capacity = 20,
            meetings = Enumerable.Range(1, meetings).Select(x => Meeting(x, first.AddDays(x - 1))).ToArray(),
        });
        return isDraft ? draft : await hr.DoAsync($"/sessions/{draft.Id()}/publish");
    }

    /// <summary>HR nominates the person; the enrolment.</summary>
    public static async Task<long> GiveSeatAsync(this HttpClient hr, long session, long employee) =>
        (await hr.DoAsync($"/sessions/{session}/enrolments", new { employeeIds = new[] { employee } }))
            .GetProperty("enrolled").EnumerateArray().Single().Id();

    /// <summary>The page at the address, in the language.</summary>
    public static async Task<(HttpResponseMessage Answer, string Html)> PageAsync(this HttpClient client, string path, string language = "zh-CN")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static object Meeting(int number, DateTimeOffset at) => new { number, startsAt = at, endsAt = at.AddHours(3) };
}
