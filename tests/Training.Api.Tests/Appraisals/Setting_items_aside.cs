using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Goals;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Domain.Appraisals;
using Training.Domain.Rules;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Appraisals.SetAsideWorld;

namespace Training.Api.Tests.Appraisals;

/// <summary>HR sets items aside in one appraisal. It is 2 March 2026.</summary>
public sealed class Setting_items_aside(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goals_show_it_at_once_and_it_counts_again_once_taken_back()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("SA1");
        var person = await app.HireAsync(await app.PlaceAsync(by));
        await app.AddAccountAsync("sa-1", person, Role.Staff);
        var cycle = await app.OpenedAsync("2026Q1", by);
        var id = await app.AppraisalAsync(cycle, person);
        await hr.RecordedAsync(by.First, person, "2026-01", 81);
        await hr.RecordedAsync(by.Second, person, "2026-01", 45);

        // (100·81)/90 = 90, (100·45)/90 = 50, half each; without the second 90 alone.
        Assert.Equal(("scored", 70m), await StandingAsync(person, by.Second));
        Assert.Equal(["1 SA1D"], await app.MissingAsync(cycle, person));
        var aside = await hr.DoAsync(SetAside(id, by.Second, 1));

        Assert.Equal(("setAside", 90m), await StandingAsync(person, by.Second));
        var shown = Assert.Single(SetAsides(await (await app.SignInAsync("sa-1")).DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal(("SA1B", 1, "系统停用"), (shown.Text("kpiCode"), shown.Number("segment"), shown.Text("reason")));
        Assert.Equal(await app.PersonAsync(Role.HumanResources, Standing.Own), shown.GetProperty("by").Id());
        Assert.Equal("2026-03-02T01:00:00.000Z", shown.Text("at"));

        await hr.DoAsync(Delete($"/appraisals/{id}/set-aside/{aside.Id()}", aside.Version()));
        Assert.Equal(("scored", 70m), await StandingAsync(person, by.Second));
        Assert.Empty(SetAsides(await hr.DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal(
            ["Added", "Removed"],
            await app.ReadAsync(db => db.AuditEntries.Where(x => x.Entity == "itemSetAside" && x.EntityId == $"{aside.Id()}").OrderBy(x => x.Id)
                .Select(x => x.Change.ToString()).ToListAsync(Stop)));
        var running = await Assert.ThrowsAsync<RuleViolation>(() => app.FinalAsync(cycle, person));
        Assert.Equal("appraisalCycle.quarterRunning", running.Refusal.Code);
    }

    [Fact]
    public async Task HR_alone_is_offered_it_and_never_for_themselves()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("SA2");
        var self = await app.PersonAsync(Role.HumanResources, Standing.Own);
        var direct = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        var cycle = await app.OpenedAsync("2025Q4", by);
        var (own, other) = (await app.AppraisalAsync(cycle, self), await app.AppraisalAsync(cycle, direct));
        var kpi = await app.ReadAsync(db => db.Kpis.Where(x => x.Code == "K56").Select(x => x.Id).SingleAsync(Stop));
        var aside = await app.WriteAsync(async db =>
        {
            var account = await db.Users.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync(Stop);
            return db.ItemSetAsides.Add(ItemSetAside.Of(own, kpi, null, "停用", account, app.Clock.GetUtcNow())).Entity;
        });

        Assert.Equal(["setAside"], Actions(await hr.DoAsync(Get($"/appraisals/{other}"))));
        Assert.Empty(Actions(await hr.DoAsync(Get($"/appraisals/{own}"))));
        Assert.Empty(Actions(await (await app.AsAsync(Role.Supervisor)).DoAsync(Get($"/appraisals/{other}"))));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", SetAside(own, kpi));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Delete($"/appraisals/{own}/set-aside/{aside.Id}", 1));
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Delete($"/appraisals/{other}/set-aside/{aside.Id}", 1));
    }

    [Fact]
    public async Task What_the_appraisal_does_not_have_and_what_is_set_aside_already_is_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (by, beside) = (await app.MixedPositionAsync("SA3"), await app.MixedPositionAsync("SA4"));
        var person = await app.HireAsync(await app.PlaceAsync(by));
        var id = await app.AppraisalAsync(await app.OpenedAsync("2025Q3", by), person);

        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "appraisal.segmentUnknown", "segment", SetAside(id, by.First, 2));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "appraisal.itemUnknown", "kpiId", SetAside(id, beside.First));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "appraisal.itemUnknown", "kpiId", SetAside(id, beside.First, 1));
        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", "reason", SetAside(id, by.First, 1, " "));

        // First the segment, then all of them, which takes in later ones too; not the other way round.
        await hr.DoAsync(SetAside(id, by.First, 1));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisal.alreadySetAside", "kpiId", SetAside(id, by.First, 1));
        await hr.DoAsync(SetAside(id, by.First));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisal.alreadySetAside", "kpiId", SetAside(id, by.First));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisal.alreadySetAside", "kpiId", SetAside(id, by.First, 1));
        Assert.Equal(2, SetAsides(await hr.DoAsync(Get($"/appraisals/{id}"))).Count);
    }

    [Fact]
    public async Task A_section_with_nothing_left_drops_out_and_with_55_of_the_weight_left_the_segment()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("SA5");
        var person = await app.HireAsync(await app.PlaceAsync(by));
        var cycle = await app.OpenedAsync("2025Q2", by);
        var id = await app.AppraisalAsync(cycle, person);
        await app.FigureAsync(by.First, person, "2025-04", 81);
        await app.FigureAsync(by.Second, person, "2025-04", 45);
        await hr.DoAsync(SetAside(id, by.Learnt));
        Assert.Equal((null, null), ((await app.FinalAsync(cycle, person)).Outcome.Total, (await app.FinalAsync(cycle, person)).Outcome.Unrated));

        await (await app.AsAsync(Role.Supervisor)).DoAsync(Post(
            $"/appraisals/{id}/segments/1/score", new { marks = new[] { new { kpiId = by.Marked, mark = 80 } } }, 1));

        // (70·70 + 80·20)/90
        var receipt = await app.FinalAsync(cycle, person);
        Assert.Equal((72.22m, 72.22m, "C"), (receipt.Outcome.Total, receipt.Outcome.Final, receipt.Outcome.Grade));
        Assert.Equal((90m, null), (receipt.Segments[0].WeightLeft, receipt.Segments[0].Sections[2].Score));
        Assert.Equal((1, null), (receipt.Facts.Number, receipt.Facts.AsOf));
        // The mark stays with the supervisor until the results are published.
        Assert.Equal(("awaitsMark", 70m), await StandingAsync(person, by.Marked, "2025Q2"));

        await hr.DoAsync(SetAside(id, by.Second));
        var dropped = await app.FinalAsync(cycle, person);
        Assert.Equal((55m, false, UnratedReason.TooLittleData), (dropped.Segments[0].WeightLeft, dropped.Segments[0].Counts, dropped.Outcome.Unrated!.Value));
        var item = dropped.Segments[0].Sections[0].Items[1];
        Assert.Equal((SetAsideReason.NotApplicable, "系统停用"), (item.SetAside!.Value, item.SetAsideNote));
        Assert.Equal(
            await app.ReadAsync(db => db.Users.Where(x => x.UserName == "humanResources").Select(x => (long?)x.Id).SingleAsync(Stop)), item.SetAsideBy);
    }

    [Fact]
    public async Task In_one_of_two_segments_it_counts_in_the_other_whose_supervisor_does_not_see_it()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("SA6");
        var place = await app.PlaceAsync(by);
        var other = await app.HireAsync(place with { SupervisorId = await app.PersonAsync(Role.Supervisor, Standing.Above) });
        await app.AddAccountAsync("sa-6", other, Role.Supervisor);
        var person = await app.HireAsync(place, (new(2025, 2, 15), place with { SupervisorId = other }));
        var cycle = await app.OpenedAsync("2025Q1", by);
        var id = await app.AppraisalAsync(cycle, person);

        await hr.DoAsync(SetAside(id, by.First, 2));

        var receipt = await app.FinalAsync(cycle, person);
        Assert.Equal([100m, 65m], receipt.Segments.Select(x => x.WeightLeft));
        Assert.Empty(SetAsides(await (await app.AsAsync(Role.Supervisor)).DoAsync(Get($"/appraisals/{id}"))));
        Assert.Single(SetAsides(await (await app.SignInAsync("sa-6")).DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal(["1 SA6A", "1 SA6B", "1 SA6D", "2 SA6B", "2 SA6D"], await app.MissingAsync(cycle, person));
    }

    [Fact]
    public async Task What_has_no_figure_stands_in_a_list_until_it_is_set_aside_or_a_figure_comes()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("SA7");
        var person = await app.HireAsync(await app.PlaceAsync(by));
        var cycle = await app.OpenedAsync("2024Q4", by);
        var id = await app.AppraisalAsync(cycle, person);
        await app.FigureAsync(by.First, person, "2024-11", 90);
        var row = (await hr.DoAsync(Get($"/appraisal-cycles/{cycle}/missing-data?pageSize=200"))).Items().First(x => x.Text("kpiCode") == "SA7B");

        Assert.Equal(["1 SA7B", "1 SA7D"], await app.MissingAsync(cycle, person));
        Assert.Equal(
            (id, "CS", "指标SA7B", "own", "month"),
            (row.GetProperty("appraisalId").GetInt64(), row.Text("departmentCode"), row.Text("kpiNameZh"), row.Text("scope"), row.Text("periodKind")));
        Assert.Equal(["1 SA7D"], await app.MissingAsync(cycle, person, $"&kpiId={by.Learnt}"));
        Assert.Equal(["1 SA7B", "1 SA7D"], await app.MissingAsync(cycle, person, $"&departmentId={await app.DepartmentAsync("CS")}"));
        Assert.Empty(await app.MissingAsync(cycle, person, $"&departmentId={await app.DepartmentAsync("FIN")}"));

        await hr.DoAsync(SetAside(id, by.Learnt));
        Assert.Equal(["1 SA7B"], await app.MissingAsync(cycle, person));
        await app.FigureAsync(by.Second, person, "2024-10", 90);
        Assert.Empty(await app.MissingAsync(cycle, person));
    }

    private static List<string?> Actions(JsonElement appraisal) => [.. appraisal.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString())];

    private async Task<(string? State, decimal? Total)> StandingAsync(long person, long kpi, string quarter = "2026Q1")
    {
        var goals = (await (await app.AsAsync(Role.HumanResources)).DoAsync(Get($"/employees/{person}/goals?quarter={quarter}"))).Items();
        return (goals.Of(kpi).Text("state"), goals.Of(kpi).Figure("total"));
    }
}
