using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Tests.Hosting;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Tests.Employees;

/// <summary>Whatever is done to employment and assignments, done or refused, the kept lines are those that the assignments
/// make, and every day of employment has one assignment.</summary>
public sealed class Any_sequence_of_acts(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const int People = 6;

    private static readonly DateOnly First = Hired.On;
    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Enum<Act>(), Gen.Int[0, People - 1], Gen.Int[-1, People - 1], Gen.Int[-20, 400], Gen.Int[0, 400])
        .Select((act, person, supervisor, day, other) => new Step(act, person, supervisor, First.AddDays(day), First.AddDays(other)))
        .Array[4, 20];

    private static int _round;

    private enum Act
    {
        Change,
        Correct,
        End,
        Rehire,
        CorrectEmployment,
    }

    [Fact]
    public async Task Leaves_lines_as_the_assignments_make_them()
    {
        var done = 0;
        await Steps.SampleAsync(
            async steps =>
            {
                var people = await HireAsync(Interlocked.Increment(ref _round));
                foreach (var step in steps)
                {
                    done += await DoAsync(people, step) ? 1 : 0;
                }

                Assert.Empty(await app.VerifyLinesAsync());
                await CheckTimelinesAsync(people);
            },
            iter: 25,
            threads: 1);
        Assert.True(done > 25, $"only {done} acts were accepted");
    }

    private async Task<long[]> HireAsync(int round)
    {
        var people = new long[People];
        for (var i = 0; i < People; i++)
        {
            people[i] = await app.HireAsync($"Z-{round}-{i}", i == 0 ? null : people[(i - 1) / 2]);
        }

        return people;
    }

    private async Task<bool> DoAsync(long[] people, Step step)
    {
        var place = await app.PlaceAsync();
        var placement = place with { SupervisorId = step.Supervisor < 0 ? null : people[step.Supervisor] };
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ChangeEmployment>().RunAsync(
                db.Employees,
                people[step.Person],
                (employee, timeline) =>
                {
                    Change(step, placement, employee, timeline);
                    return Task.CompletedTask;
                },
                TestContext.Current.CancellationToken);
            return true;
        }
        catch (RuleViolation)
        {
            return false;
        }
    }

    private static void Change(Step step, Placement placement, Employee employee, AssignmentTimeline timeline)
    {
        switch (step.Act)
        {
            case Act.Change:
                timeline.ChangeFrom(step.Day, placement);
                break;
            case Act.Correct:
                timeline.Correct(timeline.Assignments[step.Other.DayNumber % timeline.Assignments.Count], step.Day, placement);
                break;
            case Act.End:
                employee.EndEmployment(new Leaving(step.Day, null));
                timeline.FollowEmployment();
                break;
            case Act.Rehire:
                employee.Rehire(new Engagement(step.Day, ContractKind.OpenEnded, 1m, null));
                timeline.Start(placement);
                break;
            default:
                employee.CorrectLatestPeriod(
                    new Engagement(step.Day, ContractKind.PartTime, 0.5m, employee.LatestPeriod.Probation.EndsOn),
                    step.Other > step.Day ? new Leaving(step.Other, null) : null);
                timeline.FollowEmployment();
                break;
        }
    }

    private Task<bool> CheckTimelinesAsync(long[] people) => app.ReadAsync(async db =>
    {
        var employees = await db.Employees.AsNoTracking().Include(x => x.Periods).Where(x => people.Contains(x.Id)).ToListAsync();
        var assignments = await db.Assignments.AsNoTracking().Where(x => people.Contains(x.EmployeeId)).ToListAsync();
        foreach (var employee in employees)
        {
            new AssignmentTimeline(employee, assignments.Where(x => x.EmployeeId == employee.Id)).Check();
        }

        return true;
    });

    private sealed record Step(Act Act, int Person, int Supervisor, DateOnly Day, DateOnly Other);
}
