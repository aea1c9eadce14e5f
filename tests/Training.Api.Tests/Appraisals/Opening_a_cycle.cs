using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.KpiTemplates;
using Training.Domain.Appraisals;
using Training.Domain.People;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Appraisals;

/// <summary>Who gets an appraisal when a cycle is opened, and what becomes of it when people move.</summary>
public sealed class Opening_a_cycle(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_of_the_population_has_one_appraisal_however_often_it_is_opened()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var cycle = (await hr.PlannedAsync("2026Q1")).Id();

        var first = await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        var second = await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));

        Assert.Equal("open", first.Text("phase"));
        Assert.Equal(first.Number("opened"), (await hr.DoAsync(Get($"/appraisals?cycleId={cycle}"))).Number("total") + await AboveAsync(hr, cycle));
        Assert.Equal((0, 0, first.Number("leftOut")), (second.Number("opened"), second.Number("changed"), second.Number("leftOut")));
        var person = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        var appraisal = Assert.Single((await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={person}"))).Items());
        var whole = await hr.DoAsync(Get($"/appraisals/{appraisal.Id()}"));
        Assert.Equal("targets", whole.Text("stage"));
        Assert.Equal([(1, 90, 90)], Days(whole));
        Assert.Equal("CS-SUPERVISOR", whole.GetProperty("segments")[0].GetProperty("position").Text("code"));
        Assert.NotEqual(JsonValueKind.Null, whole.GetProperty("segments")[0].GetProperty("templateId").ValueKind);
    }

    [Fact]
    public async Task Who_is_left_out_stands_in_a_list_with_the_reason()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var intern = await HireAsync("AC-01", ContractKind.Intern, On(2025, 7, 1), await app.PersonAsync(Role.Supervisor, Standing.Own));
        var alone = await HireAsync("AC-02", ContractKind.FixedTerm, On(2025, 7, 1), null);
        var without = await HireAsync("AC-03", ContractKind.FixedTerm, On(2025, 7, 1), alone, await hr.NewPositionAsync("AC-POSITION"));
        var cycle = (await hr.PlannedAsync("2025Q3")).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));

        var list = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/left-out?pageSize=200"))).Items().ToDictionary(x => x.Id(), x => x.Text("reason"));

        Assert.Equal(
            [("outsidePopulation"), ("nobodyAbove"), ("noTemplate")], new[] { intern, alone, without }.Select(x => list.GetValueOrDefault(x)));
        var asked = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/left-out?reason=noTemplate&pageSize=200"))).Items();
        Assert.All(asked, x => Assert.Equal("noTemplate", x.Text("reason")));
        Assert.Contains(without, asked.Select(x => x.Id()));
        Assert.Empty((await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={intern}"))).Items());
    }

    [Fact]
    public async Task Who_passed_the_probation_early_is_no_longer_on_it()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var above = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var (running, passed) = (await Hired.HireAsync(app, "AC-61", above), await Hired.HireAsync(app, "AC-62", above));
        await (await app.AsAsync(Role.Supervisor)).DoAsync(Post(
            $"/employees/{passed}/propose-probation", new { outcome = "passed" }, await Hired.VersionAsync(app, passed)));
        await hr.DoAsync(Post($"/employees/{passed}/decide-probation", new { outcome = "passed" }, await Hired.VersionAsync(app, passed)));
        var cycle = (await hr.DoAsync(Post("/appraisal-cycles", new { quarter = "2026Q3", population = new { includesProbation = false } }))).Id();

        var leftOut = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/left-out?reason=outsidePopulation&pageSize=200"))).Items().Select(x => x.Id()).ToList();

        Assert.Contains(running, leftOut);
        Assert.DoesNotContain(passed, leftOut);
    }

    [Fact]
    public async Task A_transfer_in_mid_quarter_makes_two_segments_and_each_supervisor_sees_the_one_of_their_days()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var supervisor = await app.AsAsync(Role.Supervisor);
        var own = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var other = await HireAsync("AC-11", ContractKind.FixedTerm, On(2024, 1, 1), null);
        await app.AddAccountAsync("ac-11", other, Role.Supervisor);
        var person = await HireAsync("AC-12", ContractKind.FixedTerm, On(2025, 1, 1), own);
        await app.AddAccountAsync("ac-12", person, Role.Staff);
        await hr.DoAsync(await Hired.MoveAsync(app, person, On(2025, 11, 16), other));
        var cycle = (await hr.PlannedAsync("2025Q4")).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        var id = (await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={person}"))).Items().Single().Id();

        Assert.Equal([(1, 46, 46), (2, 46, 46)], Days(await hr.DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal([1], Numbers(await supervisor.DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal([2], Numbers(await (await app.SignInAsync("ac-11")).DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal([1, 2], Numbers(await (await app.SignInAsync("ac-12")).DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal([id], (await (await app.SignInAsync("ac-12")).DoAsync(Get("/my/appraisals?quarter=2025Q4"))).Items().Select(x => x.Id()));
        await (await app.AsAsync(Role.Staff)).RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}"));
    }

    [Fact]
    public async Task What_is_entered_afterwards_is_followed_at_night_and_a_segment_keeps_its_number()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var hr = await own.AsAsync(Role.HumanResources);
        var supervisor = await own.PersonAsync(Role.Supervisor, Standing.Own);
        var person = await Hired.HireAsync(own, "AC-21", supervisor);
        var cycle = (await hr.PlannedAsync("2026Q1")).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        var id = (await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={person}"))).Items().Single().Id();
        await hr.DoAsync(await Hired.MoveAsync(own, person, On(2026, 2, 1), await own.PersonAsync(Role.Staff, Standing.Own)));

        await NightAsync(own);

        Assert.Equal([(1, 31, 31), (2, 59, 59)], Days(await hr.DoAsync(Get($"/appraisals/{id}"))));
        var moved = (await hr.DoAsync(Get($"/employees/{person}/assignments"))).Items().Single(x => x.Text("from") == "2026-02-01");
        var back = await Hired.MoveRequestAsync(own, On(2026, 2, 1), supervisor);
        await hr.DoAsync(Put($"/employees/{person}/assignments/{moved.Id()}", back, moved.Version()));
        await NightAsync(own);

        Assert.Equal([(1, 90, 90), (2, 0, 0)], Days(await hr.DoAsync(Get($"/appraisals/{id}"))));
    }

    [Fact]
    public async Task Who_is_taken_back_and_forth_is_seen_by_each_supervisor_in_their_own_days_alone()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var supervisor = await app.AsAsync(Role.Supervisor);
        var own = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var other = await HireAsync("AC-41", ContractKind.FixedTerm, On(2024, 1, 1), null);
        await app.AddAccountAsync("ac-41", other, Role.Supervisor);
        var person = await HireAsync("AC-42", ContractKind.FixedTerm, On(2024, 1, 1), own);
        await hr.DoAsync(await Hired.MoveAsync(app, person, On(2024, 11, 1), other));
        await hr.DoAsync(await Hired.MoveAsync(app, person, On(2024, 12, 1), own));
        var cycle = (await hr.PlannedAsync("2024Q4")).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        var id = (await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={person}"))).Items().Single().Id();
        var beside = await app.SignInAsync("ac-41");

        Assert.Equal([(1, 62, 62), (2, 30, 30)], Days(await hr.DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal([1], Numbers(await supervisor.DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal([2], Numbers(await beside.DoAsync(Get($"/appraisals/{id}"))));
        var listed = Assert.Single((await beside.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={person}"))).Items());
        Assert.Equal(1, listed.Number("segmentCount"));
        Assert.Empty((await beside.DoAsync(Get($"/appraisals?employeeId={person}&supervisorId={own}"))).Items());
    }

    [Fact]
    public async Task Days_come_back_with_a_shortened_leave_and_go_with_an_employment_that_turns_out_to_be_over()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var hr = await own.AsAsync(Role.HumanResources);
        var supervisor = await own.PersonAsync(Role.Supervisor, Standing.Own);
        var (absent, gone) = (await Hired.HireAsync(own, "AC-51", supervisor), await Hired.HireAsync(own, "AC-52", supervisor));
        var leave = await own.WriteAsync(async db =>
        {
            var employee = await db.Employees.Include(x => x.Periods).SingleAsync(x => x.Id == absent, Stop);
            return db.LeaveRecords.Add(LeaveRecord.Create(
                employee, LeaveKind.Parental, new LeaveSpan(On(2025, 12, 1), HalfDay.Morning, On(2026, 4, 30), HalfDay.Afternoon), null, [])).Entity;
        });
        var cycle = (await hr.PlannedAsync("2026Q1")).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        async Task<IEnumerable<(int, int, int)>> DaysAsync(long person)
        {
            var id = (await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={person}"))).Items().Single().Id();
            return Days(await hr.DoAsync(Get($"/appraisals/{id}")));
        }

        Assert.Empty(await DaysAsync(absent));
        Assert.Equal([(1, 90, 90)], await DaysAsync(gone));
        await own.WriteAsync(async db => await db.LeaveRecords.Where(x => x.Id == leave.Id).ToListAsync(Stop) is [var found] && db.LeaveRecords.Remove(found) is not null);
        await hr.DoAsync(Post(
            $"/employees/{gone}/end-employment", new { leftOn = On(2025, 12, 31), reason = "离职" }, await Hired.VersionAsync(own, gone)));
        await NightAsync(own);

        Assert.Equal([(1, 90, 90)], await DaysAsync(absent));
        Assert.Equal([(1, 0, 0)], await DaysAsync(gone));
    }

    [Fact]
    public async Task Who_joins_has_an_appraisal_from_the_first_day_on()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var hr = await own.AsAsync(Role.HumanResources);
        var cycle = (await hr.PlannedAsync("2026Q1")).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        var request = await Hired.HireRequestAsync(own, "AC-31", await own.PersonAsync(Role.Supervisor, Standing.Own));
        request["hiredOn"] = On(2026, 3, 4);
        var joiner = (await hr.DoAsync(Post("/employees", request))).Id();

        await NightAsync(own);
        Assert.Empty((await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={joiner}"))).Items());
        await NightAsync(own);

        var appraisal = Assert.Single((await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={joiner}"))).Items());
        Assert.Equal([(1, 28, 28)], Days(await hr.DoAsync(Get($"/appraisals/{appraisal.Id()}"))));
    }

    [Fact]
    public async Task A_quarter_that_has_not_begun_is_not_opened_nor_a_version_that_is_over()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var cycle = (await hr.PlannedAsync("2026Q2")).Id();

        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.notBegun", Post($"/appraisal-cycles/{cycle}/open"));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Post($"/appraisal-cycles/{cycle}/open", null, 99));
        await (await app.AsAsync(Role.Supervisor)).RefusedAsync(HttpStatusCode.Forbidden, "access.role", Post($"/appraisal-cycles/{cycle}/open"));
        Assert.Equal("planned", (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))).Text("phase"));
        Assert.Empty((await hr.DoAsync(Get($"/appraisals?cycleId={cycle}"))).Items());
    }

    [Fact]
    public async Task An_open_cycle_is_neither_edited_nor_deleted()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var cycle = (await hr.PlannedAsync("2025Q2")).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        var version = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))).Version();

        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.notInThisState", Delete($"/appraisal-cycles/{cycle}", version));
        var open = await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.notInThisState", CycleWorld.Edit(open, CycleWorld.ContentOf(open)));
        Assert.Equal(["open", "advance", "extendTargets"], CycleWorld.Actions(open));
        await app.PutIntoAsync(cycle, AppraisalCyclePhase.SelfReview);
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.notInThisState", Post($"/appraisal-cycles/{cycle}/open"));
    }

    [Fact]
    public async Task Once_opened_goals_are_scored_by_the_templates_that_the_cycle_names()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        var first = (await hr.DoAsync(Get("/kpi-templates?code=KT02"))).Items().Single();
        var second = await hr.PublishAsync(await hr.DoAsync(Post($"/kpi-templates/{first.Id()}/revise", null, first.Version())));
        var templates = new[] { new { positionId = second.GetProperty("positionId").GetInt64(), templateId = second.Id() } };
        var cycle = (await hr.DoAsync(Post("/appraisal-cycles", new { quarter = "2025Q1", templates }))).Id();

        Assert.Equal(1, await NumberAsync());
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        Assert.Equal(2, await NumberAsync());

        async Task<int> NumberAsync() =>
            (await hr.DoAsync(Get($"/employees/{person}/goals?quarter=2025Q1"))).Items().Select(x => x.Number("templateNumber")).Distinct().Single();
    }

    private static DateOnly On(int year, int month, int day) => new(year, month, day);

    private static IEnumerable<(int, int, int)> Days(JsonElement appraisal) =>
        appraisal.GetProperty("segments").EnumerateArray().Select(x => (x.Number("number"), x.Number("ownDays"), x.Number("days")));

    private static IEnumerable<int> Numbers(JsonElement appraisal) => appraisal.GetProperty("segments").EnumerateArray().Select(x => x.Number("number"));

    /// <summary>The caller's own line above, whose appraisals HR is not shown.</summary>
    private async Task<int> AboveAsync(HttpClient hr, long cycle)
    {
        var above = await app.PersonAsync(Role.HumanResources, Standing.Above);
        Assert.Empty((await hr.DoAsync(Get($"/appraisals?cycleId={cycle}&employeeId={above}"))).Items());
        return await app.ReadAsync(db => db.Appraisals.CountAsync(x => x.CycleId == cycle && x.EmployeeId == above, Stop));
    }

    private static async Task NightAsync(TrainingApp app)
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FollowCycles>().RunAsync(Stop);
    }

    private async Task<long> HireAsync(string number, ContractKind kind, DateOnly on, long? supervisorId, long? positionId = null)
    {
        var place = await Hired.PlaceAsync(app);
        await using var scope = app.Services.CreateAsyncScope();
        var hired = await scope.ServiceProvider.GetRequiredService<HireEmployee>().RunAsync(
            [
                new NewEmployee(
                    number, new EmployeeProfile(PersonNames.Of(number, "欧阳春", "Ouyang Chun", null), null, null, null, Language.ZhCn),
                    new Engagement(on, kind, 1m, null), place with { SupervisorId = supervisorId, PositionId = positionId ?? place.PositionId }),
            ],
            Stop);
        return hired[0].Id;
    }
}
