using System.Net;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Reports;

/// <summary>How KPIs went over quarters.</summary>
public sealed class Trend_of_kpis(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_persons_kpi_is_followed_over_quarters_against_the_quarter_before()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (kpi, person) = (await app.AddKpiAsync("TR1"), await app.PersonAsync(Role.Supervisor, Standing.Direct));
        await KeepAsync(kpi, person, null, ("2025-07", 80, 10), ("2025-08", 90, 30), ("2025-10", 90, 5), ("2026-01", 85, 1));

        var rows = (await hr.DoAsync(Get($"/reports/kpi-trend?employeeId={person}&kpiId={kpi}"))).Items();

        // By sample size: (80·10 + 90·30)/40 = 87.5.
        Assert.Equal(
            [("2025Q3", 87.5m, null, null, 2), ("2025Q4", 90m, 2.5m, "better", 1), ("2026Q1", 85m, -5m, "worse", 1)],
            rows.Select(x => (x.Text("quarter"), x.GetProperty("actual").GetDecimal(), Change(x), x.Text("trend"), x.Number("figures"))));
        Assert.Equal(["2025Q4"], (await hr.DoAsync(Get($"/reports/kpi-trend?employeeId={person}&kpiId={kpi}&from=2025Q4&to=2025Q4"))).Items()
            .Select(x => x.Text("quarter")));
    }

    [Fact]
    public async Task A_supervisor_follows_the_team_and_a_department()
    {
        var supervisor = await app.AsAsync(Role.Supervisor);
        var (kpi, department) = (await app.AddKpiAsync("TR2"), await app.DepartmentAsync("CS"));
        foreach (var standing in new[] { Standing.Direct, Standing.Below, Standing.Other })
        {
            await KeepAsync(kpi, await app.PersonAsync(Role.Supervisor, standing), null, ("2026-01", 70, 1));
        }

        await KeepAsync(kpi, null, department, ("2026-01", 75, 9));

        var team = (await supervisor.DoAsync(Get($"/reports/kpi-trend?team=true&kpiId={kpi}"))).Items();
        Assert.Equal(
            [World.NumberOf(Role.Supervisor, Standing.Direct), World.NumberOf(Role.Supervisor, Standing.Below)], team.Select(x => x.Text("employeeNumber")));
        var own = Assert.Single((await supervisor.DoAsync(Get($"/reports/kpi-trend?departmentId={department}&kpiId={kpi}"))).Items());
        Assert.Equal(("CS", 75m, 9), (own.Text("departmentCode"), own.GetProperty("actual").GetDecimal(), own.Number("sampleSize")));
        var other = await app.PersonAsync(Role.Supervisor, Standing.Other);
        Assert.Empty((await supervisor.DoAsync(Get($"/reports/kpi-trend?employeeId={other}&kpiId={kpi}"))).Items());
    }

    [Theory]
    [InlineData("employeeId=1&departmentId=1", "kpiTrend.oneSubject", "employeeId")]
    [InlineData("employeeId=1&team=true", "kpiTrend.oneSubject", "employeeId")]
    [InlineData("employeeId=1&from=2026Q2&to=2026Q1", "kpiTrend.quartersOutOfRange", "from")]
    [InlineData("employeeId=1&from=2010Q1", "kpiTrend.quartersOutOfRange", "from")]
    [InlineData("team=true&from=2024Q1", "kpiTrend.quartersOutOfRange", "from")]
    public async Task One_subject_is_followed_over_forty_quarters_at_most(string query, string code, string field) =>
        await (await app.AsAsync(Role.HumanResources)).RefusedAsync(HttpStatusCode.UnprocessableEntity, code, field, Get("/reports/kpi-trend?" + query));

    private static decimal? Change(System.Text.Json.JsonElement row) =>
        row.GetProperty("change") is { ValueKind: System.Text.Json.JsonValueKind.Number } number ? number.GetDecimal() : null;

    private Task<bool> KeepAsync(long kpi, long? person, long? department, params (string Month, decimal Value, int Size)[] figures) => app.WriteAsync(db =>
    {
        db.Measurements.AddRange(figures.Select(x => Measurement.Record(
            person, department, kpi, MeasuredPeriod.Parse(x.Month)!.Value, new(x.Value, x.Size), new(MeasurementSource.Import, "t.xlsx#1", false))));
        return Task.FromResult(true);
    });
}
