using Training.Api.Localization;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Reports;

public sealed class TrainingCompletionTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_report_counts_by_department_plan_and_course_with_one_decimal()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.StartedAsync(hr, "CRS040", "HQ");
        var course = await app.CourseAsync("CRS040");
        await hr.DoAsync("/completions", new { employeeId = await app.PersonAsync(Role.Staff, Standing.Own), courseId = course, completedOn = "2026-03-02", result = "passed" });

        var rows = (await hr.ReadAsync($"/reports/training-completion?planId={plan.Id()}")).Items();

        Assert.Equal(["CS", "FIN", "HQ"], rows.Select(x => x.Text("departmentCode")));
        Assert.Equal([24, 1, 1], rows.Select(x => x.GetProperty("assigned").GetInt32()));
        Assert.Equal([1, 0, 0], rows.Select(x => x.GetProperty("completed").GetInt32()));
        Assert.Equal([4.2m, 0m, 0m], rows.Select(x => x.GetProperty("completionRate").GetDecimal()));
        Assert.Single((await hr.ReadAsync($"/reports/training-completion?planId={plan.Id()}&departmentId={await app.DepartmentAsync("FIN")}")).Items());
        Assert.Equal(3, (await hr.ReadAsync($"/reports/training-completion?planId={plan.Id()}&departmentId={await app.DepartmentAsync("HQ")}")).Items().Count);
        Assert.Empty((await hr.ReadAsync($"/reports/training-completion?planId={plan.Id()}&courseId={await app.CourseAsync("CRS001")}")).Items());

        // A supervisor counts their own line and themselves.
        var supervisor = await app.AsAsync(Role.Supervisor);
        var own = Assert.Single((await supervisor.ReadAsync($"/reports/training-completion?planId={plan.Id()}")).Items());
        Assert.Equal(3, own.GetProperty("assigned").GetInt32());
    }

    [Fact]
    public async Task Positions_are_counted_apart_where_asked_and_the_people_behind_a_row_are_named()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.StartedAsync(hr, "CRS023", "HQ");
        var staff = await app.PersonAsync(Role.Staff, Standing.Own);
        await hr.DoAsync("/completions", new { employeeId = staff, courseId = await app.CourseAsync("CRS023"), completedOn = "2026-03-02", result = "passed" });
        var path = $"/reports/training-completion?planId={plan.Id()}";

        var apart = (await hr.ReadAsync(path + "&byPosition=true")).Items();
        var position = apart.First(x => x.Text("departmentCode") == "CS").GetProperty("positionId").GetInt64();
        var people = (await hr.ReadAsync($"/reports/training-completion/people?planId={plan.Id()}&positionId={position}&pageSize=200")).Items();
        var done = (await hr.ReadAsync($"/reports/training-completion/people?planId={plan.Id()}&state=completed")).Items();

        Assert.Equal(26, apart.Sum(x => x.GetProperty("assigned").GetInt32()));
        Assert.All(apart, x => Assert.NotNull(x.Text("positionCode")));
        Assert.All((await hr.ReadAsync(path)).Items(), x => Assert.Null(x.Text("positionCode")));
        Assert.Equal(
            (await hr.ReadAsync($"{path}&positionId={position}")).Items().Sum(x => x.GetProperty("assigned").GetInt32()), people.Count);
        Assert.Equal((staff, "completed"), (done.Single().GetProperty("employeeId").GetInt64(), done.Single().Text("state")));

        // A supervisor drills down to their own line and themselves alone.
        var seen = await (await app.AsAsync(Role.Supervisor)).ReadAsync($"/reports/training-completion/people?planId={plan.Id()}");
        Assert.Equal(3, seen.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task What_a_cancelled_plan_asked_for_counts_nowhere_completed_or_not()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.StartedAsync(hr, "CRS041", "HQ");
        await hr.DoAsync("/completions", new { employeeId = await app.PersonAsync(Role.Staff, Standing.Own), courseId = await app.CourseAsync("CRS041"), completedOn = "2026-03-02", result = "passed" });
        Assert.NotEmpty((await hr.ReadAsync($"/reports/training-completion?planId={plan.Id()}")).Items());

        await hr.DoAsync($"/plans/{plan.Id()}/cancel", new { reason = "取消" }, plan.Version());

        Assert.Empty((await hr.ReadAsync($"/reports/training-completion?planId={plan.Id()}")).Items());
    }

    [Fact]
    public async Task The_workbook_holds_the_same_counts_under_headers_in_the_readers_language()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.StartedAsync(hr, "CRS042", "HQ");
        await hr.DoAsync("/completions", new { employeeId = await app.PersonAsync(Role.Staff, Standing.Own), courseId = await app.CourseAsync("CRS042"), completedOn = "2026-03-02", result = "passed" });

        var workbook = await WorkbookAsync(hr, $"/reports/training-completion?planId={plan.Id()}", "zh-CN");

        var sheet = await SheetReader.ReadAsync(workbook, new WorkbookLimits(), TestContext.Current.CancellationToken);
        var headers = sheet.Columns.Select(x => x.Header).ToList();
        string? Cell(int row, string header) => CellParsing.Text(sheet.Rows[row].Cells[headers.IndexOf(header)]).Value;
        Assert.Equal(["CS", "FIN", "HQ"], Enumerable.Range(0, sheet.Rows.Count).Select(x => Cell(x, Texts.Of(Language.Chinese, "column.departmentCode"))));
        Assert.Equal(("24", "1", "4.2"), (Cell(0, Texts.Of(Language.Chinese, "column.assigned")), Cell(0, Texts.Of(Language.Chinese, "column.completed")), Cell(0, Texts.Of(Language.Chinese, "column.completionRate"))));
    }

    [Theory]
    [InlineData("/reports/training-completion")]
    [InlineData("/reports/training-completion/people")]
    [InlineData("/reports/overdue")]
    [InlineData("/reports/overdue/people")]
    [InlineData("/reports/plan-budget")]
    [InlineData("/reports/plan-year")]
    [InlineData("/reports/appraisal-progress")]
    [InlineData("/reports/grade-distribution")]
    [InlineData("/reports/rater-leniency")]
    [InlineData("/reports/required-courses")]
    [InlineData("/my/team/training")]
    [InlineData("/my/training")]
    [InlineData("/plans")]
    [InlineData("/courses")]
    [InlineData("/plan-templates")]
    [InlineData("/completions")]
    public async Task Every_list_comes_as_a_workbook_in_both_languages(string path)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var workbook = await WorkbookAsync(hr, path, language);

            Assert.Equal("PK"u8.ToArray(), workbook[..2]);
        }
    }

    private static async Task<byte[]> WorkbookAsync(HttpClient client, string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.Accept.ParseAdd("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var workbook = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(workbook));
        return workbook;
    }
}
