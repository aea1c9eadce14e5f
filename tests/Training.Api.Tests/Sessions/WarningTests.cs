using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using static Training.Api.Tests.Sessions.SessionWorld;

namespace Training.Api.Tests.Sessions;

public sealed class WarningTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    // Tuesday and Saturday in May 2026, 10:00 in Shanghai.
    private static readonly DateTimeOffset Tuesday = new(2026, 5, 19, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Saturday = new(2026, 5, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_session_against_a_shift_a_rest_day_or_leave_is_warned_of_and_held_all_the_same()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var people = await app.CrowdAsync(4);
        var (usual, night, resting, away) = (people[0], people[1], people[2], people[3]);
        var shift = await hr.DoAsync("/shifts", new { code = "NIGHT", nameZh = "夜班", startsAt = "20:00", endsAt = "04:00" });
        await hr.DoAsync("/rosters", new { employeeIds = new[] { night }, days = new[] { "2026-05-19" }, shiftId = shift.Id() });
        await hr.DoAsync("/rosters", new { employeeIds = new[] { resting }, days = new[] { "2026-05-19" }, shiftId = (long?)null });
        await hr.DoAsync("/leave", new { employeeId = away, kind = "annual", fromOn = "2026-05-19", fromHalf = "morning", toOn = "2026-05-19", toHalf = "morning" });
        var body = (await app.SessionAsync(capacity: 9)).With("meetings", new[] { Meeting(1, Tuesday), Meeting(2, Saturday) });
        var session = await hr.DoAsync($"/sessions/{(await hr.DoAsync("/sessions", body)).Id()}/publish");

        var nominated = await hr.DoAsync($"/sessions/{session.Id()}/enrolments", new { employeeIds = people });

        Assert.Equal(4, nominated.GetProperty("enrolled").GetArrayLength());
        Assert.Equal(
            [(night, 1, "outsideShift"), (resting, 1, "restDay"), (away, 1, "onLeave"), .. people.Select(x => (x, 2, "restDay"))],
            nominated.GetProperty("warnings").EnumerateArray().Select(x => (x.GetProperty("employeeId").GetInt64(), x.Number("meeting"), x.Text("kind"))).OrderBy(x => x.Item2).ThenBy(x => x.Item1));
        var listed = (await hr.ReadAsync($"/sessions/{session.Id()}/warnings?sort=meeting")).Items();
        Assert.Equal(7, listed.Count);
        Assert.DoesNotContain(listed, x => x.GetProperty("employeeId").GetInt64() == usual && x.Number("meeting") == 1);
    }

    [Fact]
    public async Task A_trainer_learns_of_their_own_shift_and_of_nobody_elses()
    {
        var (hr, trainer) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Payroll));
        var session = await app.PublishedAsync(hr, at: Saturday.AddDays(7), trainer: await app.PersonAsync(Role.Payroll, Standing.Own));
        await hr.NominateAsync(session.Id(), (await app.CrowdAsync(1))[0]);

        // The trainer's own Saturday is said to the trainer, and both to HR.
        Assert.Equal(2, (await hr.ReadAsync($"/sessions/{session.Id()}/warnings")).Items().Count);
        var seen = Assert.Single((await trainer.ReadAsync($"/sessions/{session.Id()}/warnings")).Items());
        Assert.Equal(await app.PersonAsync(Role.Payroll, Standing.Own), seen.GetProperty("employeeId").GetInt64());
    }
}
