using System.Net;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Domain.People;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Audit;

public sealed class AuditListTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_audit_says_who_changed_what_from_what_to_what()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/departments", new { code = "aud", nameZh = "甲" }));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await hr.DoAsync(Put($"/departments/{made.Id()}", new { nameZh = "乙" }, 1));

        var rows = (await hr.DoAsync(Get($"/audit?entity=department&entityId={made.Id()}"))).Items();
        Assert.Equal(["changed", "added"], rows.Select(x => x.Text("change")));
        Assert.Equal(("EditDepartment", "humanResources"), (rows[0].Text("act"), rows[0].Text("userName")));
        Assert.Equal("""{"nameZh":"甲","version":1}""", rows[0].Text("before"));
        Assert.Equal("""{"nameZh":"乙","version":2}""", rows[0].Text("after"));

        var account = rows[0].GetProperty("accountId").GetInt64();
        Assert.Equal([rows[0].Id()], (await hr.DoAsync(Get($"/audit?accountId={account}&act=EditDepartment&entityId={made.Id()}"))).Items().Select(x => x.Id()));
        Assert.Equal([rows[0].Id()], (await hr.DoAsync(Get($"/audit?from=2026-03-02T01:01:00Z&entity=department&entityId={made.Id()}"))).Items().Select(x => x.Id()));
        Assert.Equal([rows[1].Id()], (await hr.DoAsync(Get($"/audit?to=2026-03-02T01:01:00Z&entity=department&entityId={made.Id()}"))).Items().Select(x => x.Id()));
        Assert.Equal([rows[0].Id()], (await hr.DoAsync(Get($"/audit?from=2026-03-02T09:01:00%2B08:00&entity=department&entityId={made.Id()}"))).Items().Select(x => x.Id()));
        await (await app.AsAsync(Role.Staff)).RefusedAsync(HttpStatusCode.Forbidden, "access.role", Get("/audit"));
    }

    [Fact]
    public async Task Pay_in_the_audit_is_hidden_from_administrators_and_from_HR_below_the_person()
    {
        var ofBelow = await WageAsync(await app.PersonAsync(Role.HumanResources, Standing.Direct), 7111.5m);
        var ofAbove = await WageAsync(await app.PersonAsync(Role.HumanResources, Standing.Above), 8222.5m);
        var removed = await WageAsync(await app.PersonAsync(Role.HumanResources, Standing.Above), 9333.5m, new DateOnly(2025, 1, 1));
        await app.WriteAsync(async db =>
        {
            (await db.BaseWages.FindAsync(ofAbove))!.Edit(8444.5m);
            db.BaseWages.Remove((await db.BaseWages.FindAsync(removed))!);
            return 0;
        });

        var hr = await app.AsAsync(Role.HumanResources);
        Assert.Contains("7111.5", await SeenAsync(hr, ofBelow));
        Assert.DoesNotMatch(@"\d{4}", await SeenAsync(hr, ofAbove));
        Assert.DoesNotMatch(@"\d{4}", await SeenAsync(hr, removed));
        var administrator = await app.AsAsync(Role.Administrator);
        foreach (var wage in new[] { ofBelow, ofAbove, removed })
        {
            var seen = await SeenAsync(administrator, wage);
            Assert.DoesNotMatch(@"\d{4}", seen);
            Assert.Contains("\"monthlyAmount\":\"***\"", seen);
        }
    }

    [Fact]
    public async Task How_somebody_did_and_why_they_are_away_is_hidden_from_administrators()
    {
        var (hr, administrator) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Administrator));
        var person = await Employees.Hired.HireAsync(app, "AU-1", await app.PersonAsync(Role.Supervisor, Standing.Own));
        var completion = await hr.DoAsync(Post("/completions", new
        {
            employeeId = person, courseId = await app.CourseAsync("CRS040"), completedOn = "2026-03-01", result = "excellent", score = 71.5, evidence = "seen",
        }));
        var leave = await hr.DoAsync(Post("/leave", new { employeeId = person, kind = "sick", fromOn = "2026-04-01", toOn = "2026-04-02", note = "flu" }));
        await (await app.AsAsync(Role.Supervisor)).DoAsync(Post($"/employees/{person}/propose-probation", new { outcome = "ended" }, 1));
        await hr.DoAsync(Post($"/employees/{person}/end-employment", new { leftOn = "2026-12-31", reason = "fled" }, 2));

        foreach (var (query, hidden) in new[]
        {
            ($"entity=completion&entityId={completion.Id()}", "excellent|71.5|seen"),
            ($"entity=leaveRecord&entityId={leave.Id()}", "sick|flu"),
            ("act=ProposeProbation", "ended"),
            ("act=EndEmployment", "fled"),
        })
        {
            var shown = await ValuesAsync(hr, query);
            Assert.All(hidden.Split('|'), x => Assert.Contains(x, shown, StringComparison.Ordinal));
            Assert.DoesNotMatch(hidden, await ValuesAsync(administrator, query));
        }
    }

    private static async Task<string> ValuesAsync(HttpClient client, string query) => string.Join(
        '\n', (await client.DoAsync(Get($"/audit?{query}"))).Items().Select(x => $"{x.Text("before")} {x.Text("after")}"));

    private static async Task<string> SeenAsync(HttpClient client, long wage) => string.Join(
        '\n', (await client.DoAsync(Get($"/audit?entity=baseWage&entityId={wage}"))).Items().Select(x => $"{x.Text("before")} {x.Text("after")}"));

    private Task<long> WageAsync(long employeeId, decimal amount, DateOnly? from = null) => app.WriteAsync(async db =>
    {
        var wage = BaseWage.Create(employeeId, from ?? new DateOnly(2026, 1, 1), amount);
        db.BaseWages.Add(wage);
        await db.FlushAsync(CancellationToken.None);
        return wage.Id;
    });
}
