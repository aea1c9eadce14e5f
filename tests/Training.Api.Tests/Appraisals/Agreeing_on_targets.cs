using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Goals;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Appraisals.TargetWorld;

namespace Training.Api.Tests.Appraisals;

/// <summary>How the person and the rater agree on targets. It is Monday, 2 March 2026; the figures of the quarter are closed after 8 April.</summary>
public sealed class Agreeing_on_targets
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;
    private const HttpStatusCode Unprocessable = HttpStatusCode.UnprocessableEntity;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_side_proposes_and_the_other_takes_holds_and_goals_show_it()
    {
        await using var app = await StartedAsync();
        var (by, person, _, id) = await app.AgreeingAsync("AT1");
        var (own, supervisor, hr) = (await app.SignInAsync("at1"), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.HumanResources));
        var before = await own.TargetAsync(id, by.First);
        Assert.Equal((90m, null, 90m, 0), (before.Value("templateTarget"), before.Value("agreedTarget"), before.Value("target"), before.Version()));
        Assert.Equal(["propose"], AppraisalWorld.Actions(before));
        Assert.Empty(AppraisalWorld.Actions(await own.TargetAsync(id, by.Marked)));

        var proposed = await supervisor.ProposeAsync(id, by.First, 95, "业务增长");

        Assert.Equal(("proposed", 95m, "rater", "2026-03-02", "业务增长", 90m), (
            proposed.Text("state"), proposed.Value("proposed"), proposed.Text("proposedBy"), proposed.Text("proposedOn"), proposed.Text("remark"),
            proposed.Value("target")));
        Assert.Equal(["propose"], AppraisalWorld.Actions(proposed));
        Assert.Equal(["propose", "agree", "refuse"], AppraisalWorld.Actions(await own.TargetAsync(id, by.First)));
        Assert.Empty(AppraisalWorld.Actions(await hr.TargetAsync(id, by.First)));
        Assert.Contains("appraisal.targetProposed", await own.NoticesAsync());
        Assert.Equal(90m, await GoalAsync(own, by.First));

        var agreed = await own.DoAsync(Act(id, proposed, "agree", new { remark = "可以" }));

        Assert.Equal(("agreed", 95m, 95m, 90m), (
            agreed.Text("state"), agreed.Value("agreedTarget"), agreed.Value("target"), agreed.Value("templateTarget")));
        Assert.Equal(95m, await GoalAsync(own, by.First));
        Assert.Equal(95m, (await supervisor.DoAsync(Get($"/my/team/goals?employeeId={person}&kpiId={by.First}"))).Items().Single().Value("target"));
        Assert.Contains("appraisal.targetAgreed", await supervisor.NoticesAsync());
        Assert.Equal(
            [("propose", "rater", "业务增长"), ("agree", "person", "可以")],
            agreed.GetProperty("history").EnumerateArray().Select(x => (x.Text("act"), x.Text("side"), x.Text("remark"))));
        Assert.Equal(person, agreed.GetProperty("history")[1].GetProperty("by").Id());
        var audit = await app.ReadAsync(
            db => db.AuditEntries.Where(x => x.Entity == "segmentTarget").OrderBy(x => x.Id).Select(x => x.After).ToListAsync(Stop));
        Assert.Contains("95", audit[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_both_sides_agreed_to_all_of_them_the_appraisal_is_agreed_until_another_value_is_proposed()
    {
        await using var app = await StartedAsync();
        var (by, _, _, id) = await app.AgreeingAsync("AT2");
        var (own, supervisor, hr) = (await app.SignInAsync("at2"), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.HumanResources));
        var proposed = await own.ProposeAsync(id, by.First, 85);
        await own.RefusedAsync(Conflict, "appraisalTarget.talkedOver", Post($"/appraisals/{id}/agree"));
        Assert.Empty(AppraisalWorld.Actions(await own.TargetsAsync(id)));
        await supervisor.DoAsync(Agree(id, proposed));
        await hr.RefusedAsync(Forbidden, "appraisalTarget.notASide", Post($"/appraisals/{id}/agree"));
        Assert.Equal(["agreeTargets"], AppraisalWorld.Actions(await own.TargetsAsync(id)));

        var half = await own.DoAsync(Post($"/appraisals/{id}/agree"));
        Assert.Equal("targets", half.Text("stage"));
        Assert.NotNull(half.Of(1).Text("agreedByPersonAt"));
        await own.RefusedAsync(Conflict, "appraisalTarget.nothingToAgree", Post($"/appraisals/{id}/agree"));
        var whole = await supervisor.DoAsync(Post($"/appraisals/{id}/agree", null, half.Version()));

        Assert.Equal(("agreed", World.NumberOf(Role.Supervisor, Standing.Own)), (
            whole.Text("stage"), whole.Of(1).GetProperty("agreedBy").Text("employeeNumber")));
        Assert.Equal("agreed", await own.StageAsync(id));
        await supervisor.RefusedAsync(Conflict, "appraisal.notInThisState", Post($"/appraisals/{id}/agree"));
        await own.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Post($"/appraisals/{id}/agree", null, half.Version()));

        var again = await supervisor.ProposeAsync(id, by.Second, 92);
        Assert.Equal("targets", await own.StageAsync(id));
        await own.DoAsync(Agree(id, again));
        Assert.Equal("agreed", await own.StageAsync(id));
    }

    [Fact]
    public async Task After_two_refusals_the_next_above_decides_with_a_reason()
    {
        await using var app = await StartedAsync();
        var (by, _, _, id) = await app.AgreeingAsync("AT3");
        var (own, supervisor, head) = (await app.SignInAsync("at3"), await app.AsAsync(Role.Supervisor), await app.SignInAsync("head"));
        var first = await supervisor.ProposeAsync(id, by.First, 95);
        await head.RefusedAsync(Conflict, "appraisalTarget.notInThisState", Decide(id, first, 92));

        var target = await own.EscalatedAsync(supervisor, id, by.First);

        Assert.Equal(("escalated", 2), (target.Text("state"), target.Number("refusals")));
        Assert.Contains("appraisal.targetRefused", await supervisor.NoticesAsync());
        Assert.Contains("appraisal.targetToDecide", await head.NoticesAsync());
        Assert.Equal("W000", (await own.TargetsAsync(id)).Of(1).GetProperty("decider").Text("employeeNumber"));
        await own.RefusedAsync(Conflict, "appraisalTarget.notInThisState", await own.ProposalAsync(id, by.First, 88));
        await own.RefusedAsync(Forbidden, "access.own", Decide(id, target, 88));
        await supervisor.RefusedAsync(Forbidden, "appraisalTarget.notTheDecider", Decide(id, target, 95));
        await (await app.AsAsync(Role.HumanResources)).RefusedAsync(Forbidden, "appraisalTarget.notTheDecider", Decide(id, target, 95));
        await head.RefusedAsync(Unprocessable, "appraisalTarget.notAboveZero", "target", Decide(id, target, 0));
        await head.RefusedAsync(Unprocessable, "appraisalTarget.outOfRange", "target", Decide(id, target, 90.00001m));
        await head.RefusedAsync(
            HttpStatusCode.PreconditionRequired, "version.missing", Post($"/appraisals/{id}/targets/{target.Id()}/decide", new { target = 92, reason = "取中" }));
        Assert.Equal(["decide"], AppraisalWorld.Actions(await head.TargetAsync(id, by.First)));

        var decided = await head.DoAsync(Decide(id, target, 92));

        Assert.Equal(("agreed", 92m, "取中", 0), (decided.Text("state"), decided.Value("agreedTarget"), decided.Text("remark"), decided.Number("refusals")));
        Assert.Equal(
            ["propose", "propose", "refuse", "propose", "refuse", "escalate", "decide"],
            decided.GetProperty("history").EnumerateArray().Select(x => x.Text("act")));
        Assert.All([await own.NoticesAsync(), await supervisor.NoticesAsync()], x => Assert.Contains("appraisal.targetDecided", x));
        await head.RefusedAsync(Conflict, "appraisalTarget.notInThisState", Decide(id, decided, 91));
        await own.RefusedAsync(Conflict, "appraisalTarget.notInThisState", Agree(id, decided));
        await own.RefusedAsync(Conflict, "appraisalTarget.notInThisState", Refuse(id, decided));
    }

    [Fact]
    public async Task Nobody_answers_for_the_other_side_nor_is_held_against_what_the_item_does_not_take()
    {
        await using var app = await StartedAsync();
        var (by, _, _, id) = await app.AgreeingAsync("AT4");
        var (own, supervisor, hr) = (await app.SignInAsync("at4"), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.HumanResources));
        async Task<HttpRequestMessage> ProposalAsync(decimal target) => await own.ProposalAsync(id, by.First, target);

        await own.RefusedAsync(Unprocessable, "appraisalTarget.notAboveZero", "target", await ProposalAsync(0));
        await own.RefusedAsync(Unprocessable, "appraisalTarget.outOfRange", "target", await ProposalAsync(90.00001m));
        await own.RefusedAsync(Unprocessable, "appraisalTarget.outOfRange", "target", await ProposalAsync(1_000_000_000));
        await own.RefusedAsync(Unprocessable, "appraisalTarget.notTaken", "target", await own.ProposalAsync(id, by.Marked, 90));
        await own.RefusedAsync(
            Unprocessable, "appraisal.itemUnknown", "kpiId", Post($"/appraisals/{id}/targets", new { segment = 1, kpiId = 9_999_999, target = 90 }, 0));
        await own.RefusedAsync(
            Unprocessable, "appraisal.segmentUnknown", "segment", Post($"/appraisals/{id}/targets", new { segment = 2, kpiId = by.First, target = 90 }, 0));
        await own.RefusedAsync(
            HttpStatusCode.PreconditionRequired, "version.missing", Post($"/appraisals/{id}/targets", new { segment = 1, kpiId = by.First, target = 90 }));
        await hr.RefusedAsync(Forbidden, "appraisalTarget.notASide", await hr.ProposalAsync(id, by.First, 80));
        await (await app.AsAsync(Role.Payroll)).RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/targets"));

        var proposed = await own.ProposeAsync(id, by.First, 90.0001m);
        await own.RefusedAsync(Forbidden, "appraisalTarget.ownProposal", Agree(id, proposed));
        await own.RefusedAsync(Forbidden, "appraisalTarget.ownProposal", Refuse(id, proposed));
        await hr.RefusedAsync(Forbidden, "appraisalTarget.notASide", Agree(id, proposed));
        await hr.RefusedAsync(Forbidden, "appraisalTarget.notASide", Refuse(id, proposed));
        await supervisor.RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", "remark", Refuse(id, proposed, " "));
        // Another value before the answer: the first can no longer be taken.
        await own.ProposeAsync(id, by.First, 88);
        await supervisor.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Agree(id, proposed));
    }

    [Fact]
    public async Task They_are_revised_until_the_data_cut_off_and_decided_on_afterwards_but_not_once_the_result_is_published()
    {
        await using var app = await StartedAsync();
        var (by, _, _, id) = await app.AgreeingAsync("AT5");
        app.At(4, 8, 23);
        var (own, supervisor, head) = (await app.SignInAsync("at5"), await app.AsAsync(Role.Supervisor), await app.SignInAsync("head"));
        await own.DoAsync(Agree(id, await supervisor.ProposeAsync(id, by.First, 95)));
        var escalated = await own.EscalatedAsync(supervisor, id, by.Learnt);
        var open = await supervisor.ProposeAsync(id, by.Second, 95);
        await app.PutIntoStageAsync(id, AppraisalStage.Published);
        await head.RefusedAsync(Conflict, "appraisal.notInThisState", Decide(id, escalated, 98));
        await own.RefusedAsync(Conflict, "appraisal.notInThisState", await own.ProposalAsync(id, by.First, 80));
        await own.RefusedAsync(Conflict, "appraisal.notInThisState", Agree(id, open));
        await own.RefusedAsync(Conflict, "appraisal.notInThisState", Refuse(id, open));
        await app.PutIntoStageAsync(id, AppraisalStage.Scoring);

        app.At(4, 9, 0);

        await own.RefusedAsync(Conflict, "appraisalTarget.dataCutOff", await own.ProposalAsync(id, by.First, 80));
        await own.RefusedAsync(Conflict, "appraisalTarget.dataCutOff", Agree(id, open));
        await own.RefusedAsync(Conflict, "appraisalTarget.dataCutOff", Refuse(id, open));
        Assert.Empty(AppraisalWorld.Actions(await own.TargetAsync(id, by.Second)));
        Assert.Equal((95m, 90m), ((await own.TargetAsync(id, by.First)).Value("target"), (await own.TargetAsync(id, by.Second)).Value("target")));
        Assert.Equal("2026-04-08", (await own.TargetsAsync(id)).Text("revisableUntil"));
        Assert.Equal(98m, (await head.DoAsync(Decide(id, escalated, 98))).Value("agreedTarget"));
    }

    [Fact]
    public async Task Each_rater_agrees_on_their_own_segment_and_where_nobody_is_above_HR_or_an_approver_decides()
    {
        await using var app = await StartedAsync();
        var by = await app.MixedPositionAsync("AT6");
        var (above, supervisor) = (await app.PersonAsync(Role.Supervisor, Standing.Above), await app.PersonAsync(Role.Supervisor, Standing.Own));
        var place = await app.PlaceAsync(by);
        var person = await app.HireAsync(place, (new(2026, 2, 9), place with { SupervisorId = above }));
        await app.AddAccountAsync("at6", person, Role.Staff);
        var id = await app.AppraisalAsync(await app.OpenedAsync("2026Q1", by), person);
        var (own, first, second) = (await app.SignInAsync("at6"), await app.AsAsync(Role.Supervisor), await app.SignInAsync("head"));
        Assert.Equal([1], (await first.TargetsAsync(id)).GetProperty("segments").EnumerateArray().Select(x => x.Number("number")));
        Assert.Equal(supervisor, (await first.TargetsAsync(id)).Of(1).GetProperty("rater").Id());
        await own.DoAsync(Post($"/appraisals/{id}/agree"));
        await first.DoAsync(Post($"/appraisals/{id}/agree"));
        Assert.Equal("targets", await own.StageAsync(id));
        await second.RefusedAsync(Forbidden, "appraisalTarget.notASide", await second.ProposalAsync(id, by.First, 80));
        await second.DoAsync(Post($"/appraisals/{id}/agree"));
        Assert.Equal("agreed", await own.StageAsync(id));

        foreach (var (role, kpi) in new[] { (Role.HumanResources, by.First), (Role.Approver, by.Second) })
        {
            await own.DoAsync(Refuse(id, await second.DoAsync(await second.ProposalAsync(id, kpi, 95, null, 2))));
            await second.DoAsync(Refuse(id, await own.DoAsync(await own.ProposalAsync(id, kpi, 85, null, 2))));
            var decider = await app.AsAsync(role);
            Assert.Contains("appraisal.targetToDecide", await decider.NoticesAsync());
            var target = await decider.TargetAsync(id, kpi, 2);
            Assert.Equal(["decide"], AppraisalWorld.Actions(target));
            Assert.Equal(94m, (await decider.DoAsync(Decide(id, target, 94))).Value("target"));
            Assert.Equal(90m, (await own.TargetAsync(id, kpi)).Value("target"));
        }

        Assert.Equal("agreed", await own.StageAsync(id));
    }

    private static async Task<decimal?> GoalAsync(HttpClient own, long kpi) =>
        (await own.DoAsync(Get("/my/goals?pageSize=200"))).Items().Of(kpi).Figure("target");
}
