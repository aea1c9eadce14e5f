using System.Net;
using System.Text.Json;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Appraisals;

/// <summary>What people mean to achieve beside the KPIs, with milestones and progress notes.</summary>
public sealed class Goals_of_ones_own(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Content = HttpStatusCode.UnprocessableEntity;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;

    [Fact]
    public async Task The_person_sets_goals_and_both_note_progress_and_the_goals_are_counted()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (id, own, person) = await PersonAsync("OG-01", "2026Q1");

        var goal = await own.DoAsync(Goal(id, "考取认证", ("报名", "2026-02-01"), ("通过考试", null)));

        Assert.Equal(("考取认证", false), (goal.Text("title"), goal.GetProperty("isDone").GetBoolean()));
        Assert.Equal(["edit", "delete", "completeMilestone", "noteProgress"], AppraisalWorld.Actions(goal));
        var path = $"/appraisals/{id}/own-goals/{goal.Id()}";
        await own.DoAsync(Post($"{path}/milestones/1/complete"));
        await own.RefusedAsync(Conflict, "ownGoal.milestoneDone", Post($"{path}/milestones/1/complete"));
        await own.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Post($"{path}/milestones/9/complete"));
        var version = (await own.DoAsync(Get(path))).Version();
        var noted = await supervisor.DoAsync(Post($"{path}/progress-notes", new { text = "进度良好" }, version));
        Assert.Equal(["noteProgress"], AppraisalWorld.Actions(noted));
        Assert.Equal(World.NumberOf(Role.Supervisor, Standing.Own), noted.GetProperty("progress")[0].GetProperty("by").Text("employeeNumber"));
        await own.DoAsync(Post($"{path}/progress-notes", new { text = "已预约考场" }, noted.Version()));
        await hr.RefusedAsync(Forbidden, "ownGoal.notInvolved", Post($"{path}/progress-notes", new { text = "旁观" }, noted.Version() + 1));
        var done = await own.DoAsync(Post($"{path}/milestones/2/complete"));

        Assert.True(done.GetProperty("isDone").GetBoolean());
        Assert.Equal(("2026-03-02", 2), (done.GetProperty("milestones")[1].Text("doneOn"), done.GetProperty("progress").GetArrayLength()));
        foreach (var client in new[] { own, supervisor, hr })
        {
            var row = (await client.DoAsync(Get($"/appraisals/{id}/own-goals"))).Items().Single();
            Assert.Equal((2, 2, 2, JsonValueKind.Null), (
                row.Number("milestones"), row.Number("milestonesDone"), row.Number("progressNotes"), row.GetProperty("dueOn").ValueKind));
        }

        await own.DoAsync(Goal(id, "整理知识库", ("初稿", "2026-03-31")));
        Assert.All((await own.DoAsync(Get("/my/goals"))).Items(), x => Assert.Equal((2, 1), (x.Number("ownGoals"), x.Number("ownGoalsDone"))));
        var team = (await supervisor.DoAsync(Get($"/my/team/goals?employeeId={person}"))).Items();
        Assert.NotEmpty(team);
        Assert.All(team, x => Assert.Equal((2, 1), (x.Number("ownGoals"), x.Number("ownGoalsDone"))));
        await (await app.AsAsync(Role.Payroll)).RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/own-goals"));
        var audited = (await hr.DoAsync(Get("/audit?act=SetOwnGoal&pageSize=200"))).Items().Where(x => x.Text("entity") == "ownGoal").ToList();
        Assert.NotEmpty(audited);
        Assert.All(audited, x => Assert.DoesNotContain("认证", x.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_keeps_what_is_reached_and_numbers_are_never_reused()
    {
        var (id, own, _) = await PersonAsync("OG-11", "2025Q4");
        var goal = await own.DoAsync(Goal(id, "减少返工", ("统计现状", null), ("制定清单", "2025-11-30"), ("推广", null)));
        var path = $"/appraisals/{id}/own-goals/{goal.Id()}";
        var version = (await own.DoAsync(Post($"{path}/milestones/2/complete", null, goal.Version()))).Version();
        object[] Keeping(params object[] more) => [new { number = 2, text = "制定清单", dueOn = "2025-11-30" }, .. more];
        HttpRequestMessage Edit(object[] milestones) => Put(path, new { title = "减少返工", milestones }, version);

        await own.RefusedAsync(Conflict, "ownGoal.milestoneDone", "milestones", Edit([new { text = "重来" }]));
        await own.RefusedAsync(Conflict, "ownGoal.milestoneDone", "milestones", Edit([new { number = 2, text = "改写清单", dueOn = "2025-11-30" }]));
        await own.RefusedAsync(Content, "ownGoal.milestoneUnknown", "milestones[1].number", Edit(Keeping(new { number = 7, text = "没有" })));
        await own.RefusedAsync(
            Content, "ownGoal.milestoneTwice", "milestones[2].number", Edit(Keeping(new { number = 3, text = "推广" }, new { number = 3, text = "推广" })));
        await own.RefusedAsync(Content, "ownGoal.dueBeforeQuarter", "milestones[1].dueOn", Edit(Keeping(new { text = "过早", dueOn = "2025-09-30" })));
        await own.RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", Edit([]));
        var edited = await own.DoAsync(Edit(Keeping(new { text = "复盘", dueOn = "2026-01-15" })));

        Assert.Equal([2, 4], edited.GetProperty("milestones").EnumerateArray().Select(x => x.Number("number")));
        Assert.Equal("2026-03-02", edited.GetProperty("milestones")[0].Text("doneOn"));
        await own.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Delete(path, version));
        await own.DoAsync(Delete(path, edited.Version()));
        Assert.Empty((await own.DoAsync(Get($"/appraisals/{id}/own-goals"))).Items());
        await own.RefusedAsync(Content, "ownGoal.dueBeforeQuarter", "milestones[0].dueOn", Goal(id, "旧事", ("过早", "2025-09-30")));
        await own.RefusedAsync(
            Content, "ownGoal.milestoneUnknown", "milestones[0].number",
            Post($"/appraisals/{id}/own-goals", new { title = "新", milestones = new[] { new { number = 1, text = "没有" } } }));
    }

    [Fact]
    public async Task Only_the_person_sets_them_and_not_once_the_self_review_is_submitted_or_over()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (id, own, _) = await PersonAsync("OG-21", "2025Q3");
        var goal = await own.DoAsync(Goal(id, "带教新人", ("完成带教", null)));
        var path = $"/appraisals/{id}/own-goals/{goal.Id()}";
        var edit = new { title = "带教新人", milestones = new[] { new { number = 1, text = "完成带教" } } };
        foreach (var client in new[] { hr, supervisor })
        {
            await client.RefusedAsync(Forbidden, "appraisal.notThePerson", Goal(id, "代设", ("一", null)));
            await client.RefusedAsync(Forbidden, "appraisal.notThePerson", Put(path, edit, goal.Version()));
            await client.RefusedAsync(Forbidden, "appraisal.notThePerson", Delete(path, goal.Version()));
            await client.RefusedAsync(Forbidden, "appraisal.notThePerson", Post($"{path}/milestones/1/complete"));
        }

        var cycle = (await hr.DoAsync(Get($"/appraisals/{id}"))).GetProperty("cycleId").GetInt64();
        await hr.AdvanceAsync(cycle, "selfReview");
        var kept = await own.DoAsync(Put(path, edit, goal.Version()));
        await own.DoAsync(Post($"/appraisals/{id}/self-review", new { text = "完成" }, 0));
        await RefusedAsync(own);
        await hr.AdvanceAsync(cycle, "scoring");
        await RefusedAsync(own);
        var noted = await own.DoAsync(Post($"{path}/progress-notes", new { text = "仍在带教" }, kept.Version()));
        Assert.Equal(["noteProgress"], AppraisalWorld.Actions(noted));

        async Task RefusedAsync(HttpClient client)
        {
            await client.RefusedAsync(Conflict, "ownGoal.over", Goal(id, "太晚", ("一", null)));
            await client.RefusedAsync(Conflict, "ownGoal.over", Put(path, edit, kept.Version()));
            await client.RefusedAsync(Conflict, "ownGoal.over", Delete(path, kept.Version()));
            await client.RefusedAsync(Conflict, "ownGoal.over", Post($"{path}/milestones/1/complete"));
        }
    }

    [Fact]
    public async Task There_are_twenty_goals_and_a_hundred_progress_notes_at_most_and_none_after_publication()
    {
        await using var other = new TrainingApp();
        await other.InitializeAsync();
        var complete = await other.CompleteAsync("OGMAX");
        var (id, own) = (complete.Appraisal, await other.SignInAsync("ogmax"));
        var quarter = Quarter.Parse("2025Q4")!.Value;
        var running = await other.OpenedAsync("2025Q3", complete.By);
        var fresh = await other.AppraisalAsync(running, complete.Person);
        var goals = await other.WriteAsync(async db =>
        {
            var full = OwnGoal.Set(id, new("常记", null, [new(null, "一", null)]), quarter, other.Clock.GetUtcNow());
            Enumerable.Range(0, OwnGoal.MaxProgress).ToList().ForEach(i => full.Note(complete.Person, $"第 {i} 条", other.Clock.GetUtcNow()));
            db.OwnGoals.Add(full);
            db.OwnGoals.AddRange(Enumerable.Range(0, OwnGoal.MaxGoals).Select(i =>
                OwnGoal.Set(fresh, new($"目标 {i}", null, [new(null, "一", null)]), quarter, other.Clock.GetUtcNow())));
            await db.FlushAsync(TestContext.Current.CancellationToken);
            return full;
        });
        var path = $"/appraisals/{id}/own-goals/{goals.Id}/progress-notes";

        await own.RefusedAsync(Conflict, "ownGoal.tooMany", Goal(fresh, "第二十一", ("一", null)));
        await own.RefusedAsync(Conflict, "ownGoal.progressFull", Post(path, new { text = "再记" }, goals.Version));

        var hr = await other.AsAsync(Role.HumanResources);
        await hr.DoAsync(await hr.CalibrationAsync(id));
        await hr.PublishAsync(complete.Cycle, new { employeeId = complete.Person });
        await own.RefusedAsync(Conflict, "ownGoal.published", Post(path, new { text = "再记" }, goals.Version));
    }

    private async Task<(long Appraisal, HttpClient Own, long Person)> PersonAsync(string number, string quarter)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await Hired.HireAsync(app, number, await app.PersonAsync(Role.Supervisor, Standing.Own));
        await app.AddAccountAsync(number.ToLowerInvariant(), person, Role.Staff);
        return (await hr.AppraisalAsync(await hr.OpenedAsync(quarter), person), await app.SignInAsync(number.ToLowerInvariant()), person);
    }

    private static HttpRequestMessage Goal(long appraisal, string title, params (string Text, string? DueOn)[] milestones) => Post(
        $"/appraisals/{appraisal}/own-goals",
        new { title, milestones = milestones.Select(x => x.DueOn is null ? (object)new { text = x.Text } : new { text = x.Text, dueOn = x.DueOn }) });
}
