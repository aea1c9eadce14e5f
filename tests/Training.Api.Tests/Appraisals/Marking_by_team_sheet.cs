using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>Raters download what they have to mark, fill it in offline, and upload it as drafts.</summary>
public sealed class Marking_by_team_sheet
{
    private const string Import = "/team-sheet/import";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sheet_has_what_waits_for_the_rater_and_uploaded_its_marks_are_drafts()
    {
        await using var app = await StartedAsync();
        var supervisor = await app.AsAsync(Role.Supervisor);
        var (one, other, cycle) = await TeamAsync(app, "TS1");
        var sheet = await SheetAsync(supervisor);
        var rows = sheet.Rows.Where(x => Text(x, 4) == "TS1M").ToList();
        Assert.Equal(2, rows.Count);
        var file = Filled(rows, (i, row) => [.. Row(row, i == 0 ? 88 : 52).Take(5), i == 0 ? null : "多次推诿", Text(row, 9)]);

        var tried = await supervisor.ImportedAsync(Import + "?dryRun=true", file);
        Assert.Equal(2, tried.Changed);
        Assert.Equal(JsonValueKind.Null, (await MarkAsync(app, supervisor, cycle, one)).ValueKind);
        var done = await supervisor.ImportedAsync(Import, file);

        Assert.Equal(2, done.Changed);
        decimal[] marks = [(await MarkAsync(app, supervisor, cycle, one)).GetDecimal(), (await MarkAsync(app, supervisor, cycle, other)).GetDecimal()];
        Assert.Equal([52m, 88m], marks.Order());
        var id = await app.AppraisalAsync(cycle, one);
        var draft = await supervisor.ScoreAsync(id, 1);
        Assert.Equal(("open", 2), (draft.Text("state"), draft.Version()));
        Assert.Equal(88m, (await SheetAsync(supervisor)).Rows.Where(x => Text(x, 4) == "TS1M").Select(x => Number(x, 7)).Max());
        var hr = await app.AsAsync(Role.HumanResources);
        Assert.DoesNotContain((await SheetAsync(hr)).Rows, x => Text(x, 4) == "TS1M");
        Assert.Empty((await hr.DoAsync(Get($"/imports/{done.Id}/changes"))).Items());
    }

    [Fact]
    public async Task Rows_that_have_changed_since_the_download_are_refused_one_by_one_and_nothing_is_kept()
    {
        await using var app = await StartedAsync();
        var supervisor = await app.AsAsync(Role.Supervisor);
        var (one, other, cycle) = await TeamAsync(app, "TS2");
        var rows = (await SheetAsync(supervisor)).Rows.Where(x => Text(x, 4) == "TS2M").ToList();
        await supervisor.DoAsync(await supervisor.ScoringAsync(await app.AppraisalAsync(cycle, one), 1));

        Assert.Equal(["teamSheet.changed"], await RefusedAsync(supervisor, Filled(rows, (_, row) => Row(row, 90))));
        Assert.Equal(JsonValueKind.Null, (await MarkAsync(app, supervisor, cycle, other)).ValueKind);
    }

    [Fact]
    public async Task Rows_of_others_of_what_is_scored_and_marks_that_the_scale_does_not_have_are_refused()
    {
        await using var app = await StartedAsync();
        var supervisor = await app.AsAsync(Role.Supervisor);
        var (one, other, cycle) = await TeamAsync(app, "TS3");
        var rows = (await SheetAsync(supervisor)).Rows.Where(x => Text(x, 4) == "TS3M").ToList();
        var (scored, open) = (await RowOfAsync(app, rows, one), await RowOfAsync(app, rows, other));
        await supervisor.DoAsync(await supervisor.ScoringAsync(await app.AppraisalAsync(cycle, one), 1));

        Assert.Equal(["appraisal.segmentScored"], await RefusedAsync(supervisor, Filled([scored], (_, row) => Row(row, 90, version: "2"))));
        Assert.Equal(["appraisal.markNotOfScale"], await RefusedAsync(supervisor, Filled([open], (_, row) => Row(row, 101))));
        Assert.Equal(["teamSheet.notYours"], await RefusedAsync(supervisor, Filled([open], (_, row) => Row(row, 90, segment: "7"))));
        Assert.Equal(["teamSheet.notYours"], await RefusedAsync(await app.AsAsync(Role.Staff), Filled([open], (_, row) => Row(row, 90))));
        Assert.Equal(["import.unknownCode"], await RefusedAsync(supervisor, Filled([open], (_, row) => Row(row, 90, kpi: "K99"))));
    }

