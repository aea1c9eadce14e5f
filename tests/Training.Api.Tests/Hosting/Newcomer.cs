using Training.Api.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Access;
using Training.Api.Data;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Tests.Hosting;

/// <summary>More people than the world has, for one test.</summary>
internal static class Newcomer
{
    private static int _count;

    /// <summary>A person hired with the world, under nobody, anywhere; also where the world is not. The id.</summary>
    public static async Task<long> HireAnywhereAsync(this TrainingApp app, DateOnly? leftOn = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var place = await db.WriteAsync(async () =>
        {
            var department = await db.Departments.FirstOrDefaultAsync();
            if (department is null)
            {
                db.Departments.Add(department = Department.Create("HQ", new Bilingual("总部", "Head office")));
                await db.FlushAsync(CancellationToken.None);
            }

            return new Placement(department.Id, await db.Positions.Select(x => x.Id).FirstAsync(), null);
        });

        return await app.HireAsync(place, leftOn: leftOn);
    }

    /// <summary>A person hired with the world, under nobody, in the place; <paramref name="moves"/> says from when they are
    /// somewhere else, and <paramref name="leftOn"/> their last day. The id.</summary>
    public static async Task<long> HireAsync(
        this TrainingApp app, Placement place, (DateOnly From, Placement Place)? moves = null, DateOnly? leftOn = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        return await db.WriteAsync(async () =>
        {
            var number = $"N{Interlocked.Increment(ref _count):0000}";
            var employee = Employee.Hire(
                number,
                new EmployeeProfile(
                    PersonNames.Of(number, "新人" + number, null, null),
                    null, null, null, Training.Domain.People.Language.ZhCn),
                new Engagement(World.HiredOn, ContractKind.OpenEnded, 1m, null));
            db.Employees.Add(employee);
            await db.FlushAsync(CancellationToken.None);
            var timeline = new AssignmentTimeline(employee, []);
            timeline.Start(place);
            if (moves is var (from, to))
            {
                timeline.ChangeFrom(from, to);
            }

            if (leftOn is not null)
            {
                employee.EndEmployment(new Leaving(leftOn.Value, null));
                timeline.FollowEmployment();
            }

            db.Assignments.AddRange(timeline.Added);
            await scope.ServiceProvider.GetRequiredService<LineKeeper>().RewriteAsync([employee.Id], CancellationToken.None);
            return employee.Id;
        });
    }
}
