using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Delegations;

public sealed class DelegationTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Content = HttpStatusCode.UnprocessableEntity;

    /// <summary>Tests of the class share the clock, which goes on.</summary>
    private DateOnly Today { get; } = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_supervisor_names_a_deputy_for_themselves_and_both_names_are_shown()
    {
        var supervisor = await app.AsAsync(Role.Supervisor);
        var (self, deputy) = (await app.PersonAsync(Role.Supervisor, Standing.Own), await app.PersonAsync(Role.Supervisor, Standing.Direct));
        var made = await supervisor.DoAsync(Post("/delegations", new { supervisorId = self, deputyId = deputy, from = Today, to = Today.AddDays(4) }));
        Assert.Equal(
            (World.NumberOf(Role.Supervisor, Standing.Own), World.NumberOf(Role.Supervisor, Standing.Direct)),
            (made.Text("supervisorNumber"), made.Text("deputyNumber")));
        Assert.NotEqual("", made.Text("deputyNameZh"));

        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.relation",
            Post("/delegations", new { supervisorId = deputy, deputyId = self, from = Today, to = Today }));
        await supervisor.RefusedAsync(Conflict, "delegation.overlap", "from",
            Post("/delegations", new { supervisorId = self, deputyId = deputy, from = Today.AddDays(4), to = Today.AddDays(9) }));
        var next = await supervisor.DoAsync(Post("/delegations", new { supervisorId = self, deputyId = deputy, from = Today.AddDays(5), to = Today.AddDays(9) }));
        await supervisor.RefusedAsync(Conflict, "delegation.overlap", "from",
            Put($"/delegations/{next.Id()}", new { deputyId = deputy, from = Today.AddDays(4), to = Today.AddDays(9) }, 1));
        await supervisor.DoAsync(Put($"/delegations/{next.Id()}", new { deputyId = deputy, from = Today.AddDays(6), to = Today.AddDays(9) }, 1));

        Assert.Equal(2, (await supervisor.DoAsync(Get($"/delegations?supervisorId={self}&deputyId={deputy}"))).Number("total"));
        Assert.Equal([made.Id()], (await supervisor.DoAsync(Get($"/delegations?supervisorId={self}&on={Today.AddDays(4):yyyy-MM-dd}"))).Items().Select(x => x.Id()));
        await supervisor.DoAsync(Delete($"/delegations/{next.Id()}", 2));
        await supervisor.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/delegations/{next.Id()}"));
    }

    [Fact]
    public async Task A_deputy_sees_the_team_from_the_first_to_the_last_day_of_the_span()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (above, deputy) = (await app.PersonAsync(Role.Payroll, Standing.Own), await app.PersonAsync(Role.Approver, Standing.Own));
        var member = await app.PersonAsync(Role.Payroll, Standing.Direct);
        await hr.DoAsync(Post("/delegations", new { supervisorId = above, deputyId = deputy, from = Today.AddDays(1), to = Today.AddDays(2) }));
        var client = await app.AsAsync(Role.Approver);

        await client.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/employees/{member}"));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(member, (await client.DoAsync(Get($"/employees/{member}"))).Id());
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(member, (await client.DoAsync(Get($"/employees/{member}"))).Id());
        await client.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/employees/{above}"));
        app.Clock.Advance(TimeSpan.FromDays(1));
        await client.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/employees/{member}"));
    }

    [Fact]
    public async Task A_deputy_is_no_supervisor_of_those_who_stand_above_them_and_both_names_show_in_what_they_do()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var top = await app.HireAnywhereAsync();
        var (between, beside) = (await Employees.Hired.HireAsync(app, "DB-1", top), await Employees.Hired.HireAsync(app, "DB-2", top));
        var low = await Employees.Hired.HireAsync(app, "DB-3", between);
        await app.AddAccountAsync("low-deputy", low, Role.Supervisor);
        await hr.DoAsync(Post("/delegations", new { supervisorId = top, deputyId = low, from = Today, to = Today.AddDays(30) }));
        var deputy = await app.SignInAsync("low-deputy");

        await deputy.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/employees/{between}"));
        await deputy.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Post($"/employees/{between}/propose-probation", new { outcome = "passed" }, 1));
        await deputy.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Post("/completions",
            new { employeeId = between, courseId = await app.CourseAsync("CRS040"), completedOn = "2026-03-01", result = "passed" }));

        var proposed = (await deputy.DoAsync(Post($"/employees/{beside}/propose-probation", new { outcome = "passed" }, 1))).GetProperty("periods")[0];
        Assert.Equal((low, top), (proposed.GetProperty("proposedBy").Id(), proposed.GetProperty("proposedFor").Id()));
        var recorded = await deputy.DoAsync(Post("/completions",
            new { employeeId = beside, courseId = await app.CourseAsync("CRS040"), completedOn = "2026-03-01", result = "passed" }));
        Assert.Equal((low, top), (recorded.GetProperty("recordedBy").Id(), recorded.GetProperty("recordedFor").Id()));
        Assert.Contains("DB-2", await hr.GetStringAsync("/api/v1/notices?kind=probation.proposed", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deputy_sees_the_delegation_and_changes_nothing_about_it()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (above, deputy) = (await app.PersonAsync(Role.Staff, Standing.Other), await app.PersonAsync(Role.Supervisor, Standing.Own));
        var made = await hr.DoAsync(Post("/delegations", new { supervisorId = above, deputyId = deputy, from = Today, to = Today }));

        var supervisor = await app.AsAsync(Role.Supervisor);
        Assert.Equal(made.Id(), (await supervisor.DoAsync(Get($"/delegations/{made.Id()}"))).Id());
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.relation",
            Put($"/delegations/{made.Id()}", new { deputyId = deputy, from = Today, to = Today.AddDays(300) }, 1));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.relation", Post($"/delegations/{made.Id()}/end"));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.relation", Delete($"/delegations/{made.Id()}", 1));
        Assert.Contains(World.NumberOf(Role.Staff, Standing.Other)[1..], await supervisor.GetStringAsync(
            "/api/v1/notices?kind=delegation.named", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HR_names_a_deputy_for_anybody_but_never_themselves_for_another()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (self, other, third) = (await app.PersonAsync(Role.HumanResources, Standing.Own), await app.PersonAsync(Role.Payroll, Standing.Own),
            await app.PersonAsync(Role.Payroll, Standing.Direct));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Post("/delegations", new { supervisorId = other, deputyId = self, from = Today, to = Today }));
        var made = await hr.DoAsync(Post("/delegations", new { supervisorId = other, deputyId = third, from = Today, to = Today }));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Put($"/delegations/{made.Id()}", new { deputyId = self, from = Today, to = Today }, 1));
        // It has begun today, and the deputy may have acted since.
        await hr.RefusedAsync(Conflict, "delegation.begun", Delete($"/delegations/{made.Id()}", 1));
        await hr.RefusedAsync(Conflict, "delegation.begun", "deputyId",
            Put($"/delegations/{made.Id()}", new { deputyId = await app.PersonAsync(Role.Payroll, Standing.Below), from = Today, to = Today }, 1));
        await hr.DoAsync(Post("/delegations", new { supervisorId = self, deputyId = third, from = Today, to = Today }));
    }

    [Fact]
    public async Task People_and_spans_that_cannot_be_are_refused_and_nothing_is_kept()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (boss, deputy) = (await app.PersonAsync(Role.Approver, Standing.Own), await app.PersonAsync(Role.Approver, Standing.Direct));
        var place = await app.ReadAsync(db => db.Assignments.Select(x => x.Placement).FirstAsync()) with { SupervisorId = null };
        var leaver = await app.HireAsync(place, leftOn: Today.AddDays(3));
        var count = await app.ReadAsync(db => db.Delegations.CountAsync());

        HttpRequestMessage New(long supervisorId, long deputyId, int from, int to) =>
            Post("/delegations", new { supervisorId, deputyId, from = Today.AddDays(from), to = Today.AddDays(to) });

        await hr.RefusedAsync(Content, "delegation.toOneself", "deputyId", New(boss, boss, 0, 0));
        await hr.RefusedAsync(Content, "delegation.personUnknown", "deputyId", New(boss, 999_999, 0, 0));
        await hr.RefusedAsync(Content, "delegation.personUnknown", "supervisorId", New(999_999, deputy, 0, 0));
        await hr.RefusedAsync(Conflict, "delegation.notEmployed", "deputyId", New(boss, leaver, 0, 4));
        await hr.RefusedAsync(Conflict, "delegation.notEmployed", "supervisorId", New(leaver, deputy, 0, 4));
        await hr.RefusedAsync(Content, "delegation.spanOutOfRange", "to", New(boss, deputy, 1, 0));
        await hr.RefusedAsync(Content, "delegation.spanOutOfRange", "to", New(boss, deputy, 0, 366));
        await hr.RefusedAsync(Conflict, "delegation.inThePast", "from", New(boss, deputy, -1, 1));
        Assert.Equal(count, await app.ReadAsync(db => db.Delegations.CountAsync()));

        var made = await hr.DoAsync(New(boss, deputy, 1, 366));
        HttpRequestMessage Edited(long deputyId, int from, int to) =>
            Put($"/delegations/{made.Id()}", new { deputyId, from = Today.AddDays(from), to = Today.AddDays(to) }, 1);
        await hr.RefusedAsync(Content, "delegation.toOneself", "deputyId", Edited(boss, 1, 1));
        await hr.RefusedAsync(Content, "delegation.personUnknown", "deputyId", Edited(999_999, 1, 1));
        await hr.RefusedAsync(Conflict, "delegation.notEmployed", "deputyId", Edited(leaver, 1, 4));
        await hr.RefusedAsync(Content, "delegation.spanOutOfRange", "to", Edited(deputy, 1, 367));
        await hr.RefusedAsync(Conflict, "delegation.inThePast", "from", Edited(deputy, -1, 1));
        Assert.Equal(1, (await hr.DoAsync(Get($"/delegations/{made.Id()}"))).Version());
    }

    [Fact]
    public async Task One_that_has_begun_is_ended_and_stands_afterwards()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (boss, deputy) = (await app.PersonAsync(Role.Administrator, Standing.Own), await app.PersonAsync(Role.Administrator, Standing.Direct));
        var start = Today;
        var made = await hr.DoAsync(Post("/delegations", new { supervisorId = boss, deputyId = deputy, from = start.AddDays(1), to = start.AddDays(9) }));
        await hr.RefusedAsync(Conflict, "delegation.notBegun", Post($"/delegations/{made.Id()}/end"));
        app.Clock.Advance(TimeSpan.FromDays(2));

        await hr.RefusedAsync(Conflict, "delegation.begun", Delete($"/delegations/{made.Id()}", 1));
        await hr.RefusedAsync(Conflict, "delegation.begun", "from", Put($"/delegations/{made.Id()}", new { deputyId = deputy, from = start.AddDays(2), to = start.AddDays(9) }, 1));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Post($"/delegations/{made.Id()}/end", ifMatch: 9));
        var ended = await hr.DoAsync(Post($"/delegations/{made.Id()}/end"));
        Assert.Equal($"{start.AddDays(2):yyyy-MM-dd}", ended.Text("to"));
        app.Clock.Advance(TimeSpan.FromDays(1));

        await hr.RefusedAsync(Conflict, "delegation.over", Post($"/delegations/{made.Id()}/end"));
        await hr.RefusedAsync(Conflict, "delegation.over",
            Put($"/delegations/{made.Id()}", new { deputyId = deputy, from = start.AddDays(1), to = start.AddDays(9) }, ended.Version()));
    }
}
