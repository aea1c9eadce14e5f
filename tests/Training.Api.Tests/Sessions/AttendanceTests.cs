using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Domain.Sessions;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Sessions;

public sealed class AttendanceTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_trainer_records_and_the_course_is_completed_with_the_item_of_the_plan()
    {
        var (hr, trainer) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Payroll));
        var person = await app.PersonAsync(Role.Supervisor, Standing.Below);
        var plan = await app.StartedAsync(hr, "CRS021");
        var session = await app.PublishedAsync(hr, "CRS021", at: app.Ahead(2), trainer: await app.PersonAsync(Role.Payroll, Standing.Own));
        var enrolment = (await hr.NominateAsync(session.Id(), person))[0];
        Assert.True(enrolment.GetProperty("isMandatory").GetBoolean());
        await (await trainer.TryAsync($"/sessions/{session.Id()}/attendance", Entry(enrolment.Id(), "present"))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "attendance.tooEarly");
        app.GoTo(session.GetProperty("endsAt").GetDateTimeOffset());

        var recorded = await trainer.AttendAsync(session.Id(), 1, (enrolment.Id(), "present"));

        Assert.Equal((1, 0), (recorded.Number("recorded"), recorded.Number("unchanged")));
        var seen = await trainer.ReadAsync($"/enrolments/{enrolment.Id()}");
        Assert.Equal(("completed", 60), (seen.Text("state"), seen.Number("minutesAttended")));
        Assert.Empty(seen.GetProperty("whyNot").EnumerateArray());
        var item = Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={person}")).Items());
        Assert.Equal("completed", item.Text("state"));
        var completion = await hr.ReadAsync($"/completions/{seen.GetProperty("completionId").GetInt64()}");
        Assert.Equal((session.Text("code"), "passed"), (completion.Text("evidence"), completion.Text("result")));
        Assert.Equal((0, 1), (await trainer.AttendAsync(session.Id(), 1, (enrolment.Id(), "present"))) is var again ? (again.Number("recorded"), again.Number("unchanged")) : default);

        // Trainers see what they train and nothing else of these people.
        await (await trainer.TryAsync($"/employees/{person}", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await trainer.TryAsync($"/completions/{completion.Id()}", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        Assert.All((await trainer.ReadAsync("/enrolments")).Items(), x => Assert.Equal(session.Id(), x.GetProperty("sessionId").GetInt64()));
    }

    [Fact]
    public async Task Attendance_corrected_after_completion_takes_it_back_and_keeps_the_old_value()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await app.PersonAsync(Role.Staff, Standing.Below);
        var plan = await app.StartedAsync(hr, "CRS022");
        var (session, enrolment) = await HeldAsync(hr, "CRS022", person);
        await hr.AttendAsync(session, 1, (enrolment, "present"));
        var completion = (await hr.ReadAsync($"/enrolments/{enrolment}")).GetProperty("completionId").GetInt64();

        await hr.DoAsync($"/sessions/{session}/attendance", Entry(enrolment, "late", 47));

        var corrected = await hr.ReadAsync($"/enrolments/{enrolment}");
        Assert.Equal(("failed", 47), (corrected.Text("state"), corrected.Number("minutesAttended")));
        var missing = Assert.Single(corrected.GetProperty("whyNot").EnumerateArray());
        Assert.Equal(("attendanceShare", 47, 48), (missing.Text("missing"), missing.Number("have"), missing.Number("need")));
        var old = Assert.Single(corrected.GetProperty("corrections").EnumerateArray());
        Assert.Equal(("present", 60, "late", 47), (old.Text("oldStatus"), old.Number("oldMinutes"), old.Text("newStatus"), old.Number("newMinutes")));
        await (await hr.TryAsync($"/completions/{completion}", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        Assert.NotEqual("completed", Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={person}")).Items()).Text("state"));
        Assert.Equal(1, Assert.Single((await hr.ReadAsync($"/sessions/{session}/attendance?meeting=1&status=late")).Items()).Number("corrections"));

        await hr.DoAsync($"/sessions/{session}/attendance", Entry(enrolment, "late", 48));
        Assert.Equal("completed", await hr.StateAsync(enrolment));
    }

    [Fact]
    public async Task A_completion_recorded_by_hand_on_that_day_is_found_and_left_when_the_session_loses_it()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = (await app.CrowdAsync(1))[0];
        var (session, enrolment) = await HeldAsync(hr, "CRS023", person);
        var day = (await hr.ReadAsync($"/sessions/{session}")).GetProperty("startsAt").GetDateTimeOffset().AddHours(8).ToString("yyyy-MM-dd", null);
        var byHand = await hr.DoAsync("/completions", new { employeeId = person, courseId = await app.CourseAsync("CRS023"), completedOn = day, result = "passed" });

        await hr.AttendAsync(session, 1, (enrolment, "present"));
        Assert.Equal(byHand.Id(), (await hr.ReadAsync($"/enrolments/{enrolment}")).GetProperty("completionId").GetInt64());
        await hr.AttendAsync(session, 1, (enrolment, "excused"));

        Assert.Equal("absent", await hr.StateAsync(enrolment));
        await (await hr.TryAsync($"/enrolments/{enrolment}/sign-off")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.notInThisState");
        Assert.Equal(byHand.Id(), (await hr.ReadAsync($"/completions/{byHand.Id()}")).Id());
    }

    [Fact]
    public async Task Five_hundred_are_recorded_in_one_act()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (people, at) = (await app.CrowdAsync(500), app.Ahead(2));
        var session = await app.PublishedAsync(hr, "CRS024", capacity: 500, at: at);
        var enrolled = (await hr.DoAsync($"/sessions/{session.Id()}/enrolments", new { employeeIds = people })).GetProperty("enrolled").EnumerateArray().Select(x => x.Id()).ToList();
        app.GoTo(at.AddHours(1));

        var recorded = await hr.DoAsync($"/sessions/{session.Id()}/attendance", new { meeting = 1, entries = enrolled.Select(x => new { enrolmentId = x, status = "present" }).ToArray() });

        Assert.Equal(500, recorded.Number("recorded"));
        Assert.Equal(500, await app.ReadAsync(db => db.Enrolments.CountAsync(x => x.SessionId == session.Id() && x.State == EnrolmentState.Completed && x.CompletionId != null)));
    }

    [Fact]
    public async Task What_is_wrong_about_attendance_is_named_and_nothing_is_kept()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var person = (await app.CrowdAsync(1))[0];
        var (session, enrolment) = await HeldAsync(hr, "CRS025", person, waiting: await app.PersonAsync(Role.Staff, Standing.Own));
        var waiting = (await hr.ReadAsync($"/sessions/{session}/enrolments?state=waitlisted")).Items()[0].Id();

        await Refused(422, "attendance.meetingUnknown", "meeting", new { meeting = 2, entries = new[] { new { enrolmentId = enrolment, status = "present" } } });
        await Refused(422, "attendance.minutes", "entries[0].minutes", Entry(enrolment, "leftEarly", 60));
        await Refused(422, "attendance.personUnknown", "entries[0].enrolmentId", Entry(987654, "present"));
        await Refused(409, "attendance.noSeat", "entries[0].enrolmentId", Entry(waiting, "present"));
        var twice = new[] { new { enrolmentId = enrolment, status = "present" }, new { enrolmentId = enrolment, status = "absent" } };
        await Refused(422, "attendance.twice", "entries[1].enrolmentId", new { meeting = 1, entries = twice });
        await (await staff.TryAsync($"/sessions/{session}/attendance", Entry(enrolment, "present"))).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "session.notItsTrainer");
        await (await staff.TryAsync($"/sessions/{session}/results", Results(enrolment, 80))).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "session.notItsTrainer");
        await (await staff.TryAsync($"/sessions/{session}/complete")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "session.notItsTrainer");
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "result.outOfRange", "entries[0].theory", Post($"/sessions/{session}/results", Results(enrolment, 100.5m)));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "result.noSeat", "entries[0].enrolmentId", Post($"/sessions/{session}/results", Results(waiting, 80)));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "attendance.personUnknown", Post($"/sessions/{session}/results", Results(987654, 80)));
        await hr.RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "attendance.twice",
            Post($"/sessions/{session}/results", new { entries = new[] { new { enrolmentId = enrolment, theory = 80 }, new { enrolmentId = enrolment, theory = 90 } } }));
        Assert.Empty((await hr.ReadAsync($"/sessions/{session}/attendance")).Items());

        var later = await app.PublishedAsync(hr, "CRS025", at: app.Ahead(5));
        var early = (await hr.NominateAsync(later.Id(), person))[0];
        await (await hr.TryAsync($"/sessions/{later.Id()}/results", Results(early.Id(), 80))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "result.tooEarly");
        await (await hr.TryAsync($"/enrolments/{early.Id()}/sign-off")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "result.tooEarly");

        async Task Refused(int status, string code, string field, object body) =>
            await hr.RefusedAsync((HttpStatusCode)status, code, field, Post($"/sessions/{session}/attendance", body));
    }

    [Fact]
    public async Task Ones_own_attendance_is_left_out_and_listed()
    {
        var (hr, self) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.HumanResources, Standing.Own));
        var other = await app.SignInAsAsync(Role.HumanResources);
        var (session, mine) = await HeldAsync(other, "CRS026", self);

        var recorded = await hr.AttendAsync(session, 1, (mine, "present"));

        Assert.Equal((0, 0, mine), (recorded.Number("recorded"), recorded.Number("unchanged"), recorded.GetProperty("leftOut")[0].GetInt64()));
        await (await hr.TryAsync($"/enrolments/{mine}/sign-off")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "enrolment.own");
        await (await hr.TryOnAsync(mine, "mandatory", new { reason = "我要" })).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "enrolment.own");
        Assert.Equal("enrolled", await hr.StateAsync(mine));
    }

    [Fact]
    public async Task A_course_that_asks_for_results_survey_and_sign_off_is_completed_with_the_last_of_them()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var person = await app.PersonAsync(Role.Staff, Standing.Own);
        await hr.DoAsync("/courses", new
        {
            code = "FULL", nameZh = "全", category = "basics", modules = Array.Empty<object>(), completionRule = "passMark", passMark = 60, validityMonths = 12,
            attendancePercent = 50, requiresSurvey = true, requiresSignOff = true,
        });
        var (session, enrolment) = await HeldAsync(hr, "FULL", person);
        Assert.Equal(["attendance", "result", "survey", "signOff"], await WhyNotAsync());

        await hr.DoAsync($"/sessions/{session}/attendance", Entry(enrolment, "late", 30));
        await hr.DoAsync($"/sessions/{session}/results", Results(enrolment, 95.5m));
        Assert.Equal(["survey", "signOff"], await WhyNotAsync());
        Assert.Equal("attended", await staff.StateAsync(enrolment));
        await hr.DoAsync($"/enrolments/{enrolment}/sign-off");
        await (await hr.TryAsync($"/enrolments/{enrolment}/sign-off")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.alreadySignedOff");
        await (await (await app.AsAsync(Role.Supervisor)).TryAsync($"/enrolments/{enrolment}/sign-off")).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await staff.TryAsync($"/enrolments/{enrolment}/sign-off")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "enrolment.own");
        var survey = await staff.DoAsync($"/sessions/{session}/survey", Answers(5));

        Assert.Equal((1, true), (survey.Number("answers"), survey.GetProperty("answeredByMe").GetBoolean()));
        var done = await staff.ReadAsync($"/enrolments/{enrolment}");
        Assert.Equal(("completed", "excellent"), (done.Text("state"), done.Text("outcome")));
        var completion = await staff.ReadAsync($"/completions/{done.GetProperty("completionId").GetInt64()}");
        Assert.Equal(("excellent", 95.5m), (completion.Text("result"), completion.GetProperty("score").GetDecimal()));
        Assert.NotNull(completion.Text("validUntil"));
        Assert.Equal(completion.Id(), Assert.Single((await hr.ReadAsync($"/completions?employeeId={person}&result=excellent")).Items()).Id());

        await hr.DoAsync($"/sessions/{session}/results", Results(enrolment, 85));
        Assert.Equal(("passed", 85m), (await staff.ReadAsync($"/completions/{completion.Id()}")) is var followed ? (followed.Text("result"), followed.GetProperty("score").GetDecimal()) : default);

        async Task<List<string?>> WhyNotAsync() =>
            [.. (await staff.ReadAsync($"/enrolments/{enrolment}")).GetProperty("whyNot").EnumerateArray().Select(x => x.Text("missing"))];
    }

    [Fact]
    public async Task A_survey_is_summed_up_for_HR_and_trainer_from_five_answers_and_names_nobody()
    {
        var (hr, people) = (await app.AsAsync(Role.HumanResources), await app.CrowdAsync(6));
        var at = app.Ahead(2);
        var session = await app.PublishedAsync(hr, "CRS027", capacity: 6, at: at);
        var line = await hr.NominateAsync(session.Id(), [.. people]);
        var clients = new List<HttpClient>();
        foreach (var (i, person) in people.Index())
        {
            await app.AddAccountAsync($"surveyed{i}", person, Role.Staff);
            clients.Add(await app.SignInAsync($"surveyed{i}"));
        }

        await (await clients[0].TryAsync($"/sessions/{session.Id()}/survey", Answers(4))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notOver");
        app.GoTo(at.AddHours(1));
        await hr.AttendAsync(session.Id(), 1, [.. line.Select((x, i) => (x.Id(), i == 5 ? "absent" : "present"))]);
        await (await clients[5].TryAsync($"/sessions/{session.Id()}/survey", Answers(1))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "survey.notAttended");
        await clients[0].RefusedAsync(HttpStatusCode.UnprocessableEntity, "survey.answerCount", "answers", Post($"/sessions/{session.Id()}/survey", new { answers = new[] { new { scale = 1 } } }));
        await clients[0].RefusedAsync(HttpStatusCode.UnprocessableEntity, "survey.answer", "answers[0]", Post($"/sessions/{session.Id()}/survey", Answers(6)));
        foreach (var (i, client) in clients.Take(5).Index())
        {
            Assert.Equal(System.Text.Json.JsonValueKind.Null, (await hr.ReadAsync($"/sessions/{session.Id()}/survey")).GetProperty("results").ValueKind);
            await client.DoAsync($"/sessions/{session.Id()}/survey", Answers(i == 4 ? 5 : 4));
        }

        await (await clients[0].TryAsync($"/sessions/{session.Id()}/survey", Answers(1))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "survey.alreadyAnswered");
        var results = (await hr.ReadAsync($"/sessions/{session.Id()}/survey")).GetProperty("results");
        Assert.Equal(4.2m, results[0].GetProperty("mean").GetDecimal());
        Assert.Equal(5, results[4].GetProperty("texts").GetArrayLength());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await clients[0].ReadAsync($"/sessions/{session.Id()}/survey")).GetProperty("results").ValueKind);
        Assert.False(await app.ReadAsync(db => db.AuditEntries.AnyAsync(x => x.Entity == "surveyAnswer")));
        var body = (await app.SessionAsync("CRS027", 6, at)).With("survey", new[] { new { kind = "text", textZh = "新问题" } });
        await (await hr.TryAsync($"/sessions/{session.Id()}", body, session.Version(), HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.surveyFixed");
        await (await (await app.AsAsync(Role.Approver)).TryAsync($"/sessions/{session.Id()}/survey", Answers(1))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "survey.notAttended");
    }

    [Fact]
    public async Task A_cancelled_session_asks_no_survey()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var session = await app.PublishedAsync(hr, at: app.Ahead(3));
        await hr.NominateAsync(session.Id(), await app.PersonAsync(Role.Staff, Standing.Own));
        await hr.DoAsync($"/sessions/{session.Id()}/cancel", new { reason = "停电" }, session.Version());

        // All enrolments are withdrawn, so nobody has attended it.
        await (await (await app.AsAsync(Role.Staff)).TryAsync($"/sessions/{session.Id()}/survey", Answers(1))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "survey.notAttended");
    }

    /// <summary>A session of one seat that is just over, and the enrolment of its one person.</summary>
    private async Task<(long Session, long Enrolment)> HeldAsync(HttpClient hr, string course, long person, long? waiting = null)
    {
        var at = app.Ahead(2);
        var session = await app.PublishedAsync(hr, course, capacity: 1, at: at);
        var line = await hr.NominateAsync(session.Id(), waiting is { } other ? [person, other] : [person]);
        app.GoTo(at.AddHours(1));
        return (session.Id(), line[0].Id());
    }

    private static object Entry(long enrolment, string status, int? minutes = null) => new { meeting = 1, entries = new[] { new { enrolmentId = enrolment, status, minutes } } };

    private static object Results(long enrolment, decimal theory) => new { entries = new[] { new { enrolmentId = enrolment, theory } } };

    private static object Answers(int scale) => new { answers = new object[] { new { scale }, new { scale }, new { scale }, new { scale }, new { text = "多做练习" } } };
}
