using Training.Api.Data.Seeding;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Kpis;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Seeding;

/// <summary>KPIs come from a file and belong to HR as soon as HR edits one. The clock stands in 2026Q1.</summary>
public sealed class Kpis_in_files(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string File = "kpis.json";

    [Fact]
    public async Task What_a_file_says_anew_is_the_next_version_from_this_quarter_on_and_loading_it_again_changes_nothing()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.PutAfter(File, "\"K05\"", "\"defaultTarget\": 1", "\"defaultTarget\": 0.75");

        Assert.Equal((0, 1), Done(await folder.LoadAsync(app)));
        Assert.Equal((0, 0), Done(await folder.LoadAsync(app)));

        var kpi = await hr.KpiAsync("K05");
        Assert.Equal((2, "2026Q1", 0.75m), (kpi.Number("number"), kpi.Text("fromQuarter"), kpi.GetProperty("defaultTarget").GetDecimal()));
        Assert.Equal(1m, (await hr.ReadAsync($"/kpis/{kpi.Id()}?quarter=2025Q4")).GetProperty("defaultTarget").GetDecimal());
    }

    [Fact]
    public async Task A_kpi_that_hr_edited_or_retired_is_left_alone_and_named()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        using var folder = await SeedFolder.LoadedAsync(app);
        await hr.EditAsync((await hr.KpiAsync("K07")).Id());
        await hr.DoAsync($"/kpis/{(await hr.KpiAsync("K08")).Id()}/retire");
        folder.PutAfter(File, "\"K07\"", "\"decimals\": 1", "\"decimals\": 2").PutAfter(File, "\"K08\"", "\"decimals\": 1", "\"decimals\": 2");

        var report = await folder.LoadAsync(app);

        Assert.Equal([new LeftRecord("kpi", "K07", LeftAlone.ChangedHere), new LeftRecord("kpi", "K08", LeftAlone.ChangedHere)], report.Left);
        Assert.Equal("回访及时率", (await hr.KpiAsync("K07")).Text("nameZh"));
    }

    [Fact]
    public async Task What_only_the_reader_of_the_file_is_told_makes_no_version()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.PutAfter(File, "\"K10\"", "\"targetOperator\": \"atMost\"", "\"targetOperator\": \"exactly\"");

        await folder.LoadAsync(app);

        Assert.Equal(1, (await hr.KpiAsync("K10")).Number("number"));
    }

    [Theory]
    [InlineData("\"CRS033\"", "\"CRS999\"", "there is no course CRS999")]
    [InlineData("\"COMPLAINT-HANDLER\"", "\"NOBODY\"", "there is no position NOBODY")]
    [InlineData("\"decimals\": 1", "\"decimals\": 5", "decimals")]
    [InlineData("\"plausibleTo\": 100", "\"plausibleTo\": -1", "The plausible range")]
    [InlineData("\"period\": \"month\"", "\"period\": \"year\"", "period")]
    public async Task A_fault_is_told_with_its_line_and_nothing_is_loaded(string old, string given, string said)
    {
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.PutAfter(File, "\"K11\"", old, given);

        var fault = await folder.FaultAsync(app);

        Assert.StartsWith("kpis.json, line ", fault, StringComparison.Ordinal);
        Assert.Contains(said, fault, StringComparison.Ordinal);
    }

    private static (int Added, int Updated) Done(ReferenceReport report) => (report.Added, report.Updated);
}
