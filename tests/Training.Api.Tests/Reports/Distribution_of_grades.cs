using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Audit;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Reports;

/// <summary>How the grades of a cycle are spread.</summary>
public sealed class Distribution_of_grades
{
    private const string Path = "/reports/grade-distribution";

    [Fact]
    public async Task Departments_and_their_groups_are_held_against_the_guideline_live_and_as_published()
    {
        await using var app = await CycleReportWorld.StartedAsync();
        var (hr, supervisor, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.Approver));
        var by = await app.MixedPositionAsync("RG1");
        await app.NewDepartmentAsync("RG1");
        await app.NewDepartmentAsync("RG2");
        long[] people =
        [
            await app.CompleteInAsync(by, "RG1"), await app.CompleteInAsync(by, "RG1"),
            await app.CompleteInAsync(by, "RG2"), await app.CompleteInAsync(by, "CS"),
        ];
        var cycle = await app.ComparedAsync(by);
        foreach (var (i, person) in people.Index())
        {
            await app.MarkAsync(supervisor, cycle, person, i == 1 ? 50 : 80);
        }

        Assert.Empty((await hr.DoAsync(Get(Path))).Items());
        await app.CalibratingAsync(cycle);
        var live = (await hr.DoAsync(Get(Path))).Items();

        // RG1 has an A and a B; RG2, one person, pools into CS: two A.
        Assert.Equal(
            [
                "CS A 1 100 CS 2 100 80/2A /|", "CS B 0 0 CS 2 0 / /|", "CS D 0 0 CS 2 0 / 5/1DE|",
                "RG1 A 1 50 RG1 2 50 30/1A /|", "RG1 B 1 50 RG1 2 50 / /|", "RG1 D 0 0 RG1 2 0 / 5/1DE|",
                "RG2 A 1 100 CS 2 100 80/2A /|", "RG2 B 0 0 CS 2 0 / /|", "RG2 D 0 0 CS 2 0 / 5/1DE|",
                " A 3 75  4 75 55/3A /|", " B 1 25  4 25 / /|", " D 0 0  4 0 / 5/1DE|",
            ],
            live.Where(x => x.Text("grade") is "A" or "B" or "D").Select(Written));
        Assert.Equal(20, live.Count);
        Assert.Equal(live.Select(Written), (await approver.DoAsync(Get(Path))).Items().Select(Written));
        Assert.Empty((await supervisor.DoAsync(Get(Path))).Items());

        await hr.DoAsync(await hr.CalibrationAsync(await app.AppraisalAsync(cycle, people[0]), -2.51m, "同岗位比较"));
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { }));
        await hr.PublishAsync(cycle, new { employeeId = people[0] });
        // 89.99 is a B: what is published counts as it was, the others as they stand.
        Assert.Equal("RG1 B 2 100 RG1 2 100 / /|", (await hr.DoAsync(Get(Path))).Items().Where(x => x.Text("grade") == "B").Select(Written).ElementAt(1));
        Assert.Equal(["RG1 B 1 100  1 100 / /|", " B 1 100  1 100 / /|"], await OfAsync(supervisor, "B"));
        await hr.PublishAsync(cycle);
        Assert.Equal((await hr.DoAsync(Get(Path))).Items().Select(Written), (await supervisor.DoAsync(Get(Path))).Items().Select(Written));
        Assert.Equal(
            ["CS", "RG1", "RG2", null],
            (await hr.DoAsync(Get($"{Path}?departmentId={await app.DepartmentAsync("CS")}&sort=grade,departmentCode"))).Items().Take(4)
                .Select(x => x.Text("departmentCode")));
        Assert.Equal(10, (await hr.DoAsync(Get($"{Path}?departmentId={await app.DepartmentAsync("RG2")}"))).Number("total"));
        Assert.Equal("80", (await hr.ColumnAsync(Path, "excess"))[0]);
        Assert.Equal("D、E", (await hr.ColumnAsync(Path, "lackGrades"))[3]);
    }

    [Fact]
    public async Task Neither_ones_own_grade_nor_that_of_who_stands_above_counts_and_who_can_be_told_is_noted()
    {
        await using var app = await CycleReportWorld.StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var by = await app.MixedPositionAsync("RG3");
        await app.NewDepartmentAsync("RG3");
        var boss = await app.CompleteInAsync(by, "CS");
        await app.AddAccountAsync("rg-boss", boss, Role.Supervisor);
        var judge = await app.CompleteInAsync(by, "CS", boss);
        await app.AddAccountAsync("rg-judge", judge, Role.Approver);
        var person = await app.CompleteInAsync(by, "RG3");
        await app.AddAccountAsync("rg-person", person, Role.Staff);
        var cycle = await app.ComparedAsync(by);
        await app.MarkAsync(supervisor, cycle, boss, 80);
        await app.MarkAsync(await app.SignInAsync("rg-boss"), cycle, judge, 50);
        await app.MarkAsync(supervisor, cycle, person, 80);
        await app.CalibratingAsync(cycle);

        Assert.Equal(["CS A 1 50 CS 3 66.67 46.67/2A /|", "RG3 A 1 100 CS 3 66.67 46.67/2A /|", " A 2 66.67  3 66.67 46.67/2A /|"], await OfAsync(hr, "A"));
        Assert.Equal(["RG3 A 1 100  1 100 / /|", " A 1 100  1 100 / /|"], await OfAsync(await app.SignInAsync("rg-judge"), "A"));
        await app.Services.GetRequiredService<WriteLookups>().RunAsync(TestContext.Current.CancellationToken);
        var readers = (await (await app.SignInAsync("rg-person")).DoAsync(Get("/my/lookups"))).Items().Select(x => x.Text("readerUserName"));
        Assert.Equal(["humanResources", "rg-judge", "supervisor"], readers.Distinct().Order());
        Assert.Equal(
            ["supervisor"],
            (await (await app.SignInAsync("rg-boss")).DoAsync(Get("/my/lookups"))).Items().Select(x => x.Text("readerUserName")).Distinct());
    }

    [Fact]
    public async Task Before_the_quarter_is_over_scores_are_not_compared()
    {
        await using var app = await CycleReportWorld.StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        Assert.Empty((await hr.DoAsync(Get(Path))).Items());
        await hr.OpenedAsync("2026Q1");

        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.quarterRunning", Get(Path));
        Assert.Empty((await supervisor.DoAsync(Get(Path))).Items());
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"{Path}?quarter=2025Q4"));
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"{Path}?cycleId=9999999"));
    }

    private static async Task<IEnumerable<string>> OfAsync(HttpClient client, string grade) =>
        (await client.DoAsync(Get(Path))).Items().Where(x => x.Text("grade") == grade).Select(Written);

    private static string Written(JsonElement x) =>
        $"{x.Text("departmentCode")} {x.Text("grade")} {x.Number("people")} {x.Decimal("percent")} {x.Text("groupDepartmentCode")} {x.Number("groupPeople")} "
        + $"{x.Decimal("groupPercent")} {x.Decimal("excess")}/{x.Decimal("excessPeople")}{x.Names("excessGrades")} "
        + $"{x.Decimal("lack")}/{x.Decimal("lackPeople")}{x.Names("lackGrades")}|";
}
