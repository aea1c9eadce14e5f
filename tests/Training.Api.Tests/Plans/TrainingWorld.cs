using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

/// <summary>Plans, courses and completions for tests, made over HTTP.</summary>
internal static class TrainingWorld
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<long> CourseAsync(this TrainingApp app, string code) =>
        app.ReadAsync(db => db.Courses.Where(x => x.Code == code).Select(x => x.Id).SingleAsync(Stop));

    public static Task<long> TemplateAsync(this TrainingApp app, string code) =>
        app.ReadAsync(db => db.PlanTemplates.Where(x => x.Code == code).Select(x => x.Id).SingleAsync(Stop));

    public static async Task<JsonElement> ReadAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync("/api/v1" + path, Stop);
        return await answer.ReadAsync<JsonElement>();
    }

    public static Task<HttpResponseMessage> TryAsync(this HttpClient client, string path, object? body = null, int? ifMatch = null, HttpMethod? method = null)
    {
        var message = new HttpRequestMessage(method ?? HttpMethod.Post, "/api/v1" + path);
        if (body is not null)
        {
            message.Content = JsonContent.Create(body);
        }

        if (ifMatch is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch}\"");
        }

        return client.SendAsync(message, Stop);
    }

    public static async Task<JsonElement> DoAsync(this HttpClient client, string path, object? body = null, int? ifMatch = null, HttpMethod? method = null)
    {
        using var answer = await client.TryAsync(path, body, ifMatch, method);
        return await answer.ReadAsync<JsonElement>();
    }

    /// <summary>A draft of HR for the customer service department with one course, due 20 working days after its start.</summary>
    public static async Task<JsonElement> DraftAsync(this TrainingApp app, HttpClient hr, string course = "CRS040", string department = "CS") =>
        await hr.DoAsync("/plans", new
        {
            departmentId = await app.DepartmentAsync(department),
            startsOn = "2026-03-02",
            titleZh = "客服部培训",
            items = new[] { new { courseId = await app.CourseAsync(course), isMandatory = true, dueWorkingDays = 20 } },
        });

    public static async Task<JsonElement> SubmittedAsync(this TrainingApp app, HttpClient hr, string course = "CRS040", string department = "CS") =>
        await hr.DoAsync($"/plans/{(await app.DraftAsync(hr, course, department)).Id()}/submit");

    public static async Task<JsonElement> ApprovedAsync(this TrainingApp app, HttpClient hr, string course = "CRS040", string department = "CS")
    {
        var plan = await app.SubmittedAsync(hr, course, department);
        return await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve");
    }

    public static async Task<JsonElement> StartedAsync(this TrainingApp app, HttpClient hr, string course = "CRS040", string department = "CS")
    {
        var plan = await app.ApprovedAsync(hr, course, department);
        return await hr.DoAsync($"/plans/{plan.Id()}/start");
    }
}
