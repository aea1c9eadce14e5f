using Microsoft.EntityFrameworkCore;
using Training.Api.Imports;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Hosting;
using Training.Domain.People;

namespace Training.Api.Tests.Imports;

public sealed class Importing_people(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string English = "Employee number,Chinese name,Department code,Position code,Supervisor's employee number,Hired on";
    private static readonly DateOnly Hired = new(2026, 3, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_in_either_language_and_any_order_with_the_supervisor_lower_in_the_file()
    {
        var file = ImportFiles.Workbook(
            "入职日期,Position code,工号,中文姓名,部门编号,直属上级工号,Mobile,Contract kind,工时比例",
            ["2026年3月1日", "cs-agent", "００７", "甲", "ＣＳ", "I2", "138 0000-0000", "实习", 0.5m],
            ["20260301", "CS-SUPERVISOR", "I2", "乙", "CS", "W000", null, "Agency", null]);

        var done = await (await HrAsync()).ImportedAsync("/employees/import", file);

        Assert.Equal((2, 2, 0), (done.Total, done.New, done.Refused));
        var (first, second) = (await EmployeeAsync("007"), await EmployeeAsync("I2"));
        Assert.Equal(("甲", "13800000000", ContractKind.Intern, 0.5m), (first.NameZh, first.Mobile, first.LatestPeriod.ContractKind, first.LatestPeriod.WorkShare));
        Assert.Equal(second.Id, (await PlacementAsync("007")).SupervisorId);
        Assert.True(await app.ReadAsync(db => db.ReportingLines.AnyAsync(x => x.EmployeeId == first.Id && x.SupervisorId == second.Id && x.IsDirect, Cancellation)));
    }

    [Fact]
    public async Task A_number_cell_is_a_number_as_text_and_leading_zeros_make_another_person()
    {
        var file = ImportFiles.Workbook(
            English, [4711m, "甲", "CS", "CS-AGENT", "W000", Hired], ["004711", "乙", "CS", "CS-AGENT", 4711m, Hired]);

        await (await HrAsync()).ImportedAsync("/employees/import", file);

        Assert.Equal(("甲", "乙"), ((await EmployeeAsync("4711")).NameZh, (await EmployeeAsync("004711")).NameZh));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_changes_nothing()
    {
        var hr = await HrAsync();
        var file = ImportFiles.Workbook(
            English,
            ["W001", "周改名", "CS", "CS-AGENT", "W000", World.HiredOn],
            ["D2", "新人", "CS", "CS-AGENT", "W001", Hired]);
        var before = await CountsAsync();

        var found = await hr.ImportedAsync("/employees/import?dryRun=true", file);

        Assert.Equal((true, null, 1, 1), (found.IsDryRun, found.Id, found.New, found.Changed));
        var changed = found.Rows.Single(x => x.Outcome == ImportOutcome.Changed);
        Assert.Contains(changed.Changes, x => x.Column == "departmentCode" && x.Old == "FIN" && x.New == "CS");
        Assert.Contains(changed.Changes, x => x.Column == "nameZh" && x.New == "周改名");
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task Changed_profiles_are_edited_and_changed_placements_hold_from_today_or_the_day_named()
    {
        var hr = await HrAsync();
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            English, ["P1", "甲", "CS", "CS-AGENT", "W000", World.HiredOn], ["P2", "乙", "CS", "CS-AGENT", "W000", World.HiredOn]));

        var done = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            English + ",Placement from",
            ["P1", "甲甲", "FIN", "CS-AGENT", "W000", World.HiredOn, null],
            ["P2", "乙", "FIN", "CS-AGENT", "W000", World.HiredOn, new DateOnly(2026, 4, 1)]));

        Assert.Equal((0, 2), (done.New, done.Changed));
        Assert.Equal("甲甲", (await EmployeeAsync("P1")).NameZh);
        Assert.Equal([World.HiredOn, new DateOnly(2026, 3, 2)], await StartsAsync("P1"));
        Assert.Equal([World.HiredOn, new DateOnly(2026, 4, 1)], await StartsAsync("P2"));
    }

    [Fact]
    public async Task With_one_fault_nothing_is_done_and_every_fault_is_named_by_its_cell()
    {
        var file = ImportFiles.Workbook(
            English,
            ["F1", "甲", "CS", "CS-AGENT", "W000", Hired],
            ["F2", "乙", "NOWHERE", "CS-AGENT", "NOBODY", "yesterday"],
            ["F1", "丙", "CS", "CS-AGENT", "W000", null]);

        var errors = await ImportFiles.RefusedAsync(await (await HrAsync()).ImportAsync("/employees/import", file), 422, "import.refused");

        Assert.Equal(
            [("A4", "import.keyTwice"), ("C3", "import.unknownCode"), ("E3", "import.unknownCode"), ("F3", "cell.notADay"), ("F4", "cell.required")],
            errors.Select(x => (x.Key, x.Value)).Order());
        Assert.False(await app.ReadAsync(db => db.Employees.AnyAsync(x => x.EmployeeNumber == "F1", Cancellation)));
    }

    [Fact]
    public async Task The_faults_come_back_in_the_file_and_a_corrected_one_is_accepted_as_it_is()
    {
        var hr = await HrAsync();
        var file = ImportFiles.Workbook(English, ["M1", "甲", "NOWHERE", "CS-AGENT", "W000", Hired]);

        var answer = await hr.ImportAsync("/employees/import?dryRun=true", file, accept: TableWorkbook.MediaType);

        var marked = await SheetReader.ReadAsync(await answer.Content.ReadAsByteArrayAsync(Cancellation), new WorkbookLimits(), Cancellation);
        Assert.Equal("What is wrong", marked.Columns[^1].Header);
        Assert.Contains("NOWHERE", Assert.IsType<CellValue.Text>(marked.Rows[0].Cells[^1]).Value, StringComparison.Ordinal);
        var corrected = ImportFiles.Workbook(English + ",What is wrong", ["M1", "甲", "CS", "CS-AGENT", "W000", Hired, "There is no record"]);
        Assert.Equal(1, (await hr.ImportedAsync("/employees/import", corrected)).New);
    }

    [Fact]
    public async Task Supervisors_in_a_loop_are_refused_at_their_rows()
    {
        var file = ImportFiles.Workbook(
            English,
            ["L1", "甲", "CS", "CS-AGENT", "L2", Hired],
            ["L2", "乙", "CS", "CS-AGENT", "L1", Hired],
            ["L3", "丙", "CS", "CS-AGENT", "L3", Hired]);

        var errors = await ImportFiles.RefusedAsync(await (await HrAsync()).ImportAsync("/employees/import", file), 422, "import.refused");

        Assert.Equal(
            [("E2", "assignment.loop"), ("E3", "assignment.loop"), ("E4", "assignment.ownSupervisor")],
            errors.Select(x => (x.Key, x.Value)).Order());
    }

    [Theory]
    [InlineData("/employees/import", English, "工号")]
    [InlineData("/leave/import", "工号,假别,开始日期,结束日期", "Employee number")]
    [InlineData("/calendar-days/import", "日期,类型,中文名称", "Day")]
    [InlineData("/completions/import", "工号,课程编号,完成日期,结果", "Employee number")]
    [InlineData("/rosters/import", "工号,日期,班次代码", "Employee number")]
    [InlineData("/attendance/import", "场次代码,工号,出勤情况", "Employee number")]
    [InlineData("/results/import", "场次代码,工号,理论", "Employee number")]
    [InlineData("/performance-events/import", "工号,事件种类代码,发生日期", "Employee number")]
    public async Task A_header_that_is_unknown_twice_there_or_missing_is_refused_by_name(string path, string headers, string again)
    {
        var hr = await HrAsync();

        await ImportFiles.RefusedAsync(await hr.ImportAsync(path, ImportFiles.Workbook(headers + ",Shoe size", ["X", "甲"])), 422, "import.unknownColumn");
        await ImportFiles.RefusedAsync(await hr.ImportAsync(path, ImportFiles.Workbook($"{headers},{again}", ["X", "甲"])), 422, "import.columnTwice");
        await ImportFiles.RefusedAsync(await hr.ImportAsync(path, ImportFiles.Workbook(again, ["X"])), 422, "import.missingColumn");
        await ImportFiles.RefusedAsync(await hr.ImportAsync(path, ImportFiles.Workbook(headers)), 422, "import.noRows");
    }

    [Fact]
    public async Task A_loop_on_a_later_day_and_a_line_too_long_are_refused_by_the_dry_run_too()
    {
        var hr = await HrAsync();
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            English, ["Y1", "甲", "CS", "CS-AGENT", "W000", World.HiredOn], ["Y2", "乙", "CS", "CS-AGENT", "W000", World.HiredOn]));
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            English + ",Placement from", ["Y2", "乙", "CS", "CS-AGENT", "Y1", World.HiredOn, new DateOnly(2026, 7, 1)]));

        foreach (var path in new[] { "/employees/import?dryRun=true", "/employees/import" })
        {
            await ImportFiles.RefusedAsync(
                await hr.ImportAsync(path, ImportFiles.Workbook(
                    English + ",Placement from", ["Y1", "甲", "CS", "CS-AGENT", "Y2", World.HiredOn, new DateOnly(2026, 6, 1)])),
                422, "assignment.loop");
            await ImportFiles.RefusedAsync(
                await hr.ImportAsync(path, ImportFiles.Workbook(
                    English, [.. Enumerable.Range(1, 40).Select(x => (IReadOnlyList<object?>)[$"Z{x}", "甲", "CS", "CS-AGENT", x == 1 ? "W000" : $"Z{x - 1}", Hired])])),
                422, "assignment.tooManyLevels");
        }

        Assert.False(await app.ReadAsync(db => db.Employees.AnyAsync(x => x.EmployeeNumber == "Z1", Cancellation)));
    }

    [Fact]
    public async Task The_same_file_is_recognised_and_asked_about()
    {
        var hr = await HrAsync();
        var file = ImportFiles.Workbook(English, ["A1", "甲", "CS", "CS-AGENT", "W000", Hired]);
        var first = await hr.ImportedAsync("/employees/import", file);

        await ImportFiles.RefusedAsync(await hr.ImportAsync("/employees/import", file), 409, "import.alreadyApplied");
        var leave = ImportFiles.Workbook("工号,假别,开始日期,结束日期", ["W001", "年假", new DateOnly(2026, 9, 7), new DateOnly(2026, 9, 7)]);
        await hr.ImportedAsync("/leave/import", leave);
        await ImportFiles.RefusedAsync(await hr.ImportAsync("/leave/import", leave), 409, "import.alreadyApplied");
        var day = ImportFiles.Workbook("日期,类型,中文名称", [new DateOnly(2029, 1, 1), "法定节假日", "元旦"]);
        await hr.ImportedAsync("/calendar-days/import", day);
        await ImportFiles.RefusedAsync(await hr.ImportAsync("/calendar-days/import", day), 409, "import.alreadyApplied");
        var completion = ImportFiles.Workbook("工号,课程编号,完成日期,结果", ["W001", "CRS022", new DateOnly(2026, 2, 27), "合格"]);
        await hr.ImportedAsync("/completions/import", completion);
        await ImportFiles.RefusedAsync(await hr.ImportAsync("/completions/import", completion), 409, "import.alreadyApplied");
        Assert.Equal(first.Id, (await hr.ImportedAsync("/employees/import?dryRun=true", file)).AppliedBeforeBy);
        var again = await hr.ImportedAsync("/employees/import?confirm=true", file);

        Assert.Equal((null, 1), (again.Id, again.Same));
    }

    [Fact]
    public async Task A_repeated_request_with_a_key_is_answered_alike_and_done_once()
    {
        var hr = await HrAsync();
        var file = ImportFiles.Workbook(English, ["K1", "甲", "CS", "CS-AGENT", "W000", Hired]);

        var first = await hr.ImportAsync("/employees/import", file, key: "import-k1");
        var second = await hr.ImportAsync("/employees/import", file, key: "import-k1");

        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await second.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        await ImportFiles.RefusedAsync(
            await hr.ImportAsync("/employees/import", ImportFiles.Workbook(English, ["K2", "乙", "CS", "CS-AGENT", "W000", Hired]), key: "import-k1"),
            422, "idempotency.otherRequest");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task What_was_exported_changes_nothing_when_imported(string language)
    {
        var hr = await HrAsync();
        var exported = await hr.WorkbookAsync("/employees/export", language);
        var before = await CountsAsync();

        var done = await hr.ImportedAsync("/employees/import", exported);

        Assert.Equal((done.Total, null), (done.Same, done.Id));
        Assert.True(done.Total > 20);
        Assert.Equal(before, await CountsAsync());
    }

    [Theory]
    [InlineData("zh-CN", "工号*")]
    [InlineData("en", "Employee number*")]
    public async Task The_template_left_with_its_example_alone_has_no_rows(string language, string header)
    {
        var hr = await HrAsync();
        var template = await hr.WorkbookAsync("/employees/import-template", language);
        var sheet = await SheetReader.ReadAsync(template, new WorkbookLimits(), Cancellation);

        Assert.Equal(header.TrimEnd('*'), sheet.Columns[0].Header);
        Assert.Single(sheet.Rows);
        await ImportFiles.RefusedAsync(await hr.ImportAsync("/employees/import", template), 422, "import.noRows");
    }

    [Fact]
    public async Task The_importing_persons_own_row_is_left_out_and_the_rest_is_done()
    {
        var own = World.NumberOf(Role.HumanResources, Standing.Own);
        var file = ImportFiles.Workbook(
            English, [own, "自己", "FIN", "CS-AGENT", "W000", World.HiredOn], ["O1", "甲", "CS", "CS-AGENT", own, Hired]);

        var done = await (await app.AsAsync(Role.HumanResources)).ImportedAsync("/employees/import", file);

        Assert.Equal((1, 1), (done.New, done.LeftOut));
        Assert.Equal("import.ownRow", done.Rows.Single(x => x.Outcome == ImportOutcome.LeftOut).Faults[0].Code);
        Assert.NotEqual("自己", (await EmployeeAsync(own)).NameZh);
    }

    [Fact]
    public async Task An_empty_cell_takes_the_value_away_and_a_missing_column_leaves_it()
    {
        var hr = await HrAsync();
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            English + ",Work e-mail,Mobile", ["E1", "甲", "CS", "CS-AGENT", "W000", Hired, "e1@example.com", "13900000000"]));

        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(English + ",Mobile", ["E1", "甲", "CS", "CS-AGENT", "W000", Hired, null]));

        var employee = await EmployeeAsync("E1");
        Assert.Equal(("e1@example.com", null), (employee.WorkEmail, employee.Mobile));
    }

    /// <summary>Belongs to no employee, so that the language is the one asked for.</summary>
    private Task<HttpClient> HrAsync() => app.SignInAsAsync(Role.HumanResources);

    private Task<Employee> EmployeeAsync(string number) => app.ReadAsync(db =>
        db.Employees.AsNoTracking().Include(x => x.Periods).SingleAsync(x => x.EmployeeNumber == number, Cancellation));

    private async Task<Assignment> PlacementAsync(string number)
    {
        var id = (await EmployeeAsync(number)).Id;
        return await app.ReadAsync(db => db.Assignments.AsNoTracking().SingleAsync(x => x.EmployeeId == id && x.To == null, Cancellation));
    }

    private async Task<List<DateOnly>> StartsAsync(string number)
    {
        var id = (await EmployeeAsync(number)).Id;
        return await app.ReadAsync(db => db.Assignments.Where(x => x.EmployeeId == id).OrderBy(x => x.From).Select(x => x.From).ToListAsync(Cancellation));
    }

    private Task<(int, int, int, int, int)> CountsAsync() => app.ReadAsync(async db => (
        await db.Employees.CountAsync(Cancellation),
        await db.Employees.SumAsync(x => x.Version, Cancellation),
        await db.Assignments.SumAsync(x => x.Version, Cancellation),
        await db.Imports.CountAsync(Cancellation),
        await db.AuditEntries.CountAsync(x => x.Entity == "employee" || x.Entity == "assignment", Cancellation)));
}
