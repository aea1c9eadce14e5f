using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Commands;
using Training.Api.Commands.Demo;
using Training.Api.Tests.Employees;
using Training.Api.Tests.Hosting;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Tests.Tour;

/// <summary>The demo company, made on a leap day and on a Sunday that begins a quarter.</summary>
public sealed class DemoTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2028-02-29", "2025-10-01")]
    [InlineData("2028-10-01", "2026-07-01")]
    public async Task The_company_has_nine_quarters_behind_it_up_to_the_day_on_which_it_is_made_and_everything_holds(string madeOn, string beganOn)
    {
        await using var app = new TrainingApp(await TestDatabase.EmptyAsync());
        var (today, began) = (DateOnly.Parse(madeOn, null), DateOnly.Parse(beganOn, null));
        app.Clock.SetUtcNow(new DateTimeOffset(today, new TimeOnly(9, 0), TimeSpan.FromHours(8)));

        var accounts = await MakeAsync(app);
        var again = await MakeAsync(app);

        Assert.Equal((7, 7), (accounts.Count, again.Count));
        var verdict = await VerifyAsync(app);
        Assert.True(verdict.Code == CommandLine.Done, verdict.Answer);
        await app.ReadAsync(async db =>
        {
            await HasItsPeopleAsync(db, today);
            await HasItsTrainingAsync(db, today);
            var quarters = await DemoQuarters.ReadAsync(db, today);
            await quarters.StandAsTheyShouldAsync(db, today);
            await quarters.HaveTheCasesOfTheTourAsync(db);
            var acts = await db.AuditEntries.Where(x => x.Act == "demo").Select(x => x.At).ToListAsync(Cancellation);
            Assert.Equal(began, DateOnly.FromDateTime(acts.Min().ToOffset(TimeSpan.FromHours(8)).DateTime));
            Assert.InRange(acts.Max(), app.Clock.GetUtcNow().AddDays(-7), app.Clock.GetUtcNow());
            return true;
        });
        await EachAccountSeesWhatItIsForAsync(app);
    }

    private static async Task EachAccountSeesWhatItIsForAsync(TrainingApp app)
    {
        var hr = await app.SignInAsync("hr", DemoCompany.Password);
        var staff = await app.SignInAsync("staff", DemoCompany.Password);
        var approver = await app.SignInAsync("approver", DemoCompany.Password);

        Assert.True((await staff.ReadAsync("/my/training")).GetProperty("total").GetInt32() > 4);
        Assert.True((await hr.ReadAsync("/reports/overdue")).Items().Any());
        Assert.Single((await approver.ReadAsync("/plans?state=submitted")).Items());
        Assert.True((await hr.ReadAsync("/reports/plan-budget")).Items().Any());
        Assert.True(Assert.Single((await staff.ReadAsync("/sessions?state=published")).Items()).Number("waiting") > 0);
        Assert.Single((await hr.ReadAsync("/sessions?state=completed")).Items());
        Assert.True((await hr.ReadAsync("/retraining?state=open")).Items().Any());
        var own = await app.SignInAsync("d037", DemoCompany.Password);
        Assert.Equal(8, (await own.ReadAsync("/my/appraisals?stage=closed&pageSize=1")).GetProperty("total").GetInt32() + 1);
    }

    /// <summary>A head without a superior, a vacant supervisor, a joiner, a leaver, a transfer, a maternity leave.</summary>
    private static async Task HasItsPeopleAsync(Data.TrainingDb db, DateOnly today)
    {
        var people = await db.Employees.Include(x => x.Periods).ToListAsync(Cancellation);
        var placed = await db.Assignments.Where(x => x.From <= today && (x.To == null || x.To >= today)).ToListAsync(Cancellation);
        var employed = people.Where(x => x.IsEmployedOn(today)).Select(x => x.Id).ToHashSet();
        Assert.InRange(employed.Count, 55, 65);
        var began = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(-27);
        Assert.True(people.Count(x => x.Periods.Min(y => y.HiredOn) < began) >= 54);
        Assert.Equal(5, placed.Select(x => x.DepartmentId).Distinct().Count());
        Assert.Equal(["D001", "D020"], placed.Where(x => x.SupervisorId == null).Select(x => people.Single(y => y.Id == x.EmployeeId).EmployeeNumber).Order());
        Assert.Contains(placed, x => x.SupervisorId is { } above && !employed.Contains(above));
        Assert.Contains(people, x => x.LatestPeriod.HiredOn > today.AddDays(-31) && x.LatestPeriod.Probation.EndsOn > today);
        Assert.Contains(people, x => x.Periods.Count == 2);
        Assert.Contains(people, x => x.LatestPeriod.LeftOn < today);
        var moves = await db.Assignments.GroupBy(x => x.EmployeeId).Where(x => x.Select(y => y.DepartmentId).Distinct().Count() > 1).CountAsync(Cancellation);
        Assert.True(moves >= 3);
        Assert.True(await db.LeaveRecords.AnyAsync(x => x.Kind == LeaveKind.Parental && x.FromOn < today && x.ToOn > today, Cancellation));
    }

    private static async Task HasItsTrainingAsync(Data.TrainingDb db, DateOnly today)
    {
        var states = await db.Plans.GroupBy(x => x.State).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, Cancellation);
        Assert.True(states[PlanState.Closed] >= 8 && states[PlanState.Running] >= 3);
        Assert.Equal((1, 1, 1), (states[PlanState.Draft], states[PlanState.Submitted], states[PlanState.Cancelled]));
        Assert.True(await db.Completions.AnyAsync(x => x.Result == CompletionResult.Failed, Cancellation));
        Assert.True(await db.TrainingItems.AnyAsync(x => x.CompletedOn == null && x.DroppedOn == null && x.DueOn < today, Cancellation));
        Assert.False(await db.Completions.AnyAsync(x => x.CompletedOn > today, Cancellation));
    }

    private static async Task<IReadOnlyList<DemoAccount>> MakeAsync(TrainingApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoCompany>().RunAsync(Cancellation);
    }

    private static async Task<(int? Code, string Answer)> VerifyAsync(TrainingApp app)
    {
        await using var output = new StringWriter();
        return (await CommandLine.TryRunAsync(app.Services, ["verify"], output, Cancellation), output.ToString());
    }
}
