using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Sessions;

/// <summary>Sessions for tests, made over HTTP. Each begins at an hour of its own, so that nobody is taken by two.</summary>
internal static class SessionWorld
{
    private static int _hours;

    /// <summary>An hour of a working day from 6 April 2026 on that no other session of the tests has.</summary>
    public static DateTimeOffset Hour()
    {
        var hour = Interlocked.Increment(ref _hours);
        return new DateTimeOffset(2026, 4, 6, 0, 0, 0, TimeSpan.Zero).AddDays(hour / 20).AddHours(hour % 20);
    }

    /// <summary>An hour some days after the test's now, for tests that move the clock.</summary>
    public static DateTimeOffset Ahead(this TrainingApp app, int days = 7)
    {
        var now = app.Clock.GetUtcNow();
        return new DateTimeOffset(now.Year, now.Month, now.Day, Interlocked.Increment(ref _hours) % 20, 0, 0, TimeSpan.Zero).AddDays(days);
    }

    public static void GoTo(this TrainingApp app, DateTimeOffset at) => app.Clock.Advance(at - app.Clock.GetUtcNow());

    public static object Meeting(int number, DateTimeOffset at, int minutes = 60) => new { number, startsAt = Text(at), endsAt = Text(at.AddMinutes(minutes)) };

    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a session asks for: one meeting of an hour, an outside trainer, no room.</summary>
    public static async Task<Dictionary<string, object?>> SessionAsync(
        this TrainingApp app, string course = "CRS040", int capacity = 2, DateTimeOffset? at = null, long? trainer = null, int meetings = 1)
    {
        var first = at ?? Hour();
        return new Dictionary<string, object?>
        {
            ["courseId"] = await app.CourseAsync(course),
            ["capacity"] = capacity,
            ["trainerId"] = trainer,
            ["trainerName"] = trainer is null ? "外聘讲师" : null,
            ["meetings"] = Enumerable.Range(1, meetings).Select(x => Meeting(x, first.AddDays(x - 1))).ToArray(),
        };
    }

    public static Dictionary<string, object?> With(this Dictionary<string, object?> body, string member, object? value) => new(body) { [member] = value };

    /// <summary>A published session.</summary>
    public static async Task<JsonElement> PublishedAsync(
        this TrainingApp app, HttpClient hr, string course = "CRS040", int capacity = 2, DateTimeOffset? at = null, long? trainer = null, int meetings = 1)
    {
        var draft = await hr.DoAsync("/sessions", await app.SessionAsync(course, capacity, at, trainer, meetings));
        return await hr.DoAsync($"/sessions/{draft.Id()}/publish");
    }

    /// <summary>Nominates people; the enrolments in the order of the people.</summary>
    public static async Task<IReadOnlyList<JsonElement>> NominateAsync(this HttpClient client, long session, params long[] people)
    {
        var answer = await client.DoAsync($"/sessions/{session}/enrolments", new { employeeIds = people });
        var enrolled = answer.GetProperty("enrolled").EnumerateArray().ToList();
        return [.. people.Select(x => enrolled.Single(y => y.GetProperty("employeeId").GetInt64() == x))];
    }

    /// <summary>An act on an enrolment in the version that is there.</summary>
    public static async Task<HttpResponseMessage> TryOnAsync(this HttpClient client, long enrolment, string act, object body)
    {
        using var read = await client.TryAsync($"/enrolments/{enrolment}", method: HttpMethod.Get);
        var version = read.IsSuccessStatusCode ? (await read.ReadAsync<JsonElement>()).Version() : 1;
        return await client.TryAsync($"/enrolments/{enrolment}/{act}", body, version);
    }

    public static async Task<JsonElement> OnAsync(this HttpClient client, long enrolment, string act, object body)
    {
        using var answer = await client.TryOnAsync(enrolment, act, body);
        return await answer.ReadAsync<JsonElement>();
    }

    public static async Task<string?> StateAsync(this HttpClient client, long enrolment) => (await client.ReadAsync($"/enrolments/{enrolment}")).Text("state");

    /// <summary>Records how people attended a meeting.</summary>
    public static Task<JsonElement> AttendAsync(this HttpClient client, long session, int meeting, params (long Enrolment, string Status)[] people) =>
        client.DoAsync($"/sessions/{session}/attendance", new
        {
            meeting,
            entries = people.Select(x => new { enrolmentId = x.Enrolment, status = x.Status }).ToArray(),
        });

    /// <summary>Some people who may be nominated by HR: further staff of the service department, hired for the test.</summary>
    public static async Task<IReadOnlyList<long>> CrowdAsync(this TrainingApp app, int count)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Training.Api.Data.TrainingDb>();
        var place = await db.Assignments.AsNoTracking().Where(x => db.Employees.Any(y => y.Id == x.EmployeeId && y.EmployeeNumber == "W011")).FirstAsync();
        var head = await db.Employees.Where(x => x.EmployeeNumber == "W000").Select(x => x.Id).SingleAsync();
        var first = await db.Employees.CountAsync();
        var hired = await scope.ServiceProvider.GetRequiredService<Training.Api.Acts.HireEmployee>().RunAsync(
            [
                .. Enumerable.Range(first, count).Select(i => new Training.Api.Acts.NewEmployee(
                    $"S{i:00000}",
                    new Domain.People.EmployeeProfile(
                        Training.Api.Acts.PersonNames.Of($"S{i:00000}", $"学员{i}", $"Learner {i}", null), null, null, null, Domain.People.Language.ZhCn),
                    new Domain.People.Engagement(World.HiredOn, Domain.People.ContractKind.OpenEnded, 1m, null),
                    new Domain.People.Placement(place.DepartmentId, place.PositionId, head))),
            ],
            TestContext.Current.CancellationToken);
        return [.. hired.Select(x => x.Id)];
    }
}
