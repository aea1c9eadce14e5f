using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Api.Tests.Sessions;

namespace Training.Api.Tests.Transcripts;

public sealed class TranscriptOfSessions(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_line_that_came_of_a_session_names_it()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Direct));
        var course = await hr.NewCourseAsync(classHours: 3);
        var session = await hr.SheetSessionAsync(course, await app.PersonAsync(Role.Supervisor, Standing.Own));
        var enrolment = await hr.GiveSeatAsync(session.Id(), person);
        app.Clock.Advance(session.GetProperty("endsAt").GetDateTimeOffset() - app.Clock.GetUtcNow());
        var trainer = await app.AsAsync(Role.Supervisor);
        await trainer.DoAsync($"/sessions/{session.Id()}/attendance", new { meeting = 1, entries = new[] { new { enrolmentId = enrolment, status = "late", minutes = 170 } } });
        await trainer.DoAsync($"/sessions/{session.Id()}/complete");

        var line = Assert.Single((await (await app.AsAsync(Role.Staff)).ReadAsync($"/employees/{person}/transcript")).Items());

        Assert.Equal((session.Id(), session.Text("code"), 170), (line.GetProperty("sessionId").GetInt64(), line.Text("sessionCode"), line.Number("minutesAttended")));
    }
}
