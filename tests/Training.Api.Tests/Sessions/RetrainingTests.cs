using System.Net;
using System.Text.Json;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Sessions;

public sealed class RetrainingTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_weak_result_and_an_absence_without_an_excuse_order_retraining_that_holds_the_plan_open()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (weak, absent) = (await app.PersonAsync(Role.Supervisor, Standing.Direct), await app.PersonAsync(Role.Supervisor, Standing.Below));
        var excused = await app.PersonAsync(Role.Staff, Standing.Direct);
        var plan = await app.StartedAsync(hr, "CRS035");
        var (session, line) = await HeldAsync(hr, "CRS035", weak, absent, excused);
        await (await hr.TryAsync($"/sessions/{session}/complete")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.attendanceMissing");
        await hr.AttendAsync(session, 1, (line[0], "present"), (line[1], "absent"), (line[2], "excused"));
        await hr.DoAsync($"/sessions/{session}/results", new { entries = new[] { new { enrolmentId = line[0], practical = 59.9 } } });
        Assert.Empty((await hr.ReadAsync($"/retraining?planId={plan.Id()}")).Items());

        await hr.DoAsync($"/sessions/{session}/complete");

        var orders = (await hr.ReadAsync($"/retraining?planId={plan.Id()}&state=open&sort=employeeNumber")).Items();
        Assert.Equal([(weak, "weakResult"), (absent, "unexcusedAbsence")], orders.Select(x => (x.GetProperty("employeeId").GetInt64(), x.Text("cause"))));
        Assert.Equal(await app.PersonAsync(Role.Supervisor, Standing.Own), orders[0].GetProperty("coachId").GetInt64());
        Assert.Contains((await supervisor.ReadAsync("/notices")).Items(), x => x.Text("kind") == "retraining.toCoach");
        var running = await hr.ReadAsync($"/plans/{plan.Id()}");
        await (await hr.TryAsync($"/plans/{plan.Id()}/close", new { reason = "到期" }, running.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "plan.retrainingOpen");

        // The mark was mistyped; and who completes the course needs no order any longer.
        await hr.DoAsync($"/sessions/{session}/results", new { entries = new[] { new { enrolmentId = line[0], practical = 69.9 } } });
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().AddHours(8).Date);
        await hr.DoAsync("/completions", new { employeeId = absent, courseId = await app.CourseAsync("CRS035"), completedOn = today, result = "passed" });
        Assert.Equal(["cancelled", "passed"], (await hr.ReadAsync($"/retraining?planId={plan.Id()}&sort=employeeNumber")).Items().Select(x => x.Text("state")));
        Assert.Equal("closed", (await hr.DoAsync($"/plans/{plan.Id()}/close", new { reason = "到期" }, running.Version())).Text("state"));
    }

    [Fact]
    public async Task An_order_is_edited_and_closed_by_those_whose_it_is()
    {
        var (hr, supervisor, coach) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.Payroll));
        var (order, coachId) = (await OrderAsync(hr, await app.PersonAsync(Role.Supervisor, Standing.Direct)), await app.PersonAsync(Role.Payroll, Standing.Own));
        var person = order.GetProperty("employeeId").GetInt64();
        var due = order.Text("dueOn");
        await (await coach.TryAsync($"/retraining/{order.Id()}", method: HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "retraining.coachUnknown", "coachId", Put($"/retraining/{order.Id()}", new { coachId = 987654, dueOn = due }, 1));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "retraining.coachIsPerson", "coachId", Put($"/retraining/{order.Id()}", new { coachId = person, dueOn = due }, 1));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "retraining.dueInPast", "dueOn", Put($"/retraining/{order.Id()}", new { coachId, dueOn = "2026-01-01" }, 1));

        await (await supervisor.TryAsync($"/retraining/{order.Id()}", new { coachId, dueOn = due }, 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "retraining.coachUnknown");

        var edited = await hr.DoAsync($"/retraining/{order.Id()}", new { coachId, dueOn = due, remark = "每周一次" }, 1, HttpMethod.Put);

        Assert.Equal((coachId, "每周一次"), (edited.GetProperty("coach").Id(), edited.Text("remark")));
        Assert.Equal(["close"], (await coach.ReadAsync($"/retraining/{order.Id()}")).GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()));
        await (await coach.TryAsync($"/retraining/{order.Id()}", new { coachId, dueOn = due }, 2, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "retraining.notYours");
        await (await coach.TryAsync($"/retraining/{order.Id()}/close", new { outcome = "cancelled" }, 2)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "retraining.notYours");
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "retraining.outcomeOpen", "outcome", Post($"/retraining/{order.Id()}/close", new { outcome = "open" }, 2));
        var closed = await coach.DoAsync($"/retraining/{order.Id()}/close", new { outcome = "notPassed", remark = "还需练习" }, 2);

        Assert.Equal(("notPassed", "还需练习"), (closed.Text("state"), closed.Text("remark")));
        await (await hr.TryAsync($"/retraining/{order.Id()}/close", new { outcome = "passed" }, 3)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "retraining.notOpen");
        await (await hr.TryAsync($"/retraining/{order.Id()}", new { coachId, dueOn = due }, 3, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "retraining.notOpen");
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_retraining()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var order = await OrderAsync(hr, await app.PersonAsync(Role.Staff, Standing.Own));

        await (await staff.TryAsync($"/retraining/{order.Id()}/close", new { outcome = "passed" }, 1)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "retraining.own");
        await (await staff.TryAsync($"/retraining/{order.Id()}", new { coachId = 1, dueOn = order.Text("dueOn") }, 1, HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "retraining.own");
        Assert.Contains((await staff.ReadAsync("/retraining?isOverdue=false")).Items(), x => x.Id() == order.Id());
    }

    [Fact]
    public async Task The_absent_are_offered_the_next_session_that_fits_and_the_due_day_moves_with_its_cause()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (voluntary, asked, taken) = (await app.PersonAsync(Role.Staff, Standing.Other), await app.PersonAsync(Role.Approver, Standing.Direct), await app.PersonAsync(Role.Approver, Standing.Below));
        var plan = await app.StartedAsync(hr, "CRS036");
        var (session, line) = await HeldAsync(hr, "CRS036", voluntary, asked, taken);
        await hr.AttendAsync(session, 1, (line[0], "absent"), (line[1], "excused"), (line[2], "present"));
        await (await hr.TryAsync($"/sessions/{session}/offer-next")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.noNext");
        await hr.AttendAsync(session, 1, (line[2], "excused"));
        var due = DateOnly.Parse(Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={asked}")).Items()).Text("dueOn")!, null);
        var at = new DateTimeOffset(due.AddDays(10).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
        var next = await app.PublishedAsync(hr, "CRS036", capacity: 5, at: at);
        var after = await app.PublishedAsync(hr, "CRS036", capacity: 5, at: at.AddDays(7));
        await hr.NominateAsync((await app.PublishedAsync(hr, "CRS037", at: at)).Id(), taken);

        var offered = (await hr.DoAsync($"/sessions/{session}/offer-next")).GetProperty("offered").EnumerateArray().ToDictionary(x => x.GetProperty("employeeId").GetInt64());

        Assert.Equal(("offered", next.Id()), (offered[voluntary].Text("state"), offered[voluntary].GetProperty("sessionId").GetInt64()));
        Assert.Equal(("enrolled", next.Id()), (offered[asked].Text("state"), offered[asked].GetProperty("sessionId").GetInt64()));
        Assert.Equal(after.Id(), offered[taken].GetProperty("sessionId").GetInt64());
        var item = await hr.ReadAsync($"/training-items/{Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={asked}")).Items()).Id()}");
        Assert.Equal((due.AddDays(10).ToString("yyyy-MM-dd", null), "extended"), (item.Text("dueOn"), item.Text("dueAnchor")));
        Assert.Contains(next.Text("code")!, item.Text("exceptionReason"), StringComparison.Ordinal);
        Assert.Equal(line[1], item.GetProperty("extendedForEnrolmentId").GetInt64());
        var again = await hr.DoAsync($"/sessions/{session}/offer-next");
        Assert.Empty(again.GetProperty("offered").EnumerateArray());
        Assert.All(again.GetProperty("leftOut").EnumerateArray(), x => Assert.Equal("alreadyThere", x.Text("cause")));
    }

    [Fact]
    public async Task With_nobody_absent_there_is_nothing_to_offer()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (session, line) = await HeldAsync(hr, "CRS038", (await app.CrowdAsync(1))[0]);
        await hr.AttendAsync(session, 1, (line[0], "present"));

        await (await hr.TryAsync($"/sessions/{session}/offer-next")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.nobodyAbsent");
    }

    [Fact]
    public async Task A_session_is_not_completed_before_its_end()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var session = await app.PublishedAsync(hr, at: app.Ahead(2));

        await (await hr.TryAsync($"/sessions/{session.Id()}/complete")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.notOver");
    }

    [Fact]
    public async Task A_plan_assigns_its_people_before_the_voluntary_ones()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var self = await app.PersonAsync(Role.HumanResources, Standing.Own);
        var plan = await app.StartedAsync(hr, "CRS039");
        var session = await app.PublishedAsync(hr, "CRS039", capacity: 3, at: app.Ahead(30));
        var stranger = await app.PersonAsync(Role.Staff, Standing.Other);
        var voluntary = (await hr.NominateAsync(session.Id(), stranger))[0];
        Assert.False(voluntary.GetProperty("isMandatory").GetBoolean());
        await hr.RefusedAsync(HttpStatusCode.Conflict, "session.planAsksNobody", "planId", Post($"/sessions/{session.Id()}/assign", new { planId = 987654 }));

        var assigned = await hr.DoAsync($"/sessions/{session.Id()}/assign", new { planId = plan.Id() });

        var people = assigned.GetProperty("enrolled").EnumerateArray().ToList();
        Assert.All(people, x => Assert.True(x.GetProperty("isMandatory").GetBoolean()));
        Assert.Equal(2, people.Count(x => x.Text("state") == "enrolled"));
        Assert.Equal((self, "own"), Assert.Single(assigned.GetProperty("leftOut").EnumerateArray()) is var left ? (left.GetProperty("employeeId").GetInt64(), left.Text("cause")) : default);
        Assert.Equal("plan", (await hr.ReadAsync($"/enrolments/{people[0].Id()}")).Text("source"));
        Assert.All((await hr.DoAsync($"/sessions/{session.Id()}/assign", new { planId = plan.Id() })).GetProperty("leftOut").EnumerateArray(), x => Assert.Contains(x.Text("cause"), new[] { "own", "alreadyThere" }));
    }

    /// <summary>A session that is just over, and its enrolments.</summary>
    private async Task<(long Session, IReadOnlyList<long> Line)> HeldAsync(HttpClient hr, string course, params long[] people)
    {
        var at = app.Ahead(2);
        var session = await app.PublishedAsync(hr, course, capacity: people.Length, at: at);
        var line = await hr.NominateAsync(session.Id(), people);
        app.GoTo(at.AddHours(1));
        return (session.Id(), [.. line.Select(x => x.Id())]);
    }

    /// <summary>An open order for who was absent from a session of its own.</summary>
    private async Task<JsonElement> OrderAsync(HttpClient hr, long person)
    {
        var (session, line) = await HeldAsync(hr, "CRS041", person);
        await hr.AttendAsync(session, 1, (line[0], "absent"));
        await hr.DoAsync($"/sessions/{session}/complete");
        var order = Assert.Single((await hr.ReadAsync($"/retraining?employeeId={person}&state=open&courseId={await app.CourseAsync("CRS041")}")).Items());
        return await hr.ReadAsync($"/retraining/{order.Id()}");
    }
}
