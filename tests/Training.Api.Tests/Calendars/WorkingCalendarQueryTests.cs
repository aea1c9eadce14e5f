using Microsoft.EntityFrameworkCore;
using Training.Api.Queries;
using Training.Api.Tests.Hosting;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Calendars;

public sealed class WorkingCalendarQueryTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_calendar_that_is_read_in_one_query_is_the_one_of_all_kept_days_and_years()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var read = await app.ReadAsync(db => db.WorkingCalendarAsync(cancellation));
        var (days, years) = await app.ReadAsync(async db =>
            (await db.CalendarDays.ToListAsync(cancellation), await db.CalendarYears.ToListAsync(cancellation)));

        Assert.Contains(days, x => x.Kind == CalendarDayKind.WorkingWeekend);
        Assert.Contains(years, x => x.IsComplete);
        var kept = WorkingCalendar.Of(days, years);
        for (var day = new DateOnly(2023, 12, 1); day < new DateOnly(2028, 2, 1); day = day.AddDays(1))
        {
            Assert.Equal(kept.IsWorkingDay(day), read.IsWorkingDay(day));
            Assert.Equal(kept.IsComplete(day, day), read.IsComplete(day, day));
        }
    }
}
