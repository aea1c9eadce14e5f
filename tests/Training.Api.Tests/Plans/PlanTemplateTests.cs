using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

/// <summary>Plan templates: HR writes them, plans begin with what they say.</summary>
public sealed class PlanTemplateTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Hr_makes_a_template_finds_it_edits_and_retires_it_and_plans_made_before_keep_theirs()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync("/plan-templates", await BodyAsync("own-1", "投诉处理季"));
        Assert.Equal("OWN-1", made.Text("code"));
        await (await hr.TryAsync("/plan-templates", await BodyAsync("Ｏwn-1", "又一"))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "planTemplate.codeTaken");
        var path = $"/plan-templates/{made.Id()}";
        Assert.Equal(["OWN-1"], (await hr.ReadAsync("/plan-templates?q=tscl&sort=-name")).Items().Select(x => x.Text("code")));
        var plan = await FromAsync(hr, made.Id());

        var edited = await BodyAsync(null, "投诉处理月");
        await (await hr.TryAsync(path, edited, null, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing");
        await (await hr.TryAsync(path, edited, 9, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        await (await hr.TryAsync("/plan-templates/987654", edited, 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        var after = await hr.DoAsync(path, edited, made.Version(), HttpMethod.Put);
        Assert.Equal(("投诉处理月", made.Version() + 1), (after.Text("nameZh"), after.Version()));
        Assert.Equal("投诉处理季", (await hr.ReadAsync($"/plans/{plan.Id()}")).Text("titleZh"));

        await (await hr.TryAsync(path + "/retire", null, made.Version())).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        Assert.Equal(JsonValueKind.String, (await hr.DoAsync(path + "/retire")).GetProperty("retiredAt").ValueKind);
        await (await hr.TryAsync(path + "/retire")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "planTemplate.retired");
        await (await hr.TryAsync(path, edited, after.Version() + 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "planTemplate.retired");
        await (await hr.TryAsync("/plan-templates/987654/retire")).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await hr.TryAsync("/plans", new { templateId = made.Id(), departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-03-02" }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "planTemplate.retired");
        Assert.Equal(["OWN-1"], (await hr.ReadAsync("/plan-templates?retired=true&q=own-1")).Items().Select(x => x.Text("code")));
        Assert.Empty((await hr.ReadAsync("/plan-templates?retired=false&q=own-1")).Items());
    }

    [Theory]
    [InlineData("course.hoursOutOfRange", """{ "classHours": 1.25 }""")]
    [InlineData("plan.courseUnknown", """{ "items": [{ "courseId": 987654, "isMandatory": true, "dueWorkingDays": 5 }] }""")]
    [InlineData("plan.courseTwice", """{ "items": [{ "courseId": 1, "isMandatory": true, "dueWorkingDays": 5 }, { "courseId": 1, "isMandatory": true, "dueWorkingDays": 5 }] }""")]
    [InlineData("plan.dueRule", """{ "items": [{ "courseId": 1, "isMandatory": true, "dueWorkingDays": 0 }] }""")]
    [InlineData("plan.stageUnknown", """{ "items": [{ "courseId": 1, "isMandatory": true, "dueWorkingDays": 5, "stage": 3 }] }""")]
    [InlineData("plan.stageNumbers", """{ "stages": [{ "number": 2, "lengthValue": 1, "lengthUnit": "days" }] }""")]
    [InlineData("plan.stageLength", """{ "stages": [{ "number": 1, "lengthValue": 366, "lengthUnit": "days" }] }""")]
    [InlineData("plan.evaluationMarks", """{ "evaluation": [{ "nameZh": "笔试", "maxMarks": 100, "excellentFrom": 60, "weakBelow": 90 }] }""")]
    public async Task Content_that_no_state_would_accept_is_refused_on_making_and_editing(string code, string json)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var template = (await hr.ReadAsync("/plan-templates?code=TP05")).Items()[0];
        var body = JsonNode.Parse(json)!.AsObject();
        body.TryAdd("nameZh", "模板");
        body.TryAdd("items", new JsonArray());

        await (await hr.TryAsync($"/plan-templates/{template.Id()}", body, template.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        body.Add("code", "BAD-T");
        await (await hr.TryAsync("/plan-templates", body)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        Assert.Empty((await hr.ReadAsync("/plan-templates?code=BAD-T")).Items());
    }

    [Fact]
    public async Task A_retired_course_is_put_into_no_template_but_stays_where_it_was()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await NewCourseAsync(hr, "TG-1");
        object Body(string code) => new { code, nameZh = "旧", items = new[] { Item(course) } };
        var template = await hr.DoAsync("/plan-templates", Body("OLD-T"));
        await RetireAsync(hr, course);

        await (await hr.TryAsync("/plan-templates", Body("OLD-T2"))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        var edited = await hr.DoAsync(
            $"/plan-templates/{template.Id()}", new { nameZh = "改", items = new[] { Item(course) } }, template.Version(), HttpMethod.Put);
        Assert.Equal(template.Version() + 1, edited.Version());
        var other = await NewCourseAsync(hr, "TG-2");
        await RetireAsync(hr, other);
        await (await hr.TryAsync($"/plan-templates/{template.Id()}", new { nameZh = "改", items = new[] { Item(course), Item(other) } }, edited.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
    }

    [Fact]
    public async Task A_plan_begins_with_the_support_the_evaluation_and_the_costs_of_its_template()
    {
        var hr = await app.AsAsync(Role.HumanResources);

        var plan = await FromAsync(hr, await app.TemplateAsync("TP01"));

        Assert.Equal("各部门安排人员时间并予以配合\n提供设备与教材", plan.Text("supportZh"));
        Assert.Equal(
            [("理论考试", 100m, 90m, 60m), ("实操考核", 100m, 90m, 60m), ("客户满意度调查", 100m, 90m, 60m)],
            plan.GetProperty("evaluation").EnumerateArray().Select(x => (
                x.Text("nameZh"), x.GetProperty("maxMarks").GetDecimal(), x.GetProperty("excellentFrom").GetDecimal(), x.GetProperty("weakBelow").GetDecimal())));
        Assert.Equal(
            [("lecturer", "讲师费", 0m), ("material", "教材费", 0m), ("venue", "场地费", 0m)],
            (await hr.ReadAsync($"/plans/{plan.Id()}/budget")).GetProperty("lines").EnumerateArray()
                .Select(x => (x.Text("kind"), x.Text("description"), x.GetProperty("planned").GetDecimal())));
        Assert.Empty(plan.GetProperty("leftOut").EnumerateArray());
    }

    [Fact]
    public async Task Retired_courses_of_a_template_or_an_earlier_plan_give_way_to_the_end_of_their_line_and_those_without_one_are_named()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (first, second, third, other, gone) = (
            await NewCourseAsync(hr, "L-1"), await NewCourseAsync(hr, "L-2"), await NewCourseAsync(hr, "L-3"), await NewCourseAsync(hr, "L-4"), await NewCourseAsync(hr, "L-5"));
        var template = await hr.DoAsync("/plan-templates", new
        {
            code = "LINE",
            nameZh = "更替",
            items = new[] { Item(third, isMandatory: false, due: 30), Item(gone), Item(first, due: 10), Item(other, due: 15) },
        });
        var before = await FromAsync(hr, template.Id());
        await RetireAsync(hr, first, second);
        await RetireAsync(hr, second, third);
        await RetireAsync(hr, gone);

        foreach (var plan in new[] { await FromAsync(hr, template.Id()), await CopyAsync(hr, before) })
        {
            Assert.Equal(
                [("L-3", true, 10), ("L-4", true, 15)],
                plan.GetProperty("items").EnumerateArray().Select(x => (x.Text("courseCode"), x.GetProperty("isMandatory").GetBoolean(), x.Number("dueWorkingDays"))));
            Assert.Equal(["L-5"], plan.GetProperty("leftOut").EnumerateArray().Select(x => x.GetString()));
        }

        // What the caller writes is the caller's: it is refused.
        await (await hr.TryAsync("/plans", new { departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-03-02", titleZh = "手写", items = new[] { Item(first) } }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");

        // A line whose end is retired too leads nowhere.
        await RetireAsync(hr, third);
        var last = await FromAsync(hr, template.Id());
        Assert.Equal(["L-4"], last.GetProperty("items").EnumerateArray().Select(x => x.Text("courseCode")));
        Assert.Equal(["L-3", "L-5", "L-1"], last.GetProperty("leftOut").EnumerateArray().Select(x => x.GetString()));
    }

    private static object Item(long courseId, bool isMandatory = true, int due = 5) => new { courseId, isMandatory, dueWorkingDays = due };

    private async Task<JsonElement> FromAsync(HttpClient hr, long template) => await hr.DoAsync(
        "/plans", new { templateId = template, departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-03-02" });

    private async Task<JsonElement> CopyAsync(HttpClient hr, JsonElement plan) => await hr.DoAsync(
        "/plans", new { sourcePlanId = plan.Id(), departmentId = await app.DepartmentAsync("CS"), startsOn = "2026-09-02" });

    private static async Task<long> NewCourseAsync(HttpClient hr, string code) =>
        (await hr.DoAsync("/courses", new { code, nameZh = "课", category = "basics", modules = Array.Empty<object>() })).Id();

    private static async Task RetireAsync(HttpClient hr, long course, long? successorId = null) => await hr.DoAsync(
        $"/courses/{course}/retire", new { successorId }, (await hr.ReadAsync($"/courses/{course}")).Version());

    private async Task<JsonObject> BodyAsync(string? code, string name)
    {
        var body = new JsonObject
        {
            ["nameZh"] = name,
            ["classHours"] = 12.5m,
            ["stages"] = new JsonArray(new JsonObject { ["number"] = 1, ["lengthValue"] = 2, ["lengthUnit"] = "weeks" }),
            ["items"] = new JsonArray(new JsonObject { ["courseId"] = await app.CourseAsync("CRS001"), ["isMandatory"] = true, ["dueWorkingDays"] = 10, ["stage"] = 1 }),
            ["budget"] = new JsonArray(new JsonObject { ["kind"] = "venue", ["description"] = "教室" }),
        };
        if (code is not null)
        {
            body["code"] = code;
        }

        return body;
    }
}
