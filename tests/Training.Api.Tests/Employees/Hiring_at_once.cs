using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Tests.Hosting;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Tests.Employees;

/// <summary>The act that the route, the import and the demo share.</summary>
public sealed class Hiring_at_once(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly DateOnly Day = new(2026, 1, 5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supervisor_may_stand_lower_in_the_batch_or_be_known_already()
    {
        var hired = await HireAsync(
            await PersonAsync("B-01", supervisor: "ｂ-02"), await PersonAsync("B-02", supervisor: "W000"), await PersonAsync("B-03"));

        var head = await IdAsync("W000");
        var lines = await LinesAsync(hired[0].Id);
        Assert.Equal(
            [new(hired[1].Id, hired[0].Id, true, Day, null), new(head, hired[0].Id, false, Day, null)],
            lines.OrderByDescending(x => x.IsDirect));
        Assert.Empty(await LinesAsync(hired[2].Id));
    }

    [Fact]
    public async Task A_batch_with_one_number_in_use_hires_nobody()
    {
        var fault = await Assert.ThrowsAsync<RuleViolation>(async () =>
            await HireAsync(await PersonAsync("C-01"), await PersonAsync("w000")));

        Assert.Equal(EmployeeRefusals.NumberTaken, fault.Refusal);
        Assert.Contains(("employeeNumber", "W000"), fault.Values);
        Assert.False(await app.ReadAsync(db => db.Employees.AnyAsync(x => x.EmployeeNumber == "C-01", Stop)));
    }

    [Fact]
    public async Task A_number_that_stands_twice_in_a_batch_hires_nobody()
    {
        var fault = await Assert.ThrowsAsync<RuleViolation>(async () =>
            await HireAsync(await PersonAsync("D-01"), await PersonAsync("ｄ-01")));

        Assert.Equal(EmployeeRefusals.NumberTaken, fault.Refusal);
    }

    [Fact]
    public async Task People_who_supervise_one_another_are_refused_with_day_and_people()
    {
        var fault = await Assert.ThrowsAsync<RuleViolation>(async () =>
            await HireAsync(await PersonAsync("E-01", supervisor: "E-02"), await PersonAsync("E-02", supervisor: "E-01")));

        Assert.Equal(AssignmentRefusals.Loop, fault.Refusal);
        Assert.Contains(("day", Day), fault.Values);
        Assert.Contains("E-01", fault.Values.Single(x => x.Name == "people").Value!.ToString()!, StringComparison.Ordinal);
        Assert.False(await app.ReadAsync(db => db.Employees.AnyAsync(x => x.EmployeeNumber == "E-01", Stop)));
    }

    [Fact]
    public async Task Nobody_supervises_themselves()
    {
        var fault = await Assert.ThrowsAsync<RuleViolation>(async () => await HireAsync(await PersonAsync("E-09", supervisor: "E-09")));

        Assert.Equal(AssignmentRefusals.OwnSupervisor, fault.Refusal);
    }

    [Fact]
    public async Task Two_thousand_people_are_hired_in_one_write_with_their_lines_and_one_audit_row_each()
    {
        var before = await app.ReadAsync(db => db.AuditEntries.CountAsync(x => x.Entity == "employee", Stop));
        var template = await PersonAsync("F-0000", supervisor: "W000");
        var people = Enumerable.Range(0, 2_000).Select(x => template with
        {
            EmployeeNumber = $"F-{x:0000}",
            SupervisorNumber = x == 0 ? "W000" : $"F-{(x - 1) / 50:0000}",
        });

        var hired = await HireAsync([.. people]);

        Assert.Equal(2_000, hired.Select(x => x.Id).Distinct().Count());
        Assert.Equal(2_000, await app.ReadAsync(db => db.AuditEntries.CountAsync(x => x.Entity == "employee", Stop)) - before);
        Assert.Equal(3, (await LinesAsync(hired[^1].Id)).Count);
        Assert.Empty(await app.VerifyLinesAsync());
    }

    [Fact]
    public async Task Verifying_finds_a_line_that_is_missing_and_one_too_many()
    {
        await using var other = new TrainingApp();
        await other.InitializeAsync();
        Assert.Empty(await other.VerifyLinesAsync());
        await using var scope = other.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var missing = await db.ReportingLines.AsNoTracking().OrderBy(x => x.EmployeeId).FirstAsync(Stop);
        var tooMany = missing with { EmployeeId = missing.SupervisorId, SupervisorId = missing.EmployeeId };
        await db.WriteAsync(
            async () =>
            {
                await BulkChange.DeleteAsync(
                    db, db.ReportingLines.Where(x => x.EmployeeId == missing.EmployeeId && x.SupervisorId == missing.SupervisorId), Stop);
                await Bulk.InsertAsync(db, [tooMany], Stop);
            },
            Stop);

        var faults = await other.VerifyLinesAsync();

        Assert.Equal(2, faults.Count);
        Assert.Contains(new LineFault(missing, IsKept: false), faults);
        Assert.Contains(new LineFault(tooMany, IsKept: true), faults);
    }

    private async Task<NewEmployee> PersonAsync(string number, string? supervisor = null)
    {
        var place = await app.ReadAsync(db => db.Assignments.OrderBy(x => x.Id).Select(x => new { x.DepartmentId, x.PositionId }).FirstAsync(Stop));
        return new NewEmployee(
            number,
            new EmployeeProfile(PersonNames.Of(number, "欧阳春", "Ouyang Chun", null), null, null, null, Language.ZhCn),
            new Engagement(Day, ContractKind.OpenEnded, 1m, null),
            new Placement(place.DepartmentId, place.PositionId, null),
            supervisor);
    }

    private async Task<IReadOnlyList<Employee>> HireAsync(params NewEmployee[] people)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HireEmployee>().RunAsync(people, Stop);
    }

    private Task<long> IdAsync(string number) =>
        app.ReadAsync(db => db.Employees.Where(x => x.EmployeeNumber == number).Select(x => x.Id).SingleAsync(Stop));

    private Task<List<ReportingLine>> LinesAsync(long employeeId) =>
        app.ReadAsync(db => db.ReportingLines.AsNoTracking().Where(x => x.EmployeeId == employeeId).ToListAsync(Stop));
}
