using System.Net;
using Training.Api.Features.Imports;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Measurements;

/// <summary>Today is 2 March 2026: figures of a department are the head's own, by the last day of their period and today.</summary>
public sealed class FiguresOfAHeadedDepartment(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode No = HttpStatusCode.Forbidden;

    [Fact]
    public async Task Who_headed_a_department_on_the_last_day_of_a_period_or_does_today_leaves_its_figures_to_others()
    {
        var (hr, self) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.HumanResources, Standing.Own));
        var kpi = await app.AddKpiAsync("FH1", use: KpiUse.Department);
        var department = (await hr.DoAsync(Post("/departments", new { code = "FH-A", nameZh = "甲" }))).Id();
        HttpRequestMessage Of(string period) => Post("/measurements", new { kpiId = kpi, departmentId = department, period, value = 88 });
        var january = (await hr.DoAsync(Of("2026-01"))).GetProperty("measurement");
        var done = await hr.ImportedAsync(
            "/measurements/import", ImportFiles.Workbook("部门编号,指标编号,期间,数值", ["FH-A", "FH1", "2025-12", 5m], ["FH-A", "FH1", "2026-01", 6m]));

        await hr.DoAsync(Put($"/departments/{department}", new { nameZh = "甲", headId = self, headFrom = "2026-01-15" }, 1));
        await hr.DoAsync(Put($"/departments/{department}", new { nameZh = "甲", headFrom = "2026-02-15" }, 2));
        await hr.RefusedAsync(No, "access.own", Put($"/measurements/{january.Id()}", new { value = 1 }, 2));
        await hr.RefusedAsync(No, "access.own", Post($"/measurements/{january.Id()}/remove", new { reason = "不要" }, 2));
        await hr.DoAsync(Of("2026-02"));
        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value));
        Assert.Equal([(3, "import.ownRow")], undone.KeptRows.Select(x => (x.Row, x.Code)));

        await hr.DoAsync(Put($"/departments/{department}", new { nameZh = "甲", headId = self }, 3));
        await hr.RefusedAsync(No, "access.own", Of("2025-11"));
    }

    [Fact]
    public async Task Who_headed_a_department_reads_its_figures_of_that_time()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var (self, kpi) = (await app.PersonAsync(Role.Staff, Standing.Own), await app.AddKpiAsync("FH2", use: KpiUse.Department));
        var department = (await hr.DoAsync(Post("/departments", new { code = "FH-B", nameZh = "乙", headId = self, headFrom = "2026-01-15" }))).Id();
        await hr.DoAsync(Put($"/departments/{department}", new { nameZh = "乙", headFrom = "2026-02-15" }, 1));
        foreach (var period in new[] { "2025-12", "2026-01", "2026-02" })
        {
            await hr.DoAsync(Post("/measurements", new { kpiId = kpi, departmentId = department, period, value = 88 }));
        }

        var seen = (await staff.DoAsync(Get($"/measurements?kpiId={kpi}"))).Items();
        Assert.Equal(["2026-01"], seen.Select(x => x.Text("period")));
    }
}
