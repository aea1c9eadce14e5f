using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.TrainingItems;

public sealed class TrainingItemTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_supervisor_gives_a_direct_report_more_time_with_a_reason_and_the_person_is_told()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var item = await ItemAsync(hr, await app.PersonAsync(Role.Supervisor, Standing.Direct));
        var before = await supervisor.ReadAsync($"/training-items/{item}");
        Assert.Equal(["extend", "exempt"], before.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()));

        var after = await supervisor.DoAsync($"/training-items/{item}/extend", new { dueOn = "2026-04-30", reason = "项目出差" });

        Assert.Equal(("2026-03-30", "2026-04-30", "extended", "项目出差"), (before.Text("dueOn"), after.Text("dueOn"), after.Text("dueAnchor"), after.Text("exceptionReason")));
        var audited = await app.ReadAsync(db => db.AuditEntries.Where(x => x.Entity == "trainingItem" && x.EntityId == $"{item}" && x.Act == "ExtendTrainingItem").SingleAsync());
        Assert.Contains("2026-03-30", audited.Before!, StringComparison.Ordinal);
        Assert.Equal(0, (await hr.DoAsync("/due-day-moves")).GetProperty("moved").GetInt32());
    }

    [Fact]
    public async Task An_exempted_item_is_no_longer_asked_for_and_lets_the_plan_be_closed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var other = await app.PersonAsync(Role.Staff, Standing.Other);
        var plan = await app.StartedAsync(hr, "CRS040", "FIN");
        var item = Assert.Single((await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={other}")).Items()).Id();

        var exempted = await hr.DoAsync($"/training-items/{item}/exempt", new { reason = "持有证书" });

        Assert.Equal(("dropped", "exempted"), (exempted.Text("state"), exempted.Text("dropReason")));
        Assert.Empty(exempted.GetProperty("allowedActions").EnumerateArray());
        await (await hr.TryAsync($"/training-items/{item}/exempt", new { reason = "再次" })).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "trainingItem.notOpen");
        await (await hr.TryAsync($"/training-items/{item}/extend", new { dueOn = "2026-05-30", reason = "再次" }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "trainingItem.notOpen");
        Assert.Equal("closed", (await hr.DoAsync($"/plans/{plan.Id()}/close", new { }, plan.Version())).Text("state"));
    }

    [Fact]
    public async Task Nobody_decides_about_their_own_item_nor_further_below_and_no_day_is_moved_forward()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var plan = (await app.StartedAsync(hr)).Id();
        var body = new { dueOn = "2026-04-30", reason = "出差" };
        foreach (var (client, standing, code) in new[]
        {
            (supervisor, Standing.Own, "trainingItem.own"), (supervisor, Standing.Below, "trainingItem.notYours"),
        })
        {
            var item = await ItemAsync(hr, await app.PersonAsync(Role.Supervisor, standing), plan);
            await (await client.TryAsync($"/training-items/{item}/extend", body)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, code);
            await (await client.TryAsync($"/training-items/{item}/exempt", new { reason = "出差" })).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, code);
        }

        var direct = await ItemAsync(hr, await app.PersonAsync(Role.Supervisor, Standing.Direct), plan);
        await (await supervisor.TryAsync($"/training-items/{direct}/extend", body with { dueOn = "2026-03-30" }))
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "trainingItem.notLater");
        Assert.Equal("2026-03-30", (await hr.ReadAsync($"/training-items/{direct}")).Text("dueOn"));
    }

    [Fact]
    public async Task Leave_moves_the_due_day_at_once_and_back_when_it_is_taken_out_and_no_further_than_an_extension()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await app.PersonAsync(Role.Approver, Standing.Direct);
        var item = await ItemAsync(hr, person);

        // Two working days of leave around a weekend.
        var leave = await hr.DoAsync("/leave", new { employeeId = person, kind = "sick", fromOn = "2026-03-06", toOn = "2026-03-09" });
        var moved = await hr.ReadAsync($"/training-items/{item}");
        var shorter = await hr.DoAsync(
            $"/leave/{leave.Id()}",
            new { kind = "sick", fromOn = "2026-03-06", toOn = "2026-03-06", fromHalf = "morning", toHalf = "afternoon", note = (string?)null },
            leave.Version(), HttpMethod.Put);
        var back = await hr.ReadAsync($"/training-items/{item}");
        await hr.DoAsync($"/training-items/{item}/extend", new { dueOn = "2026-04-10", reason = "住院" });
        using var deleted = await hr.TryAsync($"/leave/{leave.Id()}", ifMatch: shorter.Version(), method: HttpMethod.Delete);
        var extended = await hr.ReadAsync($"/training-items/{item}");

        Assert.Equal(("2026-04-01", 2), (moved.Text("dueOn"), moved.GetProperty("dueLeaveDays").GetInt32()));
        Assert.Equal(("2026-03-31", 1), (back.Text("dueOn"), back.GetProperty("dueLeaveDays").GetInt32()));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(("2026-04-10", 0), (extended.Text("dueOn"), extended.GetProperty("dueLeaveDays").GetInt32()));
    }

    [Fact]
    public async Task Leave_recorded_after_an_extension_moves_the_extended_day_and_leave_that_it_covered_does_not_count_again()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = (await app.StartedAsync(hr)).Id();
        var (surprised, known) = (await app.PersonAsync(Role.Approver, Standing.Below), await app.PersonAsync(Role.Staff, Standing.Below));
        var (moved, kept) = (await ItemAsync(hr, surprised, plan), await ItemAsync(hr, known, plan));
        var extension = new { dueOn = "2026-05-31", reason = "轮岗" };
        Task<System.Text.Json.JsonElement> LeaveAsync(long person) =>
            hr.DoAsync("/leave", new { employeeId = person, kind = "parental", fromOn = "2026-04-01", toOn = "2026-08-31" });

        await hr.DoAsync($"/training-items/{moved}/extend", extension);
        await LeaveAsync(surprised);
        await LeaveAsync(known);
        await hr.DoAsync($"/training-items/{kept}/extend", extension with { dueOn = "2026-09-30" });
        using var later = await hr.TryAsync("/leave", new { employeeId = known, kind = "sick", fromOn = "2026-09-14", toOn = "2026-09-14" });

        var (first, second) = (await hr.ReadAsync($"/training-items/{moved}"), await hr.ReadAsync($"/training-items/{kept}"));
        Assert.True(DateOnly.Parse(first.Text("dueOn")!, null) > new DateOnly(2026, 9, 30));
        Assert.Equal(("extended", "2026-05-31", "2026-03-02"), (first.Text("dueAnchor"), first.Text("extendedTo"), first.Text("extendedOn")));

        // One working day of leave that nobody knew of when the day was named.
        Assert.True(later.IsSuccessStatusCode);
        Assert.Equal(1, second.GetProperty("dueLeaveDays").GetInt32());
        Assert.Equal(0, (await hr.DoAsync("/due-day-moves")).GetProperty("moved").GetInt32());
    }

    [Fact]
    public async Task Each_item_counts_from_what_it_says_and_stays_on_an_unchanged_calendar()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await app.PersonAsync(Role.Payroll, Standing.Direct);
        var plan = await hr.DoAsync("/plans", new
        {
            departmentId = await app.DepartmentAsync("CS"),
            startsOn = "2026-02-02",
            titleZh = "三种起算",
            items = new object[]
            {
                new { courseId = await app.CourseAsync("CRS040"), isMandatory = true, dueWorkingDays = 30, dueFrom = "planStart" },
                new { courseId = await app.CourseAsync("CRS041"), isMandatory = true, dueWorkingDays = 30, dueFrom = "assignment" },
                new { courseId = await app.CourseAsync("CRS024"), isMandatory = true, dueWorkingDays = 900, dueFrom = "hireDay" },
            },
        });
        await hr.DoAsync($"/plans/{plan.Id()}/submit");
        await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{plan.Id()}/approve");
        await hr.DoAsync($"/plans/{plan.Id()}/start");

        var items = (await hr.ReadAsync($"/plans/{plan.Id()}/items?employeeId={person}")).Items().ToDictionary(x => x.Text("courseCode")!);

        Assert.Equal(["planStart", "joinedPlan", "hireDay"], new[] { "CRS040", "CRS041", "CRS024" }.Select(x => items[x].Text("dueAnchor")));
        Assert.Equal(["2026-02-02", "2026-03-02", "2024-03-01"], new[] { "CRS040", "CRS041", "CRS024" }.Select(x => items[x].Text("dueAnchorOn")));
        Assert.Equal("2026-04-14", items["CRS041"].Text("dueOn"));
        Assert.Equal(0, (await hr.DoAsync("/due-day-moves")).GetProperty("moved").GetInt32());
    }

    private async Task<long> ItemAsync(HttpClient hr, long person, long? plan = null)
    {
        plan ??= (await app.StartedAsync(hr)).Id();
        return Assert.Single((await hr.ReadAsync($"/plans/{plan}/items?employeeId={person}")).Items()).Id();
    }
}
