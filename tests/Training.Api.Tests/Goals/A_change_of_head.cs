using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Api.Tests.Plans;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.KpiTemplates.KpiTemplateWorld;

namespace Training.Api.Tests.Goals;

/// <summary>The figures of a department count for who headed it on the last day of their period, whoever heads it now.</summary>
public sealed class A_change_of_head
{
    [Fact]
    public async Task A_department_counts_for_its_head_on_the_last_day_of_each_period_and_later_changes_leave_the_quarter_as_it_was()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var (rate, complaints) = (
            await app.AddKpiAsync("CHR", decimals: 2, use: KpiUse.Department), await app.AddKpiAsync("CHC", decimals: 0, source: KpiSource.Events));
        var (ofRate, ofComplaints) = (Item(rate, 60, Ratio(), 90), Item(complaints, 40, GoalPosition.LessPerComplaint()));
        (ofRate["scope"], ofComplaints["scope"]) = ("department", "department");
        var position = await app.PositionScoredByAsync("CH", ofRate, ofComplaints);
        var place = (await app.PlaceAsync("CS")) with { PositionId = position };
        var (first, second, third) = (await app.HireAsync(place), await app.HireAsync(place), await app.HireAsync(place));
        var finance = await app.HireAsync(await app.PlaceAsync("FIN"));
        await app.ComplainedAsync(first, new(2026, 1, 15));
        await app.ComplainedAsync(finance, new(2026, 3, 1));

        var (service, all) = (await app.DepartmentAsync("CS"), await app.DepartmentAsync("HQ"));
        await NameAsync(hr, all, first, "2026-01-01");
        await NameAsync(hr, all, second, "2026-02-20");
        app.Clock.SetUtcNow(new(2026, 4, 2, 1, 0, 0, TimeSpan.Zero));
        foreach (var (month, larger, own) in new[] { ("2026-01", 90m, 10m), ("2026-02", 80m, 20m), ("2026-03", 70m, 30m) })
        {
            await hr.DoAsync(Post("/measurements", new { kpiId = rate, departmentId = all, period = month, value = larger }));
            await hr.DoAsync(Post("/measurements", new { kpiId = rate, departmentId = service, period = month, value = own }));
        }

        async Task<(decimal? Rate, decimal? Complaints)> OfAsync(long person, string quarter)
        {
            var goals = (await hr.DoAsync(Get($"/employees/{person}/goals?quarter={quarter}"))).Items();
            return (goals.Of(rate).Figure("actual"), goals.Of(complaints).Figure("actual"));
        }

        async Task<List<(decimal?, decimal?)>> FirstQuarterAsync() =>
            [await OfAsync(first, "2026Q1"), await OfAsync(second, "2026Q1"), await OfAsync(third, "2026Q1")];

        // January of the whole for the first, February and March for the second; counted is what the last day of the quarter says.
        List<(decimal?, decimal?)> expected = [(46.67m, 1m), (53.33m, 2m), (20m, 1m)];
        Assert.Equal(expected, await FirstQuarterAsync());

        await NameAsync(hr, all, third, "2026-04-01");
        Assert.Equal(expected, await FirstQuarterAsync());
        await app.ComplainedAsync(finance, new(2026, 4, 1));
        Assert.Equal((0m, 1m), ((await OfAsync(second, "2026Q2")).Complaints, (await OfAsync(third, "2026Q2")).Complaints));

        // A change entered afterwards for a day in the quarter is one of its facts.
        await NameAsync(hr, all, null, "2026-04-01");
        await NameAsync(hr, all, third, "2026-03-15");
        Assert.Equal([(46.67m, 1m), (40m, 1m), (33.33m, 2m)], await FirstQuarterAsync());
    }

    private static async Task NameAsync(HttpClient hr, long department, long? headId, string headFrom)
    {
        var at = await hr.DoAsync(Get($"/departments/{department}"));
        await hr.DoAsync(Put($"/departments/{department}", new { nameZh = at.Text("nameZh"), headId, headFrom }, at.Version()));
    }
}
