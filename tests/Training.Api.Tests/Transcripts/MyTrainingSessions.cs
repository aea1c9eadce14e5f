using System.Globalization;
using System.Text.Json;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Api.Tests.Sessions;

namespace Training.Api.Tests.Transcripts;

/// <summary>What one has to complete names the session in which one has a place.</summary>
public sealed class MyTrainingSessions(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task An_item_shows_the_latest_enrolment_that_was_not_given_up()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = (await app.StartedAsync(hr, "CRS027")).Id();
        var (course, other) = (await app.CourseAsync("CRS027"), await app.CourseAsync("CRS028"));
        var person = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        var supervisor = await app.AsAsync(Role.Supervisor);
        Assert.Equal(JsonValueKind.Null, (await ItemAsync(supervisor, plan, person)).GetProperty("enrolmentId").ValueKind);

        var (first, second, elsewhere) = (await hr.SheetSessionAsync(course), await hr.SheetSessionAsync(course), await hr.SheetSessionAsync(other));
        var kept = await hr.GiveSeatAsync(first.Id(), person);
        var givenUp = await hr.GiveSeatAsync(second.Id(), person);
        await hr.GiveSeatAsync(elsewhere.Id(), person);
        await ShowsAsync(supervisor, plan, person, givenUp, second);
        await hr.DoAsync($"/enrolments/{givenUp}/withdraw", new { reason = "出差" }, (await hr.ReadAsync($"/enrolments/{givenUp}")).Version());
        await ShowsAsync(supervisor, plan, person, kept, first);

        var people = (await supervisor.ReadAsync($"/my/team/training?planId={plan}")).Items();
        Assert.All(people.Where(x => x.GetProperty("employeeId").GetInt64() != person), x => Assert.Equal(JsonValueKind.Null, x.GetProperty("sessionCode").ValueKind));
    }

    [Fact]
    public async Task Ones_own_items_show_what_one_asked_for_and_the_queries_do_not_grow()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var plan = (await app.StartedAsync(hr, "CRS026")).Id();
        var before = await QueriesAsync(staff, "/my/training");
        var session = await hr.SheetSessionAsync(await app.CourseAsync("CRS026"));

        await staff.DoAsync($"/sessions/{session.Id()}/request");

        var item = Assert.Single((await staff.ReadAsync($"/my/training?planId={plan}")).Items());
        Assert.Equal((session.Id(), session.Text("code"), "requested"), (item.GetProperty("sessionId").GetInt64(), item.Text("sessionCode"), item.Text("enrolmentState")));
        Assert.Equal(session.GetProperty("startsAt").GetDateTimeOffset(), item.GetProperty("sessionStartsAt").GetDateTimeOffset());
        Assert.Equal(before, await QueriesAsync(staff, "/my/training"));
    }

    private static async Task ShowsAsync(HttpClient client, long plan, long person, long enrolment, JsonElement session)
    {
        var item = await ItemAsync(client, plan, person);
        Assert.Equal((enrolment, "enrolled", session.Id()), (item.GetProperty("enrolmentId").GetInt64(), item.Text("enrolmentState"), item.GetProperty("sessionId").GetInt64()));
    }

    private static async Task<JsonElement> ItemAsync(HttpClient client, long plan, long person) =>
        Assert.Single((await client.ReadAsync($"/my/team/training?planId={plan}&employeeId={person}")).Items());

    private static async Task<int> QueriesAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync("/api/v1" + path, TestContext.Current.CancellationToken);
        return int.Parse(answer.Headers.GetValues(QueryHeader.Name).Single(), CultureInfo.InvariantCulture);
    }
}
