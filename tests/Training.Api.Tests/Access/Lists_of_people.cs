using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OfficeOpenXml;
using Training.Api.Localization;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Tests.Access;

/// <summary>Every list about people holds exactly the people whom the caller may see, page and workbook alike: not one more. Each
/// person of the world has one row in each.</summary>
public sealed class Lists_of_people(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly ConditionalWeakTable<TrainingApp, Lazy<Task>> Filled = [];

    private static readonly Standing[] Team = [Standing.Direct, Standing.Below, Standing.Deputised];

    [Theory]
    [InlineData("employees")]
    [InlineData("leave")]
    [InlineData("rosters")]
    [InlineData("completions")]
    [InlineData("my/team/training")]
    public async Task Hold_exactly_those_whom_the_caller_may_see(string list)
    {
        await Filled.GetValue(app, x => new(() => FillAsync(x))).Value;
        var everybody = await app.ReadAsync(db => db.Employees.Select(x => x.EmployeeNumber).ToListAsync(TestContext.Current.CancellationToken));
        foreach (var role in Enum.GetValues<Role>())
        {
            var client = await app.AsAsync(role);
            var expected = list == "my/team/training" ? Team.Select(x => World.NumberOf(role, x))
                : role == Role.HumanResources ? everybody
                : Team.Append(Standing.Own).Select(x => World.NumberOf(role, x));

            var page = await client.ReadAsync($"/{list}?pageSize=200");

            Assert.Equal(expected.Order(), page.Items().Select(NumberOf).Order());
            Assert.Equal(expected.Order(), (await InWorkbookAsync(client, list)).Order());
        }
    }

    private static string NumberOf(System.Text.Json.JsonElement row) =>
        (row.TryGetProperty("employee", out var employee) ? employee : row).Text("employeeNumber")!;

    private static async Task<IEnumerable<string>> InWorkbookAsync(HttpClient client, string list)
    {
        using var request = AccessCase.Get($"/{list}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(TableWorkbook.MediaType));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        using var package = new ExcelPackage(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        var sheet = package.Workbook.Worksheets[0];
        var headers = new[] { "column.employeeNumber", "column.employeeEmployeeNumber" }.Select(x => Texts.Of(Api.Localization.Language.Chinese, x)).ToList();
        var column = Enumerable.Range(1, sheet.Dimension.Columns).First(x => headers.Contains(sheet.Cells[1, x].Text));
        return [.. Enumerable.Range(2, sheet.Dimension.Rows - 1).Select(x => sheet.Cells[x, column].Text)];
    }

    private static async Task FillAsync(TrainingApp app)
    {
        await app.WithDeputiesAsync();
        await app.StartedAsync(await app.AsAsync(Role.HumanResources), "CRS040", "HQ");
        var (course, day) = (await app.CourseAsync("CRS022"), new DateOnly(2026, 2, 20));
        await app.WriteAsync(async db =>
        {
            var account = await db.Users.Select(x => x.Id).FirstAsync();
            var recorder = new CompletionRecorder(account, null, IsHumanResources: true, IsDirectSupervisor: false);
            foreach (var person in await db.Employees.Include(x => x.Periods).ToListAsync())
            {
                db.LeaveRecords.Add(LeaveRecord.Create(person, LeaveKind.Annual, new LeaveSpan(day, HalfDay.Morning, day, HalfDay.Afternoon), null, []));
                db.RosterEntries.Add(RosterEntry.Create(person.Id, day, null));
                db.Completions.Add(Completion.Record(
                    person.Id, course, new CourseTerms(1, CompletionRule.Participation, null, null), new CompletionContent(day, CompletionResult.Passed, null, null), recorder, World.HiredOn, day, TrainingApp.Morning));
            }

            return true;
        });
    }
}
