using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Localization;
using Training.Api.Tests.Access;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Courses;

public sealed class CourseVersionsAndMaterials(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Theory]
    [InlineData("modules")]
    [InlineData("materials")]
    [InlineData("questions")]
    public async Task A_version_that_was_never_published_is_unknown(string part)
    {
        var staff = await app.AsAsync(Role.Staff);
        var path = $"/courses/{await app.CourseAsync("CRS040")}/{part}?version=";

        Assert.Equal((await staff.ReadAsync(path.Split('?')[0])).GetRawText(), (await staff.ReadAsync(path + "1")).GetRawText());
        await (await staff.TryAsync(path + "2", null, null, HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await staff.TryAsync(path + "0", null, null, HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task Who_began_a_version_finishes_on_it_and_who_begins_later_meets_the_next()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync("/courses", New("VER", new { completionRule = "passMark", passMark = 60, validityMonths = 12 }));
        await app.StartedAsync(hr, "VER");
        var edited = await hr.DoAsync($"/courses/{made.Id()}", Edited(new { completionRule = "passMark", passMark = 80 }), made.Version(), HttpMethod.Put);
        Assert.True(edited.GetProperty("hasUnpublishedChanges").GetBoolean());
        var published = await hr.DoAsync($"/courses/{made.Id()}/publish", new { note = "提高分数线" }, edited.Version());
        Assert.Equal([2, 1], published.GetProperty("versions").EnumerateArray().Select(x => x.Number("number")));
        await (await hr.TryAsync($"/courses/{made.Id()}/publish", new { }, published.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.nothingToPublish");

        var began = await app.PersonAsync(Role.Staff, Standing.Own);
        var elsewhere = await app.PersonAsync(Role.Staff, Standing.Other);
        var recorded = await hr.DoAsync("/completions", Done(began, made.Id(), 60));
        Assert.Equal((1, "2027-03-02"), (recorded.Number("courseVersion"), recorded.Text("validUntil")));
        await (await hr.TryAsync("/completions", Done(elsewhere, made.Id(), 60))).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "completion.belowPassMark");
        await (await hr.TryAsync("/completions", Done(elsewhere, made.Id(), null))).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "completion.scoreMissing");
        Assert.Equal(2, (await hr.DoAsync("/completions", Done(elsewhere, made.Id(), 80))).Number("courseVersion"));

        var staff = await app.AsAsync(Role.Staff);
        Assert.Equal(1, Assert.Single((await staff.ReadAsync("/my/training")).Items(), x => x.Text("courseCode") == "VER").Number("courseVersion"));
        Assert.Equal(60, (await staff.ReadAsync($"/courses/{made.Id()}/versions/1")).Number("passMark"));
        Assert.Equal(80, (await staff.ReadAsync($"/courses/{made.Id()}/versions/2")).Number("passMark"));
    }

    [Fact]
    public async Task What_is_in_preparation_is_shown_to_hr_and_the_last_published_version_to_others()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var course = await hr.DoAsync("/courses", New("PREP", new { modules = new[] { new { number = 1, titleZh = "一" } }, completionRule = "passMark", passMark = 60 }));
        var path = $"/courses/{course.Id()}";
        course = await hr.DoAsync($"{path}/modules", new { number = 2, titleZh = "二" }, course.Version());
        course = await hr.DoAsync($"{path}/questions", new { number = 1, kind = "trueFalse", textZh = "对吗", isTrue = true }, course.Version());
        course = await hr.DoAsync($"{path}/materials", new { titleZh = "讲义", url = "https://example.com/1" }, course.Version());

        Assert.Equal((2, 1, true), await SeenAsync(hr));
        Assert.Equal((1, 0, false), await SeenAsync(staff));
        Assert.Equal((2, 1, 1), await PartsAsync(hr));
        Assert.Equal((1, 0, 0), await PartsAsync(staff));

        await hr.DoAsync($"{path}/publish", new { note = "第二版" }, course.Version());

        Assert.Equal((2, 1, false), await SeenAsync(staff));
        Assert.Equal((2, 1, 1), await PartsAsync(staff));

        async Task<(int Modules, int Questions, bool HasChanges)> SeenAsync(HttpClient client)
        {
            var seen = await client.ReadAsync(path);
            return (seen.GetProperty("modules").GetArrayLength(), seen.Number("questionCount"), seen.GetProperty("hasUnpublishedChanges").GetBoolean());
        }

        async Task<(int Modules, int Questions, int Materials)> PartsAsync(HttpClient client) =>
            ((await client.ReadAsync($"{path}/modules")).Number("total"), (await client.ReadAsync($"{path}/questions")).Number("total"),
                (await client.ReadAsync($"{path}/materials")).Number("total"));
    }

    [Fact]
    public async Task A_file_in_preparation_is_downloaded_by_hr_alone()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var course = await hr.DoAsync("/courses", New("PREF", new { }));
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/courses/{course.Id()}/materials/file?titleZh=%E8%AE%B2%E4%B9%89");
        message.Headers.TryAddWithoutValidation("If-Match", $"\"{course.Version()}\"");
        message.Content = new MultipartFormDataContent { { new ByteArrayContent("第一条"u8.ToArray()), "file", "handout.txt" } };
        using var added = await hr.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var file = $"/courses/{course.Id()}/materials/{(await hr.ReadAsync($"/courses/{course.Id()}/materials")).Items()[0].Id()}/file";

        Assert.Equal(HttpStatusCode.OK, (await hr.TryAsync(file, null, null, HttpMethod.Get)).StatusCode);
        await (await staff.TryAsync(file, null, null, HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");

        await hr.DoAsync($"/courses/{course.Id()}/publish", new { }, course.Version() + 1);

        Assert.Equal(HttpStatusCode.OK, (await staff.TryAsync(file, null, null, HttpMethod.Get)).StatusCode);
    }

    [Fact]
    public async Task A_course_that_asks_for_evidence_is_not_completed_without()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync("/courses", New("EVI", new { completionRule = "evidence" }));

        await (await hr.TryAsync("/completions", Done(await app.PersonAsync(Role.Staff, Standing.Own), made.Id(), null)))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "completion.evidenceMissing");
    }

    [Fact]
    public async Task Modules_are_added_edited_and_removed_one_by_one_and_published_versions_keep_theirs()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await hr.DoAsync("/courses", New("MOD", new { modules = new[] { new { number = 1, titleZh = "一" } } }));
        var path = $"/courses/{course.Id()}/modules";
        course = await hr.DoAsync(path, new { number = 3, titleZh = "三", keyPoints = new[] { new { zh = "要点" } } }, course.Version());
        await (await hr.TryAsync(path, new { number = 3, titleZh = "又三" }, course.Version())).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "course.moduleNumberTwice");
        await (await hr.TryAsync(path, new { number = 0, titleZh = "零" }, course.Version())).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "course.moduleNumberOutOfRange");
        await (await hr.TryAsync($"{path}/3", new { number = 1, titleZh = "三" }, course.Version(), HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "course.moduleNumberTwice");
        await (await hr.TryAsync($"{path}/3", new { number = 201, titleZh = "三" }, course.Version(), HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "course.moduleNumberOutOfRange");
        course = await hr.DoAsync($"{path}/3", new { number = 2, titleZh = "二" }, course.Version(), HttpMethod.Put);
        course = await hr.DoAsync($"{path}/1", null, course.Version(), HttpMethod.Delete);

        Assert.Equal([2], (await hr.ReadAsync(path)).Items().Select(x => x.Number("moduleNumber")));
        Assert.Equal(["一"], (await hr.ReadAsync($"{path}?version=1")).Items().Select(x => x.Text("titleZh")));

        course = await hr.DoAsync($"/courses/{course.Id()}", Edited(new { modules = Enumerable.Range(1, 200).Select(x => new { number = x, titleZh = "模块" }).ToArray() }), course.Version(), HttpMethod.Put);
        await (await hr.TryAsync(path, new { number = 1, titleZh = "多" }, course.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.tooManyModules");
    }

    [Fact]
    public async Task A_file_is_kept_for_the_versions_that_have_it_and_downloaded_as_an_attachment()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await hr.DoAsync("/courses", New("MAT"));
        var path = $"/courses/{course.Id()}/materials";
        await (await hr.TryAsync(path, new { titleZh = "链接", url = "ftp://example.org" }, course.Version())).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "course.linkNotWeb");
        course = await hr.DoAsync(path, new { titleZh = "链接", url = "https://example.org/video" }, course.Version());
        course = await hr.DoAsync(Upload(path, course.Version(), "讲义.txt", "第一条"u8.ToArray()));
        await hr.RefusedAsync(HttpStatusCode.UnsupportedMediaType, "file.kind", Upload(path, course.Version(), "bad.bin", [0, 1, 2]));
        course = await hr.DoAsync($"/courses/{course.Id()}/publish", new { }, course.Version());
        var items = (await hr.ReadAsync(path)).Items();
        Assert.Equal(["https://example.org/video", null], items.Select(x => x.Text("url")));
        Assert.Equal([null, "讲义.txt"], items.Select(x => x.Text("fileName")));

        course = await hr.DoAsync($"{path}/{items[1].Id()}", null, course.Version(), HttpMethod.Delete);
        await (await hr.TryAsync($"{path}/{items[1].Id()}", null, course.Version(), HttpMethod.Delete)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");

        Assert.Single((await hr.ReadAsync(path)).Items());
        Assert.Equal(2, (await hr.ReadAsync($"/courses/{course.Id()}/versions/2")).GetProperty("materials").GetArrayLength());
        using var file = await (await app.AsAsync(Role.Staff)).GetAsync($"/api/v1{path}/{items[1].Id()}/file", TestContext.Current.CancellationToken);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal("第一条", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await (await hr.GetAsync($"/api/v1{path}/{items[0].Id()}/file", TestContext.Current.CancellationToken)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.materialIsLink");
    }

    [Fact]
    public async Task A_file_that_was_never_published_goes_when_it_is_removed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await hr.DoAsync("/courses", New("GONE"));
        var files = await app.ReadAsync(db => db.StoredFiles.CountAsync());
        course = await hr.DoAsync(Upload($"/courses/{course.Id()}/materials", course.Version(), "a.txt", "a"u8.ToArray()));
        var material = (await hr.ReadAsync($"/courses/{course.Id()}/materials")).Items()[0];

        course = await hr.DoAsync($"/courses/{course.Id()}/materials/{material.Id()}", null, course.Version(), HttpMethod.Delete);

        Assert.False(course.GetProperty("hasUnpublishedChanges").GetBoolean());
        Assert.Equal(files, await app.ReadAsync(db => db.StoredFiles.CountAsync()));
    }

    [Fact]
    public async Task A_loop_of_prerequisites_is_refused_naming_the_path()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var first = await hr.DoAsync("/courses", New("LOOP1"));
        var second = await hr.DoAsync("/courses", New("LOOP2", new { prerequisiteIds = new[] { first.Id() } }));
        var third = await hr.DoAsync("/courses", New("LOOP3", new { prerequisiteIds = new[] { second.Id() } }));

        var problem = await hr.RefusedAsync(
            HttpStatusCode.Conflict, "course.prerequisiteLoop", AccessCase.Put($"/courses/{first.Id()}", Edited(new { prerequisiteIds = new[] { third.Id() } }), 1));

        Assert.Contains("LOOP1 → LOOP3 → LOOP2 → LOOP1", problem.ToString(), StringComparison.Ordinal);
        await (await hr.TryAsync($"/courses/{first.Id()}", Edited(new { prerequisiteIds = new[] { first.Id() } }), 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.prerequisiteLoop");
        Assert.Empty((await hr.ReadAsync($"/courses/{first.Id()}")).GetProperty("prerequisites").EnumerateArray());
        Assert.Equal("LOOP2", (await hr.ReadAsync($"/courses/{third.Id()}")).GetProperty("prerequisites")[0].Text("code"));
    }

    [Fact]
    public async Task A_course_is_retired_with_a_successor_and_then_changed_no_more()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (old, next) = (await hr.DoAsync("/courses", New("OLD")), await hr.DoAsync("/courses", New("NEXT")));
        var path = $"/courses/{old.Id()}";
        await (await hr.TryAsync(path + "/retire", new { successorId = old.Id() }, 1)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "course.successorSelf");
        await (await hr.TryAsync(path + "/retire", new { successorId = 987654 }, 1)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "course.successorUnknown");

        old = await hr.DoAsync(path + "/retire", new { successorId = next.Id(), countsForSuccessor = true }, 1);

        Assert.Equal("NEXT", old.GetProperty("successor").Text("code"));
        await (await hr.TryAsync($"/courses/{next.Id()}/retire", new { successorId = old.Id() }, 1)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.successorRetired");
        await (await hr.TryAsync("/courses", New("AFTER", new { prerequisiteIds = new[] { old.Id() } }))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.prerequisiteRetired");
        await (await hr.TryAsync($"/courses/{next.Id()}", Edited(new { prerequisiteIds = new[] { old.Id() } }), 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.prerequisiteRetired");
        await (await hr.TryAsync(path + "/publish", new { }, 2)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await hr.TryAsync(path + "/modules", new { number = 1, titleZh = "一" }, 2)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await hr.TryAsync(path + "/materials", new { titleZh = "链", url = "https://example.org" }, 2)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await hr.RefusedAsync(HttpStatusCode.Conflict, "course.retired", Upload(path + "/materials", 2, "a.txt", "a"u8.ToArray()));
    }

    [Fact]
    public async Task The_parts_of_a_retired_course_stay()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await hr.DoAsync("/courses", New("PARTS", new { modules = new[] { new { number = 1, titleZh = "一" } } }));
        course = await hr.DoAsync($"/courses/{course.Id()}/materials", new { titleZh = "链", url = "https://example.org" }, course.Version());
        course = await hr.DoAsync($"/courses/{course.Id()}/retire", new { }, course.Version());
        var material = (await hr.ReadAsync($"/courses/{course.Id()}/materials")).Items()[0].Id();
        var path = $"/courses/{course.Id()}";

        await (await hr.TryAsync($"{path}/modules/1", new { number = 1, titleZh = "改" }, course.Version(), HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await hr.TryAsync($"{path}/modules/1", null, course.Version(), HttpMethod.Delete)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await hr.TryAsync($"{path}/materials/{material}", null, course.Version(), HttpMethod.Delete)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
    }

    [Fact]
    public async Task A_course_takes_so_many_materials_and_no_more()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = (await hr.DoAsync("/courses", New("FULL"))).Id();
        await app.WriteAsync(async db =>
        {
            var full = await db.Courses.Include(x => x.Versions).Include(x => x.Materials).SingleAsync(x => x.Id == course);
            Enumerable.Range(0, Training.Domain.Courses.Course.MaxMaterials).ToList().ForEach(_ => full.AddLink(new("链", null), "https://example.org"));
            return true;
        });

        await (await hr.TryAsync($"/courses/{course}/materials", new { titleZh = "链", url = "https://example.org" }, 2)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.tooManyMaterials");
        await hr.RefusedAsync(HttpStatusCode.Conflict, "course.tooManyMaterials", Upload($"/courses/{course}/materials", 2, "a.txt", "a"u8.ToArray()));
    }

    [Theory]
    [InlineData("客户服务概述", "khfwgs")]
    [InlineData("投诉处理与争议", "tsclyzy")]
    [InlineData("三级 A1 培训", "sja1px")]
    [InlineData("沟通礼仪", "gtly")]
    [InlineData("女阿额欧", "naeo")]
    public void The_initials_of_a_chinese_name_are_read_off(string name, string initials) => Assert.Equal(initials, PinyinInitials.Of(name));

    [Theory]
    [InlineData("概述")]
    [InlineData("KHFWGS")]
    [InlineData("overview of")]
    [InlineData("crs001")]
    public async Task The_catalogue_is_searched_in_chinese_english_and_initials(string typed)
    {
        var staff = await app.AsAsync(Role.Staff);

        Assert.Contains((await staff.ReadAsync($"/courses?q={Uri.EscapeDataString(typed)}&mode=classroom&standardLevel=3")).Items(), x => x.Text("code") == "CRS001");
        Assert.Empty((await staff.ReadAsync($"/courses?q={Uri.EscapeDataString(typed)}&mode=online")).Items());
    }

    private static HttpRequestMessage Upload(string path, int version, string name, byte[] bytes)
    {
        var message = AccessCase.Post(path + "/file", ifMatch: version);
        message.Content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        return message;
    }

    private static object Done(long employeeId, long courseId, int? score) =>
        new { employeeId, courseId, completedOn = "2026-03-02", result = "passed", score };

    private static System.Text.Json.Nodes.JsonObject New(string code, object? more = null) => With(more, new { code, nameZh = "新课", category = "basics", modules = Array.Empty<object>() });

    private static System.Text.Json.Nodes.JsonObject Edited(object more) => With(more, new { nameZh = "改过", category = "basics", modules = Array.Empty<object>() });

    private static System.Text.Json.Nodes.JsonObject With(object? more, object body)
    {
        var all = System.Text.Json.JsonSerializer.SerializeToNode(body)!.AsObject();
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            all[name] = value?.DeepClone();
        }

        return all;
    }
}
