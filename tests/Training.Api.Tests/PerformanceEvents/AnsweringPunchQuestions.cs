using System.Net;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.PerformanceEvents;

/// <summary>What supervisors say about a punch that is missing.</summary>
public sealed class AnsweringPunchQuestions(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Daily = "工号,日期,上班时间,下班时间";
    private static readonly DateOnly Tuesday = new(2026, 2, 24);

    [Fact]
    public async Task Who_became_the_supervisor_afterwards_is_asked_nothing_about_the_days_before()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var next = await Hired.HireAsync(app, "LP-14");
        var person = await Hired.HireAsync(app, "LP-13", await app.PersonAsync(Role.Supervisor, Standing.Own));
        await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Daily, ["LP-13", Tuesday, null, "17:30"]));
        await hr.DoAsync(await Hired.MoveAsync(app, person, new(2026, 3, 1), next));
        await app.AddAccountAsync("lp-13-next", next, Role.Supervisor);
        var after = await app.SignInAsync("lp-13-next");

        var question = Assert.Single((await supervisor.DoAsync(Get($"/punch-questions?employeeId={person}"))).Items());

        Assert.Empty((await after.DoAsync(Get($"/punch-questions?employeeId={person}"))).Items());
        await after.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Answer(question.Id(), "onTime", null, 1));
        Assert.Equal("answered", (await supervisor.DoAsync(Answer(question.Id(), "onTime", null, 1))).Text("state"));
    }

    [Fact]
    public async Task A_lateness_is_not_answered_into_being_on_a_day_that_turned_out_to_be_after_the_last()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await Hired.HireAsync(app, "LP-15");
        await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Daily, ["LP-15", Tuesday, null, "17:30"]));
        var question = Assert.Single((await hr.DoAsync(Get($"/punch-questions?employeeId={person}"))).Items());
        await hr.DoAsync(Post(
            $"/employees/{person}/end-employment", new { leftOn = Tuesday.AddDays(-1), reason = "离职" }, await Hired.VersionAsync(app, person)));

        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.notEmployed", Answer(question.Id(), "late", 12, 1));
    }

    [Fact]
    public async Task The_supervisor_of_the_day_answers_and_a_lateness_of_it_is_theirs_to_have_reported()
    {
        var (hr, supervisor, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.Approver));
        var person = await Hired.HireAsync(app, "LP-10", await app.PersonAsync(Role.Supervisor, Standing.Own));
        var below = await Hired.HireAsync(app, "LP-11", await app.PersonAsync(Role.Supervisor, Standing.Direct));
        await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(
            Daily, ["LP-10", Tuesday, null, "17:30"], ["LP-10", Tuesday.AddDays(1), null, null], ["LP-11", Tuesday, null, "17:30"]));
        var questions = (await supervisor.DoAsync(Get($"/punch-questions?employeeId={person}&state=open"))).Items();
        Assert.Equal(["in", "both"], questions.Select(x => x.Text("missing")));
        var other = Assert.Single((await supervisor.DoAsync(Get($"/punch-questions?employeeId={below}&q=ouyang"))).Items());
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "punchQuestion.notYours", Answer(other.Id(), "onTime", null, 1));
        await supervisor.RefusedAsync(HttpStatusCode.UnprocessableEntity, "punchQuestion.minutes", "minutes", Answer(questions[0].Id(), "late", null, 1));
        await supervisor.RefusedAsync(HttpStatusCode.UnprocessableEntity, "punchQuestion.minutes", "minutes", Answer(questions[0].Id(), "absent", 5, 1));

        var late = await supervisor.DoAsync(Answer(questions[0].Id(), "late", 12, 1));
        var absent = await supervisor.DoAsync(Answer(questions[1].Id(), "absent", null, 1));

        Assert.Equal(("answered", "answered", 0), (late.Text("state"), absent.Text("state"), late.GetProperty("allowedActions").GetArrayLength()));
        Assert.Equal([(Tuesday, 12)], await app.LatenessesAsync(person));
        var eventId = late.GetProperty("eventId").GetInt64();
        Assert.False((await supervisor.DoAsync(Get($"/performance-events/{eventId}"))).GetProperty("isImported").GetBoolean());
        Assert.Contains("performanceEvent.toDecide", await approver.ToldAsync(eventId));
        await supervisor.RefusedAsync(HttpStatusCode.Conflict, "punchQuestion.notInThisState", Answer(questions[0].Id(), "onTime", null, late.Version()));
    }

    [Fact]
    public async Task A_lateness_is_not_answered_into_being_twice_and_nobody_answers_about_themselves()
    {
        var (hr, other) = (await app.AsAsync(Role.HumanResources), await app.SignInAsAsync(Role.HumanResources));
        var person = await Hired.HireAsync(app, "LP-12");
        var own = World.NumberOf(Role.HumanResources, Standing.Own);
        await other.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Daily, ["LP-12", Tuesday, "08:50", null], [own, Tuesday, "08:20", null]));
        var question = Assert.Single((await hr.DoAsync(Get($"/punch-questions?employeeId={person}&dayFrom=2026-02-24&dayTo=2026-02-24"))).Items());
        var mine = Assert.Single((await hr.DoAsync(Get($"/punch-questions?employeeId={await app.PersonAsync(Role.HumanResources, Standing.Own)}"))).Items());

        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEvent.latenessThere", Answer(question.Id(), "late", 20, 1));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Answer(mine.Id(), "onTime", null, 1));

        Assert.Equal("answered", (await hr.DoAsync(Answer(question.Id(), "onTime", null, 1))).Text("state"));
    }

    private static HttpRequestMessage Answer(long id, string answer, int? minutes, int version) =>
        Post($"/punch-questions/{id}/answer", new { answer, minutes }, version);
}
