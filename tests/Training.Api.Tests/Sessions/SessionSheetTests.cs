using System.Net;
using System.Text.RegularExpressions;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Sessions;

public sealed partial class SessionSheetTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_sheet_has_a_column_to_sign_for_each_meeting_until_attendance_is_recorded()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var trainer = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var session = await hr.SheetSessionAsync(await app.CourseAsync("CRS040"), trainer, "<一号教室>", meetings: 2);
        var (there, late) = (await app.PersonAsync(Role.Staff, Standing.Direct), await app.PersonAsync(Role.Staff, Standing.Below));
        var enrolments = new[] { await hr.GiveSeatAsync(session.Id(), there), await hr.GiveSeatAsync(session.Id(), late) };
        var client = await app.AsAsync(Role.Supervisor);

        var (answer, before) = await client.PageAsync($"/sessions/{session.Id()}/sheet");

        Assert.True(answer.IsSuccessStatusCode, before);
        var starts = session.GetProperty("startsAt").GetDateTimeOffset();
        Assert.Contains($"{starts:yyyy-MM-dd} 09:00–12:00 (Asia/Shanghai)", before, StringComparison.Ordinal);
        Assert.Contains("&lt;一号教室&gt;", before, StringComparison.Ordinal);
        Assert.Contains(session.Text("code")!, before, StringComparison.Ordinal);
        Assert.Contains(World.NumberOf(Role.Staff, Standing.Direct), before, StringComparison.Ordinal);
        Assert.Equal(4, Blank().Count(before));

        app.Clock.Advance(starts.AddHours(4) - app.Clock.GetUtcNow());
        await client.DoAsync($"/sessions/{session.Id()}/attendance", new
        {
            meeting = 1,
            entries = new object[] { new { enrolmentId = enrolments[0], status = "present" }, new { enrolmentId = enrolments[1], status = "late", minutes = 170 } },
        });
        var (_, after) = await client.PageAsync($"/sessions/{session.Id()}/sheet");
        var (_, english) = await (await app.SignInAsAsync(Role.HumanResources)).PageAsync($"/sessions/{session.Id()}/sheet", "en");

        Assert.Equal(2, Blank().Count(after));
        Assert.Contains("170 分钟", after, StringComparison.Ordinal);
        Assert.Contains("170 min", english, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Roster sheet", english, StringComparison.Ordinal);
        Assert.Contains("签到表", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_meetings_are_spread_over_several_tables()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var session = await hr.SheetSessionAsync(await app.CourseAsync("CRS040"), meetings: 9);
        await hr.GiveSeatAsync(session.Id(), await app.PersonAsync(Role.Approver, Standing.Direct));

        var (_, page) = await hr.PageAsync($"/sessions/{session.Id()}/sheet");

        Assert.Equal(3, Regex.Count(page, "<table class=\"rows\">"));
        Assert.Equal(9, Blank().Count(page));
    }

    [Fact]
    public async Task Whoever_takes_no_seat_is_not_on_the_sheet()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var session = await hr.SheetSessionAsync(await app.CourseAsync("CRS040"));
        var person = await app.PersonAsync(Role.Payroll, Standing.Direct);
        var enrolment = await hr.GiveSeatAsync(session.Id(), person);
        var version = (await hr.ReadAsync($"/enrolments/{enrolment}")).Version();
        await hr.DoAsync($"/enrolments/{enrolment}/withdraw", new { reason = "出差" }, version);

        var (_, page) = await hr.PageAsync($"/sessions/{session.Id()}/sheet");

        Assert.DoesNotContain(World.NumberOf(Role.Payroll, Standing.Direct), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_is_for_HR_and_the_trainer()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (course, staff) = (await app.CourseAsync("CRS040"), await app.AsAsync(Role.Staff));
        var (open, draft) = (await hr.SheetSessionAsync(course), await hr.SheetSessionAsync(course, isDraft: true));

        await (await staff.GetAsync($"/api/v1/sessions/{open.Id()}/sheet", TestContext.Current.CancellationToken))
            .ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "session.notItsTrainer");
        await (await staff.GetAsync($"/api/v1/sessions/{draft.Id()}/sheet", TestContext.Current.CancellationToken))
            .ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [GeneratedRegex("<td class=\"blank\"></td>")]
    private static partial Regex Blank();
}
