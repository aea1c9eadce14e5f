using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Sessions.SessionWorld;

namespace Training.Api.Tests.Sessions;

public sealed class SessionLifeTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_session_is_drafted_published_and_found_by_everybody()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var draft = await hr.DoAsync("/sessions", await app.SessionAsync("CRS001", capacity: 5, meetings: 2));
        Assert.StartsWith("CRS001-", draft.Text("code"), StringComparison.Ordinal);
        Assert.Equal(("draft", 60), (draft.Text("state"), draft.GetProperty("meetings")[0].Number("minutes")));
        Assert.Contains("publish", draft.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()));
        await (await staff.TryAsync($"/sessions/{draft.Id()}", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");

        await hr.DoAsync($"/sessions/{draft.Id()}/publish");
        await (await hr.TryAsync($"/sessions/{draft.Id()}/publish")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
        await (await hr.TryAsync($"/sessions/{draft.Id()}", ifMatch: 2, method: HttpMethod.Delete)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");

        var seen = await staff.ReadAsync($"/sessions/{draft.Id()}");
        Assert.Equal(["enrol"], seen.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()));
        var course = await app.CourseAsync("CRS001");
        var listed = Assert.Single((await staff.ReadAsync($"/sessions?courseId={course}&hasFreeSeats=true&state=published")).Items());
        Assert.Equal((draft.Id(), 0, false), (listed.Id(), listed.Number("seatsTaken"), listed.GetProperty("isBelowMinimum").GetBoolean()));
        Assert.Empty((await staff.ReadAsync($"/sessions?courseId={course}&hasFreeSeats=false")).Items());
        Assert.Empty((await staff.ReadAsync($"/sessions?courseId={course}&isTrainedByMe=true")).Items());
        Assert.Single((await staff.ReadAsync($"/sessions?courseId={course}&q=crs001&startsFrom=2026-04-01&startsTo=2026-12-31")).Items());
    }

    [Fact]
    public async Task A_draft_can_be_deleted()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await hr.DoAsync("/sessions", await app.SessionAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await hr.TryAsync($"/sessions/{draft.Id()}", ifMatch: 1, method: HttpMethod.Delete)).StatusCode);

        await (await hr.TryAsync($"/sessions/{draft.Id()}", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await hr.TryAsync($"/sessions/{draft.Id()}/enrolments", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await hr.TryAsync($"/sessions/{draft.Id()}/attendance", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task What_is_wrong_about_a_session_is_named()
    {
        var (hr, body) = (await app.AsAsync(Role.HumanResources), await app.SessionAsync());
        var taken = await hr.DoAsync("/sessions", body.With("code", "taken-1"));
        var (trainer, at) = (await app.PersonAsync(Role.Staff, Standing.Below), Hour());
        var retired = await hr.DoAsync("/courses", new { code = "SGONE", nameZh = "课", category = "basics", modules = Array.Empty<object>() });
        await hr.DoAsync($"/courses/{retired.Id()}/retire", new { }, retired.Version());
        (HttpStatusCode Status, string Code, Dictionary<string, object?> Body)[] wrong =
        [
            (HttpStatusCode.Conflict, "session.codeTaken", body.With("code", " TAKEN-1 ")),
            (HttpStatusCode.UnprocessableEntity, "session.courseUnknown", body.With("courseId", 987654)),
            (HttpStatusCode.Conflict, "course.retired", body.With("courseId", retired.Id())),
            (HttpStatusCode.UnprocessableEntity, "session.workPlaceUnknown", body.With("workPlaceId", 987654)),
            (HttpStatusCode.UnprocessableEntity, "session.trainerUnknown", body.With("trainerId", 987654).With("trainerName", null)),
            (HttpStatusCode.UnprocessableEntity, "session.oneTrainer", body.With("trainerId", trainer)),
            (HttpStatusCode.UnprocessableEntity, "session.capacityOutOfRange", body.With("capacity", 1001)),
            (HttpStatusCode.UnprocessableEntity, "session.meetingLength", body.With("meetings", new[] { Meeting(1, at, 3) })),
            (HttpStatusCode.UnprocessableEntity, "session.meetingsOverlap", body.With("meetings", new[] { Meeting(1, at), Meeting(2, at.AddMinutes(30)) })),
            (HttpStatusCode.UnprocessableEntity, "session.meetingNumbers", body.With("meetings", new[] { Meeting(1, at), Meeting(1, at.AddHours(2)) })),
        ];
        foreach (var (status, code, content) in wrong)
        {
            await (await hr.TryAsync("/sessions", content)).ShouldBeRefusedAsync(status, code);
            if (code != "session.codeTaken")
            {
                await (await hr.TryAsync($"/sessions/{taken.Id()}", Without(content, "code"), 1, HttpMethod.Put)).ShouldBeRefusedAsync(status, code);
            }
        }

        Assert.Equal(1, await app.ReadAsync(db => db.TrainingSessions.CountAsync(x => x.Code == "TAKEN-1")));
    }

    [Fact]
    public async Task A_trainer_and_a_room_hold_one_session_at_a_time()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (trainer, at) = (await app.PersonAsync(Role.Staff, Standing.Former), Hour());
        var body = (await app.SessionAsync(at: at, trainer: trainer)).With("room", "Room A");
        var first = await hr.DoAsync("/sessions", body);

        var clash = await hr.RefusedAsync(HttpStatusCode.Conflict, "session.trainerClash", Post("/sessions", body.With("room", null)));
        Assert.Contains(first.Text("code")!, clash.GetProperty("errors").GetProperty("trainerId")[0].ToString(), StringComparison.Ordinal);
        var room = (await app.SessionAsync(at: at.AddMinutes(59))).With("room", " ROOM　A");
        await hr.RefusedAsync(HttpStatusCode.Conflict, "session.roomClash", "room", Post("/sessions", room));
        var after = await hr.DoAsync("/sessions", (await app.SessionAsync(at: at.AddMinutes(60), trainer: trainer)).With("room", "room a"));
        await (await hr.TryAsync($"/sessions/{after.Id()}", body, 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.trainerClash");
        await (await hr.TryAsync($"/sessions/{after.Id()}", room, 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.roomClash");
        await hr.DoAsync($"/sessions/{first.Id()}/publish");
        await hr.DoAsync($"/sessions/{first.Id()}/cancel", new { reason = "停电" }, 2);
        await hr.DoAsync("/sessions", body);
    }

    [Fact]
    public async Task A_trainer_who_attends_another_session_then_cannot_train()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (person, at) = (await app.PersonAsync(Role.Payroll, Standing.Direct), Hour());
        var attended = await app.PublishedAsync(hr, at: at);
        await hr.NominateAsync(attended.Id(), person);

        await hr.RefusedAsync(HttpStatusCode.Conflict, "session.trainerClash", Post("/sessions", await app.SessionAsync(at: at, trainer: person)));
        var own = await app.PublishedAsync(hr, trainer: person);
        await hr.RefusedAsync(HttpStatusCode.Conflict, "enrolment.trainer", Post($"/sessions/{own.Id()}/enrolments", new { employeeIds = new[] { person } }));
        var trainer = await app.PersonAsync(Role.Staff, Standing.Own);
        var ours = await app.PublishedAsync(hr, trainer: trainer);
        await (await (await app.AsAsync(Role.Staff)).TryAsync($"/sessions/{ours.Id()}/request")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.trainer");
    }

    [Fact]
    public async Task A_session_that_has_begun_is_not_announced_and_gives_no_seats()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var past = await hr.DoAsync("/sessions", await app.SessionAsync(at: TrainingApp.Morning.AddHours(-1)));
        await (await hr.TryAsync($"/sessions/{past.Id()}/publish")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.inPast");
        var draft = await hr.DoAsync("/sessions", await app.SessionAsync());

        await (await hr.TryAsync($"/sessions/{draft.Id()}/enrolments", new { employeeIds = new[] { await app.PersonAsync(Role.Staff, Standing.Own) } }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
        await (await hr.TryAsync($"/sessions/{draft.Id()}/request")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
        await (await hr.TryAsync($"/sessions/{draft.Id()}/assign", new { planId = 1 })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
        await (await hr.TryAsync($"/sessions/{draft.Id()}/cancel", new { reason = "改期" }, 1)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
        await (await hr.TryAsync($"/sessions/{draft.Id()}/offer-next")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
        await (await hr.TryAsync($"/sessions/{draft.Id()}/complete")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
        var entry = new { meeting = 1, entries = new[] { new { enrolmentId = 1, status = "present" } } };
        await (await hr.TryAsync($"/sessions/{draft.Id()}/attendance", entry)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
        await (await hr.TryAsync($"/sessions/{draft.Id()}/results", new { entries = new[] { new { enrolmentId = 1 } } }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
    }

    [Fact]
    public async Task A_published_session_keeps_what_people_rely_on()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var at = Hour();
        var session = await app.PublishedAsync(hr, "CRS002", at: at);
        await hr.NominateAsync(session.Id(), await app.PersonAsync(Role.Administrator, Standing.Direct), await app.PersonAsync(Role.Administrator, Standing.Below));
        var body = await app.SessionAsync("CRS002", at: at);

        await EditRefused(body.With("courseId", await app.CourseAsync("CRS003")), "session.courseFixed");
        await EditRefused(body.With("capacity", 1), "session.capacityTaken");
        await EditRefused(body.With("meetings", new[] { Meeting(1, TrainingApp.Morning.AddHours(-2)) }), "session.inPast");

        async Task EditRefused(Dictionary<string, object?> content, string code) =>
            await (await hr.TryAsync($"/sessions/{session.Id()}", content, 2, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, code);
    }

    [Fact]
    public async Task A_session_below_its_minimum_is_flagged()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var draft = await hr.DoAsync("/sessions", (await app.SessionAsync("CRS004", capacity: 5)).With("minimum", 1));
        var session = await hr.DoAsync($"/sessions/{draft.Id()}/publish");
        Assert.True(session.GetProperty("seats").GetProperty("isBelowMinimum").GetBoolean());
        var course = await app.CourseAsync("CRS004");
        Assert.Single((await hr.ReadAsync($"/sessions?courseId={course}&isBelowMinimum=true")).Items());

        await hr.NominateAsync(session.Id(), await app.PersonAsync(Role.Approver, Standing.Direct));

        Assert.Empty((await hr.ReadAsync($"/sessions?courseId={course}&isBelowMinimum=true")).Items());
    }

    [Fact]
    public async Task Cancelling_frees_the_seats_and_tells_everybody_at_once()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var (self, at) = (await app.PersonAsync(Role.Staff, Standing.Own), Hour());
        var session = await app.PublishedAsync(hr, capacity: 1, at: at, trainer: await app.PersonAsync(Role.Supervisor, Standing.Own));
        var enrolled = (await hr.NominateAsync(session.Id(), self))[0];

        var cancelled = await hr.DoAsync($"/sessions/{session.Id()}/cancel", new { reason = "讲师生病" }, session.Version());

        Assert.Equal(("cancelled", "讲师生病", 0), (cancelled.Text("state"), cancelled.Text("cancelReason"), cancelled.GetProperty("seats").Number("taken")));
        Assert.Equal(("withdrawn", "sessionCancelled"), ((await staff.ReadAsync($"/enrolments/{enrolled.Id()}")).Text("state"), (await staff.ReadAsync($"/enrolments/{enrolled.Id()}")).Text("withdrawalCause")));
        foreach (var told in new[] { staff, await app.AsAsync(Role.Supervisor) })
        {
            Assert.Contains((await told.ReadAsync("/notices")).Items(), x => x.Text("kind") == "session.cancelled" && x.Text("text")!.Contains("讲师生病", StringComparison.Ordinal));
        }

        await (await hr.TryAsync($"/sessions/{session.Id()}", await app.SessionAsync(capacity: 1, at: at), cancelled.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notInThisState");
        await hr.NominateAsync((await app.PublishedAsync(hr, at: at)).Id(), self);
    }

    private static Dictionary<string, object?> Without(Dictionary<string, object?> body, string member) => body.Where(x => x.Key != member).ToDictionary();
}
