using Microsoft.EntityFrameworkCore;
using Training.Api.Features.Imports;
using Training.Api.Imports;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Measurements;

public sealed class ImportingFigures(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Path = "/measurements/import";
    private const string Headers = "工号,部门编号,指标编号,期间,数值,样本量";
    private static readonly string Staff = World.NumberOf(Role.Staff, Standing.Own);
    private static readonly string Other = World.NumberOf(Role.Staff, Standing.Direct);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_are_tried_imported_changed_and_taken_back()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I1");
        var file = ImportFiles.Workbook(Headers, [Staff, null, "i1", "2026-01", 80m, 10m], [null, "CS", "I1", "2026年2月", 81m]);

        Assert.Equal((2, true), (await hr.ImportedAsync(Path + "?dryRun=true", file)) is var dry ? (dry.New, dry.IsDryRun) : default);
        Assert.Empty(await app.KeptAsync("I1"));
        var first = await hr.ImportedAsync(Path, file);
        Assert.Equal(2, first.New);
        await ImportFiles.RefusedAsync(await hr.ImportAsync(Path, file), 409, "import.alreadyApplied");
        Assert.Equal(2, (await hr.ImportedAsync(Path + "?confirm=true", file)).Same);

        var next = ImportFiles.Workbook("工号,指标编号,期间,数值", [Staff, "I1", "2026-01", 85.5m], [Other, "I1", "2026/1", 70m]);
        var cells = (await hr.ImportedAsync(Path + "?dryRun=true", next)).Rows.Single(x => x.Outcome == ImportOutcome.Changed);
        Assert.Equal([("value", "80", "85.5")], cells.Changes.Select(x => (x.Column, x.Old!, x.New!)));
        var second = await hr.ImportedAsync(Path, next);
        Assert.Equal((1, 1), (second.New, second.Changed));
        Assert.Equal(10, await app.ReadAsync(db => db.Measurements.Where(x => x.Value == 85.5m).Select(x => x.SampleSize).SingleAsync(Stop)));

        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(second.Id!.Value));
        Assert.Equal((2, 0), (undone.UndoneRows, undone.KeptRows.Count));
        Assert.Equal(["CS 2026-02 81", $"{Staff} 2026-01 80"], (await app.KeptAsync("I1")).Order());
        var changes = (await hr.DoAsync(Get($"/imports/{first.Id}/changes"))).Items();
        Assert.Contains(changes[0].GetProperty("members").EnumerateArray(), x => x.Text("member") == "value" && x.Text("new") == "80");
    }

    [Fact]
    public async Task What_somebody_changed_since_stays_when_the_import_is_taken_back_and_is_listed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I2");
        await app.AddKpiAsync("I2B");
        var done = await hr.ImportedAsync(Path, ImportFiles.Workbook("工号,期间,I2,I2B", [Staff, "2026-01", 1m, 2m], [Other, "2026-01", 3m, 4m]));
        Assert.Equal(4, done.New);
        var changed = (await hr.DoAsync(Get("/measurements?pageSize=200"))).Items()
            .Single(x => x.GetProperty("kpi").Text("code") == "I2B" && x.GetProperty("employee").Text("employeeNumber") == Staff);
        await hr.DoAsync(Put($"/measurements/{changed.Id()}", new { value = 20 }, 1));

        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value));

        Assert.Equal(3, undone.UndoneRows);
        Assert.Equal([(2, "import.changedSince", $"{Staff} I2B 2026-01")], undone.KeptRows.Select(x => (x.Row, x.Code, x.Key!)));
        Assert.Empty(await app.KeptAsync("I2"));
        Assert.Equal([$"{Staff} 2026-01 20"], await app.KeptAsync("I2B"));
        await ImportFiles.RefusedAsync(await hr.UndoAsync(done.Id!.Value), 409, "import.alreadyUndone");
    }

    [Fact]
    public async Task Faults_are_told_by_cell_and_nothing_is_kept()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I3", from: 0, to: 100);
        await app.AddKpiAsync("I3E", source: KpiSource.Events);
        await Hired.HireAsync(app, "I3-01", leftOn: new(2026, 1, 5));
        var file = ImportFiles.Workbook(
            Headers,
            [Staff, null, "I3", "2026-01", 50m], ["W999", null, "I3", "2026-01", 50m], [null, "NOWHERE", "I3", "2026-01", 50m],
            [Staff, null, "I99", "2026-01", 50m],
            [Staff, null, "I3", "上个月", 50m], [Staff, null, "I3", "2026-02", 50.25m], [Other, null, "I3", "2026-02", 100.1m],
            [Staff, null, "I3", "2026-01", 51m],
            [Staff, null, "I3", "2026-02-01", 5m], [Staff, null, "I3E", "2026Q1", 5m], ["I3-01", null, "I3", "2026-02", 5m], [null, null, "I3", "2026-02", 5m],
            [Staff, "CS", "I3", "2026-03", 5m], [Staff, null, "I3", "2026-03", null], [Staff, null, "I3", "2026-04", 5m]);

        var errors = await ImportFiles.RefusedAsync(await hr.ImportAsync(Path, file), 422, "import.refused");

        Assert.Equal(
            [
                ("A12", "measurement.notEmployed"), ("A13", "measurement.oneSubject"), ("A14", "measurement.oneSubject"), ("A3", "measurement.personUnknown"),
                ("A9", "import.keyTwice"), ("B4", "measurement.departmentUnknown"), ("C11", "measurement.comesByItself"), ("C5", "measurement.kpiUnknown"),
                ("D10", "measurement.periodKind"), ("D16", "measurement.inFuture"), ("D6", "measurement.periodUnreadable"), ("E15", "cell.required"),
                ("E7", "measurement.moreDecimals"), ("E8", "measurement.implausible"),
            ],
            errors.Select(x => (x.Key, x.Value)).OrderBy(x => x.Key, StringComparer.Ordinal));
        Assert.Empty(await app.KeptAsync("I3"));
        using var marked = await hr.ImportAsync(Path + "?dryRun=true", file, accept: TableWorkbook.MediaType);
        var sheet = await SheetReader.ReadAsync(await marked.Content.ReadAsByteArrayAsync(Stop), new WorkbookLimits(), Stop);
        Assert.Contains(sheet.Rows.Single(x => x.Number == 8).Cells.OfType<CellValue.Text>(), x => x.Value.Contains("合理范围", StringComparison.Ordinal));
        Assert.Equal(1, (await hr.ImportedAsync(Path + "?confirm=true", ImportFiles.Workbook(Headers, [Other, null, "I3", "2026-02", 100.1m]))).New);
    }

    [Fact]
    public async Task A_month_that_the_spreadsheet_made_a_date_is_the_month_where_the_kpi_is_measured_by_month()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I4");
        await app.AddKpiAsync("I4D", KpiPeriod.Day);

        await hr.ImportedAsync(Path, ImportFiles.Workbook(
            "工号,指标编号,期间,数值", [Staff, "I4", new DateOnly(2026, 1, 1), 5m], [Staff, "I4D", new DateOnly(2026, 1, 1), 6m]));

        Assert.Equal([$"{Staff} 2026-01 5"], await app.KeptAsync("I4"));
        Assert.Equal([$"{Staff} 2026-01-01 6"], await app.KeptAsync("I4D"));
        await ImportFiles.RefusedAsync(
            await hr.ImportAsync(Path, ImportFiles.Workbook("工号,指标编号,期间,数值", [Staff, "I4", new DateOnly(2026, 1, 2), 5m])), 422, "import.refused");
    }

    [Fact]
    public async Task Ones_own_figures_are_left_out_and_listed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I5");
        var own = World.NumberOf(Role.HumanResources, Standing.Own);

        var done = await hr.ImportedAsync(Path, ImportFiles.Workbook("工号,指标编号,期间,数值", [own, "I5", "2026-01", 100m], [Staff, "I5", "2026-01", 5m]));

        Assert.Equal((1, 1), (done.New, done.LeftOut));
        Assert.Equal("import.ownRow", Assert.Single(done.Rows.Single(x => x.Outcome == ImportOutcome.LeftOut).Faults).Code);
        Assert.Equal([$"{Staff} 2026-01 5"], await app.KeptAsync("I5"));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Exporting_and_importing_again_changes_nothing(string language)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I6-" + language, decimals: 4);
        await hr.ImportedAsync(Path, ImportFiles.Workbook(
            Headers, [Staff, null, "I6-" + language, "2026-01", 50.1234m, 7m], [null, "FIN", "I6-" + language, "2025-12", 50m]));
        var accepted = (await hr.DoAsync(Get("/corrections?state=queued&pageSize=200"))).Items()
            .Single(x => x.GetProperty("kpi").Text("code") == "I6-" + language.ToUpperInvariant());
        await hr.DoAsync(Post($"/corrections/{accepted.Id()}/accept", new { }, 1));

        var again = await hr.ImportedAsync(Path + "?confirm=true", await hr.WorkbookAsync("/measurements/export", language));

        Assert.True(again.Total >= 2);
        Assert.Equal(again.Total, again.Same);
    }

    [Fact]
    public async Task A_file_with_other_headers_or_without_rows_is_refused_as_a_whole()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I7");
        async Task RefusedAsync(string code, string headers, params IReadOnlyList<object?>[] rows) =>
            await ImportFiles.RefusedAsync(await hr.ImportAsync(Path, ImportFiles.Workbook(headers, rows)), 422, code);

        await RefusedAsync("import.unknownColumn", Headers + ",天气", [Staff]);
        await RefusedAsync("import.columnTwice", "工号,employeeNumber,指标编号,期间,数值", [Staff]);
        await RefusedAsync("import.missingColumn", "工号,期间,数值", [Staff, "2026-01", 1m]);
        await RefusedAsync("import.noRows", Headers);
        await RefusedAsync("import.noRows", "工号,期间,I7", [Staff, "2026-01", null]);
        await RefusedAsync("import.unknownColumn", "工号,期间,I7,天气", [Staff, "2026-01", 1m, 2m]);
        await RefusedAsync("import.columnTwice", "工号,期间,I7,指标I7", [Staff, "2026-01", 1m, 2m]);
        await RefusedAsync("import.missingColumn", "工号,I7", [Staff, 1m]);
        await RefusedAsync("import.missingColumn", "期间,I7", ["2026-01", 1m]);
        await RefusedAsync("import.missingColumn", "工号,指标编号,期间,I7", [Staff, "I7", "2026-01", 1m]);
    }

    [Fact]
    public async Task A_table_of_two_sides_has_a_kpi_or_a_period_above_each_column()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I8A");
        await app.AddKpiAsync("I8B");

        var byKpi = await hr.ImportedAsync(Path, ImportFiles.Workbook(
            "工号,部门编号,期间,i8a,Indicator I8B", [Staff, null, "2026-01", 1m, 2m], [null, "CS", "2026-01", null, 3m]));
        var byPeriod = await hr.ImportedAsync(Path, ImportFiles.Workbook("工号,指标编号,2026-01,2026年2月", [Staff, "I8A", 1m, 5m], [Other, "I8B", null, 6m]));

        Assert.Equal((3, 3), (byKpi.Total, byKpi.New));
        Assert.Equal((2, 1), (byPeriod.New, byPeriod.Same));
        Assert.Equal([$"{Staff} 2026-01 1", $"{Staff} 2026-02 5"], await app.KeptAsync("I8A"));
        Assert.Equal(["CS 2026-01 3", $"{Staff} 2026-01 2", $"{Other} 2026-02 6"], (await app.KeptAsync("I8B")).Order());
    }

    [Fact]
    public async Task A_table_with_one_bad_cell_changes_nothing_and_names_the_cell()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I9A");
        await app.AddKpiAsync("I9B", decimals: 0);
        var file = ImportFiles.Workbook("工号,期间,I9A,I9B", [Staff, "2026-01", 1.5m, 2m], [Other, "2026-01", 3m, 4.5m], [Other, "2026-02", "many", 4m]);

        var errors = await ImportFiles.RefusedAsync(await hr.ImportAsync(Path, file), 422, "import.refused");

        Assert.Equal([("C4", "cell.notANumber"), ("D3", "measurement.moreDecimals")], errors.Select(x => (x.Key, x.Value)).Order());
        Assert.Empty(await app.KeptAsync("I9A"));
        Assert.Empty(await app.KeptAsync("I9B"));
    }

    [Fact]
    public async Task The_templates_can_be_filled_in_and_offer_the_kpis_that_are_entered()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I10");
        await app.AddKpiAsync("I10E", source: KpiSource.Events);
        var cross = await SheetReader.ReadAsync(await hr.WorkbookAsync("/measurements/cross-template", "zh-CN"), new WorkbookLimits(), Stop);
        var headers = cross.Columns.Select(x => x.Header).ToList();

        Assert.Equal(["工号", "部门编号", "期间"], headers.Take(3));
        Assert.Contains("I10", headers);
        Assert.DoesNotContain("I10E", headers);
        await ImportFiles.RefusedAsync(await hr.ImportAsync(Path, await hr.WorkbookAsync("/measurements/import-template", "zh-CN")), 422, "import.noRows");
        await ImportFiles.RefusedAsync(await hr.ImportAsync(Path, await hr.WorkbookAsync("/measurements/cross-template", "zh-CN")), 422, "import.noRows");
    }

    [Fact]
    public async Task A_figure_outside_the_plausible_range_that_is_kept_is_not_asked_about_again()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I12", from: 0, to: 100);
        byte[] File(decimal value) => ImportFiles.Workbook("工号,指标编号,期间,数值", [Staff, "I12", "2026-02", value]);
        await hr.ImportedAsync($"{Path}?confirm=true", File(130));

        Assert.Equal(1, (await hr.ImportedAsync($"{Path}?dryRun=true", File(130))).Same);
        Assert.Equal(1, (await hr.ImportedAsync($"{Path}?dryRun=true", File(131))).Refused);
    }

    [Fact]
    public async Task Thousands_are_imported_audited_and_taken_back_by_the_store_itself()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("I11", KpiPeriod.Day, decimals: 2);
        var rows = Enumerable.Range(0, 600).Select(x => (IReadOnlyList<object?>)
            [x % 2 == 0 ? Staff : Other, "I11", new DateOnly(2026, 1, 1).AddDays(x / 2 % 59), (x / 118 * 100) + 0.25m]).DistinctBy(x => (x[0], x[2])).ToList();
        var more = Enum.GetValues<Role>().Where(x => x != Role.Staff).SelectMany(role => Enumerable.Range(0, 59)
            .SelectMany(day => new[] { Standing.Direct, Standing.Below }
            .Select(x => (IReadOnlyList<object?>)[World.NumberOf(role, x), "I11", new DateOnly(2026, 1, 1).AddDays(day), 10.5m])));
        IReadOnlyList<object?>[] all = [.. rows, .. more];

        var done = await hr.ImportedAsync(Path, ImportFiles.Workbook("工号,指标编号,期间,数值", all));

        Assert.Equal(all.Length, done.New);
        var audited = await app.ReadAsync(db => db.AuditEntries.Where(x => x.Act == "ImportMeasurements" && x.Entity == "measurement" && x.TraceId != null)
            .OrderByDescending(x => x.Id).Take(all.Length).Select(x => x.After!).ToListAsync(Stop));
        Assert.Equal(all.Length, audited.Count(x => x.Contains('#') && x.Contains("\"value\":", StringComparison.Ordinal)));
        var changes = await app.ReadAsync(db => db.ImportChanges.Where(x => x.ImportId == done.Id).OrderBy(x => x.Row).ToListAsync(Stop));
        Assert.Equal(Enumerable.Range(2, all.Length), changes.Select(x => x.Row));
        var shown = (await hr.DoAsync(Get($"/imports/{done.Id}/changes?sort=-row&pageSize=1"))).Items().Single();
        Assert.Contains(shown.GetProperty("members").EnumerateArray(), x => x.Text("member") == "value" && x.Text("new") == "10.5");
        var last = changes[^1].EntityId;
        Assert.Equal($"#{all.Length + 1}", await app.ReadAsync(db => db.Measurements.Where(x => x.Id == last).Select(x => x.SourceRow).SingleAsync(Stop)));
        Assert.Equal(all.Length, (await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value))).UndoneRows);
        Assert.Empty(await app.KeptAsync("I11"));
    }
}
