using System.Net;
using System.Text.Json;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>The record of the talk about a result. Publication is on Monday, 2 March 2026.</summary>
public sealed class Talking_about_results
{
    [Fact]
    public async Task The_supervisor_writes_it_down_and_the_person_reads_it()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (_, _, cycle, id) = await app.CompleteAsync("IV1");
        var own = await app.SignInAsync("iv1");
        var path = $"/appraisals/{id}/interview";
        object On(string day) => new { heldOn = day, points = "解决率有提升", agreedSteps = "四月参加 C07" };
        await supervisor.RefusedAsync(HttpStatusCode.Conflict, "appraisal.notInThisState", Put(path, On("2026-03-02"), 0));
        await hr.DoAsync(await hr.CalibrationAsync(id));
        await hr.PublishAsync(cycle);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var empty = await own.DoAsync(Get(path));
        Assert.Equal((JsonValueKind.Null, 0), (empty.GetProperty("heldOn").ValueKind, empty.Version()));
        await own.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Put(path, On("2026-03-02"), 0));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "appraisal.notTheSupervisor", Put(path, On("2026-03-02"), 0));
        await supervisor.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Send(HttpMethod.Put, path, On("2026-03-02")));
        await supervisor.RefusedAsync(HttpStatusCode.UnprocessableEntity, "appraisal.interviewDay", "heldOn", Put(path, On("2026-03-01"), 0));
        await supervisor.RefusedAsync(HttpStatusCode.UnprocessableEntity, "appraisal.interviewDay", "heldOn", Put(path, On("2026-03-04"), 0));
        Assert.Contains("recordInterview", AppraisalWorld.Actions(await supervisor.DoAsync(Get($"/appraisals/{id}"))));

        var held = await supervisor.DoAsync(Put(path, On("2026-03-02"), 0));

        Assert.Equal(("2026-03-02", "解决率有提升", "四月参加 C07"), (held.Text("heldOn"), held.Text("points"), held.Text("agreedSteps")));
        Assert.Contains("appraisal.interviewRecorded", (await own.DoAsync(Get("/notices"))).Items().Select(x => x.Text("kind")));
        await supervisor.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Put(path, On("2026-03-03"), 0));
        await supervisor.DoAsync(Put(path, On("2026-03-03"), held.Version()));
        Assert.Equal("2026-03-03", (await own.DoAsync(Get(path))).Text("heldOn"));
        await (await app.AsAsync(Role.Staff)).RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get(path));
        Assert.Equal(1, (await own.DoAsync(Get("/notices?pageSize=200"))).Items().Count(x => x.Text("kind") == "appraisal.interviewRecorded"));
    }
}
