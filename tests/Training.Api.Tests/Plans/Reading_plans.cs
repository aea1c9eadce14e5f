using System.Net;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

/// <summary>Whom a plan asks something of may read it, and whoever stands above them; not what it costs or how it was decided.</summary>
public sealed class Reading_plans(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Theory]
    [InlineData(Role.Staff)]
    [InlineData(Role.Supervisor)]
    public async Task Somebody_in_the_plan_reads_it_without_money_and_decisions(Role role)
    {
        var (hr, reader) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(role));
        var draft = await app.DraftAsync(hr);
        var line = new { number = 1, kind = "venue", description = "教室", planned = 800m };
        await hr.DoAsync($"/plans/{draft.Id()}/budget", new { lines = new[] { line } }, draft.Version(), HttpMethod.Put);
        Assert.False(await ListsAsync(reader, draft.Id()));
        await hr.DoAsync($"/plans/{draft.Id()}/submit");
        await (await app.AsAsync(Role.Approver)).DoAsync($"/plans/{draft.Id()}/approve");
        await hr.DoAsync($"/plans/{draft.Id()}/start");

        var plan = await reader.ReadAsync($"/plans/{draft.Id()}");

        Assert.Equal("CRS040", plan.GetProperty("items")[0].Text("courseCode"));
        Assert.Equal((null, null), (plan.Text("budgetPlanned"), plan.Text("openAmendment")));
        Assert.Equal(["start"], plan.GetProperty("steps").EnumerateArray().Select(x => x.Text("act")));
        Assert.Empty(plan.GetProperty("allowedActions").EnumerateArray());
        Assert.True(await ListsAsync(reader, draft.Id()));
        Assert.Equal(800m, (await hr.ReadAsync($"/plans/{draft.Id()}")).GetProperty("budgetPlanned").GetDecimal());
        foreach (var part in new[] { "budget", "audience", "amendments" })
        {
            await (await reader.GetAsync($"/api/v1/plans/{draft.Id()}/{part}", Stop)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        }
    }

    [Fact]
    public async Task Of_its_people_a_reader_sees_themselves_and_those_below()
    {
        var plan = (await app.StartedAsync(await app.AsAsync(Role.HumanResources))).Id();
        var staff = await app.AsAsync(Role.Staff);
        long[] seen = [.. (await staff.ReadAsync($"/plans/{plan}/items?pageSize=200")).Items().Select(x => x.GetProperty("employeeId").GetInt64()).Order()];

        var own = new[] { Standing.Own, Standing.Direct, Standing.Below }.Select(x => app.PersonAsync(Role.Staff, x));

        Assert.Equal((await Task.WhenAll(own)).Order(), seen);
        Assert.Equal(seen.Length, (await staff.ReadAsync($"/plans/{plan}")).GetProperty("progress").GetProperty("people").GetInt32());
    }

    [Fact]
    public async Task Why_a_plan_was_closed_is_not_for_its_people()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var plan = await app.StartedAsync(hr);
        await hr.DoAsync($"/plans/{plan.Id()}/close", new { reason = "两人病假" }, plan.Version());

        var closed = (await (await app.AsAsync(Role.Staff)).ReadAsync($"/plans/{plan.Id()}")).GetProperty("steps").EnumerateArray().Last();

        Assert.Equal(("close", null), (closed.Text("act"), closed.Text("remark")));
        Assert.Equal("两人病假", (await hr.ReadAsync($"/plans/{plan.Id()}")).GetProperty("steps").EnumerateArray().Last().Text("remark"));
    }

    [Fact]
    public async Task A_plan_for_others_is_not_to_be_found()
    {
        var plan = (await app.StartedAsync(await app.AsAsync(Role.HumanResources), department: "FIN")).Id();
        var staff = await app.AsAsync(Role.Staff);

        await (await staff.GetAsync($"/api/v1/plans/{plan}", Stop)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        Assert.False(await ListsAsync(staff, plan));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<bool> ListsAsync(HttpClient client, long plan) =>
        (await client.ReadAsync("/plans?pageSize=200")).Items().Any(x => x.Id() == plan);
}
