using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Sessions.SessionWorld;

namespace Training.Api.Tests.Sessions;

public sealed class QueueTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Staff_ask_the_supervisor_approves_and_the_seat_is_theirs()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var asker = await AskerAsync();
        var session = await app.PublishedAsync(hr, at: app.Ahead());

        var asked = await asker.DoAsync($"/sessions/{session.Id()}/request");
        await (await asker.TryAsync($"/sessions/{session.Id()}/request")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.alreadyThere");
        Assert.Equal("requested", asked.Text("state"));
        Assert.Contains((await supervisor.ReadAsync("/notices")).Items(), x => x.Text("kind") == "enrolment.requested");
        await (await hr.TryAsync($"/enrolments/{asked.Id()}/approve")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "enrolment.notYours");
        var approved = await supervisor.DoAsync($"/enrolments/{asked.Id()}/approve");

        Assert.Equal("enrolled", approved.Text("state"));
        Assert.Equal(
            ["requested", "approved", "waitlisted", "enrolled"], approved.GetProperty("steps").EnumerateArray().Select(x => x.Text("state")));
        await (await supervisor.TryAsync($"/enrolments/{asked.Id()}/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.notInThisState");
        Assert.Equal(1, (await hr.ReadAsync($"/sessions/{session.Id()}")).GetProperty("seats").Number("taken"));
        Assert.Equal(["withdraw"], (await asker.ReadAsync($"/enrolments/{asked.Id()}")).GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()));
    }

    [Fact]
    public async Task A_request_is_declined_with_the_reason_and_may_be_made_again()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var asker = await AskerAsync();
        var session = await app.PublishedAsync(hr, at: app.Ahead());
        var asked = await asker.DoAsync($"/sessions/{session.Id()}/request");

        var declined = await supervisor.OnAsync(asked.Id(), "decline", new { reason = "排班紧张" });

        Assert.Equal(("declined", "排班紧张"), (declined.Text("state"), declined.Text("reason")));
        await (await supervisor.TryOnAsync(asked.Id(), "decline", new { reason = "再次" })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.notInThisState");
        Assert.Contains((await asker.ReadAsync("/notices")).Items(), x => x.Text("kind") == "enrolment.declined" && x.Text("text")!.Contains("排班紧张", StringComparison.Ordinal));
        Assert.Equal("requested", (await asker.DoAsync($"/sessions/{session.Id()}/request")).Text("state"));
    }

    [Fact]
    public async Task HR_approves_for_who_has_no_supervisor_and_is_told()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddAccountAsync("thehead", await app.PersonAsync(Role.Staff, Standing.Above), Role.Staff);
        var head = await app.SignInAsync("thehead");
        var session = await app.PublishedAsync(hr, at: app.Ahead());

        var asked = await head.DoAsync($"/sessions/{session.Id()}/request");
        Assert.Contains((await hr.ReadAsync("/notices")).Items(), x => x.Text("kind") == "enrolment.requested");

        Assert.Equal("enrolled", (await hr.DoAsync($"/enrolments/{asked.Id()}/approve")).Text("state"));
    }

    [Fact]
    public async Task A_freed_seat_is_offered_to_the_first_in_line_and_held_for_one_working_day()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var staff = await app.AsAsync(Role.Staff);
        var (self, people) = (await app.PersonAsync(Role.Staff, Standing.Own), await app.CrowdAsync(2));
        var session = await app.PublishedAsync(hr, capacity: 1, at: app.Ahead(30));
        var line = await hr.NominateAsync(session.Id(), people[0], self, people[1]);
        Assert.Equal(["enrolled", "waitlisted", "waitlisted"], line.Select(x => x.Text("state")));
        Assert.Equal([null, 1, 2], await Task.WhenAll(line.Select(async x => (await hr.ReadAsync($"/enrolments/{x.Id()}")).GetProperty("placeInLine") is { ValueKind: System.Text.Json.JsonValueKind.Number } y ? y.GetInt32() : (int?)null)));

        await hr.OnAsync(line[0].Id(), "withdraw", new { reason = "调岗" });

        var offered = await staff.ReadAsync($"/enrolments/{line[1].Id()}");
        var tomorrow = await app.ReadAsync(async db => Queries.WorkingCalendarQuery.WorkingCalendarAsync(db, CancellationToken.None) is { } calendar ? (await calendar).AddWorkingDays(DateOnly.FromDateTime(app.Clock.GetUtcNow().AddHours(8).Date), 1) : default);
        Assert.Equal("offered", offered.Text("state"));
        // The end of that day in Shanghai.
        Assert.Equal(Text(new DateTimeOffset(tomorrow.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8))), Text(offered.GetProperty("offeredUntil").GetDateTimeOffset()));
        Assert.Contains((await staff.ReadAsync("/notices")).Items(), x => x.Text("kind") == "enrolment.offered");
        await (await hr.TryAsync($"/enrolments/{line[1].Id()}/accept")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "enrolment.notOwn");

        Assert.Equal("enrolled", (await staff.DoAsync($"/enrolments/{line[1].Id()}/accept")).Text("state"));
        await (await staff.TryAsync($"/enrolments/{line[1].Id()}/accept")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.notInThisState");
        await (await staff.TryAsync($"/enrolments/{line[1].Id()}/refuse")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.notInThisState");
        await staff.OnAsync(line[1].Id(), "withdraw", new { });
        Assert.Equal("offered", await hr.StateAsync(line[2].Id()));
    }

    [Fact]
    public async Task A_refused_seat_is_offered_to_the_next_at_once()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var (self, people) = (await app.PersonAsync(Role.Staff, Standing.Own), await app.CrowdAsync(2));
        var session = await app.PublishedAsync(hr, capacity: 1, at: app.Ahead(30));
        var line = await hr.NominateAsync(session.Id(), people[0], self, people[1]);
        await hr.OnAsync(line[0].Id(), "withdraw", new { reason = "调岗" });
        await (await hr.TryAsync($"/enrolments/{line[1].Id()}/refuse")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "enrolment.notOwn");

        var refused = await staff.DoAsync($"/enrolments/{line[1].Id()}/refuse");

        Assert.Equal(("withdrawn", "offerRefused"), (refused.Text("state"), refused.Text("withdrawalCause")));
        Assert.Equal("offered", await hr.StateAsync(line[2].Id()));
    }

    [Fact]
    public async Task An_offer_runs_out_whether_or_not_anybody_looks_and_the_seat_goes_on()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var (self, people) = (await app.PersonAsync(Role.Staff, Standing.Own), await app.CrowdAsync(2));
        var session = await app.PublishedAsync(hr, capacity: 1, at: app.Ahead(30));
        var line = await hr.NominateAsync(session.Id(), people[0], self, people[1]);
        await hr.OnAsync(line[0].Id(), "withdraw", new { reason = "调岗" });
        var until = (await staff.ReadAsync($"/enrolments/{line[1].Id()}")).GetProperty("offeredUntil").GetDateTimeOffset();

        app.GoTo(until);
        Assert.Equal("withdrawn", await hr.StateAsync(line[1].Id()));
        Assert.Single((await hr.ReadAsync($"/enrolments?sessionId={session.Id()}&state=withdrawn&employeeId={self}")).Items());
        Assert.Empty((await hr.ReadAsync($"/sessions/{session.Id()}/enrolments?state=offered")).Items());
        await (await staff.TryAsync($"/enrolments/{line[1].Id()}/accept")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.offerRanOut");
        await (await staff.TryAsync($"/enrolments/{line[1].Id()}/refuse")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.offerRanOut");
        Assert.NotEqual(0, await DueAsync());
        Assert.Equal(0, await DueAsync());

        Assert.Equal("offered", await hr.StateAsync(line[2].Id()));
        var lost = await staff.ReadAsync($"/enrolments/{line[1].Id()}");
        Assert.Equal(("withdrawn", "offerRanOut"), (lost.Text("state"), lost.Text("withdrawalCause")));
        Assert.Contains((await staff.ReadAsync("/notices")).Items(), x => x.Text("kind") == "enrolment.withdrawn");
    }

    [Fact]
    public async Task HR_changes_the_order_only_by_marking_mandatory_with_a_reason()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var people = await app.CrowdAsync(3);
        var session = await app.PublishedAsync(hr, capacity: 1, at: app.Ahead(30));
        var line = await hr.NominateAsync(session.Id(), [.. people]);

        var marked = await hr.OnAsync(line[2].Id(), "mandatory", new { reason = "新岗位要求" });
        Assert.Equal((true, "新岗位要求", 1), (marked.GetProperty("isMandatory").GetBoolean(), marked.Text("mandatoryReason"), marked.Number("placeInLine")));
        await (await hr.TryOnAsync(line[2].Id(), "mandatory", new { reason = "再来" })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.alreadyMandatory");
        await (await hr.TryOnAsync(line[0].Id(), "withdraw", new { reason = " " })).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "enrolment.reasonMissing");
        await hr.OnAsync(line[0].Id(), "withdraw", new { reason = "调岗" });

        Assert.Equal(("enrolled", "waitlisted"), (await hr.StateAsync(line[2].Id()), await hr.StateAsync(line[1].Id())));
        await (await hr.TryOnAsync(line[0].Id(), "mandatory", new { reason = "晚了" })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.notInThisState");
    }

    [Fact]
    public async Task Nobody_gives_up_what_is_mandatory_for_themselves()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var session = await app.PublishedAsync(hr, at: app.Ahead(30));
        var mine = (await hr.NominateAsync(session.Id(), await app.PersonAsync(Role.Staff, Standing.Own)))[0];
        await hr.OnAsync(mine.Id(), "mandatory", new { reason = "上岗要求" });

        await (await staff.TryOnAsync(mine.Id(), "withdraw", new { })).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "enrolment.mandatory");
        await hr.OnAsync(mine.Id(), "withdraw", new { reason = "改期" });
        await (await hr.TryOnAsync(mine.Id(), "withdraw", new { reason = "再次" })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.notInThisState");
    }

    [Fact]
    public async Task Added_seats_go_to_the_line_and_a_session_without_a_waiting_list_is_full()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (people, at) = (await app.CrowdAsync(4), app.Ahead(30));
        var body = (await app.SessionAsync(capacity: 1, at: at)).With("hasWaitingList", false);
        var draft = await hr.DoAsync("/sessions", body);
        var session = await hr.DoAsync($"/sessions/{draft.Id()}/publish");
        await hr.NominateAsync(session.Id(), people[0]);
        await hr.RefusedAsync(HttpStatusCode.Conflict, "enrolment.full", "employeeIds", Post($"/sessions/{session.Id()}/enrolments", new { employeeIds = new[] { people[1] } }));
        await (await (await app.AsAsync(Role.Payroll)).TryAsync($"/sessions/{session.Id()}/request")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.full");

        var waiting = await hr.DoAsync($"/sessions/{session.Id()}", body.With("hasWaitingList", true), session.Version(), HttpMethod.Put);
        var line = await hr.NominateAsync(session.Id(), people[1], people[2]);
        Assert.All(line, x => Assert.Equal("waitlisted", x.Text("state")));
        await hr.DoAsync($"/sessions/{session.Id()}", body.With("hasWaitingList", true).With("capacity", 2), waiting.Version(), HttpMethod.Put);

        Assert.Equal(("offered", "waitlisted"), (await hr.StateAsync(line[0].Id()), await hr.StateAsync(line[1].Id())));
    }

    [Fact]
    public async Task When_it_begins_the_line_is_over()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (people, at) = (await app.CrowdAsync(2), app.Ahead(1));
        var asker = await AskerAsync();
        var session = await app.PublishedAsync(hr, capacity: 1, at: at);
        var line = await hr.NominateAsync(session.Id(), [.. people]);
        var asked = await asker.DoAsync($"/sessions/{session.Id()}/request");
        var other = await app.PublishedAsync(hr, at: at);

        app.GoTo(at);
        await (await asker.TryAsync($"/sessions/{other.Id()}/request")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.started");
        await (await hr.TryAsync($"/sessions/{other.Id()}/assign", new { planId = 1 })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.started");
        await hr.RefusedAsync(HttpStatusCode.Conflict, "session.started", Post($"/sessions/{other.Id()}/enrolments", new { employeeIds = people }));
        await (await (await app.AsAsync(Role.Supervisor)).TryAsync($"/enrolments/{asked.Id()}/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.started");
        await DueAsync();

        Assert.Equal(("enrolled", "withdrawn", "withdrawn"), (await hr.StateAsync(line[0].Id()), await hr.StateAsync(line[1].Id()), await hr.StateAsync(asked.Id())));
        await (await hr.TryAsync($"/sessions/{session.Id()}", await app.SessionAsync(at: at.AddDays(2), capacity: 1), session.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.meetingBegun");
    }

    /// <summary>The direct report of the world's supervisor, signed in.</summary>
    private async Task<HttpClient> AskerAsync()
    {
        var person = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        if (!await app.ReadAsync(db => db.Users.AnyAsync(x => x.EmployeeId == person)))
        {
            await app.AddAccountAsync("asker", person, Role.Staff);
        }

        return await app.SignInAsync("asker");
    }

    private async Task<int> DueAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GiveSeatsDue>().RunAsync(TestContext.Current.CancellationToken);
    }
}
