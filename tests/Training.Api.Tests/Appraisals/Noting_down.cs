using System.Net;
using System.Text.Json;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Appraisals;

/// <summary>What supervisors note down through the quarter, who reads it, and how it is attached to items.</summary>
public sealed class Noting_down(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Content = HttpStatusCode.UnprocessableEntity;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;
    private const HttpStatusCode NotFound = HttpStatusCode.NotFound;

    [Fact]
    public async Task A_private_note_is_read_by_those_above_alone_and_a_shared_one_at_once_by_the_person_and_HR()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var person = await Hired.HireAsync(app, "ND-11", await app.PersonAsync(Role.Supervisor, Standing.Own));
        var cycle = await RunningAsync(hr);
        await app.AddAccountAsync("noted-1", person, Role.Staff);
        var id = await hr.AppraisalAsync(cycle, person);
        var own = await app.SignInAsync("noted-1");

        var kept = await supervisor.DoAsync(Note(id, "2026-02-10", "incident", "客户投诉未及时上报"));
        var shared = await supervisor.DoAsync(Note(id, "2026-03-02", "praise", "主动支援夜班", isShared: true));

        Assert.Equal(
            ("incident", "2026-02-10", World.NumberOf(Role.Supervisor, Standing.Own), 1),
            (kept.Text("kind"), kept.Text("on"), kept.GetProperty("writer").Text("employeeNumber"), kept.Number("segment")));
        Assert.Equal([shared.Id(), kept.Id()], await IdsAsync(supervisor, id));
        Assert.Equal([shared.Id()], await IdsAsync(own, id));
        Assert.Equal([shared.Id()], await IdsAsync(hr, id));
        foreach (var client in new[] { own, hr })
        {
            await client.RefusedAsync(NotFound, "record.unknown", Get($"/appraisals/{id}/notes/{kept.Id()}"));
            Assert.Equal("主动支援夜班", (await client.DoAsync(Get($"/appraisals/{id}/notes/{shared.Id()}"))).Text("text"));
        }

        Assert.Contains("appraisal.noteShared", (await own.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind")));
        await (await app.AsAsync(Role.Payroll)).RefusedAsync(NotFound, "record.unknown", Get($"/appraisals/{id}/notes"));
        Assert.Equal([kept.Id()], (await supervisor.DoAsync(Get($"/appraisals/{id}/notes?kind=incident"))).Items().Select(x => x.Id()));
        var audited = (await hr.DoAsync(Get("/audit?act=WriteAppraisalNote&pageSize=200"))).Items().Where(x => x.Text("entity") == "appraisalNote").ToList();
        Assert.NotEmpty(audited);
        Assert.All(audited, x => Assert.DoesNotContain("夜班", x.GetRawText(), StringComparison.Ordinal));
        Assert.All(audited, x => Assert.DoesNotContain("投诉", x.GetRawText(), StringComparison.Ordinal));

        var edited = await supervisor.DoAsync(Put(
            $"/appraisals/{id}/notes/{kept.Id()}", new { kind = "observation", on = "2026-02-11", text = " 已改进 ", isShared = true }, kept.Version()));

        Assert.Equal(("observation", "2026-02-11", "已改进"), (edited.Text("kind"), edited.Text("on"), edited.Text("text")));
        Assert.Equal([shared.Id(), kept.Id()], await IdsAsync(own, id));
        await supervisor.DoAsync(Delete($"/appraisals/{id}/notes/{kept.Id()}", edited.Version()));
        Assert.Equal([shared.Id()], await IdsAsync(supervisor, id));
    }

    [Fact]
    public async Task After_a_transfer_the_new_supervisor_sees_no_earlier_note_and_each_writes_about_their_own_days()
    {
        await using var other = new TrainingApp();
        await other.InitializeAsync();
        var (hr, before) = (await other.AsAsync(Role.HumanResources), await other.AsAsync(Role.Supervisor));
        var (first, then) = (await other.PersonAsync(Role.Supervisor, Standing.Own), await other.PersonAsync(Role.Staff, Standing.Own));
        var person = await Hired.HireAsync(other, "ND-01", first);
        await hr.DoAsync(await Hired.MoveAsync(other, person, new(2026, 2, 10), then));
        var cycle = await hr.OpenedAsync("2026Q1");
        var id = await hr.AppraisalAsync(cycle, person);
        var after = await other.AsAsync(Role.Staff);

        var early = await before.DoAsync(Note(id, "2026-02-09", "observation", "交接前的观察"));
        await before.RefusedAsync(Forbidden, "appraisalNote.notTheSupervisor", Note(id, "2026-02-10", "observation", "越界"));
        await after.RefusedAsync(Forbidden, "appraisalNote.notTheSupervisor", Note(id, "2026-02-09", "observation", "越界"));
        var late = await after.DoAsync(Note(id, "2026-02-10", "praise", "接手后的观察"));

        Assert.Equal((1, 2), (early.Number("segment"), late.Number("segment")));
        Assert.Equal([early.Id()], await IdsAsync(before, id));
        Assert.Equal([late.Id()], await IdsAsync(after, id));
        await after.RefusedAsync(NotFound, "record.unknown", Get($"/appraisals/{id}/notes/{early.Id()}"));
        await before.RefusedAsync(
            Forbidden, "appraisalNote.notTheSupervisor",
            Put($"/appraisals/{id}/notes/{early.Id()}", new { kind = "praise", on = "2026-02-20", text = "改日期" }, early.Version()));
        var rater = await other.PersonAsync(Role.Payroll, Standing.Own);
        await hr.DoAsync(Post(
            $"/appraisals/{id}/segments/1/rater", new { employeeId = rater, reason = "主管回避" }, (await hr.ScoreAsync(id, 1)).Version()));
        Assert.Equal([early.Id()], await IdsAsync(await other.AsAsync(Role.Payroll), id));
    }

    [Fact]
    public async Task A_deputy_writes_in_the_place_of_the_supervisor_and_both_change_it()
    {
        await using var other = new TrainingApp();
        await other.InitializeAsync();
        var hr = await other.AsAsync(Role.HumanResources);
        var (above, deputy) = (await other.PersonAsync(Role.Supervisor, Standing.Own), await other.PersonAsync(Role.Payroll, Standing.Own));
        var person = await other.PersonAsync(Role.Supervisor, Standing.Direct);
        await hr.DoAsync(Post("/delegations", new { supervisorId = above, deputyId = deputy, from = "2026-03-02", to = "2026-03-06" }));
        var id = await hr.AppraisalAsync(await hr.OpenedAsync("2026Q1"), person);

        var note = await (await other.AsAsync(Role.Payroll)).DoAsync(Note(id, "2026-03-02", "observation", "代为记录"));

        Assert.Equal(
            (World.NumberOf(Role.Payroll, Standing.Own), World.NumberOf(Role.Supervisor, Standing.Own)),
            (note.GetProperty("writer").Text("employeeNumber"), note.GetProperty("writtenFor").Text("employeeNumber")));
        var supervisor = await other.AsAsync(Role.Supervisor);
        Assert.Equal(["edit", "delete"], AppraisalWorld.Actions(await supervisor.DoAsync(Get($"/appraisals/{id}/notes/{note.Id()}"))));
        await supervisor.DoAsync(Delete($"/appraisals/{id}/notes/{note.Id()}", note.Version()));
    }

    [Fact]
    public async Task A_day_outside_the_quarter_or_to_come_ones_own_and_anothers_note_are_refused()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var cycle = await hr.OpenedAsync("2025Q4");
        var id = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Direct));
        var own = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Own));
        var below = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Below));
        foreach (var day in new[] { "2025-09-30", "2026-01-01" })
        {
            await supervisor.RefusedAsync(Content, "appraisalNote.outsideQuarter", "on", Note(id, day, "praise", "季度外"));
        }

        await supervisor.RefusedAsync(Forbidden, "access.own", Note(own, "2025-12-31", "praise", "自夸"));
        await supervisor.RefusedAsync(Forbidden, "appraisalNote.notTheSupervisor", Note(below, "2025-12-31", "praise", "隔级"));
        var note = await supervisor.DoAsync(Note(id, "2025-12-31", "praise", "按时完成", isShared: true));
        var path = $"/appraisals/{id}/notes/{note.Id()}";
        var same = new { kind = "praise", on = "2025-12-31", text = "改写" };
        await hr.RefusedAsync(Forbidden, "appraisalNote.notTheWriter", Put(path, same, note.Version()));
        await hr.RefusedAsync(Forbidden, "appraisalNote.notTheWriter", Delete(path, note.Version()));
        await supervisor.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Send(HttpMethod.Put, path, same));
        await supervisor.RefusedAsync(
            Content, "appraisalNote.outsideQuarter", "on", Put(path, new { kind = "praise", on = "2025-09-30", text = "改写" }, note.Version()));

        var running = await hr.AppraisalAsync(await RunningAsync(hr), await app.PersonAsync(Role.Supervisor, Standing.Direct));
        await supervisor.RefusedAsync(Conflict, "appraisalNote.inFuture", "on", Note(running, "2026-03-03", "praise", "明天"));
        var today = await supervisor.DoAsync(Note(running, "2026-03-02", "praise", "今天"));
        await supervisor.RefusedAsync(
            Conflict, "appraisalNote.inFuture", "on",
            Put($"/appraisals/{running}/notes/{today.Id()}", new { kind = "praise", on = "2026-03-31", text = "月底" }, today.Version()));
    }

    [Fact]
    public async Task Notes_are_attached_to_items_at_scoring_and_fixed_from_then_on()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var person = await Hired.HireAsync(app, "ND-12", await app.PersonAsync(Role.Supervisor, Standing.Own));
        var cycle = await hr.OpenedAsync("2025Q3", "selfReview");
        await app.AddAccountAsync("noted-2", person, Role.Staff);
        var id = await hr.AppraisalAsync(cycle, person);
        var note = await supervisor.DoAsync(Note(id, "2025-09-30", "incident", "误发通知", isShared: true));
        var (path, score) = ($"/appraisals/{id}/segments/1/score", await supervisor.ScoreAsync(id, 1));
        var rated = score.GetProperty("items")[0].GetProperty("kpiId").GetInt64();
        var goal = (await hr.DoAsync(Get($"/employees/{person}/goals?quarter=2025Q3"))).Items().First(x => x.Text("method") != "rating");
        object[] good = [new { noteId = note.Id(), kpiId = rated }, new { noteId = note.Id(), kpiId = goal.GetProperty("kpiId").GetInt64() }];
        (string Code, string Field, object[] Notes)[] wrong =
        [
            ("appraisalNote.unknown", "notes[0].noteId", [new { noteId = 9_999_999, kpiId = rated }]),
            ("appraisal.itemUnknown", "notes[2].kpiId", [.. good, new { noteId = note.Id(), kpiId = 9_999_999 }]),
            ("appraisalNote.attachedTwice", "notes[2]", [.. good, good[0]]),
        ];
        foreach (var (code, field, notes) in wrong)
        {
            await supervisor.RefusedAsync(Content, code, field, Post(path, new { marks = AppraisalWorld.Marks(score), notes }, score.Version()));
            await supervisor.RefusedAsync(Content, code, field, Put(path, new { marks = Array.Empty<object>(), notes }, score.Version()));
        }

        var draft = await supervisor.DoAsync(Send(HttpMethod.Put, path, new { marks = Array.Empty<object>(), notes = good[..1] }));
        Assert.Equal(1, draft.GetProperty("notes").GetArrayLength());
        Assert.Equal(0, (await hr.ScoreAsync(id, 1)).GetProperty("notes").GetArrayLength());
        Assert.Empty(Attached(await supervisor.DoAsync(Get($"/appraisals/{id}/notes/{note.Id()}"))));

        var done = await supervisor.DoAsync(Post(path, new { marks = AppraisalWorld.Marks(score), notes = good }, draft.Version()));

        Assert.Equal(2, done.GetProperty("notes").GetArrayLength());
        var kept = await supervisor.DoAsync(Get($"/appraisals/{id}/notes/{note.Id()}"));
        Assert.Equal(2, Attached(kept).Count);
        Assert.Empty(AppraisalWorld.Actions(kept));
        Assert.Empty(Attached(await (await app.SignInAsync("noted-2")).DoAsync(Get($"/appraisals/{id}/notes/{note.Id()}"))));
        Assert.Equal(2, (await hr.DoAsync(Get($"/appraisals/{id}/notes?segment=1"))).Items()[0].GetProperty("attachedTo").GetArrayLength());
        await supervisor.RefusedAsync(Conflict, "appraisalNote.segmentScored", Note(id, "2025-09-29", "praise", "补记"));
        await supervisor.RefusedAsync(
            Conflict, "appraisalNote.segmentScored",
            Put($"/appraisals/{id}/notes/{note.Id()}", new { kind = "praise", on = "2025-09-30", text = "改写" }, kept.Version()));
        await supervisor.RefusedAsync(Conflict, "appraisalNote.segmentScored", Delete($"/appraisals/{id}/notes/{note.Id()}", kept.Version()));
    }

    [Fact]
    public async Task Once_the_result_is_published_nothing_is_noted_down_any_more()
    {
        await using var other = new TrainingApp();
        await other.InitializeAsync();
        var (hr, supervisor) = (await other.AsAsync(Role.HumanResources), await other.AsAsync(Role.Supervisor));
        var by = await other.MixedPositionAsync("NOTE");
        var person = await other.CompletePersonAsync(by);
        var cycle = await other.OpenedAsync("2025Q4", by);
        var id = await other.AppraisalAsync(cycle, person);
        var note = await supervisor.DoAsync(Note(id, "2025-12-30", "observation", "年末盘点"));
        await other.MarkedAsync(cycle, person);
        await hr.DoAsync(await hr.CalibrationAsync(id));
        await hr.PublishAsync(cycle, new { employeeId = person });
        var path = $"/appraisals/{id}/notes/{note.Id()}";

        await supervisor.RefusedAsync(Conflict, "appraisalNote.published", Note(id, "2025-12-31", "praise", "补记"));
        await supervisor.RefusedAsync(
            Conflict, "appraisalNote.published", Put(path, new { kind = "praise", on = "2025-12-31", text = "改写" }, note.Version()));
        await supervisor.RefusedAsync(Conflict, "appraisalNote.published", Delete(path, note.Version()));
    }

    private static HttpRequestMessage Note(long appraisal, string on, string kind, string text, bool isShared = false) =>
        Post($"/appraisals/{appraisal}/notes", new { kind, on, text, isShared });

    private static async Task<List<long>> IdsAsync(HttpClient client, long appraisal) =>
        [.. (await client.DoAsync(Get($"/appraisals/{appraisal}/notes"))).Items().Select(x => x.Id())];

    private static List<string?> Attached(JsonElement note) => [.. note.GetProperty("attachedTo").EnumerateArray().Select(x => x.GetString())];

    /// <summary>The cycle of the running quarter, which another test may have opened before.</summary>
    private static async Task<long> RunningAsync(HttpClient hr)
    {
        if ((await hr.DoAsync(Get("/appraisal-cycles?quarterFrom=2026Q1&quarterTo=2026Q1"))).Items() is not [var found])
        {
            return await hr.OpenedAsync("2026Q1");
        }

        await hr.DoAsync(Post($"/appraisal-cycles/{found.Id()}/open"));
        return found.Id();
    }
}
