using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Employees;

public sealed class Leaving_and_returning(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Who_leaves_is_employed_on_the_last_day_and_gone_the_day_after()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var hr = await own.AsAsync(Role.HumanResources);
        var id = await own.HireAsync("L-01");
        await own.AddAccountAsync("leaver", id, Role.Staff);
        var leaver = await own.SignInAsync("leaver");

        await hr.DoAsync(Post($"/employees/{id}/end-employment", new { leftOn = "2026-03-03", reason = "辞职" }, 1));
        own.Clock.Advance(TimeSpan.FromHours(38));

        // 23:00 in Shanghai on the last day, then 00:30 on the day after.
        Assert.Equal("current", (await leaver.ReadAsync($"/employees/{id}")).Text("state"));
        own.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.Equal("left", (await hr.ReadAsync($"/employees/{id}")).Text("state"));
        await (await own.TryAsync("leaver")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "auth.refused");
    }

    [Fact]
    public async Task An_access_token_is_over_with_the_last_day()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var hr = await own.AsAsync(Role.HumanResources);
        var id = await own.HireAsync("L-02");
        await own.AddAccountAsync("leaver", id, Role.Staff);
        own.Clock.Advance(TimeSpan.FromHours(14) + TimeSpan.FromMinutes(55));
        var tokens = await own.TokensAsync("leaver");
        await hr.DoAsync(Post($"/employees/{id}/end-employment", new { leftOn = "2026-03-02" }, 1));

        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(tokens, $"/api/v1/employees/{id}")).StatusCode);
        own.Clock.Advance(TimeSpan.FromMinutes(6));
        await (await own.GetAsync(tokens, $"/api/v1/employees/{id}")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "access.notSignedIn");
    }

    [Fact]
    public async Task Where_a_supervisor_has_left_the_next_above_stands_in()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var caller = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var between = await app.HireAsync("L-03", caller);
        var below = await app.HireAsync("L-04", between);

        await hr.DoAsync(Post($"/employees/{between}/end-employment", new { leftOn = "2026-02-28" }, 1));

        var above = (await hr.ReadAsync($"/employees/{below}/reporting-lines")).GetProperty("items")[0];
        Assert.Equal((caller, true), (above.GetProperty("supervisor").Id(), above.GetProperty("isDirect").GetBoolean()));
        var before = (await hr.ReadAsync($"/employees/{below}/reporting-lines?on=2026-02-28")).GetProperty("items");
        Assert.Equal([between, caller], before.EnumerateArray().Take(2).Select(x => x.GetProperty("supervisor").Id()));
        Assert.Empty(await app.VerifyLinesAsync());
    }

    [Fact]
    public async Task Nobody_leaves_twice_or_before_coming_or_from_leave_that_lies_ahead()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("L-05");
        await hr.RefusedAsync(
            Post($"/employees/{id}/end-employment", new { leftOn = "2025-01-05" }, 1), HttpStatusCode.UnprocessableEntity, "employee.leftBeforeHired");
        var leave = await hr.DoAsync(Post("/leave", new { employeeId = id, kind = "annual", fromOn = "2026-04-01", toOn = "2026-04-02" }));
        await hr.RefusedAsync(
            Post($"/employees/{id}/end-employment", new { leftOn = "2026-04-01" }, 1), HttpStatusCode.Conflict, "employee.leaveOutside");
        await hr.RefusedAsync(Put($"/employees/{id}/employment", Employment("2026-04-02", null), 1), HttpStatusCode.Conflict, "employee.leaveOutside");
        Assert.Null((await hr.ReadAsync($"/employees/{id}")).GetProperty("periods")[0].Text("leftOn"));

        await hr.DoAsync(Post($"/employees/{id}/end-employment", new { leftOn = "2026-04-02" }, 1));

        await hr.RefusedAsync(
            Post($"/employees/{id}/end-employment", new { leftOn = "2026-05-01" }, 2), HttpStatusCode.Conflict, "employee.alreadyLeft");
        Assert.Equal(2m, leave.GetProperty("workingDays").GetDecimal());
    }

    [Fact]
    public async Task A_rehire_keeps_the_number_and_what_was_before()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("L-06", leftOn: new DateOnly(2025, 12, 31));

        var course = await app.ReadAsync(db => db.Courses.Where(x => x.Code == "CRS040").Select(x => x.Id).SingleAsync(TestContext.Current.CancellationToken));
        var completion = await hr.DoAsync(Post("/completions", new { employeeId = id, courseId = course, completedOn = "2025-06-02", result = "passed" }, null));
        await hr.RefusedAsync(
            Post($"/employees/{id}/rehire", await app.RehireRequestAsync(new DateOnly(2025, 12, 31)), 2), HttpStatusCode.Conflict, "employee.periodsOverlap");
        var back = await hr.DoAsync(Post($"/employees/{id}/rehire", await app.RehireRequestAsync(new DateOnly(2028, 2, 29)), 2));

        Assert.Equal(("L-06", "coming", 2), (back.Text("employeeNumber"), back.Text("state"), back.GetProperty("periods").GetArrayLength()));
        Assert.Equal(2, (await hr.ReadAsync($"/employees/{id}/assignments")).GetProperty("total").GetInt32());
        Assert.Equal(completion.Id(), Assert.Single((await hr.ReadAsync($"/completions?employeeId={id}")).Items()).Id());
        await hr.RefusedAsync(
            Put($"/employees/{id}/employment", Employment("2025-12-31", null), 3), HttpStatusCode.Conflict, "employee.periodsOverlap");
        Assert.Empty(await app.VerifyLinesAsync());
    }

    [Fact]
    public async Task A_leaving_that_was_entered_wrongly_is_taken_back()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("L-07", leftOn: new DateOnly(2026, 1, 31));

        await hr.RefusedAsync(
            Put($"/employees/{id}/employment", Employment("2026-01-01", "2025-12-31"), 2), HttpStatusCode.UnprocessableEntity, "employee.leftBeforeHired");
        await hr.RefusedAsync(
            Put($"/employees/{id}/employment", Employment("2025-01-06", null, share: 0), 2), HttpStatusCode.UnprocessableEntity, "employee.workShareOutOfRange");
        await hr.RefusedAsync(
            Put($"/employees/{id}/employment", Employment("2027-01-06", null), 2), HttpStatusCode.UnprocessableEntity, "probation.endsBeforeHired");
        var back = await hr.DoAsync(Put($"/employees/{id}/employment", Employment("2025-03-01", null), 2));

        Assert.Equal("current", back.Text("state"));
        var assignment = (await hr.ReadAsync($"/employees/{id}/assignments")).GetProperty("items")[0];
        Assert.Equal(("2025-03-01", null), (assignment.Text("from"), assignment.Text("to")));
    }

    [Fact]
    public async Task A_probation_is_proposed_by_the_supervisor_extended_once_and_passed_by_hr()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var supervisor = await app.AsAsync(Role.Supervisor);
        var id = await app.HireAsync("L-08", await app.PersonAsync(Role.Supervisor, Standing.Own));
        var (propose, decide) = ($"/employees/{id}/propose-probation", $"/employees/{id}/decide-probation");

        await hr.RefusedAsync(Post(decide, new { outcome = "passed" }, 1), HttpStatusCode.Conflict, "probation.notProposed");
        await supervisor.DoAsync(Post(propose, new { outcome = "extended" }, 1));
        await hr.RefusedAsync(
            Post(decide, new { outcome = "extended", extendedTo = "2026-12-31" }, 2), HttpStatusCode.UnprocessableEntity, "probation.extensionNeedsLaterDay");
        await hr.DoAsync(Post(decide, new { outcome = "extended", extendedTo = "2028-02-29" }, 2));
        await supervisor.RefusedAsync(Post(propose, new { outcome = "extended" }, 3), HttpStatusCode.Conflict, "probation.extendedOnce");
        await supervisor.DoAsync(Post(propose, new { outcome = "ended" }, 3));
        await hr.RefusedAsync(Post(decide, new { outcome = "extended", extendedTo = "2028-03-31" }, 4), HttpStatusCode.Conflict, "probation.extendedOnce");
        var passed = await hr.DoAsync(Post(decide, new { outcome = "passed" }, 4));

        Assert.Equal(("passed", "2028-02-29"), (passed.GetProperty("periods")[0].Text("probationState"), passed.GetProperty("periods")[0].Text("probationEndsOn")));
        await supervisor.RefusedAsync(Post(propose, new { outcome = "ended" }, 5), HttpStatusCode.Conflict, "probation.notNow");
        await hr.RefusedAsync(Post(decide, new { outcome = "ended" }, 5), HttpStatusCode.Conflict, "probation.notNow");
        await hr.RefusedAsync(
            Put($"/employees/{id}/employment", Employment("2025-01-06", null), 5), HttpStatusCode.Conflict, "probation.notNow");
    }

    [Fact]
    public async Task Why_somebody_left_is_for_hr_and_a_proposal_is_not_for_the_person_before_it_is_decided()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var id = await app.HireAsync("L-10", await app.PersonAsync(Role.Supervisor, Standing.Own));
        await app.AddAccountAsync("proposed", id, Role.Staff);
        var self = await app.SignInAsync("proposed");
        var proposed = await supervisor.DoAsync(Post($"/employees/{id}/propose-probation", new { outcome = "ended" }, 1));
        await hr.DoAsync(Post($"/employees/{id}/end-employment", new { leftOn = "2026-12-31", reason = "Cannot stand the boss" }, 2));

        Assert.Equal("ended", proposed.GetProperty("periods")[0].Text("proposedOutcome"));
        foreach (var (client, reason, outcome) in new[] { (hr, "Cannot stand the boss", "ended"), (supervisor, null, "ended"), (self, null, null) })
        {
            var period = (await client.ReadAsync($"/employees/{id}")).GetProperty("periods")[0];
            Assert.Equal((reason, outcome), (period.Text("leaveReason"), period.Text("proposedOutcome")));
            Assert.Equal(outcome is null, period.GetProperty("proposedBy").ValueKind == System.Text.Json.JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task A_probation_is_decided_by_a_person_not_by_an_account_of_nobody()
    {
        var nobody = await app.SignInAsAsync(Role.HumanResources);
        var id = await app.HireAsync("L-09");

        await nobody.RefusedAsync(
            Post($"/employees/{id}/decide-probation", new { outcome = "passed" }, 1), HttpStatusCode.Forbidden, "access.relation");
    }

    private static object Employment(string hiredOn, string? leftOn, decimal share = 1m) => new
    {
        hiredOn,
        contractKind = "openEnded",
        workShare = share,
        probationEndsOn = "2026-12-31",
        leftOn,
        leaveReason = (string?)null,
    };
}
