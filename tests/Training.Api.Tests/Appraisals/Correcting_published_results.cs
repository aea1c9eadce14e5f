using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>Figures that are put right after results were published: facts are corrected as facts.</summary>
public sealed class Correcting_published_results
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HR_sees_what_a_correction_makes_of_the_score_and_accepting_it_makes_the_next_version()
    {
        await using var app = await StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (by, person, _, id) = await app.PublishedAsync("CP1", 1.25m);
        var own = await app.SignInAsync("cp1");
        var first = await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop);
        await own.DoAsync(Post($"/appraisals/{id}/acknowledge", new { agrees = true }, 1));
        var queued = await QueuedAsync(app, by.First, person, 90);
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.role", Get($"/corrections/{queued}/effect"));

        var effect = await hr.DoAsync(Get($"/corrections/{queued}/effect"));

        var score = effect.GetProperty("scores")[0];
        Assert.Equal((1, 0, id, true), (
            effect.Number("touched"), effect.Number("hidden"), score.GetProperty("appraisalId").GetInt64(), score.GetProperty("isPublished").GetBoolean()));
        Assert.Equal((92.5m, 96m, 93.75m, 97.25m), (D(score, "totalBefore"), D(score, "totalAfter"), D(score, "finalBefore"), D(score, "finalAfter")));
        Assert.Equal(("A", "A"), (score.Text("gradeBefore"), score.Text("gradeAfter")));
        Assert.Equal(first, await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop));
        app.Clock.Advance(TimeSpan.FromDays(10));
        hr = await app.AsAsync(Role.HumanResources);
        await hr.DoAsync(Post($"/corrections/{queued}/accept", new { }, 1));

        own = await app.SignInAsync("cp1");
        var result = await own.ResultAsync(id);
        Assert.Equal((2, "correction", 97.25m, "open", "2026-03-19", "2026-03-19"), (
            result.Number("number"), result.Text("cause"), D(result, "final"), result.Text("acknowledgement"), result.Text("acknowledgeUntil"),
            result.Text("appealUntil")));
        Assert.Equal(first, await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt?number=1", Stop));
        var receipt = ReceiptText.Read(await own.GetStringAsync($"/api/v1/appraisals/{id}/receipt", Stop));
        Assert.True(receipt.IsSound());
        Assert.Equal((2, 1.25m), (receipt.Facts.Number, receipt.Facts.Adjustments.Single().Points));
        Assert.Contains("appraisal.revised", (await own.DoAsync(Get("/notices"))).Items().Select(x => x.Text("kind")));
        Assert.Equal(["acknowledge", "appeal"], AppraisalWorld.Actions(await own.DoAsync(Get($"/appraisals/{id}"))));
        Assert.Equal(0, (await hr.DoAsync(Get($"/corrections/{queued}/effect"))).Number("touched"));
    }

    [Fact]
    public async Task Of_closed_appraisals_too_and_only_of_those_that_the_figure_touches()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("CP2");
        var (one, other) = (await app.CompletePersonAsync(by), await app.CompletePersonAsync(by));
        var idle = await app.AddKpiAsync("CP2-IDLE");
        var cycle = await app.OpenedAsync("2025Q4", by);
        await app.MarkedAsync(cycle, one, other);
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { }));
        var waiting = await QueuedAsync(app, by.Second, one, 45);
        var before = (await hr.DoAsync(Get($"/corrections/{waiting}/effect"))).GetProperty("scores")[0];
        Assert.Equal((false, 92.5m, 75m), (before.GetProperty("isPublished").GetBoolean(), D(before, "finalBefore"), D(before, "finalAfter")));
        await hr.PublishAsync(cycle);
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/close", new { employeeId = one }));
        var (mine, others) = (await app.AppraisalAsync(cycle, one), await app.AppraisalAsync(cycle, other));
        Assert.True((await hr.DoAsync(Get($"/corrections/{waiting}/effect"))).GetProperty("scores")[0].GetProperty("isPublished").GetBoolean());

        await hr.DoAsync(Post($"/corrections/{waiting}/accept", new { }, 1));
        await hr.DoAsync(Post($"/corrections/{(await hr.QueuedAsync(idle, one, "2025-10", 5)).Id()}/accept", new { }, 1));

        var (changed, same) = (await hr.ResultAsync(mine), await hr.ResultAsync(others));
        Assert.Equal((2, 75m, 1, 92.5m), (changed.Number("number"), D(changed, "final"), same.Number("number"), D(same, "final")));
        Assert.Equal("closed", await hr.StageAsync(mine));
    }

    [Fact]
    public async Task A_figure_of_a_quarter_with_published_results_is_queued_however_early_they_were_published()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (by, person, cycle, id) = await app.CompleteAsync("CP3");
        await hr.DoAsync(await hr.CalibrationAsync(id));
        await app.WriteAsync(async db =>
        {
            var found = await db.AppraisalCycles.SingleAsync(x => x.Id == cycle, Stop);
            return db.Entry(found).ComplexProperty(x => x.Dates).Property(x => x.DataCutOffOn).CurrentValue = new(2026, 3, 31);
        });
        await hr.RecordedAsync(by.First, person, "2025-11", 81);
        await hr.PublishAsync(cycle);

        await hr.QueuedAsync(by.First, person, "2025-12", 90);
    }

    [Fact]
    public async Task The_effect_on_ones_own_score_and_on_that_of_who_stands_above_is_hidden()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (by, person, _, _) = await app.PublishedAsync("CP4");
        var queued = await QueuedAsync(app, by.First, person, 90);
        await (await app.WithRoleAsync(person, Role.HumanResources)).RefusedAsync(HttpStatusCode.Forbidden, "access.own", Get($"/corrections/{queued}/effect"));
        var below = await Employees.Hired.HireAsync(app, "CP-41", person);
        await app.AddAccountAsync("cp4-below", below, Role.HumanResources);

        var effect = await (await app.SignInAsync("cp4-below")).DoAsync(Get($"/corrections/{queued}/effect"));

        Assert.Equal((1, 1, 0), (effect.Number("touched"), effect.Number("hidden"), effect.GetProperty("scores").GetArrayLength()));
        Assert.Equal(0, (await hr.DoAsync(Get($"/corrections/{queued}/effect"))).Number("hidden"));
    }

    [Fact]
    public async Task Nobody_decides_on_a_figure_of_the_department_that_their_own_score_stands_on()
    {
        await using var app = await StartedAsync();
        var (_, person, _, _) = await app.PublishedAsync("CP5");
        var hr = await app.AsAsync(Role.HumanResources);
        var kpi = await app.AddKpiAsync("CP5-D", use: KpiUse.Department);
        var queued = (await hr.DoAsync(Post("/measurements", new
        {
            kpiId = kpi, departmentId = await app.DepartmentAsync("CS"), period = "2025-10", value = 5,
        }))).GetProperty("correction").Id();

        await (await app.WithRoleAsync(person, Role.HumanResources)).RefusedAsync(
            HttpStatusCode.Forbidden, "access.own", Post($"/corrections/{queued}/accept", new { }, 1));
        await (await app.SignInAsAsync(Role.HumanResources)).DoAsync(Post($"/corrections/{queued}/accept", new { }, 1));
    }

    private static decimal D(JsonElement x, string name) => x.GetProperty(name).GetDecimal();

    /// <summary>A correction of the figure of October; its id.</summary>
    private static async Task<long> QueuedAsync(TrainingApp app, long kpi, long person, decimal value)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var figure = await app.ReadAsync(db => db.Measurements.Where(x => x.KpiId == kpi && x.EmployeeId == person).SingleAsync(Stop));
        return (await hr.DoAsync(Put($"/measurements/{figure.Id}", new { value, reason = "漏计" }, figure.Version))).GetProperty("correction").Id();
    }

    private static async Task<TrainingApp> StartedAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        return app;
    }
}
