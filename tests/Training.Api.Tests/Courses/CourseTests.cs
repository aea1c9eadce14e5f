using System.Net;
using System.Text.Json;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Courses;

public sealed class CourseTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_catalogue_is_found_by_text_category_and_retirement()
    {
        var staff = await app.AsAsync(Role.Staff);

        Assert.True((await staff.ReadAsync("/courses")).GetProperty("total").GetInt32() >= 46);
        Assert.Contains((await staff.ReadAsync("/courses?q=crs040")).Items(), x => x.Text("code") == "CRS040");
        Assert.All((await staff.ReadAsync("/courses?category=complaint&retired=false")).Items(), x => Assert.Equal("complaint", x.Text("category")));
        Assert.Empty((await staff.ReadAsync("/courses?retired=true&q=crs040")).Items());
        Assert.Equal(6, (await staff.ReadAsync($"/plan-templates/{(await staff.ReadAsync("/plan-templates?code=tp06")).Items()[0].Id()}")).GetProperty("items").GetArrayLength());
        Assert.Equal(["TP06"], (await staff.ReadAsync("/plan-templates?recurrence=halfYearly")).Items().Select(x => x.Text("code")));
        await (await staff.GetAsync("/api/v1/plan-templates/987654", TestContext.Current.CancellationToken)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task A_course_is_made_edited_and_retired()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync("/courses", Course("new-1", new { number = 2, titleZh = "二", keyPoints = new[] { new { zh = "要点" } } }, new { number = 1, titleZh = "一" }));
        Assert.Equal("NEW-1", made.Text("code"));
        Assert.Equal([1, 2], made.GetProperty("modules").EnumerateArray().Select(x => x.GetProperty("number").GetInt32()));
        await (await hr.TryAsync("/courses", Course("Ｎew-1"))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.codeTaken");

        var path = $"/courses/{made.Id()}";
        await (await hr.TryAsync(path, Edited(), null, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing");
        await (await hr.TryAsync(path, Edited(), 9, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        await (await hr.TryAsync("/courses/987654", Edited(), 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        var edited = await hr.DoAsync(path, Edited(), made.Version(), HttpMethod.Put);
        Assert.Equal("改过", edited.Text("nameZh"));
        Assert.Equal(made.Version() + 1, edited.Version());
        Assert.Contains((await hr.ReadAsync("/courses?q=改过")).Items(), x => x.Id() == made.Id());

        Assert.Equal(JsonValueKind.String, (await hr.DoAsync(path + "/retire", new { }, edited.Version())).GetProperty("retiredAt").ValueKind);
        await (await hr.TryAsync(path + "/retire", new { }, edited.Version() + 1)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await hr.TryAsync(path, Edited(), edited.Version() + 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await hr.TryAsync("/courses/987654/retire", new { }, 1)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await hr.GetAsync("/api/v1/courses/987654", TestContext.Current.CancellationToken)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Theory]
    [InlineData("course.standardLevelOutOfRange", """{ "standardLevel": 4 }""")]
    [InlineData("course.hoursOutOfRange", """{ "classHours": 1.25 }""")]
    [InlineData("course.lengthOutOfRange", """{ "length": { "value": 0, "unit": "weeks" } }""")]
    [InlineData("course.validityOutOfRange", """{ "validityMonths": 0 }""")]
    [InlineData("course.passMarkMissing", """{ "completionRule": "passMark" }""")]
    [InlineData("course.passMarkWithoutRule", """{ "passMark": 60 }""")]
    [InlineData("course.passMarkOutOfRange", """{ "completionRule": "passMark", "passMark": 101 }""")]
    [InlineData("course.prerequisiteUnknown", """{ "prerequisiteIds": [987654] }""")]
    [InlineData("course.functionUnknown", """{ "functionCodes": ["CSM-3-1", "CSM-3-8"] }""")]
    [InlineData("course.functionUnknown", """{ "functionCodes": ["CSM"] }""")]
    [InlineData("course.moduleNumberTwice", """{ "modules": [{ "number": 1, "titleZh": "一" }, { "number": 1, "titleZh": "又一" }] }""")]
    [InlineData("course.moduleNumberOutOfRange", """{ "modules": [{ "number": 0, "titleZh": "零" }] }""")]
    public async Task Content_out_of_bounds_is_refused_on_making_and_editing(string code, string json)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var body = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        body.TryAdd("nameZh", "课");
        body.TryAdd("category", "basics");
        body.TryAdd("modules", new System.Text.Json.Nodes.JsonArray());
        var course = await app.CourseAsync("CRS001");

        await (await hr.TryAsync($"/courses/{course}", body, (await hr.ReadAsync($"/courses/{course}")).Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        body.Add("code", "BAD");
        await (await hr.TryAsync("/courses", body)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        Assert.Empty((await hr.ReadAsync("/courses?q=bad")).Items());
    }

    [Theory]
    [InlineData("""{ "nameZh": " ", "category": "basics", "modules": [], "code": "X" }""", "nameZh")]
    [InlineData("""{ "nameZh": "课", "category": "basics", "modules": [] }""", "code")]
    [InlineData("""{ "nameZh": "课", "category": "Basics", "modules": [], "code": "X" }""", "category")]
    [InlineData("""{ "nameZh": "课", "category": "basics", "modules": [{ "number": 1, "titleZh": "" }], "code": "X" }""", "modules[0].titleZh")]
    [InlineData("""{ "nameZh": "课", "category": "basics", "modules": [], "code": "X", "grade": 1 }""", "grade")]
    public async Task A_body_of_the_wrong_shape_is_refused_at_its_place(string json, string place)
    {
        var hr = await app.AsAsync(Role.HumanResources);

        using var answer = await hr.PostAsync(
            "/api/v1/courses", new StringContent(json, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{place}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static object Course(string code, params object[] modules) => new { code, nameZh = "新课", category = "basics", modules };

    private static object Edited() => new { nameZh = "改过", nameEn = "Edited", category = "complaint", classHours = 1.5, modules = new[] { new { number = 1, titleZh = "一" } } };
}
