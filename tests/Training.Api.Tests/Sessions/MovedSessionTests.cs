using System.Net;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using static Training.Api.Tests.Sessions.SessionWorld;

namespace Training.Api.Tests.Sessions;

public sealed class MovedSessionTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_moved_session_asks_again_and_a_hold_over_a_holiday_ends_with_the_next_working_day()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        // Thursday, the eve of the holiday of May (1 to 5).
        app.GoTo(new DateTimeOffset(2026, 4, 30, 2, 0, 0, TimeSpan.Zero));
        var at = app.Ahead(20);
        var session = await app.PublishedAsync(hr, at: at, capacity: 3);
        var line = await hr.NominateAsync(session.Id(), await app.PersonAsync(Role.Staff, Standing.Own), (await app.CrowdAsync(1))[0]);
        await hr.OnAsync(line[1].Id(), "mandatory", new { reason = "必修" });

        var moved = await hr.DoAsync($"/sessions/{session.Id()}", await app.SessionAsync(at: at.AddDays(1), capacity: 3), session.Version(), HttpMethod.Put);

        var asked = await staff.ReadAsync($"/enrolments/{line[0].Id()}");
        Assert.Equal(("offered", "enrolled"), (asked.Text("state"), await hr.StateAsync(line[1].Id())));
        Assert.Equal("2026-05-06T16:00:00Z", Text(asked.GetProperty("offeredUntil").GetDateTimeOffset()));
        Assert.Contains((await staff.ReadAsync("/notices")).Items(), x => x.Text("kind") == "session.moved");
        var other = await app.PublishedAsync(hr, at: at.AddDays(2));
        await hr.NominateAsync(other.Id(), await app.PersonAsync(Role.Staff, Standing.Own));
        await (await hr.TryAsync($"/sessions/{session.Id()}", await app.SessionAsync(at: at.AddDays(2), capacity: 3), moved.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.attendeeClash");
    }

    [Fact]
    public async Task A_new_trainer_is_none_of_those_who_attend_and_everybody_is_told()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var (self, at) = (await app.PersonAsync(Role.Staff, Standing.Own), app.Ahead(60));
        var session = await app.PublishedAsync(hr, at: at);
        await hr.NominateAsync(session.Id(), self);

        await (await hr.TryAsync($"/sessions/{session.Id()}", await app.SessionAsync(at: at, trainer: self), session.Version(), HttpMethod.Put))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.trainer");
        var edited = await hr.DoAsync($"/sessions/{session.Id()}", (await app.SessionAsync(at: at)).With("room", "B 202"), session.Version(), HttpMethod.Put);

        Assert.Equal("B 202", edited.Text("room"));
        Assert.Contains((await staff.ReadAsync("/notices")).Items(), x => x.Text("kind") == "session.moved" && x.Text("text")!.Contains(session.Text("code")!, StringComparison.Ordinal));
    }
}
