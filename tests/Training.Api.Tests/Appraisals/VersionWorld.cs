using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>Published results for tests of what comes after them.</summary>
internal static class VersionWorld
{
    /// <summary>A complete quarter that HR confirmed and published: 92.50, A.</summary>
    public static async Task<Complete> PublishedAsync(this TrainingApp app, string code, decimal? points = null)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var complete = await app.CompleteAsync(code);
        await hr.DoAsync(await hr.CalibrationAsync(complete.Appraisal, points, points is null ? null : "攻关"));
        await hr.PublishAsync(complete.Cycle);
        return complete;
    }

    /// <summary>The latest version of the result.</summary>
    public static async Task<JsonElement> ResultAsync(this HttpClient client, long appraisal) =>
        (await client.DoAsync(Get($"/appraisals/{appraisal}"))).GetProperty("result");

    /// <summary>The request of the person that appeals against the latest version.</summary>
    public static async Task<HttpRequestMessage> AppealAsync(this HttpClient own, long appraisal, string reason = "质检抽样有误") =>
        Post($"/appraisals/{appraisal}/appeal", new { reason, evidence = "录音 0312" }, (await own.ResultAsync(appraisal)).Version());

    /// <summary>Somebody of the finance department who has an account and can be a second reviewer.</summary>
    public static async Task<long> ReviewerAsync(this TrainingApp app, string name)
    {
        var reviewer = await Employees.Hired.HireAsync(app, name, await app.PersonAsync(Role.Supervisor, Standing.Above));
        await app.AddAccountAsync(name.ToLowerInvariant(), reviewer, Role.Staff);
        return reviewer;
    }

    /// <summary>A client of the person's account, which holds the role from now on.</summary>
    public static async Task<HttpClient> WithRoleAsync(this TrainingApp app, long employeeId, Role role)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var hold = scope.ServiceProvider.GetRequiredService<HoldRole>();
        var account = await db.WriteAsync(
            async () =>
            {
                var found = await db.Users.SingleAsync(x => x.EmployeeId == employeeId, TestContext.Current.CancellationToken);
                await hold.RunAsync(found, role, TestContext.Current.CancellationToken);
                return found.UserName!;
            },
            TestContext.Current.CancellationToken);
        return await app.SignInAsync(account);
    }

    /// <summary>Files an appeal and names its reviewer; the appeal.</summary>
    public static async Task<JsonElement> ReviewedAsync(this HttpClient own, HttpClient naming, long appraisal, long reviewer)
    {
        var filed = await own.DoAsync(await own.AppealAsync(appraisal));
        return await naming.DoAsync(Post($"/appraisals/{appraisal}/appeal/reviewer", new { employeeId = reviewer }, filed.Version()));
    }
}
