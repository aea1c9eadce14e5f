using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.People;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Appraisals;

/// <summary>How results are published, read, acknowledged and closed. Publication is on Monday, 2 March 2026.</summary>
public sealed class Publishing_results
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_person_reads_total_marks_and_receipt_from_then_on_and_the_receipt_alone_gives_the_result_again()
    {
        await using var app = await StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (by, person, cycle, id) = await app.CompleteAsync("PB1");
        var own = await app.SignInAsync("pb1");
        await hr.DoAsync(await hr.CalibrationAsync(id, 1.25m, "跨部门攻关"));
        await own.RefusedAsync(Conflict, "appraisal.notPublished", Get($"/appraisals/{id}/receipt"));
        await supervisor.RefusedAsync(Conflict, "appraisal.notPublished", Get($"/appraisals/{id}/receipt"));
        var before = ReceiptText.Read(await hr.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop));
        Assert.Equal(JsonValueKind.Null, (await own.DoAsync(Get($"/appraisals/{id}"))).GetProperty("result").ValueKind);

        var done = await hr.PublishAsync(cycle);

        Assert.Equal(("published", 1), (done.Text("phase"), done.Number("published")));
        Assert.Contains("appraisal.published", (await own.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind")));
        var read = await own.DoAsync(Get($"/appraisals/{id}"));
        var result = read.GetProperty("result");
        Assert.Equal(("published", 92.5m, 93.75m, "A", 1), (
            read.Text("stage"), result.GetProperty("total").GetDecimal(), result.GetProperty("final").GetDecimal(), result.Text("grade"), result.Number("number")));
        Assert.Equal(["acknowledge"], AppraisalWorld.Actions(read));
        Assert.Equal(80m, (await own.ScoreAsync(id, 1)).GetProperty("items")[0].GetProperty("mark").GetDecimal());
        var text = await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop);
        var receipt = ReceiptText.Read(text);
        Assert.True(receipt.IsSound());
        Assert.Equal((93.75m, "A", "跨部门攻关"), (receipt.Outcome.Final, receipt.Outcome.Grade, receipt.Facts.Adjustments.Single().Reason));
        Assert.Equal(ReceiptText.Of(before), text);
        Assert.Equal(Receipts.Sha256(text), result.Text("receiptSha256"));
        Assert.Equal(text, await supervisor.GetStringAsync($"/api/v1/appraisals/{id}/receipt?number=1", Stop));
        await own.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/receipt?number=2"));
        var listed = (await own.DoAsync(Get("/my/appraisals?quarter=2025Q4"))).Items().Single();
        Assert.Equal((93.75m, "A"), (listed.GetProperty("final").GetDecimal(), listed.Text("grade")));

        await app.FigureAsync(by.First, person, "2025-11", 10);
        Assert.Equal(text, await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop));
        Assert.Equal(0, (await hr.PublishAsync(cycle)).Number("published"));
        await hr.RefusedAsync(Conflict, "appraisal.notInThisState", await hr.CalibrationAsync(id));
        await hr.RefusedAsync(Conflict, "appraisal.notInThisState", SetAsideWorld.SetAside(id, by.First));
        var aside = await app.WriteAsync(async db => db.ItemSetAsides.Add(ItemSetAside.Of(
            id, by.First, null, "停用", await db.Users.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync(Stop), app.Clock.GetUtcNow())).Entity);
        await hr.RefusedAsync(Conflict, "appraisal.notInThisState", Delete($"/appraisals/{id}/set-aside/{aside.Id}", 1));
    }

    [Fact]
    public async Task Who_is_neither_calibrated_nor_unrated_is_left_behind_by_name_and_ones_own_is_anothers_to_publish()
    {
        await using var app = await StartedAsync();
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var by = await app.MixedPositionAsync("PB2");
        var (ready, scored) = (await app.CompletePersonAsync(by), await app.CompletePersonAsync(by));
        var late = await Hired.HireRequestAsync(app, "PB-21", await app.PersonAsync(Role.Supervisor, Standing.Own));
        late["hiredOn"] = new DateOnly(2025, 12, 20);
        var unrated = (await hr.DoAsync(Post("/employees", late))).Id();
        await app.AddAccountAsync("pb-21", unrated, Role.HumanResources);
        var cycle = await app.OpenedAsync("2025Q4", by);
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", Post($"/appraisal-cycles/{cycle}/publish", new { }));
        await approver.RefusedAsync(
            HttpStatusCode.Forbidden, "appraisalCycle.publishedByHumanResources", Post($"/appraisal-cycles/{cycle}/publish", new { }));
        await app.MarkedAsync(cycle, ready, scored);
        await hr.DoAsync(await hr.CalibrationAsync(await app.AppraisalAsync(cycle, ready)));
        await hr.RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "appraisalCycle.departmentUnknown", "departmentId",
            Post($"/appraisal-cycles/{cycle}/publish", new { departmentId = 9_999_999 }));

        var itself = await (await app.SignInAsync("pb-21")).PublishAsync(cycle, new { employeeId = unrated });
        Assert.Equal((0, unrated), (itself.Number("published"), itself.GetProperty("left")[0].GetProperty("employeeId").GetInt64()));
        Assert.Equal("calibration", itself.Text("phase"));
        await approver.RefusedAsync(
            HttpStatusCode.Forbidden, "appraisalCycle.publishedByHumanResources", Post($"/appraisal-cycles/{cycle}/publish", new { }));
        await hr.RefusedAsync(
            Conflict, "appraisalCycle.personUnknown", "employeeId", Post($"/appraisal-cycles/{cycle}/publish", new { employeeId = 9_999_999 }));
        var alone = await approver.PublishAsync(cycle, new { employeeId = unrated });
        Assert.Equal((1, 0), (alone.Number("published"), alone.Number("leftBehind")));
        await approver.RefusedAsync(
            Conflict, "appraisalCycle.alreadyPublished", Post($"/appraisal-cycles/{cycle}/publish", new { employeeId = unrated }));
        var elsewhere = await hr.PublishAsync(cycle, new { departmentId = await app.DepartmentAsync("FIN") });
        Assert.Equal(0, elsewhere.Number("published"));
        var all = await hr.PublishAsync(cycle);

        Assert.Equal(1, all.Number("published"));
        var left = all.GetProperty("left").EnumerateArray().ToDictionary(x => x.GetProperty("employeeId").GetInt64(), x => x.Text("stage"));
        Assert.Equal("scored", left[scored]);
        Assert.DoesNotContain(ready, left.Keys);
        var result = (await hr.DoAsync(Get($"/appraisals/{await app.AppraisalAsync(cycle, unrated)}"))).GetProperty("result");
        Assert.Equal(("tooNew", JsonValueKind.Null), (result.Text("unrated"), result.GetProperty("final").ValueKind));
    }

    [Fact]
    public async Task Who_sees_a_part_of_it_reads_the_total_but_not_the_receipt_and_a_later_supervisor_the_result_alone()
    {
        await using var app = await StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var by = await app.MixedPositionAsync("PB3");
        var other = await Hired.HireAsync(app, "PB-31");
        await app.AddAccountAsync("pb-31", other, Role.Supervisor);
        var person = await app.CompletePersonAsync(by, other);
        var place = await app.PlaceAsync(by);
        await MoveAsync(app, person, new(2025, 11, 16), place);
        var cycle = await app.OpenedAsync("2025Q4", by);
        var id = await app.AppraisalAsync(cycle, person);
        await app.AddAccountAsync("pb-30", person, Role.Staff);
        await hr.AdvanceAsync(cycle, "selfReview");
        await (await app.SignInAsync("pb-30")).DoAsync(Post($"/appraisals/{id}/self-review", new { text = "自评" }, 0));
        var first = await app.SignInAsync("pb-31");
        await first.DoAsync(await first.ScoringAsync(id, 1));
        await supervisor.DoAsync(await supervisor.ScoringAsync(id, 2));
        await hr.AdvanceAsync(cycle, "scoring");
        await hr.AdvanceAsync(cycle, "calibration");
        foreach (var kpi in new[] { by.First, by.Second, by.Learnt })
        {
            await app.FigureAsync(kpi, person, "2025-12", 90);
        }

        await hr.DoAsync(await hr.CalibrationAsync(id));
        var next = await Hired.HireAsync(app, "PB-32");
        await app.AddAccountAsync("pb-32", next, Role.Supervisor);
        await MoveAsync(app, person, new(2026, 3, 1), place with { SupervisorId = next });
        var later = await app.SignInAsync("pb-32");
        await later.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}"));
        await hr.PublishAsync(cycle, new { employeeId = person });

        Assert.NotEqual(JsonValueKind.Null, (await first.DoAsync(Get($"/appraisals/{id}"))).GetProperty("result").GetProperty("total").ValueKind);
        await first.RefusedAsync(HttpStatusCode.Forbidden, "appraisal.receiptOfOthers", Get($"/appraisals/{id}/receipt"));
        var seen = await later.DoAsync(Get($"/appraisals/{id}"));
        Assert.Equal((0, "published"), (seen.GetProperty("segments").GetArrayLength(), seen.Text("stage")));
        Assert.NotEqual(JsonValueKind.Null, seen.GetProperty("result").GetProperty("final").ValueKind);
        await later.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/segments/1/score"));
        Assert.Equal(("自评", null), (await ReviewAsync(first, id), await ReviewAsync(later, id)));
        await later.RefusedAsync(HttpStatusCode.Forbidden, "appraisal.receiptOfOthers", Get($"/appraisals/{id}/receipt"));
    }

    [Fact]
    public async Task The_person_acknowledges_within_five_working_days_agreeing_or_not()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (_, _, cycle, id) = await app.CompleteAsync("PB4");
        var own = await app.SignInAsync("pb4");
        await hr.DoAsync(await hr.CalibrationAsync(id));
        var path = $"/appraisals/{id}/acknowledge";
        await own.RefusedAsync(Conflict, "appraisal.notPublished", Post(path, new { agrees = true }, 1));
        await hr.PublishAsync(cycle, new { departmentId = await app.DepartmentAsync("CS") });
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "appraisal.notThePerson", Post(path, new { agrees = true }, 1));
        await own.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Post(path, new { agrees = true }));
        var open = (await own.DoAsync(Get($"/appraisals/{id}"))).GetProperty("result");
        Assert.Equal(("open", "2026-03-09"), (open.Text("acknowledgement"), open.Text("acknowledgeUntil")));
        app.Clock.Advance(TimeSpan.FromDays(7));

        var done = await own.DoAsync(Post(path, new { agrees = false, remark = "质检抽样偏少" }, open.Version()));

        Assert.Equal(("acknowledged", false, "质检抽样偏少"), (done.Text("acknowledgement"), done.GetProperty("agrees").GetBoolean(), done.Text("remark")));
        await own.RefusedAsync(Conflict, "appraisal.acknowledged", Post(path, new { agrees = true }, done.Version()));
        Assert.Empty(AppraisalWorld.Actions(await own.DoAsync(Get($"/appraisals/{id}"))));
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/close", new { departmentId = await app.DepartmentAsync("CS") }));
        await own.RefusedAsync(Conflict, "appraisal.acknowledged", Post(path, new { agrees = true }, done.Version()));
    }

    [Fact]
    public async Task Silence_until_the_sixth_working_day_is_no_agreement_and_leave_moves_the_days()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("PB5");
        var (silent, away) = (await app.CompletePersonAsync(by), await app.CompletePersonAsync(by));
        await app.AddAccountAsync("pb-silent", silent, Role.Staff);
        await app.AddAccountAsync("pb-away", away, Role.Staff);
        await app.WriteAsync(async db =>
        {
            var employee = await db.Employees.Include(x => x.Periods).SingleAsync(x => x.Id == away, Stop);
            return db.LeaveRecords.Add(LeaveRecord.Create(
                employee, LeaveKind.Annual, new LeaveSpan(new(2026, 3, 2), HalfDay.Morning, new(2026, 3, 6), HalfDay.Afternoon), null, []));
        });
        var cycle = await app.OpenedAsync("2025Q4", by);
        await app.MarkedAsync(cycle, silent, away);
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { }));
        await hr.PublishAsync(cycle);
        app.Clock.Advance(TimeSpan.FromDays(8));
        var (late, still) = (await app.SignInAsync("pb-silent"), await app.SignInAsync("pb-away"));
        var (one, two) = (await app.AppraisalAsync(cycle, silent), await app.AppraisalAsync(cycle, away));

        await late.RefusedAsync(Conflict, "appraisal.acknowledgementOver", Post($"/appraisals/{one}/acknowledge", new { agrees = true }, 1));
        Assert.Equal("notAcknowledged", (await hr.DoAsync(Get($"/appraisals/{one}"))).GetProperty("result").Text("acknowledgement"));
        var open = (await still.DoAsync(Get($"/appraisals/{two}"))).GetProperty("result");
        Assert.Equal(("open", "2026-03-13"), (open.Text("acknowledgement"), open.Text("acknowledgeUntil")));
        await still.DoAsync(Post($"/appraisals/{two}/acknowledge", new { agrees = true }, open.Version()));
    }

    [Fact]
    public async Task The_cycle_closes_once_everything_is_published_and_one_person_before()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (_, person, cycle, id) = await app.CompleteAsync("PB6");
        var path = $"/appraisal-cycles/{cycle}/close";
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", Post(path, new { }));
        await hr.DoAsync(await hr.CalibrationAsync(id));
        await hr.PublishAsync(cycle);
        await hr.RefusedAsync(Conflict, "appraisalCycle.unpublished", Post(path, new { }));
        await hr.RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "appraisalCycle.departmentUnknown", "departmentId", Post(path, new { departmentId = 9_999_999 }));

        await hr.RefusedAsync(Conflict, "appraisalCycle.personUnknown", "employeeId", Post(path, new { employeeId = 9_999_999 }));

        var one = await hr.DoAsync(Post(path, new { employeeId = person }));
        Assert.Equal(("published", 1), (one.Text("phase"), one.Number("closed")));
        Assert.Equal("closed", await hr.StageAsync(id));
        var own = await app.SignInAsync("pb6");
        var read = await own.DoAsync(Get($"/appraisals/{id}"));
        Assert.Equal(["acknowledge"], AppraisalWorld.Actions(read));
        await own.DoAsync(Post($"/appraisals/{id}/acknowledge", new { agrees = true }, read.GetProperty("result").Version()));
        await app.WriteAsync(async db =>
        {
            foreach (var appraisal in await db.Appraisals.Where(x => x.CycleId == cycle && x.Id != id).ToListAsync(Stop))
            {
                db.Entry(appraisal).Property(x => x.Stage).CurrentValue = AppraisalStage.Published;
            }

            return true;
        });
        Assert.Equal("closed", (await hr.DoAsync(Post(path, new { }))).Text("phase"));
        await hr.RefusedAsync(Conflict, "appraisalCycle.notInThisState", Post(path, new { }));
        Assert.Empty(CycleWorld.Actions(await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))));
    }

    private static async Task<string?> ReviewAsync(HttpClient client, long appraisal) =>
        (await client.DoAsync(Get($"/appraisals/{appraisal}/self-review"))).Text("text");

    private static async Task MoveAsync(TrainingApp app, long person, DateOnly from, Placement to)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.DoAsync(Post(
            $"/employees/{person}/assignments", new { from, departmentId = to.DepartmentId, positionId = to.PositionId, supervisorId = to.SupervisorId },
            await Hired.VersionAsync(app, person)));
    }

    private static async Task<TrainingApp> StartedAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        return app;
    }
}
