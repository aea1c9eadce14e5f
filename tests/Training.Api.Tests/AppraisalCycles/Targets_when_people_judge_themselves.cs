using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.People;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Appraisals.TargetWorld;

namespace Training.Api.Tests.AppraisalCycles;

/// <summary>What becomes of targets that are not agreed when the self-review begins. Monday, 2 March 2026, is the day of the proposals; the fifth
/// working day after it is Monday, 9 March.</summary>
public sealed class Targets_when_people_judge_themselves
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(9, "escalated", null)]
    [InlineData(10, "agreed", 95)]
    public async Task Five_working_days_of_silence_are_agreement_and_the_rest_goes_to_the_next_above(int day, string state, int? agreed)
    {
        await using var app = await StartedAsync();
        var (by, _, cycle, id) = await app.AgreeingAsync("TS1");
        var (mine, none, both, away) = (
            await app.InPositionAsync(by, "ts-mine"), await app.InPositionAsync(by, "ts-none"), await app.InPositionAsync(by, "ts-both"),
            await app.InPositionAsync(by, "ts-away"));
        var (hr, supervisor, own) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor), await app.SignInAsync("ts-mine"));
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        await app.WriteAsync(async db =>
        {
            var employee = await db.Employees.Include(x => x.Periods).SingleAsync(x => x.Id == away, Stop);
            return db.LeaveRecords.Add(LeaveRecord.Create(
                employee, LeaveKind.Sick, new LeaveSpan(new(2026, 3, 2), HalfDay.Morning, new(2026, 3, 4), HalfDay.Afternoon), null, []));
        });
        var (ownId, noneId, bothId, awayId) = (
            await app.AppraisalAsync(cycle, mine), await app.AppraisalAsync(cycle, none), await app.AppraisalAsync(cycle, both),
            await app.AppraisalAsync(cycle, away));
        await supervisor.ProposeAsync(id, by.First, 95);
        await supervisor.ProposeAsync(awayId, by.First, 95);
        await own.ProposeAsync(ownId, by.First, 85);
        await (await app.SignInAsync("ts-both")).DoAsync(Post($"/appraisals/{bothId}/agree"));
        await supervisor.DoAsync(Post($"/appraisals/{bothId}/agree"));
        app.At(3, day, 8);

        var begun = await hr.AdvanceAsync(cycle, "selfReview");

        var all = await app.ReadAsync(db => db.Appraisals.CountAsync(x => x.CycleId == cycle, Stop));
        Assert.Equal((all, agreed is null ? 0 : 1, agreed is null ? 3 : 2), (
            begun.Number("moved"), begun.Number("targetsAgreed"), begun.Number("targetsToDecide")));
        var silent = await supervisor.TargetAsync(id, by.First);
        Assert.Equal((state, (decimal?)agreed, agreed ?? 90), (silent.Text("state"), silent.Value("agreedTarget"), silent.Value("target")));
        Assert.Equal(JsonValueKind.Null, silent.GetProperty("history")[1].GetProperty("by").ValueKind);
        Assert.Equal(("escalated", "escalated"), (
            (await own.TargetAsync(ownId, by.First)).Text("state"), (await supervisor.TargetAsync(awayId, by.First)).Text("state")));
        Assert.Equal(
            [(false, "selfReview"), (true, "selfReview"), (false, "selfReview")],
            new[] { await own.TargetsAsync(ownId), await supervisor.TargetsAsync(noneId), await supervisor.TargetsAsync(bothId) }
                .Select(x => (x.GetProperty("byTemplate").GetBoolean(), x.Text("stage"))));
        Assert.Contains("appraisal.targetsToDecide", await (await app.SignInAsync("head")).NoticesAsync());

        // Another value may still be agreed until the data cut-off.
        var later = await supervisor.ProposeAsync(noneId, by.Second, 91);
        var taken = await (await app.SignInAsync("ts-none")).DoAsync(Agree(noneId, later));
        Assert.Equal((91m, "selfReview"), (taken.Value("target"), await supervisor.StageAsync(noneId)));
    }

    [Fact]
    public async Task What_is_undecided_keeps_the_segment_from_having_a_total_until_the_next_above_decides()
    {
        await using var app = await StartedAsync();
        var by = await app.MixedPositionAsync("TS2");
        var person = await app.CompletePersonAsync(by);
        await app.AddAccountAsync("ts2", person, Role.Staff);
        foreach (var (kpi, value) in new[] { (by.First, 81m), (by.Second, 90m), (by.Learnt, 100m) })
        {
            await app.FigureAsync(kpi, person, "2026-01", value);
        }

        var cycle = await app.OpenedAsync("2026Q1", by);
        var id = await app.AppraisalAsync(cycle, person);
        var target = await (await app.SignInAsync("ts2")).ProposeAsync(id, by.First, 100, "业务增长");
        app.At(4, 9);
        var hr = await app.AsAsync(Role.HumanResources);
        await app.MarkedAsync(cycle, person);

        Assert.Null((await app.FinalAsync(cycle, person)).Outcome.Total);
        await hr.RefusedAsync(Conflict, "appraisalTarget.undecided", await hr.CalibrationAsync(id));
        Assert.Equal("appraisalTarget.undecided", Left(await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { })), person));
        Assert.Equal("appraisalTarget.undecided", Left(await hr.PublishAsync(cycle, new { employeeId = person }), person));
        Assert.Empty(await app.MissingAsync(cycle, person));

        var head = await app.SignInAsync("head");
        await head.DoAsync(Decide(id, await head.TargetAsync(id, by.First), 100));

        // (81 + 100)/2 of the rates, 80 and 100: (90.50·70 + 80·20 + 100·10)/100.
        var receipt = await app.FinalAsync(cycle, person);
        Assert.Equal((89.35m, 100m), (receipt.Outcome.Total, receipt.Segments[0].Sections[0].Items[0].Target));
        Assert.Equal("scored", await hr.StageAsync(id));
        await hr.DoAsync(await hr.CalibrationAsync(id));
        Assert.Equal(1, (await hr.PublishAsync(cycle, new { employeeId = person })).Number("published"));
        var text = await (await app.SignInAsync("ts2")).GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop);
        Assert.Equal(100m, ReceiptText.Read(text).Segments[0].Sections[0].Items[0].Target);
        Assert.Equal(target.Id(), (await head.TargetAsync(id, by.First)).Id());
    }

    private static string? Left(JsonElement answer, long person) =>
        answer.GetProperty("left").EnumerateArray().Single(x => x.GetProperty("employeeId").GetInt64() == person).Text("code");
}
