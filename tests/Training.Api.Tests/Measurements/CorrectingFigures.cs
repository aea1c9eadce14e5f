using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Features.Imports;
using Training.Api.Imports;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Measurements.Measured;

namespace Training.Api.Tests.Measurements;

/// <summary>It is March 2026: the fourth quarter of 2025 is closed.</summary>
public sealed class CorrectingFigures(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Now = HttpStatusCode.Conflict;
    private static readonly string Staff = World.NumberOf(Role.Staff, Standing.Own);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_the_cut_off_a_figure_waits_until_HR_accepts_it()
    {
        var (hr, kpi, person) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("C1"), await StaffAsync());

        var queued = await hr.QueuedAsync(kpi, person, "2025-12", 90);
        Assert.Empty(await app.KeptAsync("C1"));
        Assert.Equal(["accept", "leave"], Actions(queued));
        var accepted = await hr.DoAsync(Post($"/corrections/{queued.Id()}/accept", new { note = "已核对" }, 1));

        Assert.Equal(("accepted", "已核对", "humanResources"), (accepted.Text("state"), accepted.Text("note"), accepted.Text("decidedBy")));
        Assert.Empty(Actions(accepted));
        Assert.Equal([$"{Staff} 2025-12 90"], await app.KeptAsync("C1"));
        await hr.RefusedAsync(Now, "correction.decided", Post($"/corrections/{queued.Id()}/accept", new { }, 2));
        await hr.RefusedAsync(Now, "correction.decided", Post($"/corrections/{queued.Id()}/leave", new { }, 2));
    }

    [Fact]
    public async Task What_HR_leaves_stays_as_it_is_and_only_one_correction_waits_at_a_time()
    {
        var (hr, kpi, person) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("C2"), await StaffAsync());
        var figure = await KeptFigureAsync(kpi, person, 90);

        var answer = await hr.DoAsync(Put($"/measurements/{figure}", new { value = 95, reason = "漏计" }, 1));
        Assert.Equal(("queued", 90), (answer.Text("state"), answer.GetProperty("measurement").Number("value")));
        var queued = answer.GetProperty("correction");
        Assert.Equal((90, 95, "漏计"), (queued.Number("oldValue"), queued.Number("newValue"), queued.Text("reason")));
        await hr.RefusedAsync(Now, "correction.waiting", Put($"/measurements/{figure}", new { value = 96 }, 1));
        await hr.RefusedAsync(Now, "correction.waiting", Post($"/measurements/{figure}/remove", new { reason = "错" }, 1));
        await hr.DoAsync(Post($"/corrections/{queued.Id()}/leave", new { note = "无依据" }, 1));

        Assert.Equal([$"{Staff} 2025-12 90"], await app.KeptAsync("C2"));
        var detail = await hr.DoAsync(Get($"/measurements/{figure}"));
        Assert.Equal(["left"], detail.GetProperty("corrections").EnumerateArray().Select(x => x.Text("state")));
        await hr.DoAsync(Put($"/measurements/{figure}", new { value = 96 }, 1));
    }

    [Fact]
    public async Task A_correction_that_waits_keeps_another_new_figure_off()
    {
        var (hr, kpi, person) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("C3"), await StaffAsync());
        await hr.QueuedAsync(kpi, person, "2025-11", 1);

        await hr.RefusedAsync(Now, "correction.waiting", "value", Figure(kpi, person, "2025-11", 2));
        Assert.Equal("queued", (await hr.DoAsync(Figure(kpi, person, "2025-11", 1))).Text("state"));
        Assert.Equal(1, (await hr.DoAsync(Get($"/corrections?kpiId={kpi}"))).Number("total"));
    }

    [Fact]
    public async Task A_removal_is_queued_too_and_a_correction_of_what_has_changed_since_is_outdated()
    {
        var (hr, kpi, person) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("C4"), await StaffAsync());
        var figure = await KeptFigureAsync(kpi, person, 50);
        var queued = (await hr.DoAsync(Post($"/measurements/{figure}/remove", new { reason = "重复" }, 1))).GetProperty("correction");
        Assert.Equal(JsonValueKind.Null, queued.GetProperty("newValue").ValueKind);

        await SetAsync(figure, 51);
        Assert.Equal(["leave"], Actions(await hr.DoAsync(Get($"/corrections/{queued.Id()}"))));
        await hr.RefusedAsync(Now, "correction.outdated", Post($"/corrections/{queued.Id()}/accept", new { }, 1));
        await SetAsync(figure, 50);
        await hr.DoAsync(Post($"/corrections/{queued.Id()}/accept", new { }, 1));

        Assert.Empty(await app.KeptAsync("C4"));
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_figures()
    {
        var (hr, kpi) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("C5"));
        var self = await app.PersonAsync(Role.HumanResources, Standing.Own);
        await app.AddAccountAsync("c5-hr", null, Role.HumanResources);
        var other = await app.SignInAsync("c5-hr");

        var queued = await other.QueuedAsync(kpi, self, "2025-12", 100);
        Assert.Equal(["accept", "leave"], Actions(queued));
        Assert.Empty(Actions(await hr.DoAsync(Get($"/corrections/{queued.Id()}"))));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Post($"/corrections/{queued.Id()}/accept", new { }, 1));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Post($"/corrections/{queued.Id()}/leave", new { }, 1));
        await other.DoAsync(Post($"/corrections/{queued.Id()}/accept", new { }, 1));
    }

    [Fact]
    public async Task A_supervisor_proposes_and_follows_what_became_of_it()
    {
        var (supervisor, hr, kpi) = (await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("C6"));
        var (direct, person) = (await app.PersonAsync(Role.Supervisor, Standing.Direct), await StaffAsync());
        var mine = await supervisor.QueuedAsync(kpi, direct, "2025-12", 70);
        var others = await hr.QueuedAsync(kpi, person, "2025-10", 71);
        Assert.Empty(Actions(mine));

        Assert.Equal([mine.Id()], (await supervisor.DoAsync(Get($"/corrections?kpiId={kpi}"))).Items().Select(x => x.Id()));
        Assert.Equal([others.Id(), mine.Id()], (await hr.DoAsync(Get($"/corrections?kpiId={kpi}&sort=period"))).Items().Select(x => x.Id()));
        Assert.Equal(1, (await hr.DoAsync(Get($"/corrections?kpiId={kpi}&state=queued&quarter=2025Q4&employeeId={direct}"))).Number("total"));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.role", Post($"/corrections/{mine.Id()}/accept", new { }, 1));
        await hr.DoAsync(Post($"/corrections/{mine.Id()}/accept", new { }, 1));
        var kept = (await supervisor.DoAsync(Get($"/measurements?kpiId={kpi}&employeeId={direct}"))).Items().Single().Id();
        await hr.DoAsync(Put($"/measurements/{kept}", new { value = 72 }, 1));
        Assert.Equal([mine.Id()], (await supervisor.DoAsync(Get($"/measurements/{kept}"))).GetProperty("corrections").EnumerateArray().Select(x => x.Id()));
        Assert.Equal(2, (await hr.DoAsync(Get($"/measurements/{kept}"))).GetProperty("corrections").GetArrayLength());
        Assert.Equal("accepted", (await supervisor.DoAsync(Get($"/corrections/{mine.Id()}"))).Text("state"));
    }

    [Fact]
    public async Task Batches_and_workbooks_queue_what_is_closed_and_record_the_rest()
    {
        var (hr, kpi) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("C7"));
        object[] rows =
        [
            new { employeeNumber = Staff, kpiCode = "C7", period = "2025-12", value = 1 },
            new { employeeNumber = Staff, kpiCode = "C7", period = "2026-01", value = 2 },
        ];

        var batch = await hr.DoAsync(Post("/measurements/batch", new { measurements = rows, reason = "系统补数" }));
        Assert.Equal((1, 1), (batch.Number("created"), batch.Number("queued")));
        var again = await hr.DoAsync(Post("/measurements/batch", new { measurements = rows }));
        Assert.Equal((2, 0), (again.Number("same"), again.Number("queued")));

        var done = await hr.ImportedAsync("/measurements/import", ImportFiles.Workbook(
            "工号,指标编号,期间,数值", [Staff, "C7", "2025-11", 3m], [Staff, "C7", "2026-02", 4m]));
        Assert.Equal((1, 1), (done.New, done.Queued));
        Assert.Single(done.Rows, x => x.Outcome == ImportOutcome.Queued);
        Assert.Equal([$"{Staff} 2026-01 2", $"{Staff} 2026-02 4"], await app.KeptAsync("C7"));
        Assert.Equal(2, (await hr.DoAsync(Get($"/corrections?kpiId={kpi}&state=queued"))).Number("total"));

        Assert.Equal(2, (await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value))).UndoneRows);
        Assert.Equal(1, (await hr.DoAsync(Get($"/corrections?kpiId={kpi}&state=queued"))).Number("total"));
    }

    [Fact]
    public async Task Who_heads_a_department_does_not_decide_on_its_figures()
    {
        var (hr, kpi) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("C8", use: KpiUse.Department));
        await app.AddAccountAsync("c8-hr", null, Role.HumanResources);
        var other = await app.SignInAsync("c8-hr");
        await other.DoAsync(Post("/departments", new { code = "C8", nameZh = "质检部", headId = await app.PersonAsync(Role.HumanResources, Standing.Own) }));

        var answer = await other.DoAsync(Post("/measurements", new { kpiId = kpi, departmentId = await app.DepartmentAsync("C8"), period = "2025-12", value = 80 }));
        var queued = answer.GetProperty("correction");

        Assert.Empty(Actions(await hr.DoAsync(Get($"/corrections/{queued.Id()}"))));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Post($"/corrections/{queued.Id()}/leave", new { }, 1));
        await other.DoAsync(Post($"/corrections/{queued.Id()}/leave", new { }, 1));
    }

    private static IEnumerable<string?> Actions(JsonElement correction) =>
        correction.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString());

    private Task<long> StaffAsync() => app.PersonAsync(Role.Staff, Standing.Own);

    private Task<long> KeptFigureAsync(long kpi, long person, decimal value) => app.WriteAsync(async db =>
    {
        var figure = Measurement.Record(
            person, null, kpi, MeasuredPeriod.Parse("2025-12")!.Value, new(value, null), new(MeasurementSource.Manual, null, false));
        db.Measurements.Add(figure);
        await db.FlushAsync(Stop);
        return figure.Id;
    });

    private Task<bool> SetAsync(long id, decimal value) => app.WriteAsync(async db =>
    {
        (await db.Measurements.SingleAsync(x => x.Id == id, Stop)).Change(new(value, null), new(MeasurementSource.Manual, null, false));
        return true;
    });
}
