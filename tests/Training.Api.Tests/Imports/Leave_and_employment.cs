using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Features.Imports;
using Training.Api.Tests.Hosting;
using Training.Domain.People;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Imports;

/// <summary>Leave lies within employment and apart from other leave, whichever way either of them comes.</summary>
public sealed class Leave_and_employment(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string PeopleHeaders = "工号,中文姓名,部门编号,岗位编号,直属上级工号,入职日期";
    private const string LeaveHeaders = "工号,假别,开始日期,结束日期";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_later_hire_day_that_would_leave_leave_before_it_is_refused_at_its_cell()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", Person("N1", World.HiredOn));
        await hr.ImportedAsync("/leave/import", LeaveOf("N1", new(2026, 2, 10), new(2026, 2, 10)));

        var errors = await ImportFiles.RefusedAsync(
            await hr.ImportAsync("/employees/import", Person("N1", new(2026, 2, 11))), 422, "import.refused");

        Assert.Equal([("F2", "employee.leaveOutside")], errors.Select(x => (x.Key, x.Value)));
        Assert.Equal(1, (await hr.ImportedAsync("/employees/import", Person("N1", new(2026, 2, 10)))).Changed);
    }

    [Fact]
    public async Task Undoing_an_earlier_hire_day_is_refused_while_leave_lies_before_the_old_one()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", Person("N2", new(2026, 2, 2)));
        var earlier = await hr.ImportedAsync("/employees/import", Person("N2", new(2026, 1, 5)));
        var leave = await hr.ImportedAsync("/leave/import", LeaveOf("N2", new(2026, 1, 12), new(2026, 1, 13)));

        await ImportFiles.RefusedAsync(await hr.UndoAsync(earlier.Id!.Value), 409, "employee.leaveOutside");

        Assert.Null((await hr.GetAsync<ImportItem>($"/imports/{earlier.Id}")).UndoneAt);
        (await hr.UndoAsync(leave.Id!.Value)).EnsureSuccessStatusCode();
        (await hr.UndoAsync(earlier.Id.Value)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Undoing_a_shortened_leave_is_refused_while_other_leave_lies_in_the_freed_days()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", Person("N3", World.HiredOn));
        await hr.ImportedAsync("/leave/import", LeaveOf("N3", new(2026, 5, 1), new(2026, 5, 5)));
        var shortened = await hr.ImportedAsync("/leave/import", LeaveOf("N3", new(2026, 5, 1), new(2026, 5, 2)));
        await hr.DoAsync(Post("/leave", new { employeeId = await IdAsync("N3"), kind = "sick", fromOn = "2026-05-04", toOn = "2026-05-05" }));

        await ImportFiles.RefusedAsync(await hr.UndoAsync(shortened.Id!.Value), 409, "leave.overlap");

        Assert.Equal(new DateOnly(2026, 5, 2), await app.ReadAsync(db => db.LeaveRecords
            .Where(x => x.FromOn == new DateOnly(2026, 5, 1)).Select(x => x.ToOn).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Undoing_a_shortened_leave_is_refused_where_employment_ends_within_the_longer_one()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", Person("N4", World.HiredOn));
        await hr.ImportedAsync("/leave/import", LeaveOf("N4", new(2026, 6, 1), new(2026, 6, 30)));
        var shortened = await hr.ImportedAsync("/leave/import", LeaveOf("N4", new(2026, 6, 1), new(2026, 6, 5)));
        var id = await IdAsync("N4");
        await hr.DoAsync(Post($"/employees/{id}/end-employment", new { leftOn = "2026-06-15", reason = "resigned" }, await VersionAsync(id)));

        await ImportFiles.RefusedAsync(await hr.UndoAsync(shortened.Id!.Value), 409, "employee.leaveOutside");
    }

    [Fact]
    public async Task A_missing_column_leaves_the_half_day_as_it_is()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", Person("N7", World.HiredOn));
        await hr.ImportedAsync("/leave/import", ImportFiles.Workbook(
            LeaveHeaders + ",结束时段", ["N7", "年假", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2), "上午"]));

        Assert.Equal(1, (await hr.ImportedAsync("/leave/import", LeaveOf("N7", new(2026, 9, 1), new(2026, 9, 3)))).Changed);

        var id = await IdAsync("N7");
        Assert.Equal(HalfDay.Morning, await app.ReadAsync(db => db.LeaveRecords.Where(x => x.EmployeeId == id).Select(x => x.ToHalf).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_new_person_is_placed_from_the_first_day_and_no_other()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        byte[] Placed(DateOnly from) => ImportFiles.Workbook(
            PeopleHeaders + ",调动生效日", ["N8", "甲", "CS", "CS-AGENT", "W000", new DateOnly(2026, 3, 1), from]);

        var errors = await ImportFiles.RefusedAsync(await hr.ImportAsync("/employees/import", Placed(new(2026, 4, 1))), 422, "import.refused");

        Assert.Equal([("G2", "assignment.fromOutOfRange")], errors.Select(x => (x.Key, x.Value)));
        Assert.Equal(1, (await hr.ImportedAsync("/employees/import", Placed(new(2026, 3, 1)))).New);
    }

    [Theory]
    [InlineData("N9", null)]
    [InlineData("N10", "2026-01-05")]
    public async Task A_row_whose_undoing_would_place_somebody_where_it_is_retired_stays(string number, string? placedFrom)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var department = await hr.DoAsync(Post("/departments", new { code = "R" + number, nameZh = "旧部" }));
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(PeopleHeaders, [number, "甲", "R" + number, "CS-AGENT", "W000", World.HiredOn]));
        var moved = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            PeopleHeaders + ",调动生效日", [number, "甲", "CS", "CS-AGENT", "W000", World.HiredOn, placedFrom ?? "2024-03-01"]));
        await hr.DoAsync(Post($"/departments/{department.Id()}/retire", ifMatch: department.Version()));

        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(moved.Id!.Value));

        Assert.Equal([(2, "import.retired")], undone.KeptRows.Select(x => (x.Row, x.Code)));
        Assert.Equal(0, undone.UndoneRows);
    }

    [Fact]
    public async Task A_row_that_took_a_placement_away_stays_when_undone()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", Person("N5", World.HiredOn));
        await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            PeopleHeaders + ",调动生效日", ["N5", "甲", "FIN", "CS-AGENT", "W000", World.HiredOn, new DateOnly(2026, 1, 5)]));
        var later = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            PeopleHeaders, ["N5", "甲", "FIN", "CS-AGENT", "W000", new DateOnly(2026, 2, 2)]));

        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(later.Id!.Value));

        Assert.Equal([(2, "import.removed")], undone.KeptRows.Select(x => (x.Row, x.Code)));
        Assert.Equal(0, undone.UndoneRows);
        var id = await IdAsync("N5");
        Assert.Equal([new DateOnly(2026, 2, 2)], await app.ReadAsync(db => db.Assignments
            .Where(x => x.EmployeeId == id).Select(x => x.From).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Nobody_undoes_the_import_of_their_own_placement()
    {
        var own = World.NumberOf(Role.HumanResources, Standing.Own);
        var id = await app.PersonAsync(Role.HumanResources, Standing.Own);
        var name = await app.ReadAsync(db => db.Employees.Where(x => x.Id == id).Select(x => x.NameZh).SingleAsync(Cancellation));
        var done = await (await app.SignInAsAsync(Role.HumanResources)).ImportedAsync(
            "/employees/import", ImportFiles.Workbook("Employee number,Chinese name,Department code,Position code,Supervisor's employee number,Hired on",
                [own, name, "FIN", "CS-AGENT", "W001", World.HiredOn]));
        Assert.Equal(1, done.Changed);

        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(
            await (await app.AsAsync(Role.HumanResources)).UndoAsync(done.Id!.Value));

        Assert.Equal([(2, "import.ownRow")], undone.KeptRows.Select(x => (x.Row, x.Code)));
        var above = await app.PersonAsync(Role.HumanResources, Standing.Other);
        Assert.True(await app.ReadAsync(db => db.Assignments.AnyAsync(x => x.EmployeeId == id && x.To == null && x.SupervisorId == above, Cancellation)));
    }

    [Fact]
    public async Task Importing_leave_waits_for_whoever_is_changing_employment_or_leave()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.ImportedAsync("/employees/import", Person("N6", World.HiredOn));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var importing = Task.FromResult<HttpResponseMessage>(null!);

        await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(LineKeeper.Lock, Cancellation);
                importing = Task.Run(() => hr.ImportAsync("/leave/import", LeaveOf("N6", new(2026, 8, 3), new(2026, 8, 4))), Cancellation);
                await Task.WhenAny(importing, Task.Delay(TimeSpan.FromSeconds(2), Cancellation));
                Assert.False(importing.IsCompleted);
            },
            Cancellation);

        (await importing).EnsureSuccessStatusCode();
    }

    private static byte[] Person(string number, DateOnly hiredOn) =>
        ImportFiles.Workbook(PeopleHeaders, [number, "甲", "CS", "CS-AGENT", "W000", hiredOn]);

    private static byte[] LeaveOf(string number, DateOnly from, DateOnly to) => ImportFiles.Workbook(LeaveHeaders, [number, "年假", from, to]);

    private Task<long> IdAsync(string number) =>
        app.ReadAsync(db => db.Employees.Where(x => x.EmployeeNumber == number).Select(x => x.Id).SingleAsync(Cancellation));

    private Task<int> VersionAsync(long id) =>
        app.ReadAsync(db => db.Employees.Where(x => x.Id == id).Select(x => x.Version).SingleAsync(Cancellation));
}
