using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

public sealed class PlanContentTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_code_is_made_from_half_year_and_department_and_never_given_twice()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var department = await app.DepartmentAsync("FIN");
        var codes = new List<string>();
        foreach (var day in new[] { "2027-06-30", "2027-06-30", "2027-07-01" })
        {
            codes.Add((await hr.DoAsync("/plans", new { departmentId = department, startsOn = day, titleZh = "计划" })).Text("code")!);
        }

        Assert.Equal(["2027H1-FIN", "2027H1-FIN-2", "2027H2-FIN"], codes);
        await (await hr.TryAsync("/plans", new { code = "2027h1-ｆｉｎ", departmentId = department, startsOn = "2027-01-01", titleZh = "计划" }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.codeTaken");
    }

    [Theory]
    [InlineData("plan.templateOrContent", """{ "templateId": 1, "items": [] }""")]
    [InlineData("plan.templateOrContent", """{ "items": [] }""")]
    [InlineData("plan.templateUnknown", """{ "templateId": 987654 }""")]
    [InlineData("plan.departmentUnknown", """{ "departmentId": 987654, "titleZh": "计划" }""")]
    [InlineData("plan.courseUnknown", """{ "titleZh": "计划", "items": [{ "courseId": 987654, "isMandatory": true, "dueWorkingDays": 5 }] }""")]
    [InlineData("plan.courseTwice", """{ "titleZh": "计划", "items": [{ "courseId": 1, "isMandatory": true, "dueWorkingDays": 5 }, { "courseId": 1, "isMandatory": true, "dueWorkingDays": 6 }] }""")]
    [InlineData("plan.dueRule", """{ "titleZh": "计划", "items": [{ "courseId": 1, "isMandatory": true }] }""")]
    [InlineData("plan.dueRule", """{ "titleZh": "计划", "items": [{ "courseId": 1, "isMandatory": true, "dueWorkingDays": 1000 }] }""")]
    [InlineData("plan.dueBeforeStart", """{ "titleZh": "计划", "items": [{ "courseId": 1, "isMandatory": true, "dueOn": "2026-03-01" }] }""")]
    [InlineData("plan.endsBeforeStart", """{ "titleZh": "计划", "endsOn": "2026-03-01" }""")]
    [InlineData("plan.stageUnknown", """{ "titleZh": "计划", "items": [{ "courseId": 1, "isMandatory": true, "stage": 1, "dueWorkingDays": 5 }] }""")]
    [InlineData("plan.stageNumbers", """{ "titleZh": "计划", "stages": [{ "number": 2, "lengthValue": 1, "lengthUnit": "days" }] }""")]
    [InlineData("plan.stageLength", """{ "titleZh": "计划", "stages": [{ "number": 1, "lengthValue": 366, "lengthUnit": "days" }] }""")]
    public async Task Content_that_no_state_would_accept_is_refused_and_nothing_is_kept(string code, string json)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var before = await app.ReadAsync(db => db.Plans.CountAsync());

        using var answer = await hr.PostAsync("/api/v1/plans", await FilledAsync(json), TestContext.Current.CancellationToken);

        await answer.ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(before, await app.ReadAsync(db => db.Plans.CountAsync()));
    }

    [Theory]
    [InlineData("plan.departmentUnknown", """{ "departmentId": 987654 }""")]
    [InlineData("plan.courseUnknown", """{ "items": [{ "courseId": 987654, "isMandatory": true, "dueWorkingDays": 5 }] }""")]
    [InlineData("plan.courseTwice", """{ "items": [{ "courseId": 1, "isMandatory": true, "dueWorkingDays": 5 }, { "courseId": 1, "isMandatory": true, "dueWorkingDays": 6 }] }""")]
    [InlineData("plan.dueRule", """{ "items": [{ "courseId": 1, "isMandatory": true }] }""")]
    [InlineData("plan.dueBeforeStart", """{ "items": [{ "courseId": 1, "isMandatory": true, "dueOn": "2026-03-01" }] }""")]
    [InlineData("plan.endsBeforeStart", """{ "endsOn": "2026-03-01" }""")]
    [InlineData("plan.stageUnknown", """{ "items": [{ "courseId": 1, "isMandatory": true, "stage": 1, "dueWorkingDays": 5 }] }""")]
    [InlineData("plan.stageNumbers", """{ "stages": [{ "number": 2, "lengthValue": 1, "lengthUnit": "days" }] }""")]
    [InlineData("plan.stageLength", """{ "stages": [{ "number": 1, "lengthValue": 366, "lengthUnit": "days" }] }""")]
    public async Task An_edit_that_no_state_would_accept_is_refused_and_changes_nothing(string code, string json)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await app.DraftAsync(hr);

        await (await EditAsync(hr, draft, json)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);

        Assert.Equal(draft.Version(), (await hr.ReadAsync($"/plans/{draft.Id()}")).Version());
    }

    [Fact]
    public async Task An_edit_puts_no_retired_department_or_course_in_and_no_department_that_is_not_the_supervisors()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var course = await hr.DoAsync("/courses", new { code = "GONE-2", nameZh = "旧课", category = "basics", modules = Array.Empty<object>() });
        await hr.DoAsync($"/courses/{course.Id()}/retire", new { }, course.Version());
        var (draft, own) = (await app.DraftAsync(hr), await app.DraftAsync(supervisor));
        var retired = await RetiredDepartmentAsync("CLOSED-2");

        await (await EditAsync(hr, draft, $$"""{ "items": [{ "courseId": {{course.Id()}}, "isMandatory": true, "dueWorkingDays": 5 }] }"""))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await EditAsync(hr, draft, $$"""{ "departmentId": {{retired}} }""")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "department.retired");
        await (await EditAsync(supervisor, own, $$"""{ "departmentId": {{await app.DepartmentAsync("FIN")}} }"""))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "plan.departmentNotYours");
    }

    [Fact]
    public async Task A_retired_department_or_course_is_put_into_no_plan_but_stays_where_it_was()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await hr.DoAsync("/courses", new { code = "GONE", nameZh = "旧课", category = "basics", modules = Array.Empty<object>() });
        var kept = await app.DraftAsync(hr, "GONE");
        await hr.DoAsync($"/courses/{course.Id()}/retire", new { }, course.Version());
        var items = new[] { new { courseId = course.Id(), isMandatory = true, dueWorkingDays = 5 } };
        var retired = await RetiredDepartmentAsync("CLOSED");

        await (await hr.TryAsync("/plans", new { departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-03-02", titleZh = "计划", items }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await hr.TryAsync("/plans", new { departmentId = retired, startsOn = "2026-03-02", titleZh = "计划" }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "department.retired");
        var edited = await hr.DoAsync(
            $"/plans/{kept.Id()}",
            new { titleZh = "改名", departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-03-02", objectives = Array.Empty<object>(), stages = Array.Empty<object>(), items },
            kept.Version(),
            HttpMethod.Put);
        Assert.Equal("改名", edited.Text("titleZh"));
        await hr.DoAsync($"/plans/{kept.Id()}/submit");
        var approver = await app.AsAsync(Role.Approver);
        await (await approver.TryAsync($"/plans/{kept.Id()}/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        Assert.Equal("submitted", (await hr.ReadAsync($"/plans/{kept.Id()}")).Text("state"));
    }

    [Fact]
    public async Task Plans_are_found_by_state_department_and_text()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await hr.DoAsync("/plans", new { code = "FIND-ME", departmentId = await app.DepartmentAsync("HQ"), startsOn = "2026-03-02", titleZh = "总部礼仪", titleEn = "Etiquette" });

        foreach (var filter in new[] { "q=礼仪", "q=ＥＴＩＱ", "q=find-me", $"departmentId={await app.DepartmentAsync("HQ")}", "q=礼仪&state=draft" })
        {
            Assert.Contains((await hr.ReadAsync($"/plans?{filter}")).Items(), x => x.Id() == plan.Id());
        }

        Assert.Empty((await hr.ReadAsync("/plans?q=礼仪&state=running")).Items());
    }

    private async Task<StringContent> FilledAsync(string json)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        body.TryAdd("departmentId", await app.DepartmentAsync("CS"));
        body.TryAdd("startsOn", "2026-03-02");
        return new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
    }

    private async Task<HttpResponseMessage> EditAsync(HttpClient client, System.Text.Json.JsonElement plan, string json)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        body.TryAdd("titleZh", "计划");
        body.TryAdd("departmentId", await app.DepartmentAsync("CS"));
        body.TryAdd("startsOn", "2026-03-02");
        foreach (var list in new[] { "objectives", "stages", "items" })
        {
            body.TryAdd(list, new System.Text.Json.Nodes.JsonArray());
        }

        return await client.TryAsync($"/plans/{plan.Id()}", body, plan.Version(), HttpMethod.Put);
    }

    private async Task<long> RetiredDepartmentAsync(string code)
    {
        await app.ReadAsync(db => db.WriteAsync(() =>
        {
            var department = Domain.People.Department.Create(code, new Domain.Rules.Bilingual("撤销部门", null));
            department.Retire(TrainingApp.Morning, new(2026, 3, 2));
            db.Departments.Add(department);
            return Task.FromResult(0);
        }));
        return await app.DepartmentAsync(code);
    }
}
