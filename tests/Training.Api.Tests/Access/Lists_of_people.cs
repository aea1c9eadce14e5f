using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OfficeOpenXml;
using Training.Api.Localization;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Api.Tests.Plans;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Tests.Access;

/// <summary>Every list about people holds exactly the people whom the caller may see, page and workbook alike: not one more. Each
/// person of the world has one row in each.</summary>
public sealed class Lists_of_people(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly ConditionalWeakTable<TrainingApp, Lazy<Task>> Filled = [];

    private static readonly Standing[] Team = [Standing.Direct, Standing.Below, Standing.Deputised];

    private static readonly DateOnly Day = new(2026, 2, 20);

    [Theory]
    [InlineData("employees")]
    [InlineData("leave")]
    [InlineData("rosters")]
    [InlineData("completions")]
    [InlineData("my/team/training")]
    [InlineData("my/team/goals")]
    [InlineData("measurements")]
    [InlineData("performance-events")]
    [InlineData("punch-questions")]
    [InlineData("corrections")]
    public async Task Hold_exactly_those_whom_the_caller_may_see(string list)
    {
        await Filled.GetValue(app, x => new(() => FillAsync(x))).Value;
        var everybody = await app.ReadAsync(db => db.Employees.Select(x => x.EmployeeNumber).ToListAsync(TestContext.Current.CancellationToken));
        foreach (var role in Enum.GetValues<Role>().Where(x => MayAsk(x, list)))
        {
            var client = await app.AsAsync(role);
            var expected = SeesAll(role, list) ? everybody : [.. SeenBy(list).Select(x => World.NumberOf(role, x))];

            var page = await client.ReadAsync($"/{list}?pageSize=200");

            // A person has a row for each goal.
            Assert.Equal(expected.Order(), page.Items().Select(NumberOf).Distinct().Order());
            Assert.Equal(expected.Order(), (await InWorkbookAsync(client, list)).Distinct().Order());
            Assert.Equal(list == "my/team/goals" ? page.Items().Count : expected.Count, page.Number("total"));
        }
    }

    private static bool MayAsk(Role role, string list) => list != "punch-questions" || role is Role.HumanResources or Role.Supervisor;

    private static bool SeesAll(Role role, string list) => !list.StartsWith("my/", StringComparison.Ordinal)
        && (role == Role.HumanResources || (role == Role.Approver && list == "performance-events"));

    /// <summary>A team's goals are those of direct reports unless more is asked for; nobody answers a question about themselves; each caller
    /// proposed the correction of their direct report.</summary>
    private static IEnumerable<Standing> SeenBy(string list) => list switch
    {
        "my/team/training" or "punch-questions" => Team,
        "my/team/goals" => [Standing.Direct, Standing.Deputised],
        "corrections" => [Standing.Direct],
        _ => Team.Append(Standing.Own),
    };

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
        var course = await app.CourseAsync("CRS022");
        await app.WriteAsync(async db =>
        {
            var account = await db.Users.Select(x => x.Id).FirstAsync();
            var recorder = new CompletionRecorder(account, null, IsHumanResources: true, IsDirectSupervisor: false);
            foreach (var person in await db.Employees.Include(x => x.Periods).ToListAsync())
            {
                db.LeaveRecords.Add(LeaveRecord.Create(person, LeaveKind.Annual, new LeaveSpan(Day, HalfDay.Morning, Day, HalfDay.Afternoon), null, []));
                db.RosterEntries.Add(RosterEntry.Create(person.Id, Day, null));
                db.Completions.Add(Completion.Record(
                    person.Id, course, new CourseTerms(1, CompletionRule.Participation, null, null), new CompletionContent(Day, CompletionResult.Passed, null, null), recorder, World.HiredOn, Day, TrainingApp.Morning));
            }

            return true;
        });
        await FillFiguresAsync(app, await app.AddKpiAsync("LOP"));
    }

    private static Task<bool> FillFiguresAsync(TrainingApp app, long kpi) => app.WriteAsync(async db =>
    {
        var kind = await db.PerformanceEventKinds.SingleAsync(x => x.Code == "COMMENDATION");
        var accounts = await db.Users.Where(x => x.EmployeeId != null).ToDictionaryAsync(x => x.EmployeeId!.Value, x => x.Id);
        var employees = await db.Employees.Include(x => x.Periods).ToListAsync();
        var proposers = Enum.GetValues<Role>().ToDictionary(
            x => World.NumberOf(x, Standing.Direct), x => accounts[employees.Single(y => y.EmployeeNumber == World.NumberOf(x, Standing.Own)).Id]);
        var (hr, origin) = (proposers[World.NumberOf(Role.HumanResources, Standing.Direct)], new MeasurementOrigin(MeasurementSource.Manual, null, false));
        var (period, closed) = (MeasuredPeriod.Month(Day), MeasuredPeriod.Month(new(2025, 12, 1)));
        foreach (var person in employees)
        {
            db.Measurements.Add(Measurement.Record(person.Id, null, kpi, period, new(80, null), origin));
            db.Corrections.Add(Correction.Queue(
                new(person.Id, null, kpi, closed.From, closed.To), closed.Kind, null, new(70, null),
                new(proposers.GetValueOrDefault(person.EmployeeNumber, hr), TrainingApp.Morning, origin, null)));
            db.PunchQuestions.Add(PunchQuestion.Ask(person.Id, Day, MissingPunch.Out, TrainingApp.Morning));
            db.PerformanceEvents.Add(PerformanceEvent.Report(
                person, kind, new(Day, null, null, null, null, null, null, "表扬", null), new(hr, null, true, true), TrainingApp.Morning, new(2026, 3, 2),
                WorkingCalendar.Of([], [])));
        }

        return true;
    });
}
