using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data.Seeding;

namespace Training.Api.Tests.Hosting;

public sealed class ReferenceSeedTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_new_database_has_the_catalogue_the_templates_the_positions_and_the_calendar()
    {
        var counts = await app.ReadAsync(async db => (
            await db.Courses.CountAsync(), await db.PlanTemplates.CountAsync(), await db.Positions.CountAsync(),
            await db.CalendarYears.CountAsync(), await db.DocumentKinds.CountAsync()));

        Assert.Equal((46, 12, 6, 4, 5), counts);
    }

    [Fact]
    public async Task Loading_again_adds_nothing()
    {
        await using var scope = app.Services.CreateAsyncScope();

        var added = await scope.ServiceProvider.GetRequiredService<ReferenceSeed>()
            .LoadAsync(ReferenceSeed.Folder, TestContext.Current.CancellationToken);

        Assert.Equal(0, added);
    }
}
