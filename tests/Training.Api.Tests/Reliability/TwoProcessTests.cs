using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Reliability;

public sealed class TwoProcessTests
{
    [Fact]
    public async Task Two_processes_that_start_at_once_on_an_empty_database_make_it_once()
    {
        var alone = await CountsAsync(await TestDatabase.CopyAsync());
        var settings = await TestDatabase.EmptyAsync();
        await using var one = TrainingProcess.Start(settings);
        await using var other = TrainingProcess.Start(settings);

        await Task.WhenAll(one.UntilReadyAsync(), other.UntilReadyAsync());

        Assert.Equal(0, await one.StopAsync());
        Assert.Equal(0, await other.StopAsync());
        Assert.Equal(alone, await CountsAsync(settings));
        Assert.NotEqual(0, alone.Courses);
    }

    private static async Task<(int Courses, int Templates, int Days, int Documents, int Positions, int Standards)> CountsAsync(Dictionary<string, string?> settings)
    {
        await using var app = new TrainingApp(settings);
        return await app.ReadAsync(async db => (
            await db.Courses.CountAsync(),
            await db.PlanTemplates.CountAsync(),
            await db.CalendarDays.CountAsync(),
            await db.DocumentKinds.CountAsync(),
            await db.Positions.CountAsync(),
            await db.Standards.CountAsync()));
    }
}
