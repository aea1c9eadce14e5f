using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.PerformanceEvents;

/// <summary>Who reports what about whom.</summary>
public sealed class ReportingEvents(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supervisor_reports_a_complaint_and_the_person_and_those_who_decide_are_told()
    {
        var (supervisor, hr, approver) = (await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var person = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        await app.AddAccountAsync("agent", person);
        var agent = await app.SignInAsync("agent");

        var found = await app.ComplaintAsync(supervisor, person);

        Assert.Equal(("reported", "2026-03-02", "2026-03-09"), (found.Text("state"), found.Text("toldOn"), found.Text("viewUntil")));
        Assert.Equal(("serious", 50.5m), (found.Text("severity"), found.GetProperty("amount").GetDecimal()));
        Assert.Equal(World.NumberOf(Role.Supervisor, Standing.Own), found.GetProperty("reportedBy").Text("employeeNumber"));
        Assert.Equal(["edit"], found.Actions());
        Assert.Equal(["respond"], (await agent.DoAsync(Get($"/performance-events/{found.Id()}"))).Actions());
        Assert.Equal(["respond"], (await agent.DoAsync(Get("/my/performance-events"))).Items().Single(x => x.Id() == found.Id()).Actions());
        Assert.Equal(["reject"], (await approver.DoAsync(Get($"/performance-events/{found.Id()}"))).Actions());
        Assert.Equal(["performanceEvent.reported"], await agent.ToldAsync(found.Id()));
        Assert.Equal(["performanceEvent.toDecide"], await hr.ToldAsync(found.Id()));
        Assert.Equal(["performanceEvent.toDecide"], await approver.ToldAsync(found.Id()));
        Assert.Empty(await supervisor.ToldAsync(found.Id()));
    }

    [Fact]
    public async Task Nobody_reports_about_themselves_not_even_a_person_of_HR()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));

        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Post(
            "/performance-events", await app.CommendationAsync(await app.PersonAsync(Role.HumanResources, Standing.Own))));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Post(
            "/performance-events", await app.CommendationAsync(await app.PersonAsync(Role.Supervisor, Standing.Own))));
    }

    [Fact]
    public async Task Of_somebody_who_changed_supervisor_the_one_of_that_day_reports_and_reads_it()
    {
        var (hr, former) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var old = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var next = await Hired.HireAsync(app, "PE-0");
        await app.AddAccountAsync("new-supervisor", next, Role.Supervisor);
        var present = await app.SignInAsync("new-supervisor");
        var person = await Hired.HireAsync(app, "PE-1", old);
        await hr.DoAsync(await Hired.MoveAsync(app, person, new DateOnly(2026, 3, 1), next));

        var before = await former.DoAsync(Post("/performance-events", await app.CommendationAsync(person, "2026-02-28")));
        var since = await present.DoAsync(Post("/performance-events", await app.CommendationAsync(person, "2026-03-01")));

        await former.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Post("/performance-events", await app.CommendationAsync(person, "2026-03-01")));
        await present.RefusedAsync(HttpStatusCode.Forbidden, "access.relation", Post("/performance-events", await app.CommendationAsync(person, "2026-02-28")));
        Assert.Equal([before.Id()], (await former.DoAsync(Get($"/performance-events?employeeId={person}"))).Items().Select(x => x.Id()));
        Assert.Equal([since.Id()], (await present.DoAsync(Get($"/performance-events?employeeId={person}"))).Items().Select(x => x.Id()));
    }

    [Fact]
    public async Task A_deputy_reports_in_the_name_of_the_supervisor()
    {
        await app.WithDeputiesAsync();
        var deputy = await app.AsAsync(Role.Supervisor);

        var found = await deputy.DoAsync(Post("/performance-events", await app.CommendationAsync(await app.PersonAsync(Role.Supervisor, Standing.Deputised))));

        Assert.Equal(
            (World.NumberOf(Role.Supervisor, Standing.Own), World.NumberOf(Role.Supervisor, Standing.StoodInFor)),
            (found.GetProperty("reportedBy").Text("employeeNumber"), found.GetProperty("reportedFor").Text("employeeNumber")));
    }

    [Fact]
    public async Task What_is_wrong_about_a_report_is_said_and_nothing_is_kept()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await Hired.HireAsync(app, "PE-2", leftOn: new DateOnly(2026, 2, 28));
        var (complaint, lateness) = (await app.EventKindAsync("COMPLAINT"), await app.EventKindAsync("LATENESS"));
        var retired = await hr.DoAsync(Post("/performance-event-kinds", Kind("gone")));
        await hr.DoAsync(Post($"/performance-event-kinds/{retired.Id()}/retire"));
        object On(long kindId, string day = "2026-02-27", string? severity = null, bool? isUpheld = null, int? minutes = null) =>
            new { employeeId = person, kindId, occurredOn = day, severity, isUpheld, minutes };

        async Task WrongAsync(HttpStatusCode status, string code, string field, object body) =>
            await hr.RefusedAsync(status, code, field, Post("/performance-events", body));
        await WrongAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.kindUnknown", "kindId", On(987654));
        await WrongAsync(HttpStatusCode.Conflict, "performanceEventKind.retired", "kindId", On(retired.Id()));
        await WrongAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.inFuture", "occurredOn", On(complaint, "2026-03-03", "minor", true));
        await WrongAsync(HttpStatusCode.Conflict, "performanceEvent.notEmployed", "occurredOn", On(complaint, "2026-03-01", "minor", true));
        await WrongAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.detailMissing", "severity", On(complaint, isUpheld: true));
        await WrongAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.detailMissing", "isUpheld", On(complaint, severity: "minor"));
        await WrongAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.detailNotTaken", "minutes", On(complaint, "2026-02-27", "minor", true, 5));
        await WrongAsync(HttpStatusCode.BadRequest, "request.invalid", "minutes", On(lateness, minutes: 0));
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Post("/performance-events", await app.CommendationAsync(987654)));

        Assert.False(await app.ReadAsync(db => db.PerformanceEvents.AnyAsync(x => x.EmployeeId == person, Stop)));
        Assert.Equal("2026-02-28", (await hr.DoAsync(Post("/performance-events", On(complaint, "2026-02-28", "minor", true)))).Text("occurredOn"));
    }

    [Fact]
    public async Task A_day_has_one_lateness_at_most_until_it_is_rejected()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var (person, kindId) = (await Hired.HireAsync(app, "PE-3"), await app.EventKindAsync("LATENESS"));
        object Late(string day, int minutes) => new { employeeId = person, kindId, occurredOn = day, minutes };
        object Edited(string day) => new { kindId, occurredOn = day, minutes = 5 };
        var first = await hr.DoAsync(Post("/performance-events", Late("2026-02-26", 5)));
        var second = await hr.DoAsync(Post("/performance-events", Late("2026-02-27", 5)));

        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.latenessThere", "occurredOn", Post("/performance-events", Late("2026-02-26", 9)));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.latenessThere", "occurredOn", Put($"/performance-events/{second.Id()}",
            Edited("2026-02-26"), 1));
        await hr.DoAsync(Put($"/performance-events/{first.Id()}", Edited("2026-02-26"), 1));
        await approver.DoAsync(await app.OnAsync(first.Id(), "reject", new { reason = "机器故障" }));

        Assert.Equal(9, (await hr.DoAsync(Post("/performance-events", Late("2026-02-26", 9)))).Number("minutes"));
    }

    [Fact]
    public async Task What_is_edited_is_told_again_and_the_time_for_a_view_begins_anew()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var person = await Hired.HireAsync(app, "PE-4", await app.PersonAsync(Role.Supervisor, Standing.Own));
        await app.AddAccountAsync("pe-4", person);
        var agent = await app.SignInAsync("pe-4");
        var found = await app.ComplaintAsync(supervisor, person);
        await agent.DoAsync(await app.OnAsync(found.Id(), "respond", new { isObjection = true, view = "不是我接的电话" }));
        var kindId = await app.EventKindAsync("COMPLAINT");
        object Edited(string day = "2026-02-26", string? severity = "minor") => new { kindId, occurredOn = day, severity, isUpheld = true };

        var edited = await supervisor.DoAsync(Put($"/performance-events/{found.Id()}", Edited(), await app.EventVersionAsync(found.Id())));

        Assert.Equal(("2026-02-26", "minor", null), (edited.Text("occurredOn"), edited.Text("severity"), edited.Text("view")));
        Assert.Equal(["performanceEvent.edited", "performanceEvent.reported"], (await agent.ToldAsync(found.Id())).Order());
        var version = edited.Version();
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.kindUnknown", Put($"/performance-events/{found.Id()}",
            new { kindId = 987654, occurredOn = "2026-02-26" }, version));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.inFuture", Put($"/performance-events/{found.Id()}",
            Edited("2026-12-01"), version));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.notEmployed", Put($"/performance-events/{found.Id()}", Edited("2024-12-01"), version));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.detailMissing", Put($"/performance-events/{found.Id()}",
            Edited(severity: null), version));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.detailNotTaken", Put(
            $"/performance-events/{found.Id()}", new { kindId, occurredOn = "2026-02-26", severity = "minor", isUpheld = true, article = "第一条" }, version));
        var retired = await hr.DoAsync(Post("/performance-event-kinds", Kind("past")));
        await hr.DoAsync(Post($"/performance-event-kinds/{retired.Id()}/retire"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEventKind.retired", Put(
            $"/performance-events/{found.Id()}", new { kindId = retired.Id(), occurredOn = "2026-02-26" }, version));
    }

    [Fact]
    public async Task Only_the_reporter_and_HR_edit_an_event_and_nobody_their_own()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var other = await app.SignInAsAsync(Role.HumanResources);
        var body = new { kindId = await app.EventKindAsync("COMMENDATION"), occurredOn = "2026-02-27" };
        var found = await hr.DoAsync(Post("/performance-events", await app.CommendationAsync(await app.PersonAsync(Role.Supervisor, Standing.Direct))));
        var own = await other.DoAsync(Post("/performance-events", await app.CommendationAsync(await app.PersonAsync(Role.HumanResources, Standing.Own))));

        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "performanceEvent.notYours", Put($"/performance-events/{found.Id()}", body, 1));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "performanceEvent.notYours", FileTo(found.Id(), 1));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Put($"/performance-events/{own.Id()}", body, 1));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", FileTo(own.Id(), 1));
    }

    [Fact]
    public async Task A_file_shows_it_and_whoever_sees_the_event_reads_it()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var person = await Hired.HireAsync(app, "PE-5");
        await app.AddAccountAsync("pe-5", person);
        var agent = await app.SignInAsync("pe-5");
        var found = await hr.DoAsync(Post("/performance-events", await app.CommendationAsync(person)));
        await agent.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.noFile", Get($"/performance-events/{found.Id()}/file"));
        await hr.RefusedAsync(HttpStatusCode.UnsupportedMediaType, "file.kind", FileTo(found.Id(), 1, [0, 1, 2]));

        var shown = await hr.DoAsync(FileTo(found.Id(), 1));
        await hr.DoAsync(FileTo(found.Id(), shown.Version()));

        Assert.True(shown.GetProperty("hasFile").GetBoolean());
        Assert.Equal("来信", await (await agent.GetAsync($"/api/v1/performance-events/{found.Id()}/file", Stop)).Content.ReadAsStringAsync(Stop));
        await approver.DoAsync(await app.OnAsync(found.Id(), "reject", new { reason = "重复" }));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.notInThisState", FileTo(found.Id(), await app.EventVersionAsync(found.Id())));
    }

    [Fact]
    public async Task Events_are_found_by_person_kind_day_state_and_severity()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var person = await Hired.HireAsync(app, "PE-6");
        var (minor, grave) = (await app.ComplaintAsync(hr, person, "2026-01-05", "minor"), await app.ComplaintAsync(hr, person, "2026-01-06", "grave",
            isUpheld: false));
        var praise = await hr.DoAsync(Post("/performance-events", await app.CommendationAsync(person, "2026-01-07")));
        await approver.DoAsync(await app.OnAsync(praise.Id(), "reject", new { reason = "重复" }));
        async Task<IEnumerable<long>> FoundAsync(string filter) =>
            (await approver.DoAsync(Get($"/performance-events?employeeId={person}&sort=occurredOn&{filter}"))).Items().Select(x => x.Id());

        Assert.Equal([minor.Id(), grave.Id(), praise.Id()], await FoundAsync("q=ouyang"));
        Assert.Equal([praise.Id()], await FoundAsync("state=rejected"));
        Assert.Equal([grave.Id()], await FoundAsync("severity=grave"));
        Assert.Equal([grave.Id()], await FoundAsync("occurredFrom=2026-01-06&occurredTo=2026-01-06"));
        Assert.Equal([praise.Id()], await FoundAsync($"kindId={await app.EventKindAsync("COMMENDATION")}"));
        Assert.Empty(await FoundAsync("isImported=true"));
        Assert.Empty(await FoundAsync("isDecidable=true"));
        Assert.Equal(3, (await FoundAsync("isObjected=false")).Count());
    }

    private static object Kind(string code) => new
    {
        code, nameZh = "临时", severity = "notTaken", isUpheld = "notTaken", minutes = "notTaken", article = "notTaken", amount = "notTaken",
    };

    private static HttpRequestMessage FileTo(long id, int version, byte[]? bytes = null)
    {
        var message = Post($"/performance-events/{id}/file", ifMatch: version);
        message.Content = new MultipartFormDataContent { { new ByteArrayContent(bytes ?? "来信"u8.ToArray()), "file", "letter.txt" } };
        return message;
    }
}
