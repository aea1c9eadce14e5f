using System.Net;
using System.Text.Json;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>How people judge themselves, and who reads it when.</summary>
public sealed class Judging_oneself(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Content = HttpStatusCode.UnprocessableEntity;

    [Fact]
    public async Task A_draft_is_the_persons_own_and_once_submitted_nothing_changes_any_more()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var cycle = await hr.OpenedAsync("2025Q4");
        var id = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Staff, Standing.Own));
        var path = $"/appraisals/{id}/self-review";
        await person.RefusedAsync(Conflict, "appraisal.notInThisState", Post(path, new { text = "早了" }, 0));
        await person.RefusedAsync(Conflict, "appraisal.notInThisState", Send(HttpMethod.Put, path, new { text = "早了" }));
        await hr.AdvanceAsync(cycle, "selfReview");
        var rated = (await person.ScoreAsync(id, 1)).GetProperty("items")[0];
        var items = new[] { new { segment = 1, kpiId = rated.GetProperty("kpiId").GetInt64(), mark = AppraisalWorld.Good(rated), evidence = "带教两名新人" } };

        var draft = await person.DoAsync(Send(HttpMethod.Put, path, new { text = "初稿", items }));
        await person.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Put(path, new { text = "旧稿" }, 0));

        Assert.Equal(("draft", "初稿", 1), (draft.Text("state"), draft.Text("text"), draft.Version()));
        Assert.Equal(["reviewSelf"], AppraisalWorld.Actions(draft));
        var seen = await hr.DoAsync(Get(path));
        Assert.Equal((true, JsonValueKind.Null, 0), (seen.GetProperty("isHidden").GetBoolean(), seen.GetProperty("text").ValueKind, seen.GetProperty("items").GetArrayLength()));
        await person.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Post(path, new { text = "完成" }));
        await person.RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", Post(path, new { text = " " }, draft.Version()));

        var submitted = await person.DoAsync(Post(path, new { text = "完成", items }, draft.Version()));

        Assert.Equal(("submitted", "带教两名新人"), (submitted.Text("state"), submitted.GetProperty("items")[0].Text("evidence")));
        Assert.Empty(AppraisalWorld.Actions(submitted));
        await person.RefusedAsync(Conflict, "appraisal.selfReviewOver", Post(path, new { text = "再来" }, submitted.Version()));
        await person.RefusedAsync(Conflict, "appraisal.selfReviewOver", Send(HttpMethod.Put, path, new { text = "再来" }));
        Assert.Equal("完成", (await person.DoAsync(Get(path))).Text("text"));
    }

    [Fact]
    public async Task Nobody_else_writes_it()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var cycle = await hr.OpenedAsync("2025Q3", "selfReview");
        var id = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Direct));

        foreach (var client in new[] { hr, supervisor })
        {
            await client.RefusedAsync(HttpStatusCode.Forbidden, "appraisal.notThePerson", Post($"/appraisals/{id}/self-review", new { text = "代写" }, 0));
            await client.RefusedAsync(
                HttpStatusCode.Forbidden, "appraisal.notThePerson", Send(HttpMethod.Put, $"/appraisals/{id}/self-review", new { text = "代写" }));
        }

        await (await app.AsAsync(Role.Staff)).RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/self-review"));
    }

    [Fact]
    public async Task What_the_segments_do_not_have_is_refused_with_every_place()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var cycle = await hr.OpenedAsync("2025Q2", "selfReview");
        var own = await app.PersonAsync(Role.Staff, Standing.Own);
        var id = await hr.AppraisalAsync(cycle, own);
        var rated = (await person.ScoreAsync(id, 1)).GetProperty("items")[0].GetProperty("kpiId").GetInt64();
        var measured = (await person.DoAsync(Get("/my/goals?quarter=2025Q2"))).Items().First(x => x.Text("method") != "rating").GetProperty("kpiId").GetInt64();
        var other = (await hr.DoAsync(Get("/kpis?pageSize=200"))).Items().Select(x => x.Id())
            .Except((await person.DoAsync(Get("/my/goals?quarter=2025Q2"))).Items().Select(x => x.GetProperty("kpiId").GetInt64())).First();
        (string Code, string Field, object[] Items)[] wrong =
        [
            ("appraisal.segmentUnknown", "items[0].segment", [new { segment = 2, kpiId = rated }]),
            ("appraisal.itemUnknown", "items[0].kpiId", [new { segment = 1, kpiId = other }]),
            ("appraisal.itemTwice", "items[1].kpiId", [new { segment = 1, kpiId = rated }, new { segment = 1, kpiId = rated }]),
            ("appraisal.itemNotRated", "items[0].mark", [new { segment = 1, kpiId = measured, mark = 4 }]),
            ("appraisal.markNotOfScale", "items[0].mark", [new { segment = 1, kpiId = rated, mark = 100.5 }]),
        ];

        foreach (var (code, field, items) in wrong)
        {
            await person.RefusedAsync(Content, code, field, Post($"/appraisals/{id}/self-review", new { text = "x", items }, 0));
            await person.RefusedAsync(Content, code, field, Send(HttpMethod.Put, $"/appraisals/{id}/self-review", new { items }));
        }

        Assert.Equal(0, (await person.DoAsync(Get($"/appraisals/{id}/self-review"))).Version());
    }

    [Fact]
    public async Task It_is_read_once_both_sides_are_in_or_the_self_review_is_over()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (one, two) = (await app.PersonAsync(Role.Supervisor, Standing.Direct), await app.PersonAsync(Role.Supervisor, Standing.Below));
        await app.AddAccountAsync("judged-1", one, Role.Staff);
        await app.AddAccountAsync("judged-2", two, Role.Staff);
        var cycle = await hr.OpenedAsync("2025Q1", "selfReview");
        var (first, second) = (await hr.AppraisalAsync(cycle, one), await hr.AppraisalAsync(cycle, two));
        await (await app.SignInAsync("judged-1")).DoAsync(Post($"/appraisals/{first}/self-review", new { text = "一" }, 0));
        await (await app.SignInAsync("judged-2")).DoAsync(Post($"/appraisals/{second}/self-review", new { text = "二" }, 0));
        async Task<string?> TextAsync(HttpClient client, long id)
        {
            var read = await client.DoAsync(Get($"/appraisals/{id}/self-review"));
            Assert.Equal("submitted", read.Text("state"));
            Assert.Equal(read.GetProperty("isHidden").GetBoolean(), read.GetProperty("text").ValueKind == JsonValueKind.Null);
            return read.Text("text");
        }

        Assert.Equal((null, null), (await TextAsync(supervisor, first), await TextAsync(hr, first)));
        await supervisor.DoAsync(await supervisor.ScoringAsync(first, 1));
        Assert.Equal(("一", "一", null), (await TextAsync(supervisor, first), await TextAsync(hr, first), await TextAsync(supervisor, second)));
        await hr.AdvanceAsync(cycle, "scoring");
        Assert.Equal("二", await TextAsync(supervisor, second));
    }
}
