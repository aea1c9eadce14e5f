using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Access;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Domain.People;

namespace Training.Api.Tests.Employees;

/// <summary>People of a test's own, and calls about them.</summary>
internal static class Hired
{
    public static readonly DateOnly On = new(2025, 1, 6);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<Placement> PlaceAsync(this TrainingApp app) => app.ReadAsync(db =>
        db.Assignments.OrderBy(x => x.Id).Select(x => new Placement(x.DepartmentId, x.PositionId, null)).FirstAsync(Stop));

    /// <summary>Somebody hired on <see cref="On"/> and on probation until the end of 2026.</summary>
    public static async Task<long> HireAsync(this TrainingApp app, string number, long? supervisorId = null, DateOnly? leftOn = null)
    {
        var place = await app.PlaceAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var person = new NewEmployee(
            number,
            new EmployeeProfile(PersonNames.Of(number, "欧阳春", "Ouyang Chun", null), null, null, null, Language.ZhCn),
            new Engagement(On, ContractKind.OpenEnded, 1m, new DateOnly(2026, 12, 31)),
            place with { SupervisorId = supervisorId });
        var hired = await scope.ServiceProvider.GetRequiredService<HireEmployee>().RunAsync([person], Stop);
        if (leftOn is { } day)
        {
            var db = scope.ServiceProvider.GetRequiredService<Training.Api.Data.TrainingDb>();
            await scope.ServiceProvider.GetRequiredService<ChangeEmployment>().RunAsync(
                db.Employees,
                hired[0].Id,
                (employee, timeline) =>
                {
                    employee.EndEmployment(new Leaving(day, null));
                    timeline.FollowEmployment();
                    return Task.CompletedTask;
                },
                Stop);
        }

        return hired[0].Id;
    }

    public static Task<int> VersionAsync(this TrainingApp app, long id) =>
        app.ReadAsync(db => db.Employees.Where(x => x.Id == id).Select(x => x.Version).SingleAsync(Stop));

    public static Task<(long Id, DateOnly From, int Version)> FirstAssignmentAsync(this TrainingApp app, long employeeId) =>
        app.ReadAsync(async db =>
        {
            var first = await db.Assignments.AsNoTracking().Where(x => x.EmployeeId == employeeId).OrderBy(x => x.From).FirstAsync(Stop);
            return (first.Id, first.From, first.Version);
        });

    public static async Task<Dictionary<string, object?>> HireRequestAsync(this TrainingApp app, string number, long? supervisorId = null)
    {
        var request = await app.RehireRequestAsync(On, supervisorId);
        request["employeeNumber"] = number;
        request["nameZh"] = "诸葛秋";
        return request;
    }

    public static async Task<Dictionary<string, object?>> RehireRequestAsync(this TrainingApp app, DateOnly hiredOn, long? supervisorId = null)
    {
        var place = await app.PlaceAsync();
        return new()
        {
            ["hiredOn"] = hiredOn,
            ["contractKind"] = "openEnded",
            ["departmentId"] = place.DepartmentId,
            ["positionId"] = place.PositionId,
            ["supervisorId"] = supervisorId,
        };
    }

    public static async Task<Dictionary<string, object?>> MoveRequestAsync(this TrainingApp app, DateOnly from, long? supervisorId)
    {
        var place = await app.PlaceAsync();
        return new() { ["from"] = from, ["departmentId"] = place.DepartmentId, ["positionId"] = place.PositionId, ["supervisorId"] = supervisorId };
    }

    /// <summary>The request that moves a person, for the version they have now.</summary>
    public static async Task<HttpRequestMessage> MoveAsync(this TrainingApp app, long id, DateOnly from, long? supervisorId) =>
        AccessCase.Post($"/employees/{id}/assignments", await app.MoveRequestAsync(from, supervisorId), await app.VersionAsync(id));

    /// <summary>The answer of a call that must succeed.</summary>
    public static async Task<JsonElement> DoAsync(this HttpClient client, HttpRequestMessage message) =>
        await (await client.SendAsync(message, Stop)).ReadAsync<JsonElement>();

    public static async Task RefusedAsync(this HttpClient client, HttpRequestMessage message, HttpStatusCode status, string code) =>
        await (await client.SendAsync(message, Stop)).ShouldBeRefusedAsync(status, code);

    public static Task<JsonElement> ReadAsync(this HttpClient client, string path) => client.DoAsync(AccessCase.Get(path));

    public static async Task<bool> ListsAsync(this HttpClient client, long employeeId) =>
        (await client.ReadAsync($"/employees?pageSize=200&hiredFrom={On:yyyy-MM-dd}&hiredTo={On:yyyy-MM-dd}")).GetProperty("items").EnumerateArray().Any(x => x.GetProperty("id").GetInt64() == employeeId);

    public static long Id(this JsonElement answer) => answer.GetProperty("id").GetInt64();

    public static int Version(this JsonElement answer) => answer.GetProperty("version").GetInt32();

    public static string? Text(this JsonElement answer, string member) => answer.GetProperty(member).GetString();
}
