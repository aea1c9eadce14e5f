using Microsoft.EntityFrameworkCore;
using Training.Api.Features.Imports;
using Training.Api.Http.Lists;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Imports;

public sealed class Undoing_imports(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Headers = "工号,中文姓名,部门编号,岗位编号,直属上级工号,入职日期";
    private static readonly DateOnly Hired = new(2026, 3, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_as_it_was_before()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, ["U1", "甲", "CS", "CS-AGENT", "W000", World.HiredOn]));
        var before = await StateAsync();
        var done = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            Headers,
            ["U1", "甲改", "FIN", "CS-AGENT", "U2", World.HiredOn],
            ["U2", "乙", "CS", "CS-AGENT", "U3", Hired],
            ["U3", "丙", "CS", "CS-AGENT", "W000", Hired]));
        Assert.NotEqual(before, await StateAsync());

        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value));

        Assert.Equal(3, undone.UndoneRows);
        Assert.Empty(undone.KeptRows);
        Assert.Equal(before, await StateAsync());
        Assert.NotNull((await hr.GetAsync<ImportItem>($"/imports/{done.Id}")).UndoneAt);
    }

    [Fact]
    public async Task A_second_time_is_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var done = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, ["T1", "甲", "CS", "CS-AGENT", "W000", Hired]));
        (await hr.UndoAsync(done.Id!.Value)).EnsureSuccessStatusCode();

        await ImportFiles.RefusedAsync(await hr.UndoAsync(done.Id.Value), 409, "import.alreadyUndone");
        await ImportFiles.RefusedAsync(await hr.UndoAsync(999_999), 404, "record.unknown");
    }

    [Fact]
    public async Task Rows_that_somebody_changed_since_or_that_are_in_use_stay_and_are_listed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var done = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            Headers,
            ["S1", "甲", "CS", "CS-AGENT", "W000", Hired],
            ["S2", "乙", "CS", "CS-AGENT", "W000", Hired],
            ["S3", "丙", "CS", "CS-AGENT", "W000", Hired]));
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            Headers, ["S1", "甲改", "CS", "CS-AGENT", "W000", Hired], ["S4", "丁", "CS", "CS-AGENT", "S2", Hired]));

        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value));

        Assert.Equal([(2, "import.changedSince"), (3, "import.inUse")], undone.KeptRows.Select(x => (x.Row, x.Code)));
        Assert.Equal(1, undone.UndoneRows);
        Assert.Equal(["S1", "S2", "S4"], await app.ReadAsync(db =>
            db.Employees.Where(x => x.EmployeeNumber.Substring(0, 1) == "S").OrderBy(x => x.EmployeeNumber).Select(x => x.EmployeeNumber).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task What_was_imported_is_shown_old_and_new()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, ["C1", "甲", "CS", "CS-AGENT", "W000", World.HiredOn]));
        var done = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, ["C1", "乙", "CS", "CS-AGENT", "W000", World.HiredOn]));

        var changes = await hr.GetAsync<ListPage<ImportChangeItem>>($"/imports/{done.Id}/changes");
        var listed = await hr.GetAsync<ListPage<ImportItem>>("/imports");

        var change = Assert.Single(changes.Items);
        Assert.Equal(("employee", 2, false), (change.Entity, change.Row, change.IsNew));
        Assert.Equal([new MemberChange("nameZh", "甲", "乙")], change.Members);
        Assert.Contains(listed.Items, x => x.Id == done.Id && x.ChangedCount == 1 && x.UserName == "humanResources");
        await ImportFiles.RefusedAsync(await hr.GetAsync("/api/v1/imports/999999/changes", Cancellation), 404, "record.unknown");
    }

    [Fact]
    public async Task Leave_and_calendar_days_are_imported_and_undone_alike()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var number = World.NumberOf(Role.Staff, Standing.Own);
        var leave = await hr.ImportedAsync("/leave/import", ImportFiles.Workbook(
            "工号,假别,开始日期,结束日期,结束时段,备注", [number, "年假", new DateOnly(2026, 4, 7), "2026/4/8", "上午", "回家"]));
        var day = await hr.ImportedAsync("/calendar-days/import", ImportFiles.Workbook(
            "Day,Kind,Chinese name", [new DateOnly(2026, 7, 4), "working weekend", "调休"]));

        Assert.Equal((1, 1), (leave.New, day.New));
        var errors = await ImportFiles.RefusedAsync(
            await hr.ImportAsync("/leave/import", ImportFiles.Workbook("工号,假别,开始日期,结束日期", [number, "病假", "2026-04-08", "2026-04-09"])), 422, "import.refused");
        Assert.Equal(["leave.overlap"], errors.Values);
        await ImportFiles.RefusedAsync(
            await hr.ImportAsync("/calendar-days/import", ImportFiles.Workbook("Day,Kind,Chinese name", ["2026-07-06", "调休上班", "错"])), 422, "import.refused");
        var exported = await hr.ImportedAsync("/leave/import", await hr.WorkbookAsync("/leave/export", "zh-CN"));
        Assert.Equal(exported.Total, exported.Same);
        var days = await hr.ImportedAsync("/calendar-days/import", await hr.WorkbookAsync("/calendar-days/export", "en"));
        Assert.Equal(days.Total, days.Same);

        (await hr.UndoAsync(leave.Id!.Value)).EnsureSuccessStatusCode();
        (await hr.UndoAsync(day.Id!.Value)).EnsureSuccessStatusCode();
        Assert.False(await app.ReadAsync(db => db.LeaveRecords.AnyAsync(x => x.Note == "回家", Cancellation)));
        Assert.False(await app.ReadAsync(db => db.CalendarDays.AnyAsync(x => x.NameZh == "调休", Cancellation)));
    }

    [Fact]
    public async Task A_restored_supervisor_that_closes_a_loop_or_a_line_too_long_is_refused_and_nothing_is_undone()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, [.. Chain("P", 15, "W000"), .. Chain("Q", 10, "P15")]));
        var moved = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, Under("Q1", "W000")));

        var below = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, [.. Chain("R", 10, "Q10", new DateOnly(2026, 3, 2))]));
        await ImportFiles.RefusedAsync(await hr.UndoAsync(moved.Id!.Value), 422, "assignment.tooManyLevels");

        (await hr.UndoAsync(below.Id!.Value)).EnsureSuccessStatusCode();
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, Under("P1", "Q1")));
        await ImportFiles.RefusedAsync(await hr.UndoAsync(moved.Id.Value), 422, "assignment.loop");
        Assert.Null((await hr.GetAsync<ImportItem>($"/imports/{moved.Id}")).UndoneAt);
    }

    private static IEnumerable<IReadOnlyList<object?>> Chain(string name, int count, string top, DateOnly? hiredOn = null) =>
        Enumerable.Range(1, count).Select(x => Under($"{name}{x}", x == 1 ? top : $"{name}{x - 1}", hiredOn));

    private static IReadOnlyList<object?> Under(string number, string supervisor, DateOnly? hiredOn = null) =>
        [number, "甲", "CS", "CS-AGENT", supervisor, hiredOn ?? World.HiredOn];

    private Task<string> StateAsync() => app.ReadAsync(async db => string.Join('\n',
    [
        .. await db.Employees.OrderBy(x => x.Id).Select(x => $"{x.EmployeeNumber} {x.NameZh} {x.SearchText}").ToListAsync(Cancellation),
        .. await db.Assignments.OrderBy(x => x.Id).Select(x => $"{x.EmployeeId} {x.DepartmentId} {x.SupervisorId} {x.From} {x.To}").ToListAsync(Cancellation),
        .. await db.ReportingLines.OrderBy(x => x.EmployeeId).ThenBy(x => x.SupervisorId).Select(x => $"{x.SupervisorId}>{x.EmployeeId} {x.From} {x.To}").ToListAsync(Cancellation),
    ]));
}
