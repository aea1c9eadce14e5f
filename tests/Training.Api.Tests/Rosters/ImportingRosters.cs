using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Training.Api.Features.Imports;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using Training.Domain.Calendars;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Rosters;

public sealed class ImportingRosters(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Headers = "工号,日期,班次代码";
    private static readonly DateOnly Day = new(2026, 3, 31);
    private static readonly string Person = World.NumberOf(Role.Staff, Standing.Own);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rosters_are_imported_changed_and_taken_back()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await ShiftsAsync("A1", "A2");

        var file = ImportFiles.Workbook(Headers, [Person, Day, "a1"], [Person, Day.AddDays(1), null]);
        var first = await hr.ImportedAsync("/rosters/import", file);
        Assert.Equal(2, first.New);
        Assert.Equal(["A1", null], await RosterAsync(Person));
        await ImportFiles.RefusedAsync(await hr.ImportAsync("/rosters/import", file), 409, "import.alreadyApplied");
        var second = await hr.ImportedAsync("/rosters/import", ImportFiles.Workbook(
            Headers, [Person, Day, null], [Person, Day.AddDays(1), "A2"], [Person, Day.AddDays(2), "A2"]));
        Assert.Equal((1, 2), (second.New, second.Changed));
        Assert.Equal([null, "A2", "A2"], await RosterAsync(Person));

        Assert.Equal(3, (await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(second.Id!.Value))).UndoneRows);

        Assert.Equal(["A1", null], await RosterAsync(Person));
        Assert.Equal(2, (await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(first.Id!.Value))).KeptRows.Count);
    }

    [Fact]
    public async Task What_was_rostered_anew_since_stays_when_the_import_is_taken_back()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await Hired.HireAsync(app, "B-01");
        await ShiftsAsync("B1");
        var done = await hr.ImportedAsync("/rosters/import", ImportFiles.Workbook(Headers, ["B-01", Day, "B1"], ["B-01", Day.AddDays(1), "B1"]));
        await hr.DoAsync(Post("/rosters", new { employeeIds = new[] { id }, days = new[] { Day }, shiftId = (long?)null }));

        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value));

        Assert.Equal([(2, "import.changedSince")], undone.KeptRows.Select(x => (x.Row, x.Code)));
        Assert.Equal([null], await RosterAsync("B-01"));
    }

    [Fact]
    public async Task Faults_are_told_by_cell_and_nothing_is_kept()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await ShiftsAsync("C1");
        var retired = await hr.DoAsync(Post("/shifts", new { code = "C2", nameZh = "旧班", startsAt = "06:00", endsAt = "14:00" }));
        await hr.ImportedAsync("/rosters/import", ImportFiles.Workbook(Headers, ["W001", Day, "C2"]));
        await hr.DoAsync(Post($"/shifts/{retired.Id()}/retire"));
        var before = await app.ReadAsync(db => db.RosterEntries.CountAsync(Stop));

        var errors = await ImportFiles.RefusedAsync(await hr.ImportAsync("/rosters/import", ImportFiles.Workbook(
            Headers, ["W999", Day, "C1"], ["W001", Day.AddDays(1), "NONE"], ["W001", Day.AddDays(2), "C2"], ["W001", Day.AddDays(3), "C1"],
            ["W001", Day.AddDays(3), null])), 422, "import.refused");

        Assert.Equal(
            [("A2", "import.unknownCode"), ("A6", "import.keyTwice"), ("C3", "import.unknownCode"), ("C4", "shift.retired")],
            errors.Select(x => (x.Key, x.Value)).Order());
        Assert.Equal(before, await app.ReadAsync(db => db.RosterEntries.CountAsync(Stop)));
        Assert.Equal(1, (await hr.ImportedAsync("/rosters/import", ImportFiles.Workbook(Headers, ["W001", Day, "c2"]))).Same);
    }

    [Fact]
    public async Task Ones_own_row_is_left_out()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var own = World.NumberOf(Role.HumanResources, Standing.Own);
        var id = await app.PersonAsync(Role.HumanResources, Standing.Own);
        await app.WriteAsync(db => Task.FromResult(db.RosterEntries.Add(RosterEntry.Create(id, Day, null))));
        await ShiftsAsync("D1");

        var done = await hr.ImportedAsync("/rosters/import", ImportFiles.Workbook(
            Headers, [own, Day, "D1"], [own, Day.AddDays(1), "D1"], ["W000", Day, "D1"]));

        Assert.Equal((1, 2), (done.New, done.LeftOut));
        Assert.Equal([null], await RosterAsync(own));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Exporting_and_importing_again_changes_nothing(string language)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await ShiftsAsync("E-" + language);
        await hr.ImportedAsync("/rosters/import", ImportFiles.Workbook(
            Headers, [World.NumberOf(Role.Payroll, Standing.Own), Day, "E-" + language], [World.NumberOf(Role.Payroll, Standing.Own), Day.AddDays(1), null]));

        var again = await hr.ImportedAsync("/rosters/import", await hr.WorkbookAsync("/rosters/export", language));

        Assert.Equal((0, 0), (again.New, again.Changed));
        var id = await app.PersonAsync(Role.Payroll, Standing.Own);
        await app.WriteAsync(db => Task.FromResult(db.RosterEntries.Add(RosterEntry.Create(id, new(language == "en" ? 2025 : 2024, 12, 31), null))));
        var kept = await app.ReadAsync(db => db.RosterEntries.CountAsync(x => x.Day >= new DateOnly(2026, 2, 1), Stop));
        Assert.Equal(kept, (await hr.ImportedAsync("/rosters/import?dryRun=true", await hr.WorkbookAsync("/rosters/export", language))).Same);
    }

    [Fact]
    public async Task The_template_offers_the_shifts_in_use()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await ShiftsAsync("OFFERED");

        using var parts = new ZipArchive(new MemoryStream(await hr.WorkbookAsync("/rosters/import-template", "zh-CN")));

        Assert.Contains(parts.Entries.Where(x => x.FullName.EndsWith(".xml", StringComparison.Ordinal)), x =>
        {
            using var reader = new StreamReader(x.Open());
            return reader.ReadToEnd().Contains("OFFERED", StringComparison.Ordinal);
        });
    }

    private Task<int> ShiftsAsync(params string[] codes) => app.WriteAsync(db =>
    {
        db.Shifts.AddRange(codes.Select(x => Shift.Create(x, new("班次", null), new(new(22, 0), new(6, 0)))));
        return Task.FromResult(codes.Length);
    });

    /// <summary>The codes of the person's shifts by day.</summary>
    private Task<List<string?>> RosterAsync(string number) => app.ReadAsync(db => db.RosterEntries
        .Where(x => db.Employees.Any(y => y.Id == x.EmployeeId && y.EmployeeNumber == number)).OrderBy(x => x.Day)
        .Select(x => db.Shifts.Where(y => y.Id == x.ShiftId).Select(y => y.Code).SingleOrDefault()).ToListAsync(Stop));
}
