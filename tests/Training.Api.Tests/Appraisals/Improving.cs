using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Sessions;
using Training.Domain.Appraisals;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Appraisals;

/// <summary>What is proposed after a low result, and the plan to get better.</summary>
public sealed class Improving : IAsyncLifetime
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Content = HttpStatusCode.UnprocessableEntity;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;
    private const HttpStatusCode NotFound = HttpStatusCode.NotFound;
    private TrainingApp _own = null!;

    public async ValueTask InitializeAsync()
    {
        _own = new TrainingApp();
        await _own.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _own.DisposeAsync();

    [Fact]
    public async Task A_result_under_the_mark_proposes_a_plan_and_each_item_under_it_the_courses_of_its_KPI()
    {
        var low = await _own.LowAsync("LOW");
        var (hr, supervisor, own) = (await _own.AsAsync(Role.HumanResources), await _own.AsAsync(Role.Supervisor), await _own.SignInAsync("low"));
        var path = $"/appraisals/{low.Appraisal}";
        await hr.RefusedAsync(Conflict, "appraisal.notPublished", Get($"{path}/improvement-proposal"));
        await supervisor.RefusedAsync(Conflict, "appraisal.notPublished", Post($"{path}/enrol-proposed", new { }));
        await supervisor.RefusedAsync(Conflict, "appraisal.notPublished", Post($"{path}/improvement-plan", Plan()));
        await _own.PublishAsync(low);

        foreach (var client in new[] { hr, supervisor, own, await _own.AsAsync(Role.Approver) })
        {
            var proposal = await client.DoAsync(Get($"{path}/improvement-proposal"));
            Assert.Equal((55.5m, 60m, true, false), (
                proposal.GetProperty("final").GetDecimal(), proposal.GetProperty("improvementBelow").GetDecimal(),
                proposal.GetProperty("isProposed").GetBoolean(), proposal.GetProperty("hasPlan").GetBoolean()));
            var item = proposal.GetProperty("items").EnumerateArray().Single();
            Assert.Equal(("LOWA", 30m), (item.Text("kpiCode"), item.GetProperty("score").GetDecimal()));
            Assert.Equal(["CRS040", "CRS041"], item.GetProperty("courses").EnumerateArray().Select(x => x.Text("code")));
        }

        await (await _own.AsAsync(Role.Payroll)).RefusedAsync(NotFound, "record.unknown", Get($"{path}/improvement-proposal"));
        await hr.DoAsync(await Hired.MoveAsync(_own, low.Person, new(2026, 3, 1), await _own.PersonAsync(Role.Staff, Standing.Own)));
        var later = await (await _own.AsAsync(Role.Staff)).DoAsync(Get($"{path}/improvement-proposal"));
        Assert.Equal((true, false, 0), (
            later.GetProperty("isProposed").GetBoolean(), later.GetProperty("areItemsShown").GetBoolean(), later.GetProperty("items").GetArrayLength()));
    }

    [Fact]
    public async Task One_act_enrols_in_the_next_sessions_of_the_courses_that_are_proposed()
    {
        var low = await _own.LowAsync("ENROL");
        await _own.PublishAsync(low);
        var (hr, supervisor, own) = (await _own.AsAsync(Role.HumanResources), await _own.AsAsync(Role.Supervisor), await _own.SignInAsync("enrol"));
        var path = $"/appraisals/{low.Appraisal}/enrol-proposed";
        await own.RefusedAsync(Forbidden, "access.own", Post(path, new { }));
        await (await _own.AsAsync(Role.Approver)).RefusedAsync(Forbidden, "improvementPlan.notYours", Post(path, new { }));
        await supervisor.RefusedAsync(
            Content, "improvementPlan.courseNotProposed", "courseCodes[1]", Post(path, new { courseCodes = new[] { "crs040", "CRS001" } }));
        var none = (await supervisor.DoAsync(Post(path, new { courseCodes = new[] { "CRS041" } }))).GetProperty("courses").EnumerateArray().Single();
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (none.GetProperty("sessionId").ValueKind, none.GetProperty("cause").ValueKind));
        var full = await _own.PublishedAsync(hr, "CRS040", capacity: 1);
        await hr.NominateAsync(full.Id(), await _own.PersonAsync(Role.Staff, Standing.Own));
        var free = await _own.PublishedAsync(hr, "CRS040");
        var line = await _own.PublishedAsync(hr, "CRS041", capacity: 1);
        await hr.NominateAsync(line.Id(), await _own.PersonAsync(Role.Staff, Standing.Own));

        var done = (await supervisor.DoAsync(Post(path, new { }))).GetProperty("courses").EnumerateArray().ToList();

        Assert.Equal(
            [("CRS040", free.Text("code"), "enrolled"), ("CRS041", line.Text("code"), "waitlisted")],
            done.Select(x => (x.Text("courseCode"), x.Text("sessionCode"), x.Text("state"))));
        Assert.Contains("enrolment.enrolled", (await own.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind")));
        var again = (await hr.DoAsync(Post(path, new { }))).GetProperty("courses").EnumerateArray().ToList();
        Assert.All(again, x => Assert.Equal(("alreadyThere", JsonValueKind.Null), (x.Text("cause"), x.GetProperty("enrolmentId").ValueKind)));
    }

    [Fact]
    public async Task A_plan_is_made_read_by_person_and_coach_checked_and_over_once_it_is_done()
    {
        var low = await _own.LowAsync("PLAN");
        await _own.PublishAsync(low);
        var (hr, supervisor, coach, own) = (
            await _own.AsAsync(Role.HumanResources), await _own.AsAsync(Role.Supervisor), await _own.AsAsync(Role.Payroll), await _own.SignInAsync("plan"));
        var path = $"/appraisals/{low.Appraisal}/improvement-plan";
        await own.RefusedAsync(NotFound, "record.unknown", Get(path));
        await own.RefusedAsync(Forbidden, "access.own", Post(path, Plan()));
        await (await _own.AsAsync(Role.Approver)).RefusedAsync(Forbidden, "improvementPlan.notYours", Post(path, Plan()));
        var number = await _own.ReadAsync(db => db.Employees.Where(x => x.Id == low.Person).Select(x => x.EmployeeNumber).SingleAsync());
        await WrongAsync((code, field, body) => supervisor.RefusedAsync(Content, code, field, Post(path, body)), number);

        var made = await supervisor.DoAsync(Post(path, Plan()));

        Assert.Equal(("2026-03-16", "2026-03-02", false), (made.Text("nextCheckOn"), made.Text("madeOn"), made.GetProperty("isOver").GetBoolean()));
        await hr.RefusedAsync(Conflict, "improvementPlan.exists", Post(path, Plan()));
        Assert.Contains("improvementPlan.made", await KindsAsync(own));
        Assert.Contains("improvementPlan.toCoach", await KindsAsync(coach));
        Assert.True((await own.DoAsync(Get($"/appraisals/{low.Appraisal}/improvement-proposal"))).GetProperty("hasPlan").GetBoolean());
        Assert.Equal("补课", (await own.DoAsync(Get(path))).GetProperty("steps")[0].Text("text"));
        await coach.RefusedAsync(NotFound, "record.unknown", Get($"/appraisals/{low.Appraisal}"));
        Assert.Equal(["check"], AppraisalWorld.Actions(await coach.DoAsync(Get(path))));
        Assert.Equal(["edit", "check"], AppraisalWorld.Actions(await hr.DoAsync(Get(path))));
        Assert.Empty(AppraisalWorld.Actions(await own.DoAsync(Get(path))));
        await coach.RefusedAsync(Forbidden, "improvementPlan.notYours", Put(path, Plan(), made.Version()));
        await own.RefusedAsync(Forbidden, "access.own", Put(path, Plan(), made.Version()));
        await own.RefusedAsync(Forbidden, "access.own", Post($"{path}/checks", Checked("onTrack"), made.Version()));
        await supervisor.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Send(HttpMethod.Put, path, Plan()));
        await WrongAsync((code, field, body) => supervisor.RefusedAsync(Content, code, field, Put(path, body, made.Version())), number);
        var edited = await hr.DoAsync(Put(path, Plan(step: "跟班学习"), made.Version()));

        foreach (var day in new[] { "2026-03-01", "2026-03-03" })
        {
            await coach.RefusedAsync(
                Content, "improvementPlan.checkDayOutOfRange", "on", Post($"{path}/checks", Checked("behind", day), edited.Version()));
        }

        _own.Clock.Advance(TimeSpan.FromDays(14));
        var behind = await coach.DoAsync(Post($"{path}/checks", Checked("behind", "2026-03-16"), edited.Version()));
        Assert.Equal(("2026-03-30", World.NumberOf(Role.Payroll, Standing.Own)), (
            behind.Text("nextCheckOn"), behind.GetProperty("checks")[0].GetProperty("by").Text("employeeNumber")));
        var audited = (await hr.DoAsync(Get("/audit?act=CheckImprovementPlan&pageSize=200"))).Items()
            .Where(x => x.Text("entity") == "improvementPlan").ToList();
        Assert.NotEmpty(audited);
        Assert.All(audited, x => Assert.DoesNotContain("有进步", x.GetRawText(), StringComparison.Ordinal));
        var done = await supervisor.DoAsync(Post($"{path}/checks", Checked("done", "2026-03-16"), behind.Version()));

        Assert.Equal((true, JsonValueKind.Null), (done.GetProperty("isOver").GetBoolean(), done.GetProperty("nextCheckOn").ValueKind));
        await supervisor.RefusedAsync(Conflict, "improvementPlan.over", Put(path, Plan(), done.Version()));
        await coach.RefusedAsync(Conflict, "improvementPlan.over", Post($"{path}/checks", Checked("onTrack", "2026-03-16"), done.Version()));
    }

    [Fact]
    public async Task Who_stands_further_above_reads_the_plan_and_writes_nothing_and_it_takes_a_hundred_checks()
    {
        var low = await _own.LowAsync("ABOVE");
        await _own.PublishAsync(low);
        var (hr, before) = (await _own.AsAsync(Role.HumanResources), await _own.AsAsync(Role.Supervisor));
        var now = await _own.PersonAsync(Role.Supervisor, Standing.Direct);
        await _own.AddAccountAsync("now", now, Role.Supervisor);
        await hr.DoAsync(await Hired.MoveAsync(_own, low.Person, new(2026, 3, 1), now));
        var path = $"/appraisals/{low.Appraisal}/improvement-plan";
        await before.RefusedAsync(Forbidden, "improvementPlan.notYours", Post(path, Plan()));
        var made = await (await _own.SignInAsync("now")).DoAsync(Post(path, Plan()));
        Assert.Empty(AppraisalWorld.Actions(await before.DoAsync(Get(path))));
        await before.RefusedAsync(Forbidden, "improvementPlan.notYours", Put(path, Plan(), made.Version()));
        await before.RefusedAsync(Forbidden, "improvementPlan.notYours", Post($"{path}/checks", Checked("onTrack"), made.Version()));
        await _own.WriteAsync(async db =>
        {
            var plan = await db.ImprovementPlans.SingleAsync(x => x.AppraisalId == low.Appraisal);
            Enumerable.Range(0, ImprovementPlan.MaxChecks).ToList().ForEach(_ =>
                plan.Check(new(new(2026, 3, 2), ImprovementStanding.OnTrack, null, now), new(2026, 3, 2)));
            return true;
        });

        await hr.RefusedAsync(Conflict, "improvementPlan.checksFull", Post($"{path}/checks", Checked("onTrack"), (await hr.DoAsync(Get(path))).Version()));
    }

    [Fact]
    public async Task Development_shows_results_and_items_over_the_quarters_that_were_published()
    {
        var low = await _own.LowAsync("DEV");
        await _own.PublishAsync(low);
        var (hr, supervisor, own) = (await _own.AsAsync(Role.HumanResources), await _own.AsAsync(Role.Supervisor), await _own.SignInAsync("dev"));
        await _own.FigureAsync(low.Low, low.Person, "2025-07", 45m);
        await _own.FigureAsync(low.Edge, low.Person, "2025-07", 90m);
        var cycle = await _own.OpenedAsync("2025Q3", low.By);
        await _own.MarkedAsync(cycle, low.Person);
        Assert.Single((await own.DoAsync(Get("/my/development"))).GetProperty("results").EnumerateArray());
        await hr.DoAsync(await hr.CalibrationAsync(await _own.AppraisalAsync(cycle, low.Person)));
        await hr.PublishAsync(cycle, new { employeeId = low.Person });

        foreach (var answer in new[]
        {
            await own.DoAsync(Get("/my/development")), await own.DoAsync(Get($"/employees/{low.Person}/development")),
            await hr.DoAsync(Get($"/employees/{low.Person}/development")), await supervisor.DoAsync(Get($"/employees/{low.Person}/development")),
        })
        {
            Assert.Equal(
                [("2025Q3", 76.5m, null), ("2025Q4", 55.5m, -21m)],
                answer.GetProperty("results").EnumerateArray().Select(x => (x.Text("quarter")!, x.GetProperty("final").GetDecimal(), Change(x))));
            Assert.Equal(["DEVA", "DEVB", "DEVM"], answer.GetProperty("items").EnumerateArray().Select(x => x.Text("kpiCode")));
            Assert.Equal(
                [("2025Q3", 50m, null), ("2025Q4", 30m, -20m)],
                answer.GetProperty("items")[0].GetProperty("points").EnumerateArray()
                    .Select(x => (x.Text("quarter")!, x.GetProperty("score").GetDecimal(), Change(x))));
        }

        await (await _own.AsAsync(Role.Payroll)).RefusedAsync(NotFound, "record.unknown", Get($"/employees/{low.Person}/development"));
        await hr.DoAsync(await Hired.MoveAsync(_own, low.Person, new(2026, 3, 1), await _own.PersonAsync(Role.Staff, Standing.Own)));
        var later = await (await _own.AsAsync(Role.Staff)).DoAsync(Get($"/employees/{low.Person}/development"));
        Assert.Equal((2, 0), (later.GetProperty("results").GetArrayLength(), later.GetProperty("items").GetArrayLength()));
        Assert.Empty((await (await _own.AsAsync(Role.Staff)).DoAsync(Get("/my/development"))).GetProperty("results").EnumerateArray());
    }

    private static decimal? Change(JsonElement record) =>
        record.GetProperty("change") is { ValueKind: JsonValueKind.Number } change ? change.GetDecimal() : null;

    private static async Task WrongAsync(Func<string, string, object, Task> refused, string own)
    {
        await refused("improvementPlan.coachUnknown", "coachNumber", Plan(coach: "NOBODY"));
        await refused("improvementPlan.coachIsPerson", "coachNumber", Plan(coach: own));
        await refused("improvementPlan.dayBeforePublication", "steps[0].dueOn", Plan(dueOn: "2026-03-01"));
        await refused("improvementPlan.dayBeforePublication", "checkDays[0]", Plan(checks: ["2026-03-01"]));
        await refused("improvementPlan.checkDaysNotRising", "checkDays[1]", Plan(checks: ["2026-03-16", "2026-03-16"]));
    }

    private static object Plan(string? coach = null, string step = "补课", string dueOn = "2026-04-30", string[]? checks = null) => new
    {
        coachNumber = coach ?? World.NumberOf(Role.Payroll, Standing.Own),
        steps = new[] { new { text = step, dueOn } },
        checkDays = checks ?? ["2026-03-16", "2026-03-30"],
    };

    private static object Checked(string standing, string on = "2026-03-02") => new { on, standing, remark = "有进步" };

    private static async Task<IReadOnlyList<string?>> KindsAsync(HttpClient client) =>
        [.. (await client.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind"))];
}
