using System.Net;
using System.Text.Json;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Appraisals.TargetWorld;

namespace Training.Api.Tests.AppraisalCycles;

/// <summary>Until when targets are agreed. The tenth working day of 2026Q2 is Wednesday, 15 April: Monday the 6th is a holiday.</summary>
public sealed class Extending_targets
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;
    private const HttpStatusCode Unprocessable = HttpStatusCode.UnprocessableEntity;

    [Fact]
    public async Task A_late_start_has_ten_working_days_after_the_opening_or_the_first_day_of_the_segment()
    {
        await using var app = await StartedAsync();
        app.At(4, 1);
        var by = await app.MixedPositionAsync("EX1");
        var place = await app.PlaceAsync(by);
        var moving = await app.HireAsync(place, (new(2026, 6, 1), place with { SupervisorId = await app.PersonAsync(Role.Supervisor, Standing.Above) }));
        var cycle = await app.OpenedAsync("2026Q2", by);
        var hr = await app.AsAsync(Role.HumanResources);
        var targets = await hr.TargetsAsync(await app.AppraisalAsync(cycle, moving));

        Assert.Equal(("2026-04-15", null, true), (
            targets.Of(1).Text("dueOn"), targets.Of(1).Text("dueCountedFrom"), targets.Of(1).GetProperty("isDueCertain").GetBoolean()));
        Assert.Equal(("2026-06-15", "2026-06-01"), (targets.Of(2).Text("dueOn"), targets.Of(2).Text("dueCountedFrom")));

        app.At(5, 11);
        var late = await app.HireAsync(place);
        await (await app.AsAsync(Role.HumanResources)).DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        var joined = (await (await app.AsAsync(Role.HumanResources)).TargetsAsync(await app.AppraisalAsync(cycle, late))).Of(1);
        Assert.Equal(("2026-05-25", "2026-05-11"), (joined.Text("dueOn"), joined.Text("dueCountedFrom")));
    }

    [Fact]
    public async Task HR_gives_one_person_or_one_department_more_time_and_says_why()
    {
        await using var app = await StartedAsync();
        var (_, person, cycle, id) = await app.AgreeingAsync("EX2");
        var hr = await app.AsAsync(Role.HumanResources);
        var self = await app.PersonAsync(Role.HumanResources, Standing.Own);
        HttpRequestMessage Extend(string dueOn, long? employeeId) =>
            Post($"/appraisal-cycles/{cycle}/extend-targets", new { dueOn, reason = "年底盘点", employeeId });
        HttpRequestMessage ExtendDepartment(long departmentId, long? employeeId = null) =>
            Post($"/appraisal-cycles/{cycle}/extend-targets", new { dueOn = "2026-03-24", reason = "年底盘点", departmentId, employeeId });
        Assert.Equal("2026-03-16", (await hr.TargetsAsync(id)).Of(1).Text("dueOn"));

        Assert.Equal((1, 0), Came(await hr.DoAsync(Extend("2026-03-20", person))));

        var extended = (await (await app.SignInAsync("ex2")).TargetsAsync(id)).Of(1);
        Assert.Equal(("2026-03-20", "2026-03-20", "年底盘点"), (extended.Text("dueOn"), extended.Text("extendedTo"), extended.Text("extensionReason")));
        Assert.Contains("appraisal.targetsExtended", await (await app.SignInAsync("ex2")).NoticesAsync());
        await hr.DoAsync(Extend("2026-04-08", person));
        await hr.DoAsync(Extend("2026-03-02", person));
        Assert.Equal("2026-03-16", (await hr.TargetsAsync(id)).Of(1).Text("dueOn"));

        await hr.RefusedAsync(Conflict, "appraisalTarget.dueDayOutOfRange", "dueOn", Extend("2026-03-01", person));
        await hr.RefusedAsync(Conflict, "appraisalTarget.dueDayOutOfRange", "dueOn", Extend("2026-04-09", person));
        await hr.RefusedAsync(Unprocessable, "appraisalTarget.oneScope", Extend("2026-03-20", null));
        await hr.RefusedAsync(Unprocessable, "appraisalTarget.oneScope", ExtendDepartment(await app.DepartmentAsync("CS"), person));
        await hr.RefusedAsync(Conflict, "appraisalCycle.personUnknown", "employeeId", Extend("2026-03-20", 9_999_999L));
        await hr.RefusedAsync(Unprocessable, "appraisalCycle.departmentUnknown", "departmentId", ExtendDepartment(9_999_999));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Extend("2026-03-20", self));
        var planned = (await hr.PlannedAsync("2026Q2")).Id();
        await hr.RefusedAsync(
            Conflict, "appraisalCycle.notInThisState",
            Post($"/appraisal-cycles/{planned}/extend-targets", new { dueOn = "2026-03-20", reason = "年底盘点", employeeId = person }));
        Assert.Contains("extendTargets", CycleWorld.Actions(await hr.DoAsync(Get($"/appraisal-cycles/{cycle}"))));
    }

    [Fact]
    public async Task Of_a_department_the_own_segments_are_left_to_another_of_HR()
    {
        await using var app = await StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var cycle = await hr.OpenedAsync("2026Q1");
        var (self, other) = (
            await app.AppraisalAsync(cycle, await app.PersonAsync(Role.HumanResources, Standing.Own)),
            await app.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Direct)));

        var done = await hr.DoAsync(Post(
            $"/appraisal-cycles/{cycle}/extend-targets",
            new { dueOn = "2026-03-24", reason = "年底盘点", departmentId = await app.DepartmentAsync("HQ") }));

        Assert.True(done.Number("extended") > 10);
        Assert.InRange(done.Number("leftOut"), 1, 2);
        Assert.Equal(("2026-03-16", "2026-03-24"), ((await hr.TargetsAsync(self)).Of(1).Text("dueOn"), (await hr.TargetsAsync(other)).Of(1).Text("dueOn")));
    }

    private static (int Extended, int LeftOut) Came(JsonElement answer) => (answer.Number("extended"), answer.Number("leftOut"));
}
