using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Domain.People;

namespace Training.Api.Tests.Completions;

public sealed class CompletionTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Putting_the_evidence_of_a_completion_right_leaves_its_item_with_it()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Direct));
        var course = await app.CourseAsync("CRS028");
        object On(string day, string? evidence = null) => new { employeeId = staff, courseId = course, completedOn = day, result = "passed", evidence };
        await hr.DoAsync("/completions", On("2025-06-02"));
        var latest = await hr.DoAsync("/completions", On("2026-02-02"));
        var plan = await app.StartedAsync(hr, "CRS028");

        await hr.DoAsync($"/completions/{latest.Id()}", new { completedOn = "2026-02-02", result = "passed", evidence = "签到表" }, latest.Version(), HttpMethod.Put);

        var item = (await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={staff}")).Items().Single();
        Assert.Equal("2026-02-02", item.Text("completedOn"));
    }

    [Fact]
    public async Task A_supervisor_records_a_completion_and_the_open_item_is_closed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.StartedAsync(hr);
        var person = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        var supervisor = await app.AsAsync(Role.Supervisor);

        var recorded = await supervisor.DoAsync("/completions", await BodyAsync(person, "CRS040", "2026-03-02", score: 88.5m));

        Assert.Equal("CRS040", recorded.Text("courseCode"));
        Assert.Equal(88.5m, recorded.GetProperty("score").GetDecimal());
        Assert.Equal("completed", Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={person}")).Items()).Text("state"));
        Assert.Equal(recorded.Id(), Assert.Single((await supervisor.ReadAsync($"/completions?employeeId={person}&completedFrom=2026-03-02&completedTo=2026-03-02&result=passed")).Items()).Id());
        Assert.Empty((await supervisor.ReadAsync($"/completions?employeeId={person}&result=failed")).Items());
        await (await supervisor.GetAsync("/api/v1/completions/987654", TestContext.Current.CancellationToken)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task Failing_closes_nothing()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.StartedAsync(hr, "CRS027");
        var person = await app.PersonAsync(Role.Staff, Standing.Own);

        await hr.DoAsync("/completions", await BodyAsync(person, "CRS027", "2026-03-02", "failed"));

        var staff = await app.AsAsync(Role.Staff);
        Assert.Equal("open", Assert.Single((await staff.ReadAsync("/my/training?pageSize=200")).Items(), x => x.GetProperty("planId").GetInt64() == plan.Id()).Text("state"));
    }

    [Fact]
    public async Task What_is_wrong_about_a_completion_is_said_and_nothing_is_kept()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await app.PersonAsync(Role.Staff, Standing.Below);
        await hr.DoAsync("/completions", await BodyAsync(person, "CRS022", "2026-03-01"));

        await (await hr.TryAsync("/completions", await BodyAsync(person, "CRS022", "2026-03-01", "excellent"))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "completion.alreadyRecorded");
        await (await hr.TryAsync("/completions", await BodyAsync(person, "CRS022", "2026-03-03"))).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "completion.inFuture");
        await (await hr.TryAsync("/completions", await BodyAsync(person, "CRS022", "2024-02-29"))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "completion.beforeHire");
        await (await hr.TryAsync("/completions", await BodyAsync(person, "CRS022", "2026-03-02", score: 100.1m))).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "completion.scoreOutOfRange");
        await (await hr.TryAsync("/completions", new { employeeId = person, courseId = 987654, completedOn = "2026-03-02", result = "passed" })).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "completion.courseUnknown");
        await (await hr.TryAsync("/completions", new { employeeId = 987654, courseId = 1, completedOn = "2026-03-02", result = "passed" })).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await hr.TryAsync("/completions", new { employeeId = person, courseId = 1, completedOn = "2026-02-29", result = "passed" })).ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "request.unreadable");

        Assert.Equal(1, await app.ReadAsync(db => db.Completions.CountAsync(x => x.EmployeeId == person)));
    }

    [Fact]
    public async Task Nobody_records_their_own_and_who_stands_further_above_leaves_it_to_the_direct_supervisor()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var supervisor = await app.AsAsync(Role.Supervisor);

        await (await hr.TryAsync("/completions", await BodyAsync(await app.PersonAsync(Role.HumanResources, Standing.Own), "CRS023", "2026-03-02")))
            .ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "completion.own");
        await (await supervisor.TryAsync("/completions", await BodyAsync(await app.PersonAsync(Role.Supervisor, Standing.Below), "CRS023", "2026-03-02")))
            .ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "completion.notYours");
    }

    [Fact]
    public async Task A_deputy_records_for_the_span_of_the_delegation()
    {
        var supervisor = await app.PersonAsync(Role.Staff, Standing.Own);
        var person = await app.PersonAsync(Role.Staff, Standing.Direct);
        var deputy = await app.AsAsync(Role.Supervisor);
        var body = await BodyAsync(person, "CRS025", "2026-03-01");
        await (await deputy.TryAsync("/completions", body)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");

        var (self, today) = (await app.PersonAsync(Role.Supervisor, Standing.Own), new DateOnly(2026, 3, 2));
        await app.ReadAsync(db => db.WriteAsync(() =>
        {
            db.Delegations.Add(Delegation.Create(supervisor, self, today, today, today));
            return Task.FromResult(0);
        }));

        Assert.Equal(person, (await deputy.DoAsync("/completions", body)).GetProperty("employeeId").GetInt64());
    }

    [Fact]
    public async Task The_second_of_two_clicks_is_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var body = await BodyAsync(await app.PersonAsync(Role.Payroll, Standing.Own), "CRS026", "2026-03-02");

        var answers = await Task.WhenAll(hr.TryAsync("/completions", body), hr.TryAsync("/completions", body));

        Assert.Single(answers, x => x.StatusCode == HttpStatusCode.Created);
        await Assert.Single(answers, x => x.StatusCode != HttpStatusCode.Created).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "completion.alreadyRecorded");
    }

    private async Task<object> BodyAsync(long employeeId, string course, string day, string result = "passed", decimal? score = null) =>
        new { employeeId, courseId = await app.CourseAsync(course), completedOn = day, result, score };
}
