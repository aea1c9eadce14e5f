using System.Net;
using System.Text.Json;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

/// <summary>Who decides on a plan, and that it is decided once.</summary>
public sealed class PlanApprovalTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Two_hr_people_who_approve_a_plan_at_once_approve_it_once()
    {
        var author = await app.AsAsync(Role.HumanResources);
        var plan = await app.SubmittedAsync(author);
        var (one, two) = (await app.SignInAsAsync(Role.HumanResources), await app.SignInAsAsync(Role.HumanResources));

        var answers = await Task.WhenAll(one.TryAsync($"/plans/{plan.Id()}/approve"), two.TryAsync($"/plans/{plan.Id()}/approve"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(x => x.StatusCode).Order());
        var approved = await author.ReadAsync($"/plans/{plan.Id()}");
        Assert.Equal(("approved", 1), (approved.Text("state"), approved.GetProperty("steps").EnumerateArray().Count(x => x.Text("act") == "approve")));
    }

    [Fact]
    public async Task Hr_who_changed_a_plan_of_another_leaves_its_approval_to_a_third()
    {
        var author = await app.AsAsync(Role.HumanResources);
        var plan = await app.DraftAsync(author);
        var editor = await app.SignInAsAsync(Role.HumanResources);
        var line = new { number = 1, kind = "venue", description = "教室", planned = 800m };
        await editor.DoAsync($"/plans/{plan.Id()}/budget", new { lines = new[] { line } }, plan.Version(), HttpMethod.Put);
        await author.DoAsync($"/plans/{plan.Id()}/submit");

        Assert.True(await IsToldAsync(await app.AsAsync(Role.Approver), plan));
        Assert.False(await IsToldAsync(editor, plan));
        Assert.False(await IsToldAsync(author, plan));
        await (await editor.TryAsync($"/plans/{plan.Id()}/approve")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "plan.ownApproval");

        Assert.DoesNotContain((await editor.ReadAsync($"/plans/{plan.Id()}")).GetProperty("allowedActions").EnumerateArray(), x => x.GetString() is "approve" or "return");
        Assert.Equal("approved", (await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve")).Text("state"));
    }

    [Fact]
    public async Task Hr_who_rewrote_a_returned_plan_or_handed_it_in_for_another_leaves_its_approval_to_a_third()
    {
        var author = await app.AsAsync(Role.HumanResources);
        var (editor, sender) = (await app.SignInAsAsync(Role.HumanResources), await app.SignInAsAsync(Role.HumanResources));
        var plan = await app.SubmittedAsync(author);
        plan = await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/return", new { reason = "请改标题" }, plan.Version());
        var items = new[] { new { courseId = await app.CourseAsync("CRS041"), isMandatory = true, dueWorkingDays = 5 } };
        await editor.DoAsync(
            $"/plans/{plan.Id()}",
            new { titleZh = "新标题", departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-03-02", objectives = Array.Empty<object>(), stages = Array.Empty<object>(), items },
            plan.Version(),
            HttpMethod.Put);
        await sender.DoAsync($"/plans/{plan.Id()}/submit");

        foreach (var writer in new[] { author, editor, sender })
        {
            await (await writer.TryAsync($"/plans/{plan.Id()}/approve")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "plan.ownApproval");
        }

        Assert.Equal("approved", (await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve")).Text("state"));
    }

    private static async Task<bool> IsToldAsync(HttpClient client, JsonElement plan) =>
        (await client.ReadAsync("/notices?sort=-createdAt&pageSize=200")).Items()
            .Any(x => x.Text("kind") == "plan.submitted" && x.GetProperty("subjectId").GetInt64() == plan.Id());
}
