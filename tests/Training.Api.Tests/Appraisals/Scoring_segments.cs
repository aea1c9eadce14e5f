using System.Net;
using System.Text.Json;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.KpiTemplates;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Appraisals;

/// <summary>How raters mark the segments of their days.</summary>
public sealed class Scoring_segments(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Content = HttpStatusCode.UnprocessableEntity;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_supervisor_keeps_a_draft_and_scores_once_and_the_person_sees_no_mark()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var cycle = await hr.OpenedAsync("2025Q4", "selfReview");
        var person = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        await app.AddAccountAsync("scored-1", person, Role.Staff);
        var id = await hr.AppraisalAsync(cycle, person);
        var path = $"/appraisals/{id}/segments/1/score";
        var score = await supervisor.ScoreAsync(id, 1);
        Assert.Equal(["score"], AppraisalWorld.Actions(score));
        Assert.Equal(["nameRater"], AppraisalWorld.Actions(await hr.ScoreAsync(id, 1)));
        Assert.True(score.GetProperty("items").GetArrayLength() >= 2);
        Assert.NotEqual(0, score.GetProperty("items")[0].GetProperty("anchors").GetArrayLength());

        var draft = await supervisor.DoAsync(Send(HttpMethod.Put, path, new { marks = AppraisalWorld.Marks(score)[..1], remark = "初评" }));

        Assert.Equal(("open", "初评", 4m), (draft.Text("state"), draft.Text("remark"), draft.GetProperty("items")[0].GetProperty("mark").GetDecimal()));
        foreach (var client in new[] { hr, await app.SignInAsync("scored-1") })
        {
            var hidden = await client.ScoreAsync(id, 1);
            Assert.True(hidden.GetProperty("isHidden").GetBoolean());
            Assert.Equal(JsonValueKind.Null, hidden.GetProperty("items")[0].GetProperty("mark").ValueKind);
            Assert.Equal(JsonValueKind.Null, hidden.GetProperty("remark").ValueKind);
        }

        await supervisor.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Put(path, new { marks = Array.Empty<object>() }, score.Version()));
        await supervisor.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Post(path, new { marks = AppraisalWorld.Marks(score) }));
        var done = await supervisor.DoAsync(await supervisor.ScoringAsync(id, 1));

        Assert.Equal(("scored", World.NumberOf(Role.Supervisor, Standing.Own)), (done.Text("state"), done.GetProperty("scoredBy").Text("employeeNumber")));
        Assert.False(done.GetProperty("isLate").GetBoolean());
        Assert.Equal("selfReview", await hr.StageAsync(id));
        Assert.False((await hr.ScoreAsync(id, 1)).GetProperty("isHidden").GetBoolean());
        var audited = (await hr.DoAsync(Get($"/audit?act=ScoreSegment&pageSize=200"))).Items().Where(x => x.Text("entity") == "appraisalSegment").ToList();
        Assert.NotEmpty(audited);
        Assert.All(audited, x => Assert.DoesNotContain("稳定可靠", x.GetRawText(), StringComparison.Ordinal));
        Assert.True((await (await app.SignInAsync("scored-1")).ScoreAsync(id, 1)).GetProperty("isHidden").GetBoolean());
        await supervisor.RefusedAsync(Conflict, "appraisal.segmentScored", await supervisor.ScoringAsync(id, 1));
        await supervisor.RefusedAsync(Conflict, "appraisal.segmentScored", Send(HttpMethod.Put, path, new { marks = Array.Empty<object>() }));
        await hr.AdvanceAsync(cycle, "scoring");
        Assert.Equal("scored", await hr.StageAsync(id));
    }

    [Fact]
    public async Task Marks_that_are_missing_far_off_without_a_word_or_of_no_rated_item_are_refused_with_every_place()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var cycle = await hr.OpenedAsync("2025Q3", "selfReview");
        var person = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        var id = await hr.AppraisalAsync(cycle, person);
        var score = await supervisor.ScoreAsync(id, 1);
        var (path, version) = ($"/appraisals/{id}/segments/1/score", score.Version());
        var (all, first) = (AppraisalWorld.Marks(score), score.GetProperty("items")[0].GetProperty("kpiId").GetInt64());
        var goals = (await hr.DoAsync(Get($"/employees/{person}/goals?quarter=2025Q3"))).Items();
        var measured = goals.First(x => x.Text("method") != "rating").GetProperty("kpiId").GetInt64();
        object[] With(object mark) => [mark, .. all[1..]];
        (string Code, string Field, object[] Marks)[] wrong =
        [
            ("appraisal.itemUnknown", "marks[0].kpiId", [new { kpiId = 9_999_999, mark = 3 }, .. all]),
            ("appraisal.itemNotRated", "marks[0].kpiId", [new { kpiId = measured, mark = 3 }, .. all]),
            ("appraisal.itemTwice", $"marks[{all.Length}].kpiId", [.. all, new { kpiId = first, mark = 3 }]),
            ("appraisal.markNotOfScale", "marks[0].mark", With(new { kpiId = first, mark = 5.5 })),
        ];
        foreach (var (code, field, marks) in wrong)
        {
            await supervisor.RefusedAsync(Content, code, field, Post(path, new { marks }, version));
            await supervisor.RefusedAsync(Content, code, field, Put(path, new { marks }, version));
        }

        await supervisor.RefusedAsync(Content, "appraisal.marksMissing", "marks", Post(path, new { marks = all[1..] }, version));
        await supervisor.RefusedAsync(Content, "appraisal.markUnexplained", "marks[0].text", Post(path, new { marks = With(new { kpiId = first, mark = 5 }) }, version));
        await supervisor.RefusedAsync(
            Content, "appraisal.markUnexplained", "marks[0].text", Post(path, new { marks = With(new { kpiId = first, mark = 2.5, text = " " }) }, version));
        Assert.Equal(("open", version), ((await supervisor.ScoreAsync(id, 1)).Text("state"), (await supervisor.ScoreAsync(id, 1)).Version()));

        var done = await supervisor.DoAsync(Post(path, new { marks = With(new { kpiId = first, mark = 5, text = "牵头跨部门项目" }) }, version));
        Assert.Equal("牵头跨部门项目", done.GetProperty("items")[0].Text("text"));
    }

    [Fact]
    public async Task Nobody_but_the_rater_scores_neither_HR_nor_who_stands_further_above_nor_oneself()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var cycle = await hr.OpenedAsync("2025Q2", "selfReview");
        var (direct, below, own) = (
            await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Direct)),
            await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Below)),
            await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Own)));

        foreach (var (client, id, code) in new[]
        {
            (hr, direct, "appraisal.notTheRater"), (supervisor, below, "appraisal.notTheRater"), (supervisor, own, "access.own"),
        })
        {
            await client.RefusedAsync(Forbidden, code, Post($"/appraisals/{id}/segments/1/score", new { marks = Array.Empty<object>() }, 1));
            await client.RefusedAsync(Forbidden, code, Send(HttpMethod.Put, $"/appraisals/{id}/segments/1/score", new { marks = Array.Empty<object>() }));
        }

        await supervisor.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{direct}/segments/2/score"));
        await (await app.AsAsync(Role.Staff)).RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{direct}/segments/1/score"));
    }

    [Fact]
    public async Task Two_segments_are_scored_at_once_and_of_two_scores_of_one_segment_one_stands()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var own = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var other = await Hired.HireAsync(app, "SC-01");
        await app.AddAccountAsync("sc-01", other, Role.Supervisor);
        var person = await Hired.HireAsync(app, "SC-02", own);
        await hr.DoAsync(await Hired.MoveAsync(app, person, new(2025, 2, 15), other));
        var cycle = await hr.OpenedAsync("2025Q1", "selfReview", "scoring");
        var id = await hr.AppraisalAsync(cycle, person);
        var beside = await app.SignInAsync("sc-01");

        using var one = await supervisor.SendAsync(await supervisor.ScoringAsync(id, 1), Stop);
        Assert.Equal((HttpStatusCode.OK, "scoring"), (one.StatusCode, await hr.StageAsync(id)));
        var requests = new[] { await beside.ScoringAsync(id, 2), await beside.ScoringAsync(id, 2) };
        var answers = await Task.WhenAll(requests.Select(x => beside.SendAsync(x, Stop)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], answers.Select(x => x.StatusCode).Order());
        Assert.Equal("scored", await hr.StageAsync(id));
        await beside.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/segments/1/score"));
    }

    [Fact]
    public async Task Two_raters_of_one_appraisal_at_once_both_succeed()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var other = await Hired.HireAsync(app, "SC-11");
        await app.AddAccountAsync("sc-11", other, Role.Supervisor);
        var person = await Hired.HireAsync(app, "SC-12", await app.PersonAsync(Role.Supervisor, Standing.Own));
        await hr.DoAsync(await Hired.MoveAsync(app, person, new(2026, 2, 15), other));
        var cycle = await hr.OpenedAsync("2026Q1", "selfReview");
        var id = await hr.AppraisalAsync(cycle, person);
        var beside = await app.SignInAsync("sc-11");
        var (first, second) = (await supervisor.ScoringAsync(id, 1), await beside.ScoringAsync(id, 2));

        var answers = await Task.WhenAll(supervisor.SendAsync(first, Stop), beside.SendAsync(second, Stop));

        Assert.All(answers, x => Assert.Equal(HttpStatusCode.OK, x.StatusCode));
    }

    [Fact]
    public async Task A_deputy_scores_and_both_names_stand_there_but_not_who_stands_below_the_person()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var hr = await own.AsAsync(Role.HumanResources);
        var (above, direct) = (await own.PersonAsync(Role.Supervisor, Standing.Own), await own.PersonAsync(Role.Supervisor, Standing.Direct));
        var (deputy, below) = (await own.PersonAsync(Role.Payroll, Standing.Own), await own.PersonAsync(Role.Supervisor, Standing.Below));
        await own.AddAccountAsync("below", below, Role.Staff);
        foreach (var (who, from) in new[] { (deputy, 2), (below, 4) })
        {
            await hr.DoAsync(Post("/delegations", new { supervisorId = above, deputyId = who, from = new DateOnly(2026, 3, from), to = new DateOnly(2026, 3, from + 1) }));
        }

        var cycle = await hr.OpenedAsync("2025Q4", "selfReview");
        var id = await hr.AppraisalAsync(cycle, direct);
        var client = await own.AsAsync(Role.Payroll);
        var done = await client.DoAsync(await client.ScoringAsync(id, 1));

        Assert.Equal(
            (World.NumberOf(Role.Payroll, Standing.Own), World.NumberOf(Role.Supervisor, Standing.Own)),
            (done.GetProperty("scoredBy").Text("employeeNumber"), done.GetProperty("scoredFor").Text("employeeNumber")));
        own.Clock.Advance(TimeSpan.FromDays(2));
        var other = await hr.AppraisalAsync(cycle, await own.PersonAsync(Role.Supervisor, Standing.Former));
        await client.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{other}/segments/1/score"));
        await (await own.SignInAsync("below")).RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/segments/1/score"));
    }

    [Fact]
    public async Task Where_the_supervisor_has_left_the_next_above_who_is_there_scores()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var (hr, supervisor) = (await own.AsAsync(Role.HumanResources), await own.AsAsync(Role.Supervisor));
        var above = await Hired.HireAsync(own, "SC-20", await own.PersonAsync(Role.Supervisor, Standing.Own));
        var direct = await Hired.HireAsync(own, "SC-21", above);
        var person = await Hired.HireAsync(own, "SC-22", direct);
        foreach (var (gone, day) in new[] { (direct, 30), (above, 31) })
        {
            await hr.DoAsync(Post(
                $"/employees/{gone}/end-employment", new { leftOn = new DateOnly(2026, 1, day), reason = "离职" }, await Hired.VersionAsync(own, gone)));
        }

        var cycle = await hr.OpenedAsync("2025Q4", "selfReview");
        var id = await hr.AppraisalAsync(cycle, person);

        Assert.Equal(World.NumberOf(Role.Supervisor, Standing.Own), (await hr.ScoreAsync(id, 1)).GetProperty("rater").Text("employeeNumber"));
        Assert.Equal(
            World.NumberOf(Role.Supervisor, Standing.Own),
            (await hr.OpenSegmentsAsync(cycle)).Single(x => x.GetProperty("appraisalId").GetInt64() == id).Text("raterNumber"));
        Assert.Equal("scored", (await supervisor.DoAsync(await supervisor.ScoringAsync(id, 1))).Text("state"));
    }

    [Fact]
    public async Task A_segment_that_ended_early_is_scored_before_the_supervisor_goes_and_a_running_one_is_not()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var (hr, supervisor) = (await own.AsAsync(Role.HumanResources), await own.AsAsync(Role.Supervisor));
        var person = await Hired.HireAsync(own, "SC-31", await own.PersonAsync(Role.Supervisor, Standing.Own));
        var running = await hr.OpenedAsync("2026Q1");
        await hr.DoAsync(await Hired.MoveAsync(own, person, new(2026, 2, 1), await own.PersonAsync(Role.Staff, Standing.Own)));
        await hr.DoAsync(Post($"/appraisal-cycles/{running}/open"));
        var id = await hr.AppraisalAsync(running, person);

        Assert.Contains("appraisal.scoreBeforeGoing", (await supervisor.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind")));
        Assert.Equal(["score"], AppraisalWorld.Actions(await supervisor.ScoreAsync(id, 1)));
        Assert.Equal("scored", (await supervisor.DoAsync(await supervisor.ScoringAsync(id, 1))).Text("state"));
        var successor = await own.AsAsync(Role.Staff);
        Assert.Empty(AppraisalWorld.Actions(await successor.ScoreAsync(id, 2)));
        await successor.RefusedAsync(Conflict, "appraisal.segmentRunning", await successor.ScoringAsync(id, 2));
        await successor.RefusedAsync(
            Conflict, "appraisal.segmentRunning", Send(HttpMethod.Put, $"/appraisals/{id}/segments/2/score", new { marks = Array.Empty<object>() }));

        var moved = (await hr.DoAsync(Get($"/employees/{person}/assignments"))).Items().Single(x => x.Text("from") == "2026-02-01");
        var back = await Hired.MoveRequestAsync(own, new(2026, 2, 1), await own.PersonAsync(Role.Supervisor, Standing.Own));
        await hr.DoAsync(Put($"/employees/{person}/assignments/{moved.Id()}", back, moved.Version()));
        await hr.DoAsync(Post($"/appraisal-cycles/{running}/open"));
        await successor.RefusedAsync(Conflict, "appraisal.segmentWithoutDays", await successor.ScoringAsync(id, 2));
        await successor.RefusedAsync(
            Conflict, "appraisal.segmentWithoutDays", Send(HttpMethod.Put, $"/appraisals/{id}/segments/2/score", new { marks = Array.Empty<object>() }));
        await hr.RefusedAsync(
            Conflict, "appraisal.segmentWithoutDays",
            Post($"/appraisals/{id}/segments/2/rater", new { employeeId = await own.PersonAsync(Role.Staff, Standing.Own), reason = "空缺" }, (await hr.ScoreAsync(id, 2)).Version()));
    }

    [Fact]
    public async Task A_segment_whose_position_has_no_template_in_the_cycle_is_not_scored()
    {
        await using var own = new TrainingApp();
        await own.InitializeAsync();
        var (hr, supervisor) = (await own.AsAsync(Role.HumanResources), await own.AsAsync(Role.Supervisor));
        var above = await own.PersonAsync(Role.Supervisor, Standing.Own);
        var person = await Hired.HireAsync(own, "SC-41", above);
        var move = await Hired.MoveRequestAsync(own, new(2025, 11, 16), above);
        move["positionId"] = await hr.NewPositionAsync("SC-POSITION");
        await hr.DoAsync(Post($"/employees/{person}/assignments", move, await Hired.VersionAsync(own, person)));
        var cycle = await hr.OpenedAsync("2025Q4", "selfReview");
        var id = await hr.AppraisalAsync(cycle, person);

        await supervisor.RefusedAsync(Conflict, "appraisal.noTemplate", await supervisor.ScoringAsync(id, 2));
        await supervisor.RefusedAsync(
            Conflict, "appraisal.noTemplate", Send(HttpMethod.Put, $"/appraisals/{id}/segments/2/score", new { marks = Array.Empty<object>() }));
        Assert.Empty(AppraisalWorld.Actions(await supervisor.ScoreAsync(id, 2)));
        await hr.RefusedAsync(
            Conflict, "appraisal.noTemplate",
            Post($"/appraisals/{id}/segments/2/rater", new { employeeId = await own.PersonAsync(Role.Payroll, Standing.Own), reason = "空缺" }, 1));
        await supervisor.DoAsync(await supervisor.ScoringAsync(id, 1));
        await hr.AdvanceAsync(cycle, "scoring");
        Assert.Equal("scored", await hr.StageAsync(id));
        Assert.DoesNotContain(id, (await hr.OpenSegmentsAsync(cycle)).Select(x => x.GetProperty("appraisalId").GetInt64()));
    }
}
