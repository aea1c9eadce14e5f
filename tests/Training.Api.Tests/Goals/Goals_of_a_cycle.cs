using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Goals;

/// <summary>What the opened cycle of the quarter changes for goals.</summary>
public sealed class Goals_of_a_cycle(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_confirmed_event_limits_the_grade_as_the_cycle_says_and_changes_no_score()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var world = await app.GoalPositionAsync("GZ");
        var (person, other) = (await app.InPositionAsync(world), await app.InPositionAsync(world));
        await app.RateAsync(world, person, "2026-01", 90);
        await app.RateAsync(world, other, "2026-01", 90);
        await app.ComplainedAsync(person, new(2026, 2, 3));
        var kind = await app.ReadAsync(db => db.PerformanceEventKinds.Where(x => x.Code == "COMPLAINT").Select(x => x.Id).SingleAsync());
        var eventCeilings = new object[] { new { kindId = kind, severity = "serious", grade = "C" }, new { kindId = kind, severity = "grave", grade = "E" } };
        var cycle = await hr.DoAsync(Post("/appraisal-cycles", new { quarter = "2026Q1", eventCeilings }));

        // 100·60 and, after one complaint, 80·40.
        Assert.Equal((92m, "A"), await StandingAsync(person));
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle.Id()}/open"));

        Assert.Equal((92m, "C"), await StandingAsync(person));
        Assert.Equal((100m, "A"), await StandingAsync(other));
    }

    private async Task<(decimal?, string?)> StandingAsync(long person)
    {
        var goal = (await app.GoalsAsync(person))[0];
        return (goal.Figure("total"), goal.Text("grade"));
    }
}
