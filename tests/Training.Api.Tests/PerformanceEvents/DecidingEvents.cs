using System.Net;
using Training.Api.Queries;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Domain.Incentives;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.PerformanceEvents;

/// <summary>The person's view, and who decides. The clock moves on from test to test.</summary>
public sealed class DecidingEvents(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_confirmed_by_somebody_else_once_the_person_has_answered_and_counts_from_then_on()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var (person, agent) = await PersonAsync("PD-1");
        var found = await app.ComplaintAsync(hr, person);
        await approver.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.viewTimeOpen", await app.OnAsync(found.Id(), "confirm", new { }));
        Assert.Empty(await CountsAsync(person));

        var answered = await agent.DoAsync(await app.OnAsync(found.Id(), "respond", new { isObjection = false, view = "属实" }));
        Assert.Equal(("属实", false), (answered.Text("view"), answered.GetProperty("isObjection").GetBoolean()));
        Assert.Contains("performanceEvent.accepted", await approver.ToldAsync(found.Id()));
        Assert.Equal(["confirm", "reject"], (await approver.DoAsync(Get($"/performance-events/{found.Id()}"))).Actions());
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "performanceEvent.ownReport", await app.OnAsync(found.Id(), "confirm", new { }));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "performanceEvent.ownReport", await app.OnAsync(found.Id(), "reject", new { reason = "不算" }));
        var confirmed = await approver.DoAsync(await app.OnAsync(found.Id(), "confirm", new { note = "下不为例" }));

        Assert.Equal(("confirmed", "下不为例"), (confirmed.Text("state"), confirmed.Text("decisionNote")));
        Assert.Equal([new EventCount(person, await app.EventKindAsync("COMPLAINT"), 1)], await CountsAsync(person));
        Assert.Contains("performanceEvent.decided", await agent.ToldAsync(found.Id()));
        Assert.Contains("performanceEvent.decidedReport", await hr.ToldAsync(found.Id()));
    }

    [Fact]
    public async Task A_second_click_is_refused_and_what_was_answered_meanwhile_is_not_confirmed_unread()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var (person, agent) = await PersonAsync("PD-2");
        var found = await app.ComplaintAsync(hr, person);
        var answered = await agent.DoAsync(await app.OnAsync(found.Id(), "respond", new { isObjection = false }));
        await agent.DoAsync(await app.OnAsync(found.Id(), "respond", new { isObjection = true, view = "想起来了，当天我休假" }));

        await approver.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Post($"/performance-events/{found.Id()}/confirm", new { },
            answered.Version()));
        await approver.DoAsync(await app.OnAsync(found.Id(), "confirm", new { }));
        await approver.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.notInThisState", await app.OnAsync(found.Id(), "confirm", new { }));
        await approver.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.notInThisState", await app.OnAsync(found.Id(), "reject",
            new { reason = "再想想" }));
        await agent.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.notInThisState", await app.OnAsync(found.Id(), "respond",
            new { isObjection = false }));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.notInThisState", Put(
            $"/performance-events/{found.Id()}", new { kindId = await app.EventKindAsync("COMMENDATION"), occurredOn = "2026-02-27" },
                await app.EventVersionAsync(found.Id())));
    }

    [Fact]
    public async Task A_view_may_be_stated_late_on_the_last_day_and_not_the_minute_after()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var (person, agent) = await PersonAsync("PD-3");
        var (one, other) = (await app.ComplaintAsync(hr, person), await app.ComplaintAsync(hr, person, "2026-02-26"));
        await agent.RefusedAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.objectionUnexplained", "view", await app.OnAsync(one.Id(),
            "respond", new { isObjection = true }));

        app.GoToLastDay(one);
        await approver.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.viewTimeOpen", await app.OnAsync(other.Id(), "confirm", new { }));
        await agent.DoAsync(await app.OnAsync(one.Id(), "respond", new { isObjection = true, view = "客户打错了电话" }));
        app.GoPastView(other);

        await agent.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.viewTimeOver", await app.OnAsync(other.Id(), "respond",
            new { isObjection = false }));
        Assert.Empty((await agent.DoAsync(Get($"/performance-events/{other.Id()}"))).Actions());
        Assert.Equal(
            new[] { one.Id(), other.Id() }.Order(),
            (await approver.DoAsync(Get($"/performance-events?employeeId={person}&isDecidable=true"))).Items().Select(x => x.Id()).Order());
        Assert.Equal([one.Id()], (await approver.DoAsync(Get($"/performance-events?employeeId={person}&isObjected=true"))).Items().Select(x => x.Id()));
        await approver.DoAsync(await app.OnAsync(other.Id(), "confirm", new { }));
    }

    [Fact]
    public async Task Only_the_person_states_a_view_and_nobody_decides_about_themselves()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var (self, boss) = (await app.PersonAsync(Role.HumanResources, Standing.Own), await app.PersonAsync(Role.Approver, Standing.Own));
        var ofHr = await app.ComplaintAsync(await app.SignInAsAsync(Role.HumanResources), self);
        var ofApprover = await app.ComplaintAsync(hr, boss);

        await approver.RefusedAsync(HttpStatusCode.Forbidden, "performanceEvent.notThePerson", await app.OnAsync(ofHr.Id(), "respond",
            new { isObjection = false }));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", await app.OnAsync(ofHr.Id(), "reject", new { reason = "不是我" }));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", await app.OnAsync(ofHr.Id(), "confirm", new { }));
        await approver.RefusedAsync(HttpStatusCode.Forbidden, "access.own", await app.OnAsync(ofApprover.Id(), "reject", new { reason = "不是我" }));
        Assert.Equal(["respond"], (await hr.DoAsync(Get($"/performance-events/{ofHr.Id()}"))).Actions());
        await hr.DoAsync(await app.OnAsync(ofHr.Id(), "respond", new { isObjection = false }));
        await approver.DoAsync(await app.OnAsync(ofHr.Id(), "confirm", new { }));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", await app.OnAsync(ofHr.Id(), "revoke", new { reason = "不是我" }));
    }

    [Fact]
    public async Task Who_edits_a_report_does_not_decide_on_it_either()
    {
        var (hr, supervisor, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.Approver));
        var found = await app.ComplaintAsync(supervisor, await app.PersonAsync(Role.Supervisor, Standing.Below));
        await hr.DoAsync(Put(
            $"/performance-events/{found.Id()}",
                new { kindId = await app.EventKindAsync("COMPLAINT"), occurredOn = "2026-02-27", severity = "grave", isUpheld = true }, 1));

        await hr.RefusedAsync(HttpStatusCode.Forbidden, "performanceEvent.ownReport", await app.OnAsync(found.Id(), "reject", new { reason = "不算" }));

        await approver.DoAsync(await app.OnAsync(found.Id(), "reject", new { reason = "不算" }));
    }

    [Fact]
    public async Task A_confirmation_is_revoked_by_another_and_the_event_no_longer_counts()
    {
        var (hr, approver, other) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver), await app.SignInAsAsync(Role.Approver));
        var (person, agent) = await PersonAsync("PD-4");
        var found = await app.ComplaintAsync(hr, person);
        await other.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.notInThisState", await app.OnAsync(found.Id(), "revoke", new { reason = "记错了人" }));
        await agent.DoAsync(await app.OnAsync(found.Id(), "respond", new { isObjection = false }));
        await approver.DoAsync(await app.OnAsync(found.Id(), "confirm", new { }));

        await approver.RefusedAsync(HttpStatusCode.Forbidden, "performanceEvent.ownConfirmation", await app.OnAsync(found.Id(), "revoke",
            new { reason = "记错了人" }));
        var revoked = await other.DoAsync(await app.OnAsync(found.Id(), "revoke", new { reason = "记错了人" }));

        Assert.Equal(("rejected", "记错了人"), (revoked.Text("state"), revoked.Text("revocationReason")));
        Assert.Equal(World.NumberOf(Role.Approver, Standing.Own), revoked.GetProperty("decidedBy").Text("employeeNumber"));
        Assert.Empty(await CountsAsync(person));
    }

    private async Task<(long Id, HttpClient Client)> PersonAsync(string number)
    {
        var person = await Hired.HireAsync(app, number);
        await app.AddAccountAsync(number, person);
        return (person, await app.SignInAsync(number));
    }

    private Task<List<EventCount>> CountsAsync(long person) => app.ReadAsync(db => db
        .ConfirmedEvents(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31))
        .Where(x => x.EmployeeId == person && x.Severity == EventSeverity.Serious && x.IsUpheld == true).CountedByPerson().ToListAsync(Stop));
}
