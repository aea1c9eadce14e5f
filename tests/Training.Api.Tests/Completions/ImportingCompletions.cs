using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Features.Imports;
using Training.Api.Tests.Access;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Completions;

public sealed class ImportingCompletions(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Headers = "工号,课程编号,完成日期,结果,得分,凭证";
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly string Person = World.NumberOf(Role.Staff, Standing.Own);

    [Fact]
    public async Task Imported_completions_close_items_and_their_undoing_opens_them_again()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        await app.StartedAsync(hr, "CRS041");

        var done = await hr.ImportedAsync("/completions/import", ImportFiles.Workbook(Headers, [Person, "CRS041", Day, "合格", "88.5", "签到表"]));

        Assert.Equal((1, "completed"), (done.New, await StateAsync(staff, "CRS041")));
        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value));
        Assert.Equal((1, "open"), (undone.UndoneRows, await StateAsync(staff, "CRS041")));
        Assert.DoesNotContain((await staff.ReadAsync("/completions")).Items(), x => x.Text("courseCode") == "CRS041");
    }

    [Fact]
    public async Task A_changed_row_puts_a_completion_right_and_undoing_restores_it()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        await app.StartedAsync(hr, "CRS042");
        await hr.ImportedAsync("/completions/import", ImportFiles.Workbook(Headers, [Person, "CRS042", Day, "合格", "70", null]));

        var changed = await hr.ImportedAsync("/completions/import", ImportFiles.Workbook(Headers, [Person, "CRS042", Day, "不合格", "40", null]));
        Assert.Equal((1, "open"), (changed.Changed, await StateAsync(staff, "CRS042")));

        await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(changed.Id!.Value));
        Assert.Equal("completed", await StateAsync(staff, "CRS042"));
    }

    [Fact]
    public async Task Faults_are_told_by_cell_and_nothing_is_kept()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var before = await app.ReadAsync(db => db.Completions.CountAsync());

        var errors = await ImportFiles.RefusedAsync(await hr.ImportAsync("/completions/import", ImportFiles.Workbook(
            Headers, ["W999", "CRS022", Day, "合格", null, null], [Person, "NONE", Day, "合格", null, null],
            [Person, "CRS022", new DateOnly(2026, 3, 3), "合格", null, null], [Person, "CRS023", Day, "合格", "101", null])), 422, "import.refused");

        Assert.Equal(
            [("A2", "import.unknownCode"), ("B3", "import.unknownCode"), ("C4", "completion.inFuture"), ("E5", "completion.scoreOutOfRange")],
            errors.Select(x => (x.Key, x.Value)).Order());
        Assert.Equal(before, await app.ReadAsync(db => db.Completions.CountAsync()));
    }

    [Fact]
    public async Task Ones_own_row_is_left_out()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var own = World.NumberOf(Role.HumanResources, Standing.Own);

        var done = await hr.ImportedAsync("/completions/import", ImportFiles.Workbook(
            Headers, [own, "CRS025", Day, "合格", null, null], [Person, "CRS025", Day, "优秀", null, null]));

        Assert.Equal((1, 1), (done.New, done.LeftOut));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Exporting_and_importing_again_changes_nothing(string language)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportAsync("/completions/import", ImportFiles.Workbook(Headers, [Person, "CRS026", Day, "优秀", "99.5", "证书"]));

        var again = await hr.ImportedAsync("/completions/import", await hr.WorkbookAsync("/completions/export", language));

        Assert.Equal((0, 0), (again.New, again.Changed));
        Assert.True(again.Same > 0);
    }

    [Fact]
    public async Task A_completion_is_put_right_and_its_item_is_open_again()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        await app.StartedAsync(hr, "CRS043");
        var body = new { employeeId = await app.PersonAsync(Role.Staff, Standing.Own), courseId = await app.CourseAsync("CRS043"), completedOn = Day, result = "passed" };
        var completion = await hr.DoAsync("/completions", body);
        Assert.Equal("completed", await StateAsync(staff, "CRS043"));

        var path = $"/completions/{completion.Id()}";
        completion = await hr.DoAsync(path, new { completedOn = Day, result = "failed" }, completion.Version(), HttpMethod.Put);

        Assert.Equal(("failed", "open"), (completion.Text("result"), await StateAsync(staff, "CRS043")));
        var version = completion.Version();
        await (await hr.TryAsync(path, new { completedOn = "2026-03-03", result = "passed" }, version, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "completion.inFuture");
        await (await hr.TryAsync(path, new { completedOn = "2024-02-29", result = "passed" }, version, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "completion.beforeHire");
        await (await hr.TryAsync(path, new { completedOn = Day, result = "passed", score = -1 }, version, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "completion.scoreOutOfRange");
        await hr.DoAsync("/completions", new { body.employeeId, body.courseId, completedOn = "2026-02-02", result = "failed" });
        await (await hr.TryAsync(path, new { completedOn = "2026-02-02", result = "passed" }, version, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "completion.alreadyRecorded");
    }

    [Theory]
    [InlineData("evidence", null, "completion.evidenceMissing", null)]
    [InlineData("passMark", 60, "completion.scoreMissing", null)]
    [InlineData("passMark", 60, "completion.belowPassMark", 59)]
    public async Task What_is_put_right_keeps_the_rule_of_the_course(string completionRule, int? passMark, string code, int? score)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await hr.DoAsync("/courses", new { code = code[11..], nameZh = "课", category = "basics", completionRule, passMark, modules = Array.Empty<object>() });
        var completion = await hr.DoAsync(
            "/completions", new { employeeId = await app.PersonAsync(Role.Staff, Standing.Own), courseId = course.Id(), completedOn = Day, result = "failed" });

        await (await hr.TryAsync($"/completions/{completion.Id()}", new { completedOn = Day, result = "passed", score }, completion.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task The_file_that_shows_a_completion_is_kept_in_place_of_an_earlier_one()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var completion = await hr.DoAsync("/completions", new
        {
            employeeId = await app.PersonAsync(Role.Staff, Standing.Own), courseId = await app.CourseAsync("CRS027"), completedOn = Day, result = "passed",
        });
        var path = $"/completions/{completion.Id()}/file";
        await (await hr.GetAsync("/api/v1" + path, TestContext.Current.CancellationToken)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "completion.noFile");
        await hr.RefusedAsync(HttpStatusCode.UnsupportedMediaType, "file.kind", File(path, 1, [0, 1, 2]));
        completion = await hr.DoAsync(File(path, 1, "一"u8.ToArray()));
        var files = await app.ReadAsync(db => db.StoredFiles.CountAsync());

        completion = await hr.DoAsync(File(path, completion.Version(), "二"u8.ToArray()));

        Assert.True(completion.GetProperty("hasFile").GetBoolean());
        Assert.Equal(files, await app.ReadAsync(db => db.StoredFiles.CountAsync()));
        using var file = await (await app.AsAsync(Role.Staff)).GetAsync("/api/v1" + path, TestContext.Current.CancellationToken);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("二", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static HttpRequestMessage File(string path, int version, byte[] bytes)
    {
        var message = AccessCase.Post(path, ifMatch: version);
        message.Content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "list.txt" } };
        return message;
    }

    private static async Task<string?> StateAsync(HttpClient staff, string course) =>
        Assert.Single((await staff.ReadAsync("/my/training?pageSize=200")).Items(), x => x.Text("courseCode") == course).Text("state");
}
