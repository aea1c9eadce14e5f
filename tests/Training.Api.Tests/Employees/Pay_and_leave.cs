using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Audit;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Employees;

public sealed class Pay_and_leave(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_base_wage_holds_from_its_day_and_there_is_one_for_each_day()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var path = $"/employees/{await app.HireAsync("P-01")}/base-wages";

        var wage = await hr.DoAsync(Post(path, new { from = "2026-01-01", monthlyAmount = 5_000.10 }));
        await hr.RefusedAsync(Post(path, new { from = "2026-01-01", monthlyAmount = 1 }), HttpStatusCode.Conflict, "wage.fromTaken");
        await hr.RefusedAsync(Post(path, new { from = "2026-02-01", monthlyAmount = 0.001 }), HttpStatusCode.UnprocessableEntity, "wage.amountOutOfRange");
        await hr.RefusedAsync(
            Put($"{path}/{wage.Id()}", new { monthlyAmount = 10_000_000 }, 1), HttpStatusCode.UnprocessableEntity, "wage.amountOutOfRange");
        await hr.DoAsync(Put($"{path}/{wage.Id()}", new { monthlyAmount = 5_500 }, 1));
        await hr.RefusedAsync(Put($"{path}/{wage.Id()}", new { monthlyAmount = 5_600 }, 1), HttpStatusCode.PreconditionFailed, "version.stale");

        var items = (await hr.ReadAsync(path)).GetProperty("items");
        Assert.Equal((1, 5_500m), (items.GetArrayLength(), items[0].GetProperty("monthlyAmount").GetDecimal()));
    }

    [Fact]
    public async Task Who_read_somebodys_pay_is_noted_for_that_person()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var staff = await app.AsAsync(Role.Staff);
        var me = (await staff.ReadAsync("/auth/me")).GetProperty("employeeId").GetInt64();
        var wage = await hr.DoAsync(Post($"/employees/{me}/base-wages", new { from = "2026-01-01", monthlyAmount = 5_000 }));
        await staff.ReadAsync($"/employees/{me}/base-wages");
        Assert.Equal(0, await SeenAsync());

        await hr.ReadAsync($"/employees/{me}/base-wages");
        Assert.Equal(1, await SeenAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = app.Clock.GetUtcNow();
        await hr.ReadAsync($"/audit?entity=baseWage&entityId={wage.Id()}");
        await (await app.AsAsync(Role.Administrator)).ReadAsync($"/audit?entity=baseWage&entityId={wage.Id()}");
        Assert.Equal(2, await SeenAsync());

        var lookup = (await staff.ReadAsync($"/my/lookups?from={before.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd'T'HH:mm:ss.fff}%2B08:00")).Items().Single();
        Assert.Equal(("humanResources", "baseWage"), (lookup.Text("readerUserName"), lookup.Text("kind")));
        Assert.NotEmpty(lookup.Text("readerName")!);
        Assert.Equal(1, (await staff.ReadAsync($"/my/lookups?to={before:yyyy-MM-dd'T'HH:mm:ss.fff}Z&sort=at")).GetProperty("total").GetInt32());

        async Task<int> SeenAsync()
        {
            await app.Services.GetRequiredService<WriteLookups>().RunAsync(TestContext.Current.CancellationToken);
            return (await staff.ReadAsync("/my/lookups")).GetProperty("total").GetInt32();
        }
    }

    [Fact]
    public async Task Leave_counts_working_days_in_halves_over_holidays_and_swapped_weekends()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("P-02");

        // The National Day week of 2025: 1 to 8 October free, Sunday 28 September and Saturday 11 October worked.
        var leave = await hr.DoAsync(Post("/leave", new { employeeId = id, kind = "annual", fromOn = "2025-09-28", toOn = "2025-10-11", fromHalf = "afternoon", toHalf = "morning", note = "回家" }));

        Assert.Equal(5m, leave.GetProperty("workingDays").GetDecimal());
        Assert.True(leave.GetProperty("isCalendarComplete").GetBoolean());
        var beyond = await hr.DoAsync(Post("/leave", new { employeeId = id, kind = "unpaid", fromOn = "2190-01-01", toOn = "2190-01-01" }));
        Assert.False(beyond.GetProperty("isCalendarComplete").GetBoolean());
    }

    [Fact]
    public async Task Leave_of_a_person_neither_overlaps_nor_lies_outside_employment()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("P-03");
        object Leave(string from, string to, string fromHalf = "morning", string toHalf = "afternoon", long? of = null) =>
            new { employeeId = of ?? id, kind = "sick", fromOn = from, toOn = to, fromHalf, toHalf };
        object Edit(string from, string to) => new { kind = "sick", fromOn = from, toOn = to, fromHalf = "morning", toHalf = "afternoon", note = "" };

        var first = await hr.DoAsync(Post("/leave", Leave("2026-02-02", "2026-02-03", toHalf: "morning")));
        await hr.DoAsync(Post("/leave", Leave("2026-02-03", "2026-02-04", fromHalf: "afternoon")));
        var path = $"/leave/{first.Id()}";
        await hr.RefusedAsync(Post("/leave", Leave("2026-02-01", "2026-02-02")), HttpStatusCode.Conflict, "leave.overlap");
        await hr.RefusedAsync(Put(path, Edit("2026-02-02", "2026-02-03"), 1), HttpStatusCode.Conflict, "leave.overlap");
        await hr.RefusedAsync(Post("/leave", Leave("2025-01-05", "2025-01-06")), HttpStatusCode.Conflict, "leave.notEmployed");
        await hr.RefusedAsync(Put(path, Edit("2025-01-05", "2025-01-06"), 1), HttpStatusCode.Conflict, "leave.notEmployed");
        await hr.RefusedAsync(Post("/leave", Leave("2026-03-02", "2026-03-01")), HttpStatusCode.UnprocessableEntity, "leave.spanOutOfRange");
        await hr.RefusedAsync(Put(path, Edit("2026-03-02", "2029-03-02"), 1), HttpStatusCode.UnprocessableEntity, "leave.spanOutOfRange");
        await hr.RefusedAsync(Post("/leave", Leave("2026-03-02", "2026-03-02", of: 999_999)), HttpStatusCode.UnprocessableEntity, "leave.employeeUnknown");

        var edited = await hr.DoAsync(Put(path, Edit("2026-02-01", "2026-02-02"), 1));
        Assert.Equal(2, edited.Version());
        var touching = await hr.ReadAsync($"/leave?employeeId={id}&kind=sick&from=2026-02-03&to=2026-02-03&sort=name,-toOn");
        Assert.Equal(1, touching.GetProperty("total").GetInt32());
        await hr.RefusedAsync(Delete(path, 1), HttpStatusCode.PreconditionFailed, "version.stale");
        using var deleted = await hr.SendAsync(Delete(path, 2), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await hr.RefusedAsync(Delete(path, 2), HttpStatusCode.NotFound, "record.unknown");
    }
}
