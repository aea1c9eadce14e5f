using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Seeding;

public sealed class A_new_database(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Has_the_catalogue_the_templates_the_positions_and_the_calendar()
    {
        var counts = await app.ReadAsync(async db => (
            await db.Courses.CountAsync(), await db.PlanTemplates.CountAsync(), await db.Positions.CountAsync(),
            await db.CalendarYears.CountAsync(), await db.DocumentKinds.CountAsync()));

        Assert.Equal((46, 12, 6, 4, 5), counts);
        Assert.Equal(["CSM"], await app.ReadAsync(db => db.Standards.Select(x => x.Code).ToListAsync()));
    }
}
