using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OfficeOpenXml;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Access;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Api.Tests.Sessions;

namespace Training.Api.Tests.Transcripts;

public sealed class TranscriptTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_line_says_whether_it_still_counts_and_lines_are_filtered_by_that()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Supervisor, Standing.Direct));
        var yearly = await hr.NewCourseAsync(validityMonths: 12, classHours: 4.5m);
        var superseded = await hr.CompleteAsync(person, yearly, "2024-12-10");
        var valid = await hr.CompleteAsync(person, yearly, "2025-12-10", score: 88.5m);
        var expiring = await hr.CompleteAsync(person, await hr.NewCourseAsync(validityMonths: 12), "2025-03-02");
        var expired = await hr.CompleteAsync(person, await hr.NewCourseAsync(validityMonths: 12), "2025-03-01");
        var permanent = await hr.CompleteAsync(person, await hr.NewCourseAsync(), "2025-06-02", "excellent");
        var failed = await hr.CompleteAsync(person, yearly, "2026-02-02", "failed");
        var client = await app.AsAsync(Role.Supervisor);

        var lines = (await client.ReadAsync($"/employees/{person}/transcript")).Items();

        Assert.Equal(
            new[] { failed, valid, permanent, expiring, expired, superseded }.Select(x => x.Id()), lines.Select(x => x.Id()));
        Assert.Equal([null, "valid", "permanent", "expiring", "expired", "superseded"], lines.Select(x => x.Text("validity")));
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("validUntil").ValueKind);
        Assert.Equal(("classroom", 4.5m, 88.5m, "2026-12-10"), (lines[1].Text("mode"), lines[1].GetProperty("classHours").GetDecimal(),
            lines[1].GetProperty("score").GetDecimal(), lines[1].Text("validUntil")));
        async Task Only(string query, params JsonElement[] expected) => Assert.Equal(
            expected.Select(x => x.Id()), (await client.ReadAsync($"/employees/{person}/transcript?{query}")).Items().Select(x => x.Id()));
        await Only("validity=expiring", expiring);
        await Only("year=2025&result=passed", valid, expiring, expired);
        await Only("result=failed", failed);
        await Only("year=2024&sort=courseCode", superseded);
        await Only("sort=validUntil&pageSize=2", superseded, expired);
    }

    [Fact]
    public async Task Hours_are_summed_by_year_and_mode()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Approver, Standing.Direct));
        var taught = await hr.NewCourseAsync(classHours: 4.5m, practiceHours: 2);
        await hr.CompleteAsync(person, taught, "2025-12-31");
        await hr.CompleteAsync(person, taught, "2026-01-01");
        await hr.CompleteAsync(person, taught, "2026-01-02", "failed");
        await hr.CompleteAsync(person, await hr.NewCourseAsync(classHours: 1.5m), "2026-02-02");
        await hr.CompleteAsync(person, await hr.NewCourseAsync(mode: "online", classHours: 8), "2026-02-02");

        var rows = (await (await app.AsAsync(Role.Approver)).ReadAsync($"/employees/{person}/transcript/hours")).Items();

        Assert.Equal(
            [(2026, "classroom", 2, 6m, 2m), (2026, "online", 1, 8, 0), (2025, "classroom", 1, 4.5m, 2)],
            rows.Select(x => (x.Number("year"), x.Text("mode"), x.Number("courses"), x.GetProperty("classHours").GetDecimal(), x.GetProperty("practiceHours").GetDecimal())));
    }

    [Fact]
    public async Task The_workbook_has_the_lines_under_headers_in_the_readers_language()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Administrator, Standing.Direct));
        await hr.CompleteAsync(person, await hr.NewCourseAsync("=HYPERLINK(\"x\")", validityMonths: 1), "2025-03-03", score: 70);

        using var request = AccessCase.Get($"/employees/{person}/transcript");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(TableWorkbook.MediaType));
        using var answer = await hr.SendAsync(request, Stop);
        using var package = new ExcelPackage(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop)));
        var sheet = package.Workbook.Worksheets[0];
        var cells = Enumerable.Range(1, sheet.Dimension.Columns).ToDictionary(x => sheet.Cells[1, x].Text, x => sheet.Cells[2, x]);

        Assert.Equal(2, sheet.Dimension.Rows);
        Assert.Equal("已过期", cells["有效状态"].Text);
        Assert.Equal("'=HYPERLINK(\"x\")", cells["课程"].Text);
        Assert.Empty(cells["课程"].Formula);
    }

    [Fact]
    public async Task An_empty_transcript_is_a_list_a_workbook_and_a_page_without_rows()
    {
        // Of an account that is nobody's, so that the headers decide the language.
        var (hr, person) = (await app.SignInAsAsync(Role.HumanResources), await app.PersonAsync(Role.Payroll, Standing.Direct));

        Assert.Empty((await hr.ReadAsync($"/employees/{person}/transcript")).Items());
        Assert.Empty((await hr.ReadAsync($"/employees/{person}/transcript/hours")).Items());
        var (_, chinese) = await hr.PageAsync($"/employees/{person}/transcript/page");
        var (_, english) = await hr.PageAsync($"/employees/{person}/transcript/page", "en-GB");
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(chinese, "<p>没有记录。</p>"));
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(english, "<p>Nothing is recorded.</p>"));
        using var request = AccessCase.Get($"/employees/{person}/transcript");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(TableWorkbook.MediaType));
        using var answer = await hr.SendAsync(request, Stop);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Ones_own_is_read_without_an_id_but_not_by_an_account_that_is_nobodys()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Own));
        var completion = await hr.CompleteAsync(person, await hr.NewCourseAsync("自己的课", classHours: 2), "2026-03-02");
        var (staff, nobody) = (await app.AsAsync(Role.Staff), await app.SignInAsAsync(Role.Staff));

        Assert.Equal(completion.Id(), Assert.Single((await staff.ReadAsync("/my/transcript?year=2026")).Items()).Id());
        Assert.Equal(2, Assert.Single((await staff.ReadAsync("/my/transcript/hours")).Items()).GetProperty("classHours").GetDecimal());
        Assert.Contains("自己的课", (await staff.PageAsync("/my/transcript/page")).Html, StringComparison.Ordinal);
        foreach (var path in new[] { "", "/hours", "/page" })
        {
            await (await nobody.GetAsync($"/api/v1/my/transcript{path}", Stop)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
            await (await staff.GetAsync($"/api/v1/employees/987654/transcript{path}", Stop)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        }
    }
}
