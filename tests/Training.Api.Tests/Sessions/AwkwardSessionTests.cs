using System.Net;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Sessions;

/// <summary>What happens late, twice, by hand or in between.</summary>
public sealed class AwkwardSessionTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Once_it_has_begun_no_seat_is_given_up_and_it_is_not_cancelled()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (session, enrolment) = await HeldAsync(hr, "CRS021", (await app.CrowdAsync(1))[0]);

        await (await hr.TryOnAsync(enrolment, "withdraw", new { reason = "忘了" })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.started");
        await (await hr.TryAsync($"/sessions/{session}/cancel", new { reason = "忘了" }, 2)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.started");

        Assert.Equal(["signOff"], (await hr.ReadAsync($"/enrolments/{enrolment}")).GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()));
        var acts = (await hr.ReadAsync($"/sessions/{session}")).GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()).ToList();
        Assert.Contains("complete", acts);
        Assert.DoesNotContain("cancel", acts);
    }

    [Fact]
    public async Task A_plan_takes_over_what_its_people_have_asked_for_and_leaves_alone_who_is_elsewhere_then()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (asker, busy, at) = (await app.PersonAsync(Role.Staff, Standing.Own), await app.PersonAsync(Role.Supervisor, Standing.Own), app.Ahead(30));
        var plan = await app.StartedAsync(hr, "CRS022");
        var session = await app.PublishedAsync(hr, "CRS022", capacity: 90, at: at);
        var asked = await (await app.AsAsync(Role.Staff)).DoAsync($"/sessions/{session.Id()}/request");
        var other = await (await app.AsAsync(Role.Supervisor)).DoAsync($"/sessions/{session.Id()}/request");
        await hr.NominateAsync((await app.PublishedAsync(hr, "CRS023", at: at)).Id(), busy);

        var assigned = await hr.DoAsync($"/sessions/{session.Id()}/assign", new { planId = plan.Id() });

        Assert.Equal("enrolled", await hr.StateAsync(asked.Id()));
        Assert.Equal("requested", await hr.StateAsync(other.Id()));
        Assert.Contains(assigned.GetProperty("leftOut").EnumerateArray(), x => x.GetProperty("employeeId").GetInt64() == busy && x.Text("cause") == "clash");
        Assert.Contains(assigned.GetProperty("enrolled").EnumerateArray(), x => x.GetProperty("employeeId").GetInt64() == asker);
        Assert.Contains((await (await app.AsAsync(Role.Staff)).ReadAsync("/notices")).Items(), x => x.Text("kind") == "enrolment.enrolled");
        // A request that nobody has approved may be taken back, though a plan asks for the course.
        Assert.Equal("withdrawn", (await (await app.AsAsync(Role.Supervisor)).OnAsync(other.Id(), "withdraw", new { })).Text("state"));
    }

    [Fact]
    public async Task Where_nobody_may_wait_a_request_is_not_approved_into_a_line()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        await app.AddAccountAsync("no-line", await app.PersonAsync(Role.Supervisor, Standing.Direct), Role.Staff);
        var draft = await hr.DoAsync("/sessions", (await app.SessionAsync(capacity: 1, at: app.Ahead(30))).With("hasWaitingList", false));
        var session = await hr.DoAsync($"/sessions/{draft.Id()}/publish");
        var asked = await (await app.SignInAsync("no-line")).DoAsync($"/sessions/{session.Id()}/request");
        var seated = await hr.NominateAsync(session.Id(), (await app.CrowdAsync(1))[0]);

        await (await supervisor.TryAsync($"/enrolments/{asked.Id()}/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.full");
        await hr.OnAsync(seated[0].Id(), "withdraw", new { reason = "调岗" });

        Assert.Equal("enrolled", (await supervisor.DoAsync($"/enrolments/{asked.Id()}/approve")).Text("state"));
    }

    [Fact]
    public async Task What_was_recorded_as_failed_that_day_becomes_what_the_session_says()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = (await app.CrowdAsync(1))[0];
        var (session, enrolment) = await HeldAsync(hr, "CRS024", person);
        var failed = await hr.DoAsync("/completions", new { employeeId = person, courseId = await app.CourseAsync("CRS024"), completedOn = await DayAsync(hr, session), result = "failed" });

        await hr.AttendAsync(session, 1, (enrolment, "present"));

        Assert.Equal(("completed", failed.Id()), (await hr.ReadAsync($"/enrolments/{enrolment}")) is var seen ? (seen.Text("state"), seen.GetProperty("completionId").GetInt64()) : default);
        Assert.Equal("passed", (await hr.ReadAsync($"/completions/{failed.Id()}")).Text("result"));
    }

    [Fact]
    public async Task What_HR_puts_right_by_hand_about_a_completion_no_session_takes_back()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (session, enrolment) = await HeldAsync(hr, "CRS025", (await app.CrowdAsync(1))[0]);
        await hr.AttendAsync(session, 1, (enrolment, "present"));
        var id = (await hr.ReadAsync($"/enrolments/{enrolment}")).GetProperty("completionId").GetInt64();
        await hr.DoAsync($"/completions/{id}", new { completedOn = await DayAsync(hr, session), result = "excellent", evidence = "现场演示" }, 1, HttpMethod.Put);

        await hr.AttendAsync(session, 1, (enrolment, "excused"));

        Assert.Equal("absent", await hr.StateAsync(enrolment));
        Assert.Equal(("excellent", "现场演示"), (await hr.ReadAsync($"/completions/{id}")) is var kept ? (kept.Text("result"), kept.Text("evidence")) : default);
    }

    [Fact]
    public async Task Two_sessions_of_a_day_share_a_completion_which_stays_with_the_one_that_was_attended()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (person, at) = ((await app.CrowdAsync(1))[0], new DateTimeOffset(app.Ahead(3).UtcDateTime.Date.AddHours(1), TimeSpan.Zero));
        var (morning, afternoon) = (await app.PublishedAsync(hr, "CRS026", at: at), await app.PublishedAsync(hr, "CRS026", at: at.AddHours(6)));
        var (first, second) = ((await hr.NominateAsync(morning.Id(), person))[0].Id(), (await hr.NominateAsync(afternoon.Id(), person))[0].Id());
        app.GoTo(at.AddHours(8));
        await hr.AttendAsync(morning.Id(), 1, (first, "present"));
        await hr.AttendAsync(afternoon.Id(), 1, (second, "present"));
        var completion = (await hr.ReadAsync($"/enrolments/{second}")).GetProperty("completionId").GetInt64();

        await hr.AttendAsync(morning.Id(), 1, (first, "absent"));
        Assert.Equal(completion, (await hr.ReadAsync($"/completions/{completion}")).Id());
        await hr.AttendAsync(afternoon.Id(), 1, (second, "absent"));

        await (await hr.TryAsync($"/completions/{completion}", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task A_draft_whose_course_was_retired_meanwhile_is_not_announced()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await hr.DoAsync("/courses", new { code = "GOING", nameZh = "课", category = "basics", modules = Array.Empty<object>() });
        var draft = await hr.DoAsync("/sessions", await app.SessionAsync("GOING", at: app.Ahead(30)));
        await hr.DoAsync($"/courses/{course.Id()}/retire", new { }, course.Version());

        await (await hr.TryAsync($"/sessions/{draft.Id()}/publish")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
    }

    [Fact]
    public async Task A_number_that_no_meeting_has_is_a_fault_of_its_cell()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (session, _) = await HeldAsync(hr, "CRS027", await app.PersonAsync(Role.Supervisor, Standing.Direct));
        var code = (await hr.ReadAsync($"/sessions/{session}")).Text("code");

        var tried = await hr.ImportedAsync("/attendance/import?dryRun=true", ImportFiles.Workbook(
            "场次代码,工号,课次,出勤情况,分钟", [code, "W022", 3000000000L, "出席", null], [code, "W022", 1, "迟到", 3000000000L]));

        Assert.Equal(2, tried.Refused);
        Assert.Equal(["attendance.meetingUnknown", "attendance.minutes"], tried.Rows.SelectMany(x => x.Faults).Select(x => x.Code).Order());
    }

    [Fact]
    public async Task The_absent_get_a_free_seat_of_a_later_session_before_a_place_in_the_line_of_the_next()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var people = await app.CrowdAsync(2);
        var (session, enrolment) = await HeldAsync(hr, "CRS028", people[0]);
        await hr.AttendAsync(session, 1, (enrolment, "absent"));
        var (full, free) = (await app.PublishedAsync(hr, "CRS028", capacity: 1, at: app.Ahead(10)), await app.PublishedAsync(hr, "CRS028", at: app.Ahead(20)));
        await hr.NominateAsync(full.Id(), people[1]);

        var offered = Assert.Single((await hr.DoAsync($"/sessions/{session}/offer-next")).GetProperty("offered").EnumerateArray());

        Assert.Equal(("offered", free.Id()), (offered.Text("state"), offered.GetProperty("sessionId").GetInt64()));
        var again = Assert.Single((await hr.DoAsync($"/sessions/{session}/offer-next")).GetProperty("leftOut").EnumerateArray());
        Assert.Equal("alreadyThere", again.Text("cause"));
    }

    [Fact]
    public async Task An_order_that_HR_let_go_is_not_made_again()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (session, enrolment) = await HeldAsync(hr, "CRS029", (await app.CrowdAsync(1))[0]);
        await hr.AttendAsync(session, 1, (enrolment, "absent"));
        await hr.DoAsync($"/sessions/{session}/complete");
        var order = Assert.Single((await hr.ReadAsync($"/retraining?courseId={await app.CourseAsync("CRS029")}")).Items());
        await hr.DoAsync($"/retraining/{order.Id()}/close", new { outcome = "cancelled", remark = "已请假未登记" }, 1);

        await hr.DoAsync($"/sessions/{session}/results", new { entries = new[] { new { enrolmentId = enrolment, theory = 90 } } });

        Assert.Equal("cancelled", Assert.Single((await hr.ReadAsync($"/retraining?courseId={await app.CourseAsync("CRS029")}")).Items()).Text("state"));
    }

    [Fact]
    public async Task A_trainer_reads_who_comes_and_not_what_was_said_about_them()
    {
        var (hr, trainer) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Payroll));
        var session = await app.PublishedAsync(hr, at: app.Ahead(30), trainer: await app.PersonAsync(Role.Payroll, Standing.Own));
        var line = await hr.NominateAsync(session.Id(), [.. await app.CrowdAsync(2)]);
        await hr.OnAsync(line[0].Id(), "mandatory", new { reason = "绩效面谈后要求" });
        await hr.OnAsync(line[1].Id(), "withdraw", new { reason = "个人原因" });

        var seen = await trainer.ReadAsync($"/enrolments/{line[0].Id()}");

        Assert.DoesNotContain("绩效面谈", seen.ToString(), StringComparison.Ordinal);
        Assert.Empty(seen.GetProperty("steps").EnumerateArray());
        await (await trainer.TryAsync($"/enrolments/{line[1].Id()}", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    /// <summary>A session of one person that is just over, and the enrolment.</summary>
    private async Task<(long Session, long Enrolment)> HeldAsync(HttpClient hr, string course, long person)
    {
        var at = app.Ahead(2);
        var session = await app.PublishedAsync(hr, course, at: at);
        var line = await hr.NominateAsync(session.Id(), person);
        app.GoTo(at.AddHours(1));
        return (session.Id(), line[0].Id());
    }

    private static async Task<string> DayAsync(HttpClient hr, long session) =>
        (await hr.ReadAsync($"/sessions/{session}")).GetProperty("startsAt").GetDateTimeOffset().AddHours(8).ToString("yyyy-MM-dd", null);
}
