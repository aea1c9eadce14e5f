using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Goals;

/// <summary>What comes from events and from training is kept every night as figures of the quarter; after the data cut-off what comes
/// out otherwise waits for HR.</summary>
public sealed class Counting_figures
{
    [Fact]
    public async Task Confirmed_events_become_a_figure_overnight_and_follow_until_the_cut_off()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var world = await app.GoalPositionAsync("CA");
        var person = await app.InPositionAsync(world);
        await app.ComplainedAsync(person, new(2026, 1, 15));

        await NightAsync(app);
        Assert.Equal(1m, await KeptAsync(app, world, person));
        await app.ComplainedAsync(person, new(2026, 2, 15));
        await NightAsync(app);
        Assert.Equal(2m, await KeptAsync(app, world, person));

        // The 8th of April is the fifth working day after the quarter, the 4th to 6th being a holiday.
        app.Clock.Advance(new DateTimeOffset(2026, 4, 7, 4, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        await app.ComplainedAsync(person, new(2026, 3, 31));
        await NightAsync(app);
        Assert.Equal(3m, await KeptAsync(app, world, person));
    }

    [Fact]
    public async Task After_the_cut_off_another_count_is_queued_once_and_hr_accepts_it()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var world = await app.GoalPositionAsync("CB");
        var person = await app.InPositionAsync(world);
        await app.ComplainedAsync(person, new(2026, 1, 15));
        await NightAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(60));
        await app.ComplainedAsync(person, new(2026, 3, 1));

        await NightAsync(app);
        await NightAsync(app);

        var hr = await app.AsAsync(Role.HumanResources);
        var correction = Assert.Single((await hr.DoAsync(Get($"/corrections?employeeId={person}"))).Items());
        Assert.Equal((1m, 2m, "events", "queued"), (
            correction.Figure("oldValue"), correction.Figure("newValue"), correction.Text("source"), correction.Text("state")));
        Assert.Equal((1m, 1m), (await KeptAsync(app, world, person), await ScoredAsync(app, world, person)));
        await hr.DoAsync(Post($"/corrections/{correction.Id()}/accept", new { }, correction.Version()));
        Assert.Equal((2m, 2m), (await KeptAsync(app, world, person), await ScoredAsync(app, world, person)));
    }

    [Fact]
    public async Task A_quarter_that_was_over_before_anything_was_counted_brings_no_corrections()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var world = await app.GoalPositionAsync("CE", "2026Q1");
        var person = await app.InPositionAsync(world);
        await app.ComplainedAsync(person, new(2026, 1, 15));
        app.Clock.Advance(TimeSpan.FromDays(60));

        await NightAsync(app);

        Assert.Empty((await (await app.AsAsync(Role.HumanResources)).DoAsync(Get("/corrections"))).Items());
    }

    [Fact]
    public async Task Scores_do_not_wait_for_the_night()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var world = await app.GoalPositionAsync("CC");
        var person = await app.InPositionAsync(world);
        await app.ComplainedAsync(person, new(2026, 1, 15));

        var goals = (await (await app.AsAsync(Role.Supervisor)).DoAsync(Get($"/my/team/goals?employeeId={person}"))).Items();

        Assert.Equal(1m, goals.Of(world.Complaints).Figure("actual"));
        Assert.Null(await KeptAsync(app, world, person));
    }

    [Fact]
    public async Task A_figure_that_is_counted_is_neither_entered_nor_changed_nor_taken_away_by_hand()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var world = await app.GoalPositionAsync("CD");
        var person = await app.InPositionAsync(world);

        var hr = await app.AsAsync(Role.HumanResources);
        await NightAsync(app);
        var kept = await app.ReadAsync(db => db.Measurements.SingleAsync(x => x.EmployeeId == person && x.KpiId == world.Complaints));

        foreach (var request in new[]
        {
            Measured.Figure(world.Complaints, person, "2026Q1", 0), Put($"/measurements/{kept.Id}", new { value = 0 }, 1),
            Post($"/measurements/{kept.Id}/remove", new { reason = "错" }, 1),
        })
        {
            await hr.RefusedAsync(System.Net.HttpStatusCode.UnprocessableEntity, "measurement.comesByItself", request);
        }
    }

    /// <summary>The complaints by which the first quarter is scored.</summary>
    private static async Task<decimal?> ScoredAsync(TrainingApp app, GoalPosition world, long person) =>
        (await (await app.AsAsync(Role.Supervisor)).DoAsync(Get($"/my/team/goals?employeeId={person}&quarter=2026Q1"))).Items()
            .Of(world.Complaints).Figure("actual");

    private static async Task NightAsync(TrainingApp app)
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CountFigures>().RunAsync(TestContext.Current.CancellationToken);
    }

    private static Task<decimal?> KeptAsync(TrainingApp app, GoalPosition world, long person) => app.ReadAsync(db => db.Measurements
        .Where(x => x.EmployeeId == person && x.KpiId == world.Complaints && x.PeriodFrom == new DateOnly(2026, 1, 1) && x.Source == MeasurementSource.Events)
        .Select(x => (decimal?)x.Value).SingleOrDefaultAsync(TestContext.Current.CancellationToken));
}
