using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Features.Imports;
using Training.Api.Tests.Goals;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using Training.Api.Tests.Measurements;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.AppraisalCycles.CycleWorld;

namespace Training.Api.Tests.AppraisalCycles;

/// <summary>The data cut-off of a quarter is what its cycle says. Without a cycle 8 April 2026 would be the last day for 2026Q1.</summary>
public sealed class Data_cut_off_of_a_cycle
{
    [Fact]
    public async Task With_a_later_day_figures_are_entered_removed_and_taken_back_directly_until_then()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var (kpi, person, number) = (await app.AddKpiAsync("K1"), await app.PersonAsync(Role.Staff, Standing.Own), World.NumberOf(Role.Staff, Standing.Own));
        await (await app.AsAsync(Role.HumanResources)).PlannedAsync("2026Q1", new { dataCutOffOn = "2026-04-10" });
        app.Clock.SetUtcNow(Shanghai(4, 10, 23));
        var hr = await app.AsAsync(Role.HumanResources);

        var figure = await hr.RecordedAsync(kpi, person, "2026-03", 1);
        var removed = await hr.DoAsync(Removal(figure.Id()));
        var (first, second) = (await ImportedAsync(hr, number, "2026-02"), await ImportedAsync(hr, number, "2026-01"));
        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(first));

        Assert.Equal(("recorded", 0), (removed.Text("state"), undone.KeptRows.Count));
        app.Clock.SetUtcNow(Shanghai(4, 11, 0));
        await hr.QueuedAsync(kpi, person, "2026-03", 1);
        var kept = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(second));
        Assert.Equal(["measurement.cutOff"], kept.KeptRows.Select(x => x.Code));
    }

    [Fact]
    public async Task With_an_earlier_day_figures_are_queued_from_the_next_on_until_the_cycle_says_otherwise()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var (kpi, person, other) = (
            await app.AddKpiAsync("K1"), await app.PersonAsync(Role.Staff, Standing.Own), await app.PersonAsync(Role.Staff, Standing.Direct));
        var cycle = await (await app.AsAsync(Role.HumanResources)).PlannedAsync("2026Q1", new { dataCutOffOn = "2026-04-01" });
        app.Clock.SetUtcNow(Shanghai(4, 2, 9));
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.QueuedAsync(kpi, person, "2026-03", 1);
        await hr.RecordedAsync(kpi, person, "2026-04", 2);

        var content = ContentOf(cycle);
        content["dates"]!["dataCutOffOn"] = "2026-04-02";
        var edited = await hr.DoAsync(Edit(cycle, content));
        var figure = await hr.RecordedAsync(kpi, other, "2026-03", 3);

        content["dates"]!["dataCutOffOn"] = "2026-04-01";
        await hr.DoAsync(Edit(edited, content));
        Assert.Equal("queued", (await hr.DoAsync(Removal(figure.Id()))).Text("state"));
        await hr.DoAsync(Delete($"/appraisal-cycles/{cycle.Id()}", 3));
        await hr.RecordedAsync(kpi, other, "2026-02", 4);
    }

    /// <summary>One correction of a figure waits at a time, whichever of the quarters in what is sent is still open.</summary>
    [Fact]
    public async Task A_closed_quarter_is_looked_at_beside_an_open_one_before_it()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var (kpi, person) = (await app.AddKpiAsync("K1"), await app.PersonAsync(Role.Staff, Standing.Own));
        await (await app.AsAsync(Role.HumanResources)).PlannedAsync("2026Q1", new
        {
            dataCutOffOn = "2026-08-01", selfReviewDueOn = "2026-08-01", scoringDueOn = "2026-08-01", calibrationDueOn = "2026-08-01",
            publicationDueOn = "2026-08-01", closeDueOn = "2026-08-01",
        });
        app.Clock.SetUtcNow(Shanghai(7, 20, 9));
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.QueuedAsync(kpi, person, "2026-06", 1);

        var number = World.NumberOf(Role.Staff, Standing.Own);
        await hr.ImportedAsync(
            "/measurements/import", ImportFiles.Workbook("工号,指标编号,期间,数值", [number, "K1", "2026-03", 2m], [number, "K1", "2026-06", 1m]));

        Assert.Equal([$"{number} 2026-03 2"], await app.KeptAsync("K1"));
        Assert.Single((await hr.DoAsync(Get("/corrections?state=queued"))).Items());
    }

    [Fact]
    public async Task What_is_counted_follows_until_the_day_of_the_cycle_and_is_kept_afterwards()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var world = await app.GoalPositionAsync("CY");
        var person = await app.InPositionAsync(world);
        await (await app.AsAsync(Role.HumanResources)).PlannedAsync("2026Q1", new
        {
            dataCutOffOn = "2026-07-02", selfReviewDueOn = "2026-07-02", scoringDueOn = "2026-07-02", calibrationDueOn = "2026-07-02",
            publicationDueOn = "2026-07-02", closeDueOn = "2026-07-02",
        });
        await app.ComplainedAsync(person, new(2026, 1, 15));
        app.Clock.SetUtcNow(Shanghai(7, 2, 9));
        await NightAsync(app);
        Assert.Equal(1m, await KeptAsync(app, world, person));

        app.Clock.SetUtcNow(Shanghai(7, 3, 9));
        await app.ComplainedAsync(person, new(2026, 2, 15));
        await NightAsync(app);

        Assert.Equal(1m, await KeptAsync(app, world, person));
        var goals = (await (await app.AsAsync(Role.Supervisor)).DoAsync(Get($"/my/team/goals?employeeId={person}&quarter=2026Q1"))).Items();
        Assert.Equal(1m, goals.Of(world.Complaints).Figure("actual"));
    }

    private static async Task<long> ImportedAsync(HttpClient hr, string number, string period) => (await hr.ImportedAsync(
        "/measurements/import", ImportFiles.Workbook("工号,指标编号,期间,数值", [number, "K1", period, 5m]))).Id!.Value;

    private static HttpRequestMessage Removal(long id) => Post($"/measurements/{id}/remove", new { reason = "误录" }, 1);

    private static async Task NightAsync(TrainingApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CountFigures>().RunAsync(CancellationToken.None);
    }

    private static Task<decimal?> KeptAsync(TrainingApp app, GoalPosition world, long person) => app.ReadAsync(db => db.Measurements
        .Where(x => x.EmployeeId == person && x.KpiId == world.Complaints && x.PeriodFrom == new DateOnly(2026, 1, 1))
        .Select(x => (decimal?)x.Value).SingleOrDefaultAsync());

    private static DateTimeOffset Shanghai(int month, int day, int hour) => new(2026, month, day, hour, 0, 0, TimeSpan.FromHours(8));
}
