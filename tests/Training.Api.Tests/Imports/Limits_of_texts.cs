using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Features.Imports;
using Training.Api.Imports;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Hosting;
using Training.Domain.Calendars;
using Training.Domain.Rules;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Imports;

/// <summary>Texts have the same limits by request, by workbook and in the store, whatever characters they are made of.</summary>
public sealed class Limits_of_texts(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Headers = "Employee number,Chinese name,Department code,Position code,Hired on,Reading";

    // One character that becomes eighteen where compatible characters are made one.
    private const char Ligature = '\uFDFA';

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_of_characters_that_grow_when_searched_is_kept_and_found()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var name = new string(Ligature, 60);

        var hired = await hr.DoAsync(Post("/employees", await PersonAsync("TX-1", name)));

        Assert.Equal(name, hired.GetProperty("nameZh").GetString());
        var found = await hr.GetAsync<JsonElement>($"/employees?q={Uri.EscapeDataString(new string(Ligature, 3))}");
        Assert.Equal(1, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_key_is_counted_as_it_is_kept()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var key = new string(Ligature, 32);

        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", "employeeNumber", Post("/employees", await PersonAsync(key, "甲")));
        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", "code", Post("/departments", new { code = key, nameZh = "部" }));
        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", "code", Post("/work-places", new { code = key, nameZh = "处", minimumWages = Array.Empty<object>() }));
        await hr.DoAsync(Post("/departments", new { code = new string('Ａ', 32), nameZh = "部" }));
    }

    [Fact]
    public async Task A_workbook_takes_what_a_request_takes_and_no_more()
    {
        var hr = await app.SignInAsAsync(Role.HumanResources);
        IReadOnlyList<object?> Row(int number, int name, int reading, string character = "a") =>
            [string.Concat(Enumerable.Repeat(character, number)), new string('甲', name), "CS", "CS-AGENT", new DateOnly(2026, 3, 1), new string('乙', reading)];

        var errors = await ImportFiles.RefusedAsync(
            await hr.ImportAsync("/employees/import?dryRun=false", ImportFiles.Workbook(
                Headers, Row(33, 1, 1), Row(1, 61, 1), Row(2, 1, 61), Row(2, 1, 1, Ligature.ToString()))),
            422, "import.refused");

        Assert.Equal(["A2", "A5", "B3", "F4"], errors.Keys.Order());
        Assert.All(errors.Values, code => Assert.Equal("cell.tooLong", code));
        Assert.Equal(1, (await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, Row(32, 60, 60)))).New);
    }

    [Fact]
    public async Task The_name_of_a_file_is_cut_to_what_is_kept()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var content = new ByteArrayContent(ImportFiles.Workbook("Day,Kind,Chinese name", [new DateOnly(2031, 1, 1), "Public holiday", "元旦"]));
        content.Headers.ContentType = new MediaTypeHeaderValue(TableWorkbook.MediaType);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = new string('假', 399) + "🏖.xlsx" };

        var done = await ImportFiles.ReadAsync<ImportResponse>(await hr.PostAsync("/api/v1/calendar-days/import", content, Cancellation));

        Assert.Equal(new string('假', 399), (await hr.GetAsync<ImportItem>($"/imports/{done.Id}")).FileName);
    }

    [Fact]
    public async Task Many_records_written_at_once_name_a_member_that_is_too_long_as_requests_do()
    {
        var day = CalendarDay.Create(new(2032, 1, 1), CalendarDayKind.Holiday, new Bilingual(new string('长', 401), null));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.WriteAsync(async db =>
        {
            await Bulk.InsertAsync(db, [day], Cancellation);
            return 0;
        }));

        Assert.Equal((DataRefusals.TooLong, "nameZh"), (refused.Refusal, refused.Field));
    }

    [Fact]
    public async Task A_workbook_whose_main_part_has_another_name_is_applied_as_the_dry_run_said()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var file = Renamed(ImportFiles.Workbook("Day,Kind,Chinese name", [new DateOnly(2031, 5, 1), "Public holiday", "劳动节"]));

        Assert.Equal(1, (await hr.ImportedAsync("/calendar-days/import?dryRun=true", file)).New);
        Assert.Equal(1, (await hr.ImportedAsync("/calendar-days/import", file)).New);
        Assert.Equal(TableWorkbook.MediaType, await app.ReadAsync(db => db.StoredFiles.OrderByDescending(x => x.Id).Select(x => x.MediaType).FirstAsync(Cancellation)));
    }

    private static byte[] Renamed(byte[] workbook)
    {
        using var from = new ZipArchive(new MemoryStream(workbook));
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries)
            {
                using var reader = new StreamReader(part.Open(), Encoding.UTF8);
                using var writer = new StreamWriter(zip.CreateEntry(part.FullName.Replace("workbook.xml", "main.xml", StringComparison.Ordinal)).Open());
                writer.Write(reader.ReadToEnd().Replace("workbook.xml", "main.xml", StringComparison.Ordinal));
            }
        }

        return to.ToArray();
    }

    private async Task<object> PersonAsync(string number, string name)
    {
        var place = await app.ReadAsync(db => db.Assignments.OrderBy(x => x.Id).Select(x => new { x.DepartmentId, x.PositionId }).FirstAsync(Cancellation));
        return new { employeeNumber = number, nameZh = name, hiredOn = "2026-03-01", contractKind = "openEnded", departmentId = place.DepartmentId, positionId = place.PositionId };
    }
}
