using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Seeding;

public sealed class A_new_database(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Has_the_catalogue_with_functions_and_questions_the_templates_the_positions_the_kpis_and_the_calendar()
    {
        var counts = await app.ReadAsync(async db => (
            await db.Courses.CountAsync(), await db.PlanTemplates.CountAsync(), await db.Positions.CountAsync(),
            await db.CalendarYears.CountAsync(), await db.DocumentKinds.CountAsync()));

        Assert.Equal((46, 12, 6, 4, 5), counts);
        Assert.Equal((9, 71, 6), await app.ReadAsync(async db => (
            await db.PerformanceEventKinds.CountAsync(), await db.Kpis.CountAsync(), await db.KpiTemplates.CountAsync())));
        var courses = await app.ReadAsync(db => db.Courses.AsNoTracking()
            .Include(x => x.Functions).Include(x => x.Questions).Include(x => x.Prerequisites).Include(x => x.Versions).AsSplitQuery().ToListAsync());
        Assert.Equal(["CRS021"], courses.Where(x => x.Functions.Count == 0).Select(x => x.Code));
        Assert.All(courses, x => Assert.InRange(x.Questions.Count, 3, 5));
        Assert.All(courses, x => Assert.Equal((1, 1, x.Questions.Count), (x.Version, x.PublishedVersion, Assert.Single(x.Versions).Questions.Count)));
        Assert.Equal(11, courses.Count(x => x.Prerequisites.Count > 0));
        Assert.Equal(["CSM"], await app.ReadAsync(db => db.Standards.Select(x => x.Code).ToListAsync()));
    }
}
