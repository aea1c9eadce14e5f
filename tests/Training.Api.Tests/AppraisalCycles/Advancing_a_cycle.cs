using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.Hosting;
using Training.Domain.People;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.AppraisalCycles;

/// <summary>How HR takes a cycle from phase to phase, and what that makes of those who lag behind.</summary>
public sealed class Advancing_a_cycle(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_self_review_begins_for_everybody_and_all_are_told_what_is_theirs_to_do()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (staff, supervisor) = (await app.AsAsync(Role.Staff), await app.AsAsync(Role.Supervisor));
        await app.AddAccountAsync("nobody-below", await app.PersonAsync(Role.Supervisor, Standing.Below), Role.Staff);
        var cycle = await hr.OpenedAsync("2025Q4");
        Assert.Equal(["open", "advance", "extendTargets"], CycleWorld.Actions(await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))));

        var begun = await hr.AdvanceAsync(cycle, "selfReview");

        Assert.Equal("selfReview", begun.Text("phase"));
        Assert.Equal(await app.ReadAsync(db => db.Appraisals.CountAsync(x => x.CycleId == cycle, Stop)), begun.Number("moved"));
        var own = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Staff, Standing.Own));
        var read = await staff.DoAsync(Get($"/appraisals/{own}"));
        Assert.Equal(("selfReview", "draft"), (read.Text("stage"), read.Text("selfReview")));
        Assert.Equal(["reviewSelf"], AppraisalWorld.Actions(read));
        Assert.Equal(["setAside"], AppraisalWorld.Actions(await hr.DoAsync(Get($"/appraisals/{own}"))));
        Assert.Contains("appraisal.selfReviewDue", await KindsAsync(staff));
        Assert.Contains("appraisal.scoringDue", await KindsAsync(supervisor));
        Assert.DoesNotContain("appraisal.scoringDue", await KindsAsync(await app.SignInAsync("nobody-below")));
    }

    [Fact]
    public async Task A_second_click_begins_no_further_phase()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var planned = await hr.PlannedAsync("2025Q1");
        var path = $"/appraisal-cycles/{planned.Id()}/advance";
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.notInThisState", Post(path, new { to = "selfReview" }, planned.Version()));
        await hr.DoAsync(Post($"/appraisal-cycles/{planned.Id()}/open"));
        var version = (await hr.DoAsync(Get($"/appraisal-cycles/{planned.Id()}"))).Version();
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.notTheNextPhase", Post(path, new { to = "scoring" }, version));
        await hr.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Post(path, new { to = "selfReview" }));

        var begun = await hr.DoAsync(Post(path, new { to = "selfReview" }, version));

        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Post(path, new { to = "selfReview" }, version));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.notTheNextPhase", Post(path, new { to = "selfReview" }, begun.Version()));
        Assert.Equal("selfReview", (await hr.DoAsync(Get($"/appraisal-cycles/{planned.Id()}"))).Text("phase"));
    }

    [Fact]
    public async Task A_running_quarter_is_judged_by_its_people_but_not_scored_yet()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var cycle = await hr.OpenedAsync("2026Q1", "selfReview");
        var read = await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"));

        await hr.RefusedAsync(
            HttpStatusCode.Conflict, "appraisalCycle.quarterRunning", Post($"/appraisal-cycles/{cycle}/advance", new { to = "scoring" }, read.Version()));
        Assert.Equal(["extendTargets"], CycleWorld.Actions(read));
    }

    [Fact]
    public async Task Missing_self_reviews_are_recorded_and_who_was_away_was_not_asked()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var supervisor = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var (silent, absent, left, drafting) = (
            await Hired.HireAsync(app, "AV-01", supervisor), await Hired.HireAsync(app, "AV-02", supervisor),
            await Hired.HireAsync(app, "AV-03", supervisor, new DateOnly(2026, 1, 31)), await Hired.HireAsync(app, "AV-04", supervisor));
        await app.AddAccountAsync("av-04", drafting, Role.Staff);
        await app.WriteAsync(async db =>
        {
            var employee = await db.Employees.Include(x => x.Periods).SingleAsync(x => x.Id == absent, Stop);
            return db.LeaveRecords.Add(LeaveRecord.Create(
                employee, LeaveKind.Sick, new LeaveSpan(new(2026, 3, 2), HalfDay.Morning, new(2026, 3, 6), HalfDay.Afternoon), null, []));
        });
        var cycle = await hr.OpenedAsync("2025Q3", "selfReview");
        var staff = await app.AsAsync(Role.Staff);
        var given = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Staff, Standing.Own));
        await staff.DoAsync(Post($"/appraisals/{given}/self-review", new { text = "达成" }, 0));
        var drafted = await hr.AppraisalAsync(cycle, drafting);
        await (await app.SignInAsync("av-04")).DoAsync(Send(HttpMethod.Put, $"/appraisals/{drafted}/self-review", new { text = "未写完" }));

        var begun = await hr.AdvanceAsync(cycle, "scoring");

        Assert.Equal("submitted", await ReviewAsync(hr, given));
        Assert.Equal(("notGiven", "notGiven"), (await ReviewAsync(hr, await hr.AppraisalAsync(cycle, silent)), await ReviewAsync(hr, drafted)));
        Assert.Equal(("notAsked", "notAsked"), (
            await ReviewAsync(hr, await hr.AppraisalAsync(cycle, absent)), await ReviewAsync(hr, await hr.AppraisalAsync(cycle, left))));
        Assert.Equal("未写完", (await (await app.SignInAsync("av-04")).DoAsync(Get($"/appraisals/{drafted}/self-review"))).Text("text"));
        Assert.Equal(await app.ReadAsync(db => db.Appraisals.CountAsync(x => x.CycleId == cycle, Stop)) - 3, begun.Number("notGiven"));
    }

    [Fact]
    public async Task Who_has_too_few_days_ends_unrated_and_nobody_is_asked_to_score_them()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var supervisor = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var late = await LateAsync("AV-11", new(2025, 6, 2), supervisor);
        var justEnough = await LateAsync("AV-12", new(2025, 6, 1), supervisor);
        var cycle = await hr.OpenedAsync("2025Q2", "selfReview");

        var begun = await hr.AdvanceAsync(cycle, "scoring");

        Assert.Equal(1, begun.Number("unrated"));
        var (unrated, waiting) = (await hr.AppraisalAsync(cycle, late), await hr.AppraisalAsync(cycle, justEnough));
        Assert.Equal(("unrated", "scoring"), (await hr.StageAsync(unrated), await hr.StageAsync(waiting)));
        var open = (await hr.OpenSegmentsAsync(cycle)).Select(x => x.GetProperty("appraisalId").GetInt64()).ToList();
        Assert.DoesNotContain(unrated, open);
        Assert.Contains(waiting, open);
        await (await app.AsAsync(Role.Supervisor)).RefusedAsync(
            HttpStatusCode.Conflict, "appraisal.notInThisState", Post($"/appraisals/{unrated}/segments/1/score", new { marks = Array.Empty<object>() }, 1));
        await (await app.AsAsync(Role.Supervisor)).RefusedAsync(
            HttpStatusCode.Conflict, "appraisal.notInThisState",
            Send(HttpMethod.Put, $"/appraisals/{unrated}/segments/1/score", new { marks = Array.Empty<object>() }));
    }

    [Fact]
    public async Task Calibration_waits_for_open_segments_unless_each_is_left_behind_by_name()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var supervisor = await app.AsAsync(Role.Supervisor);
        var cycle = await hr.OpenedAsync("2024Q4", "selfReview", "scoring");
        var person = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Direct));
        var version = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))).Version();
        var path = $"/appraisal-cycles/{cycle}/advance";
        var refused = await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.segmentsOpen", Post(path, new { to = "calibration" }, version));
        Assert.Contains("W0", refused.GetProperty("errors").GetProperty("leaveBehind")[0].GetRawText(), StringComparison.Ordinal);
        var all = (await hr.OpenSegmentsAsync(cycle)).Select(x => new { appraisalId = x.GetProperty("appraisalId").GetInt64(), number = x.Number("number") }).ToList();
        await hr.RefusedAsync(
            HttpStatusCode.Conflict, "appraisalCycle.segmentsOpen", Post(path, new { to = "calibration", leaveBehind = all[1..] }, version));
        await hr.RefusedAsync(
            HttpStatusCode.Conflict, "appraisalCycle.segmentNotOpen", "leaveBehind[0]",
            Post(path, new { to = "calibration", leaveBehind = new[] { new { appraisalId = person, number = 9 } } }, version));
        Assert.Equal("scoring", (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))).Text("phase"));

        var done = await hr.AdvanceAsync(cycle, "calibration");

        Assert.Equal(("calibration", all.Count), (done.Text("phase"), done.Number("leftBehind")));
        Assert.Equal("scoring", await hr.StageAsync(person));
        var late = await supervisor.DoAsync(await supervisor.ScoringAsync(person, 1));
        Assert.True(late.GetProperty("isLate").GetBoolean());
        Assert.Equal("scored", await hr.StageAsync(person));
        Assert.DoesNotContain(person, (await hr.OpenSegmentsAsync(cycle)).Select(x => x.GetProperty("appraisalId").GetInt64()));
    }

    [Fact]
    public async Task What_is_open_is_listed_with_who_has_to_score_it()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (above, person) = (await app.PersonAsync(Role.Supervisor, Standing.Own), await app.PersonAsync(Role.Supervisor, Standing.Direct));
        var cycle = await hr.OpenedAsync("2024Q3", "selfReview");

        var ofSupervisor = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/open-segments?raterId={above}&pageSize=200&sort=-employeeNumber"))).Items();

        Assert.Contains(person, ofSupervisor.Select(x => x.GetProperty("employeeId").GetInt64()));
        Assert.All(ofSupervisor, x => Assert.Equal(World.NumberOf(Role.Supervisor, Standing.Own), x.Text("raterNumber")));
        Assert.Equal(ofSupervisor.Select(x => x.Text("employeeNumber")).OrderDescending(StringComparer.Ordinal), ofSupervisor.Select(x => x.Text("employeeNumber")));
        Assert.Empty((await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/open-segments?isLeftBehind=true"))).Items());
        var department = await app.ReadAsync(db => db.AppraisalSegments.Where(x => x.Id == ofSupervisor[0].Id()).Select(x => x.DepartmentId).SingleAsync(Stop));
        Assert.NotEmpty((await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/open-segments?departmentId={department}"))).Items());
        await (await app.AsAsync(Role.Supervisor)).RefusedAsync(
            HttpStatusCode.Forbidden, "access.role", Get($"/appraisal-cycles/{cycle}/open-segments"));
    }

    private static async Task<IReadOnlyList<string?>> KindsAsync(HttpClient client) =>
        [.. (await client.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind"))];

    private static async Task<string?> ReviewAsync(HttpClient hr, long appraisal) => (await hr.DoAsync(Get($"/appraisals/{appraisal}"))).Text("selfReview");

    private async Task<long> LateAsync(string number, DateOnly hiredOn, long supervisor)
    {
        var request = await Hired.HireRequestAsync(app, number, supervisor);
        request["hiredOn"] = hiredOn;
        return (await (await app.AsAsync(Role.HumanResources)).DoAsync(Post("/employees", request))).Id();
    }
}
