using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Rosters;

public sealed class RosterTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_are_rostered_in_one_act_and_rostered_anew_where_it_differs()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (early, night) = (await ShiftAsync("R-EARLY"), await ShiftAsync("R-NIGHT", "22:00", "06:00"));
        var people = new[] { await app.PersonAsync(Role.Staff, Standing.Own), await app.PersonAsync(Role.Staff, Standing.Direct) };
        var last = await app.ReadAsync(db => db.AuditEntries.MaxAsync(x => x.Id, Stop));

        Told((4, 0, 0), await hr.DoAsync(Post("/rosters", Body([.. people, people[0]], early, "2026-02-28", "2026-03-01", "2026-03-01"))));
        Told((2, 2, 0), await hr.DoAsync(Post("/rosters", Body(people, night, "2026-03-01", "2026-03-02"))));
        Told((0, 2, 2), await hr.DoAsync(Post("/rosters", Body(people, early, "2026-02-28", "2026-03-01"))));
        Told((0, 2, 0), await hr.DoAsync(Post("/rosters", Body(people, null, "2026-03-02"))));

        var own = (await (await app.AsAsync(Role.Staff)).DoAsync(Get($"/rosters?employeeId={people[0]}&dayFrom=2026-02-28&dayTo=2026-03-02"))).Items();
        Assert.Equal(
            [("2026-02-28", "R-EARLY", 1), ("2026-03-01", "R-EARLY", 3), ("2026-03-02", null, 2)],
            own.Select(x => (x.Text("day")!, ShiftOf(x), x.Version())));
        var audited = await app.ReadAsync(db => db.AuditEntries.Where(x => x.Id > last && x.Entity == "rosterEntry" && x.Act == "SetRosters")
            .OrderBy(x => x.Id).Select(x => new { x.Before, x.After }).ToListAsync(Stop));
        Assert.Equal(12, audited.Count);
        Assert.Equal("""{"shiftId":null}""", audited[^1].After);
        Assert.Contains($"\"shiftId\":{night}", audited[^1].Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_roster_is_searched_filtered_and_sorted()
    {
        var (hr, early) = (await app.AsAsync(Role.HumanResources), await ShiftAsync("F-EARLY"));
        var (first, second) = (await Hired.HireAsync(app, "F-01"), await Hired.HireAsync(app, "F-02"));
        await hr.DoAsync(Post("/rosters", Body([first, second], early, "2026-05-01", "2026-05-02")));
        await hr.DoAsync(Post("/rosters", Body([first], null, "2026-05-03")));

        async Task<IEnumerable<string>> FoundAsync(string query) => (await hr.DoAsync(Get($"/rosters?dayFrom=2026-05-01&dayTo=2026-05-31&{query}"))).Items()
            .Select(x => $"{x.GetProperty("employee").Text("employeeNumber")} {x.Text("day")![8..]}");

        Assert.Equal(["F-01 03", "F-02 02", "F-01 02", "F-02 01", "F-01 01"], await FoundAsync("sort=-day,-employeeNumber"));
        Assert.Equal(["F-02 01", "F-02 02"], await FoundAsync("q=f-02&sort=name"));
        Assert.Equal(["F-01 03"], await FoundAsync("isRestDay=true"));
        Assert.Equal(["F-01 01", "F-02 01", "F-01 02", "F-02 02"], await FoundAsync($"isRestDay=false&shiftId={early}&sort=day,employeeNumber"));
        Assert.Empty(await FoundAsync($"isRestDay=true&shiftId={early}"));
        Assert.Equal(2, (await hr.DoAsync(Get("/rosters?q=f-02&pageSize=1"))).Number("total"));
    }

    [Fact]
    public async Task Who_is_taken_off_the_roster_has_no_entry_any_more()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (first, second) = (await Hired.HireAsync(app, "C-01"), await Hired.HireAsync(app, "C-02"));
        await hr.DoAsync(Post("/rosters", Body([first, second], null, "2026-06-01", "2026-06-02")));

        Assert.Equal(1, (await hr.DoAsync(Post("/rosters/clear", Whose([first], "2026-06-01", "2026-06-03")))).Number("removed"));

        Assert.Equal(3, (await hr.DoAsync(Get("/rosters?dayFrom=2026-06-01&dayTo=2026-06-30"))).Number("total"));
        Assert.Equal(0, (await hr.DoAsync(Post("/rosters/clear", Whose([first], "2026-06-01")))).Number("removed"));
        var audited = await app.ReadAsync(db => db.AuditEntries.Where(x => x.Entity == "rosterEntry" && x.Act == "ClearRosters").ToListAsync(Stop));
        Assert.Contains("2026-06-01", Assert.Single(audited, x => x.Before!.Contains($"\"employeeId\":{first}", StringComparison.Ordinal)).Before);
    }

    [Theory]
    [InlineData("/rosters")]
    [InlineData("/rosters/clear")]
    public async Task A_supervisor_rosters_direct_reports_and_nobody_else_and_nothing_is_done_where_one_is_refused(string path)
    {
        var (supervisor, hr) = (await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.HumanResources));
        var direct = await app.PersonAsync(Role.Supervisor, Standing.Direct);
        await hr.DoAsync(Post("/rosters", Body([direct], null, "2026-07-01")));
        var entries = await app.ReadAsync(db => db.RosterEntries.CountAsync(Stop));
        object About(long[] people) => path == "/rosters" ? Body(people, null, "2026-07-01", "2026-07-02") : Whose(people, "2026-07-01");
        async Task RefusedAsync(HttpClient client, HttpStatusCode status, string code, string field, params long[] people) =>
            await client.RefusedAsync(status, code, field, Post(path, About(people)));

        var (own, below) = (await app.PersonAsync(Role.Supervisor, Standing.Own), await app.PersonAsync(Role.Supervisor, Standing.Below));
        await RefusedAsync(supervisor, HttpStatusCode.Forbidden, "access.relation", "employeeIds[1]", direct, below);
        await RefusedAsync(supervisor, HttpStatusCode.Forbidden, "access.own", "employeeIds[0]", own, direct);
        var former = await app.PersonAsync(Role.Supervisor, Standing.Former);
        await RefusedAsync(supervisor, HttpStatusCode.NotFound, "record.unknown", "employeeIds[2]", own, below, former);
        await RefusedAsync(hr, HttpStatusCode.NotFound, "record.unknown", "employeeIds[1]", direct, 999_999);
        var theirs = await app.PersonAsync(Role.HumanResources, Standing.Own);
        await RefusedAsync(hr, HttpStatusCode.Forbidden, "access.own", "employeeIds[1]", direct, theirs);

        Assert.Equal(entries, await app.ReadAsync(db => db.RosterEntries.CountAsync(Stop)));
        await supervisor.DoAsync(Post(path, About([direct])));
    }

    [Fact]
    public async Task Shifts_that_cannot_be_chosen_and_too_many_entries_are_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (person, old) = (await Hired.HireAsync(app, "T-00"), await ShiftAsync("T-OLD"));
        await hr.DoAsync(Post("/rosters", Body([person], old, "2026-08-01")));
        await hr.DoAsync(Post($"/shifts/{old}/retire"));
        var many = await Task.WhenAll(Enumerable.Range(1, 17).Select(x => Hired.HireAsync(app, $"T-{x:00}")));
        async Task RefusedAsync(HttpStatusCode status, string code, string field, object body, string path = "/rosters") =>
            await hr.RefusedAsync(status, code, field, Post(path, body));

        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "roster.shiftUnknown", "shiftId", Body([person], 999_999, "2026-08-02"));
        await RefusedAsync(HttpStatusCode.Conflict, "shift.retired", "shiftId", Body([person], old, "2026-08-02"));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "roster.tooMany", "days", Body(many, null, Month(60)));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "roster.tooMany", "days", Whose(many, Month(60)), "/rosters/clear");
        await RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", "days", Body([person], null, Month(63)));
        await RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", "employeeIds", Body([], null, "2026-08-02"));
        await RefusedAsync(HttpStatusCode.BadRequest, "request.unreadable", "shiftId", Whose([person], "2026-08-02"));

        Assert.Equal("T-OLD", ShiftOf(Assert.Single((await hr.DoAsync(Get($"/rosters?employeeId={person}"))).Items())));
    }

    [Fact]
    public async Task A_thousand_entries_take_as_many_queries_as_one()
    {
        var supervisor = await app.AsAsync(Role.Supervisor);
        var above = await app.PersonAsync(Role.Supervisor, Standing.Own);
        var people = new List<long>();
        foreach (var i in Enumerable.Range(1, 20))
        {
            people.Add(await Hired.HireAsync(app, $"M-{i:00}", above));
        }

        async Task<int> QueriesAsync(IEnumerable<long> of, string[] days, long? shift)
        {
            using var answer = await supervisor.SendAsync(Post("/rosters", Body([.. of], shift, days)), Stop);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
            return int.Parse(answer.Headers.GetValues(QueryHeader.Name).Single(), CultureInfo.InvariantCulture);
        }

        var early = await ShiftAsync("M-EARLY");
        var (one, many) = (await QueriesAsync(people.Take(1), Month(1), null), await QueriesAsync(people, Month(50), null));
        var (oneChanged, manyChanged) = (await QueriesAsync(people.Take(1), Month(1), early), await QueriesAsync(people, Month(50), early));

        Assert.Equal((one, oneChanged), (many, manyChanged));
        Assert.Equal(1000, await app.ReadAsync(db => db.RosterEntries.CountAsync(x => x.ShiftId == early, Stop)));
    }

    private static string[] Month(int days) => [.. Enumerable.Range(0, days).Select(x => $"{new DateOnly(2026, 9, 1).AddDays(x):yyyy-MM-dd}")];

    private static object Body(long[] employeeIds, long? shiftId, params string[] days) => new { employeeIds, days, shiftId };

    private static object Whose(long[] employeeIds, params string[] days) => new { employeeIds, days };

    private static string? ShiftOf(JsonElement entry) =>
        entry.GetProperty("shift") is { ValueKind: JsonValueKind.Object } shift ? shift.Text("code") : null;

    private static void Told((int Created, int Changed, int Same) expected, JsonElement answer) =>
        Assert.Equal(expected, (answer.Number("created"), answer.Number("changed"), answer.Number("same")));

    private async Task<long> ShiftAsync(string code, string startsAt = "06:00", string endsAt = "14:00") =>
        (await (await app.HumanResourcesAsync()).DoAsync(Post("/shifts", new { code, nameZh = "班次", startsAt, endsAt }))).Id();
}
