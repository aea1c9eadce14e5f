using System.Net;
using System.Text.Json;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Appraisals.SetAsideWorld;

namespace Training.Api.Tests.AppraisalCycles;

/// <summary>HR sets a KPI aside in all segments of a department.</summary>
public sealed class Setting_aside_in_bulk(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Each_segment_once_but_for_ones_own_and_those_of_people_above()
    {
        var by = await app.MixedPositionAsync("SB1");
        var place = await app.PlaceAsync(by);
        var above = await app.HireAsync(place);
        var caller = await app.HireAsync(place with { SupervisorId = above });
        await app.AddAccountAsync("sb-1", caller, Role.HumanResources);
        var (one, two) = (await app.HireAsync(place), await app.HireAsync(place));
        var elsewhere = await app.HireAsync(await app.PlaceAsync(by, "FIN"));
        var cycle = await app.OpenedAsync("2025Q4", by);
        var (service, company) = (await app.DepartmentAsync("CS"), await app.DepartmentAsync("HQ"));
        var (below, hr) = (await app.SignInAsync("sb-1"), await app.AsAsync(Role.HumanResources));

        Assert.Equal((0, 0, 0), Came(await below.DoAsync(SetAllAside(cycle, by.First, company, includesBelow: false))));
        Assert.Equal((2, 0, 2), Came(await below.DoAsync(SetAllAside(cycle, by.First, service))));
        Assert.Equal((0, 2, 2), Came(await below.DoAsync(SetAllAside(cycle, by.First, service))));
        Assert.Equal((1, 2, 2), Came(await below.DoAsync(SetAllAside(cycle, by.First, company))));
        Assert.Equal((2, 3, 0), Came(await hr.DoAsync(SetAllAside(cycle, by.First, company))));

        foreach (var person in new[] { above, caller, one, two, elsewhere })
        {
            var aside = Assert.Single(SetAsides(await hr.DoAsync(Get($"/appraisals/{await app.AppraisalAsync(cycle, person)}"))));
            Assert.Equal(("SB1A", 1, "系统停用"), (aside.Text("kpiCode"), aside.Number("segment"), aside.Text("reason")));
            Assert.Equal(person == above || person == caller ? await app.PersonAsync(Role.HumanResources, Standing.Own) : caller, aside.GetProperty("by").Id());
            Assert.Equal(65m, (await app.FinalAsync(cycle, person)).Segments[0].WeightLeft);
        }
    }

    [Fact]
    public async Task What_was_set_aside_in_every_segment_of_somebody_is_so_already()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var by = await app.MixedPositionAsync("SB2");
        var person = await app.HireAsync(await app.PlaceAsync(by));
        var cycle = await app.OpenedAsync("2025Q3", by);
        await hr.DoAsync(SetAside(await app.AppraisalAsync(cycle, person), by.Second));

        Assert.Equal((0, 1, 0), Came(await hr.DoAsync(SetAllAside(cycle, by.Second, await app.DepartmentAsync("CS")))));
    }

    [Fact]
    public async Task A_KPI_that_no_template_of_the_cycle_has_and_an_unknown_department_are_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (by, beside) = (await app.MixedPositionAsync("SB3"), await app.MixedPositionAsync("SB4"));
        var cycle = await app.OpenedAsync("2025Q2", by);

        await hr.RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "appraisalCycle.kpiUnknown", "kpiId", SetAllAside(cycle, beside.First, await app.DepartmentAsync("CS")));
        await hr.RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "appraisalCycle.departmentUnknown", "departmentId", SetAllAside(cycle, by.First, 999_999));
    }

    private static (int, int, int) Came(JsonElement answer) => (answer.Number("setAside"), answer.Number("already"), answer.Number("leftOut"));
}
