using System.Net;
using System.Text.Json;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Reports;

/// <summary>How far the appraisals of a cycle have come.</summary>
public sealed class Progress_of_appraisals
{
    private const string Path = "/reports/appraisal-progress";

    private static readonly string[] Stages = ["inTargets", "inSelfReview", "inScoring", "scored", "withoutScore", "calibrated", "published", "ended"];

    private static readonly string[] Counts =
        ["selfReviewsSubmitted", "selfReviewsNotGiven", "segmentsToScore", "segmentsScored", "segmentsLeftBehind", "resultsAcknowledged"];

    [Fact]
    public async Task Every_phase_shows_in_the_counts_of_the_department_of_the_last_segment()
    {
        await using var app = await CycleReportWorld.StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        Assert.Empty((await hr.DoAsync(Get(Path))).Items());
        var (by, room) = (await app.MixedPositionAsync("RA1"), await app.NewDepartmentAsync("RA1"));
        var (first, second) = (await app.CompleteInAsync(by, room), await app.CompleteInAsync(by, room));
        await app.CompleteInAsync(by, room);
        await app.AddAccountAsync("ra1", first, Role.Staff);
        var own = await app.SignInAsync("ra1");

        var cycle = await app.OpenedAsync("2025Q4", by);
        Assert.Equal(("3 0 0 0 0 0 0 0", "0 0 3 0 0 0"), await OfAsync(hr, room));
        await hr.AdvanceAsync(cycle, "selfReview");
        var id = await app.AppraisalAsync(cycle, first);
        await own.DoAsync(Post($"/appraisals/{id}/self-review", new { text = "完成" }, 0));
        await app.MarkAsync(supervisor, cycle, first, 80);
        Assert.Equal(("0 3 0 0 0 0 0 0", "1 0 3 1 0 0"), await OfAsync(hr, room));
        await hr.AdvanceAsync(cycle, "scoring");
        Assert.Equal(("0 0 2 1 0 0 0 0", "1 2 3 1 0 0"), await OfAsync(hr, room));
        await app.MarkAsync(supervisor, cycle, second, 80);
        await hr.AdvanceAsync(cycle, "calibration");
        Assert.Equal(("0 0 1 2 0 0 0 0", "1 2 3 2 1 0"), await OfAsync(hr, room));
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { employeeId = first }));
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { employeeId = second }));
        await hr.PublishAsync(cycle, new { employeeId = first });
        var result = (await own.DoAsync(Get($"/appraisals/{id}"))).GetProperty("result");
        await own.DoAsync(Post($"/appraisals/{id}/acknowledge", new { agrees = true }, result.Version()));

        Assert.Equal(("0 0 1 0 0 1 1 0", "1 2 3 2 1 1"), await OfAsync(supervisor, room));
        Assert.Equal(("0 0 1 0 0 1 1 0", "1 2 3 2 1 1"), await OfAsync(hr, room));
        await own.RefusedAsync(HttpStatusCode.Forbidden, "access.role", Get(Path));
    }

    [Fact]
    public async Task A_supervisor_counts_those_they_may_see_and_a_department_is_asked_for_with_all_below()
    {
        await using var app = await CycleReportWorld.StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var (by, room) = (await app.MixedPositionAsync("RA2"), await app.NewDepartmentAsync("RA2"));
        await app.CompleteInAsync(by, room);
        await app.CompleteInAsync(by, room, await app.PersonAsync(Role.Staff, Standing.Own));
        var cycle = await app.OpenedAsync("2025Q4", by);

        var all = (await hr.DoAsync(Get($"{Path}?cycleId={cycle}"))).Items();
        var seen = (await supervisor.DoAsync(Get($"{Path}?quarter=2025Q4"))).Items();

        Assert.Equal(["CS", "FIN", "RA2"], all.Select(x => x.Text("departmentCode")));
        Assert.Equal((await hr.DoAsync(Get($"/appraisals?cycleId={cycle}"))).Number("total"), all.Sum(x => x.Number("appraisalCount")));
        Assert.All(all, x => Assert.Equal(x.Number("appraisalCount"), Stages.Sum(y => x.Number(y))));
        Assert.Equal(2, all[2].Number("appraisalCount"));
        Assert.Equal([("CS", 4), ("RA2", 1)], seen.Select(x => (x.Text("departmentCode"), x.Number("appraisalCount"))));
        Assert.Equal(
            ["RA2", "CS"],
            (await hr.DoAsync(Get($"{Path}?departmentId={await app.DepartmentAsync("CS")}&sort=-departmentCode"))).Items()
                .Select(x => x.Text("departmentCode")));
        Assert.Equal(["CS", "FIN", "RA2"], await hr.ColumnAsync(Path, "departmentCode"));
        Assert.Equal("2", (await hr.ColumnAsync(Path, "segmentsToScore"))[2]);
    }

    [Fact]
    public async Task The_latest_cycle_is_meant_unless_one_is_asked_for_and_a_planned_one_is_known_to_hr_alone()
    {
        await using var app = await CycleReportWorld.StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var earlier = await hr.OpenedAsync("2025Q3");
        var later = await hr.OpenedAsync("2025Q4");
        var planned = (await hr.PlannedAsync("2026Q1")).Id();

        Assert.All((await hr.DoAsync(Get(Path))).Items(), x => Assert.Equal((later, "2025Q4"), (x.GetProperty("cycleId").GetInt64(), x.Text("quarter"))));
        Assert.All((await hr.DoAsync(Get($"{Path}?quarter=2025Q3"))).Items(), x => Assert.Equal(earlier, x.GetProperty("cycleId").GetInt64()));
        Assert.Empty((await hr.DoAsync(Get($"{Path}?cycleId={planned}"))).Items());
        foreach (var unknown in new[] { $"cycleId={planned}", "quarter=2026Q1", $"cycleId={earlier}&quarter=2025Q4", "cycleId=9999999" })
        {
            await supervisor.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"{Path}?{unknown}"));
        }
    }

    private static async Task<JsonElement> RowAsync(HttpClient client, string department) =>
        (await client.DoAsync(Get(Path))).Items().Single(x => x.Text("departmentCode") == department);

    private static async Task<(string, string)> OfAsync(HttpClient client, string department)
    {
        var row = await RowAsync(client, department);
        return (string.Join(' ', Stages.Select(x => row.Number(x))), string.Join(' ', Counts.Select(x => row.Number(x))));
    }
}
