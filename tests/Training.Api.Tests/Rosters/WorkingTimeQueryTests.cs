using Training.Api.Queries;
using Training.Api.Settings;
using Training.Api.Tests.Hosting;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Rosters;

public sealed class WorkingTimeQueryTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_working_time_of_people_is_read_with_the_night_before()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (monday, hours) = (new DateOnly(2026, 3, 2), new OrganisationSettings());
        var (rostered, usual) = (await app.PersonAsync(Role.Staff, Standing.Own), await app.PersonAsync(Role.Staff, Standing.Direct));
        await app.WriteAsync(async db =>
        {
            var night = Shift.Create("NIGHT", new("夜班", null), new(new(22, 0), new(6, 0)));
            db.Shifts.Add(night);
            await db.FlushAsync(cancellation);
            db.RosterEntries.AddRange(
                RosterEntry.Create(rostered, monday.AddDays(-1), night),
                RosterEntry.Create(rostered, monday, null),
                RosterEntry.Create(rostered, monday.AddDays(1), night));
            return true;
        });

        var read = await app.ReadAsync(db => db.WorkingTimesAsync([rostered, usual, usual], monday, monday.AddDays(1), hours, cancellation));

        Assert.Equal([rostered, usual], read.Keys.Order());
        Assert.Equal(WorkingTimeFit.Within, read[rostered].Fits(At(monday, 1), At(monday, 6)));
        Assert.Equal(WorkingTimeFit.RestDay, read[rostered].Fits(At(monday, 9), At(monday, 10)));
        Assert.Equal(new WorkingSpan(At(monday.AddDays(1), 22), At(monday.AddDays(2), 6)), read[rostered].SpanOf(monday.AddDays(1)));
        Assert.Equal(WorkingTimeFit.Within, read[usual].Fits(At(monday, 9), At(monday, 10)));
        Assert.Equal(WorkingTimeFit.OutsideShift, read[usual].Fits(At(monday, 8), At(monday, 10)));
    }

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0));
}
