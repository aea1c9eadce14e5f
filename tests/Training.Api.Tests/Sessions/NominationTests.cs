using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Sessions;

public sealed class NominationTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Many_are_nominated_in_one_act_or_nobody_is()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (direct, below) = (await app.PersonAsync(Role.Supervisor, Standing.Direct), await app.PersonAsync(Role.Supervisor, Standing.Below));
        var (at, people) = (app.Ahead(30), await app.CrowdAsync(2));
        var other = await app.PublishedAsync(hr, at: at);
        await hr.NominateAsync(other.Id(), people[0]);
        var session = await app.PublishedAsync(hr, at: at.AddMinutes(30), capacity: 9);

        var clash = await hr.RefusedAsync(HttpStatusCode.Conflict, "session.attendeeClash", Nominate(people[1], people[0]));
        Assert.Contains(other.Text("code")!, clash.GetProperty("errors").GetProperty("employeeIds[1]")[0].ToString(), StringComparison.Ordinal);
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", "employeeIds[0]", Nominate(987654));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "enrolment.own", "employeeIds[1]", Nominate(people[1], await app.PersonAsync(Role.HumanResources, Standing.Own)));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "enrolment.notYours", "employeeIds[1]", Nominate(direct, below));
        await supervisor.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Nominate(people[1]));
        Assert.Equal(0, (await hr.ReadAsync($"/sessions/{session.Id()}/enrolments")).Number("total"));

        await supervisor.NominateAsync(session.Id(), direct);
        await hr.RefusedAsync(HttpStatusCode.Conflict, "enrolment.alreadyThere", "employeeIds[1]", Nominate(people[1], direct));
        Assert.Equal("supervisor", Assert.Single((await supervisor.ReadAsync($"/sessions/{session.Id()}/enrolments")).Items()).Text("source"));

        HttpRequestMessage Nominate(params long[] ids) => Post($"/sessions/{session.Id()}/enrolments", new { employeeIds = ids });
    }

    [Fact]
    public async Task Who_has_left_by_then_is_not_enrolled()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (person, session) = ((await app.CrowdAsync(1))[0], await app.PublishedAsync(hr, at: app.Ahead(60)));
        var employee = await hr.ReadAsync($"/employees/{person}");
        await hr.DoAsync($"/employees/{person}/end-employment", new { leftOn = app.Clock.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", null), reason = "离职" }, employee.Version());

        await hr.RefusedAsync(HttpStatusCode.Conflict, "enrolment.notEmployed", "employeeIds[0]", Post($"/sessions/{session.Id()}/enrolments", new { employeeIds = new[] { person } }));
    }

    [Fact]
    public async Task Fifty_ask_for_ten_seats_and_are_approved_sixteen_at_a_time_and_ten_get_one()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (people, session) = (await app.CrowdAsync(50), await app.PublishedAsync(hr, capacity: 10, at: app.Ahead(30)));
        await app.AddAccountAsync("above-all", await app.PersonAsync(Role.Staff, Standing.Above), Role.Supervisor);
        var head = await app.SignInAsync("above-all");
        var askers = new List<HttpClient>();
        foreach (var person in people)
        {
            await app.AddAccountAsync($"fifty{person}", person, Role.Staff);
            askers.Add(await app.SignInAsync($"fifty{person}"));
        }

        var asked = await AtOnceAsync(askers, x => x.DoAsync($"/sessions/{session.Id()}/request"));
        await AtOnceAsync(asked, x => head.DoAsync($"/enrolments/{x.Id()}/approve"));

        var all = (await hr.ReadAsync($"/sessions/{session.Id()}/enrolments?pageSize=200&sort=requestedAt")).Items();
        Assert.Equal((10, 40), (all.Count(x => x.Text("state") == "enrolled"), all.Count(x => x.Text("state") == "waitlisted")));
        var seated = all.Where(x => x.Text("state") == "enrolled").Select(x => x.Id()).ToList();
        await AtOnceAsync(seated, x => hr.OnAsync(x, "withdraw", new { reason = "改期" }));
        var next = (await hr.ReadAsync($"/sessions/{session.Id()}/enrolments?pageSize=200&sort=requestedAt")).Items().Where(x => x.Text("state") != "withdrawn").ToList();
        Assert.Equal(Enumerable.Repeat("offered", 10).Concat(Enumerable.Repeat("waitlisted", 30)), next.Select(x => x.Text("state")));
    }

    /// <summary>Sixteen at a time, so that on a slow machine the last of fifty does not wait for its turn longer than a request may.</summary>
    private static async Task<IReadOnlyCollection<System.Text.Json.JsonElement>> AtOnceAsync<T>(
        IEnumerable<T> all, Func<T, Task<System.Text.Json.JsonElement>> act)
    {
        var answers = new System.Collections.Concurrent.ConcurrentBag<System.Text.Json.JsonElement>();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (x, _) => answers.Add(await act(x)));
        return answers;
    }

    [Fact]
    public async Task An_account_of_nobody_attends_nothing()
    {
        var session = await app.PublishedAsync(await app.AsAsync(Role.HumanResources), at: app.Ahead(30));
        var nobody = await app.SignInAsAsync(Role.Staff);

        await (await nobody.TryAsync($"/sessions/{session.Id()}/request")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.hasNoEmployee");
    }

    [Fact]
    public async Task Who_has_another_session_then_or_has_left_does_not_ask_for_this_one()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var at = app.Ahead(30);
        await hr.NominateAsync((await app.PublishedAsync(hr, at: at)).Id(), await app.PersonAsync(Role.Staff, Standing.Own));
        var session = await app.PublishedAsync(hr, at: at);
        await (await staff.TryAsync($"/sessions/{session.Id()}/request")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.attendeeClash");

        var person = (await app.CrowdAsync(1))[0];
        await app.AddAccountAsync("leaver", person, Role.Staff);
        var leaver = await app.SignInAsync("leaver");
        await hr.DoAsync($"/employees/{person}/end-employment", new { leftOn = app.Clock.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", null), reason = "离职" }, (await hr.ReadAsync($"/employees/{person}")).Version());
        await (await leaver.TryAsync($"/sessions/{session.Id()}/request")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "enrolment.notEmployed");
    }

    [Fact]
    public async Task A_place_that_takes_time_is_not_approved_accepted_or_made_mandatory_over_another_session()
    {
        var (hr, supervisor, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.Staff));
        var (at, self, other) = (app.Ahead(40), await app.PersonAsync(Role.Staff, Standing.Own), (await app.CrowdAsync(1))[0]);
        var (full, full2, elsewhere) = (await app.PublishedAsync(hr, capacity: 1, at: at), await app.PublishedAsync(hr, capacity: 1, at: at), await app.PublishedAsync(hr, at: at));
        var first = await hr.NominateAsync(full.Id(), other, self);
        var second = await hr.NominateAsync(full2.Id(), (await app.CrowdAsync(1))[0], self);
        await hr.OnAsync(first[0].Id(), "withdraw", new { reason = "调岗" });
        await hr.OnAsync(second[0].Id(), "withdraw", new { reason = "调岗" });
        Assert.Equal(("offered", "offered"), (await staff.StateAsync(first[1].Id()), await staff.StateAsync(second[1].Id())));

        var clash = await staff.RefusedAsync(HttpStatusCode.Conflict, "session.attendeeClash", Post($"/enrolments/{first[1].Id()}/accept"));
        Assert.Contains(full2.Text("code")!, clash.ToString(), StringComparison.Ordinal);
        await staff.DoAsync($"/enrolments/{second[1].Id()}/refuse");
        await staff.DoAsync($"/enrolments/{first[1].Id()}/accept");

        var asker = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        await app.AddAccountAsync("clashing", asker, Role.Staff);
        var asked = await (await app.SignInAsync("clashing")).DoAsync($"/sessions/{elsewhere.Id()}/request");
        var waiting = await hr.NominateAsync(full.Id(), asker);
        await hr.NominateAsync(full2.Id(), asker);
        await (await supervisor.TryAsync($"/enrolments/{asked.Id()}/approve")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.attendeeClash");
        Assert.Equal("waitlisted", waiting[0].Text("state"));
        await (await hr.TryOnAsync(waiting[0].Id(), "mandatory", new { reason = "必修" })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "session.attendeeClash");
    }

    [Fact]
    public async Task Who_leaves_before_the_session_frees_the_seat()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (people, session) = (await app.CrowdAsync(2), await app.PublishedAsync(hr, capacity: 1, at: app.Ahead(50)));
        var line = await hr.NominateAsync(session.Id(), [.. people]);
        await hr.DoAsync($"/employees/{people[0]}/end-employment", new { leftOn = app.Clock.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", null), reason = "离职" }, (await hr.ReadAsync($"/employees/{people[0]}")).Version());

        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Training.Api.Acts.GiveSeatsDue>().RunAsync(TestContext.Current.CancellationToken);
        }

        var left = await hr.ReadAsync($"/enrolments/{line[0].Id()}");
        Assert.Equal(("withdrawn", "employmentEnded", "offered"), (left.Text("state"), left.Text("withdrawalCause"), await hr.StateAsync(line[1].Id())));
    }

    [Fact]
    public async Task Where_a_deputy_decides_both_names_show()
    {
        await app.WithDeputiesAsync();
        var (hr, deputy) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (person, above) = (await app.PersonAsync(Role.Supervisor, Standing.Deputised), await app.PersonAsync(Role.Supervisor, Standing.StoodInFor));
        var (session, other) = (await app.PublishedAsync(hr, at: app.Ahead(30)), await app.PublishedAsync(hr, at: app.Ahead(31)));
        await app.AddAccountAsync("deputised", person, Role.Staff);
        var asked = await (await app.SignInAsync("deputised")).DoAsync($"/sessions/{session.Id()}/request");

        var approved = await deputy.DoAsync($"/enrolments/{asked.Id()}/approve");
        var nominated = (await deputy.NominateAsync(other.Id(), person))[0];

        var self = await app.PersonAsync(Role.Supervisor, Standing.Own);
        foreach (var step in new[] { approved.GetProperty("steps")[1], (await deputy.ReadAsync($"/enrolments/{nominated.Id()}")).GetProperty("steps")[0] })
        {
            Assert.Equal((self, above), (step.GetProperty("by").Id(), step.GetProperty("for").Id()));
        }
    }
}