    [Fact]
    public async Task A_file_that_is_no_team_sheet_or_was_applied_before_is_refused()
    {
        await using var app = await StartedAsync();
        var supervisor = await app.AsAsync(Role.Supervisor);
        await TeamAsync(app, "TS4");
        object?[] any = ["2025Q4", "W012", "TS4M", 80m, 1m];
        foreach (var (code, headers) in new[]
        {
            ("import.unknownColumn", "季度,工号,指标编号,评分,天气"), ("import.columnTwice", "季度,工号,指标编号,kpiCode,版本"),
            ("import.missingColumn", "季度,工号,指标编号,评分"),
        })
        {
            await ImportFiles.RefusedAsync(await supervisor.ImportAsync(Import, ImportFiles.Workbook(headers, any[..headers.Split(',').Length])), 422, code);
        }

        await ImportFiles.RefusedAsync(await supervisor.ImportAsync(Import, ImportFiles.Workbook("季度,工号,指标编号,评分,版本")), 422, "import.noRows");
        var rows = (await SheetAsync(supervisor)).Rows.Where(x => Text(x, 4) == "TS4M").Take(1).ToList();
        var file = Filled(rows, (_, row) => Row(row, 90));
        await supervisor.ImportedAsync(Import, file);
        await ImportFiles.RefusedAsync(await supervisor.ImportAsync(Import, file), 409, "import.alreadyApplied");
    }

    /// <summary>Two people of the position who judge themselves, under the world's supervisor.</summary>
    private static async Task<(long One, long Other, long Cycle)> TeamAsync(TrainingApp app, string code)
    {
        var by = await app.MixedPositionAsync(code);
        var (one, other) = (await app.CompletePersonAsync(by), await app.CompletePersonAsync(by));
        var cycle = await app.OpenedAsync("2025Q4", by);
        await (await app.AsAsync(Role.HumanResources)).AdvanceAsync(cycle, "selfReview");
        return (one, other, cycle);
    }

    private static async Task<SheetRow> RowOfAsync(TrainingApp app, List<SheetRow> rows, long person)
    {
        var number = await app.ReadAsync(db => db.Employees.Where(x => x.Id == person).Select(x => x.EmployeeNumber).SingleAsync(Stop));
        return rows.Single(x => Text(x, 1) == number);
    }

    private static object?[] Row(SheetRow row, decimal mark, string? segment = null, string? kpi = null, string? version = null) =>
        [Text(row, 0), Text(row, 1), segment ?? Text(row, 3), kpi ?? Text(row, 4), mark, null, version ?? Text(row, 9)];

    private static async Task<JsonElement> MarkAsync(TrainingApp app, HttpClient supervisor, long cycle, long person) =>
        (await supervisor.ScoreAsync(await app.AppraisalAsync(cycle, person), 1)).GetProperty("items")[0].GetProperty("mark");

    private static byte[] Filled(List<SheetRow> rows, Func<int, SheetRow, object?[]> row) => ImportFiles.Workbook(
        "季度,工号,计分段,指标编号,评分,评语,版本", [.. rows.Select((x, i) => (IReadOnlyList<object?>)row(i, x))]);

    private static async Task<Sheet> SheetAsync(HttpClient client)
    {
        var bytes = await client.GetByteArrayAsync("/api/v1/team-sheet/export", Stop);
        return await SheetReader.ReadAsync(bytes, new WorkbookLimits(), Stop);
    }

    private static async Task<IEnumerable<string>> RefusedAsync(HttpClient client, byte[] file) =>
        (await ImportFiles.RefusedAsync(await client.ImportAsync(Import, file), 422, "import.refused")).Values;

    private static string? Text(SheetRow row, int at) => row.Cells[at] switch
    {
        CellValue.Text x => x.Value,
        CellValue.Number x => x.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static decimal Number(SheetRow row, int at) => row.Cells[at] is CellValue.Number x ? x.Value : 0;

    private static async Task<TrainingApp> StartedAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        return app;
    }
}
