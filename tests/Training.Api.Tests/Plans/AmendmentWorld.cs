using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Domain.People;

namespace Training.Api.Tests.Plans;

/// <summary>Amendments for tests, made over HTTP.</summary>
internal static class AmendmentWorld
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A course as a request names it.</summary>
    public static async Task<object> ItemAsync(this TrainingApp app, string course, int days = 20, bool mandatory = true) =>
        new { courseId = await app.CourseAsync(course), isMandatory = mandatory, dueWorkingDays = days };

    public static async Task<object> AmendmentAsync(this TrainingApp app, params string[] courses)
    {
        var items = new List<object>();
        foreach (var course in courses)
        {
            items.Add(await app.ItemAsync(course));
        }

        return new { items, reason = "课程调整" };
    }

    /// <summary>A running plan of HR for a department, with these courses, due 20 working days after its start on 2 March.</summary>
    public static async Task<JsonElement> RunningAsync(this TrainingApp app, HttpClient author, string department, params string[] courses)
    {
        var items = new List<object>();
        foreach (var course in courses)
        {
            items.Add(await app.ItemAsync(course));
        }

        var plan = await author.DoAsync("/plans", new
        {
            departmentId = await app.DepartmentAsync(department), startsOn = "2026-03-02", titleZh = "客服部培训", items,
        });
        await author.DoAsync($"/plans/{plan.Id()}/submit");
        await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve");
        return await (await app.AsAsync(Role.HumanResources)).DoAsync($"/plans/{plan.Id()}/start");
    }

    public static async Task<JsonElement> ProposeAsync(this HttpClient author, JsonElement plan, object amendment)
    {
        using var answer = await author.TryAsync($"/plans/{plan.Id()}/amend", amendment, (await author.ReadAsync($"/plans/{plan.Id()}")).Version());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var proposed = await answer.ReadAsync<JsonElement>();
        Assert.Equal($"/api/v1/plans/{plan.Id()}/amendments/{proposed.Number("number")}", answer.Headers.Location!.OriginalString);
        return proposed;
    }

    /// <summary>Proposed by HR and approved by the approver; the amendment afterwards.</summary>
    public static async Task<JsonElement> AmendAsync(this TrainingApp app, JsonElement plan, object amendment)
    {
        var proposed = await (await app.AsAsync(Role.HumanResources)).ProposeAsync(plan, amendment);
        return await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/amendments/{proposed.Number("number")}/approve");
    }

    /// <summary>A person's items of the plan by course code.</summary>
    public static async Task<Dictionary<string, JsonElement>> ItemsOfAsync(this HttpClient hr, JsonElement plan, long person) =>
        (await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={person}&pageSize=200")).Items().ToDictionary(x => x.Text("courseCode")!);

    public static IEnumerable<string> Actions(this JsonElement record) => record.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()!);

    public static async Task<TrainingApp> NewAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        return app;
    }

    /// <summary>HR, a running plan of theirs for customer service, and somebody in it.</summary>
    public static async Task<(HttpClient Hr, JsonElement Plan, long Staff)> RunningPlanAsync(this TrainingApp app, params string[] courses)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        return (hr, await app.RunningAsync(hr, "CS", courses), await app.PersonAsync(Role.Staff, Standing.Own));
    }

    /// <summary>The nightly following; nobody joins or leaves when all is as it is to be.</summary>
    public static async Task<(int Joined, int Left)> FollowAsync(this TrainingApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FollowAudience>().RunAsync(null, Stop);
    }

    public static Task<Placement> PlaceAsync(this TrainingApp app, string department) => app.ReadAsync(db => db.Assignments
        .Where(x => db.Departments.Any(y => y.Id == x.DepartmentId && y.Code == department)).OrderBy(x => x.Id)
        .Select(x => new Placement(x.DepartmentId, x.PositionId, null)).FirstAsync(Stop));

    public static async Task<long> HireAsync(this TrainingApp app, params string[] numbers)
    {
        var place = await app.PlaceAsync("CS");
        await using var scope = app.Services.CreateAsyncScope();
        var people = numbers.Select(x => new NewEmployee(
            x, new EmployeeProfile(PersonNames.Of(x, "新人", null, null), null, null, null, Language.ZhCn), new Engagement(new DateOnly(2026, 3, 2), ContractKind.OpenEnded, 1m, null), place));
        return (await scope.ServiceProvider.GetRequiredService<HireEmployee>().RunAsync([.. people], Stop))[0].Id;
    }
}
