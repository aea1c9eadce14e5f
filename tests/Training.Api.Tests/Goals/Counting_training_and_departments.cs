using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Api.Tests.Plans;
using Training.Domain.Kpis;
using static Training.Api.Tests.KpiTemplates.KpiTemplateWorld;

namespace Training.Api.Tests.Goals;

/// <summary>What is worked out from training, and what is counted over the people of a department and of those below it.</summary>
public sealed class Counting_training_and_departments
{
    [Fact]
    public async Task Training_counts_what_was_due_and_completed_the_hours_passed_and_the_mean_of_all_marks()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        var rate = await app.LearntAsync("CTR", TrainingMeasure.CompletionRate);
        var hours = await app.LearntAsync("CTH", TrainingMeasure.Hours);
        var marks = await app.LearntAsync("CTM", TrainingMeasure.Result);
        var position = await app.PositionScoredByAsync("CT", Item(rate, 40, Ratio(), 100), Item(hours, 30, Ratio(), 10), Item(marks, 30, Ratio(), 100));
        var person = await app.HireAsync((await app.PlaceAsync("CS")) with { PositionId = position });
        await app.StartedAsync(hr, "CRS039");
        await app.StartedAsync(hr, "CRS041");
        var exempted = await app.StartedAsync(hr, "CRS022");
        var course = await hr.ReadAsync($"/courses/{await app.CourseAsync("CRS039")}");

        await CompleteAsync(app, hr, person, "CRS039", "2026-03-02", "passed", 80);
        await CompleteAsync(app, hr, person, "CRS041", "2026-03-02", "failed", 40);
        await CompleteAsync(app, hr, person, "CRS040", "2025-12-31", "passed", 10);
        var item = (await hr.ReadAsync($"/plans/{exempted.Id()}/items?employeeId={person}")).Items()[0].Id();
        await hr.DoAsync($"/training-items/{item}/exempt", new { reason = "持有证书" });

        // What is due at the end of March counts only where it is completed already.
        Assert.Equal(100m, (await app.GoalsAsync(person)).Of(rate).Figure("actual"));
        app.Clock.Advance(TimeSpan.FromDays(30));
        var goals = await app.GoalsAsync(person);

        Assert.Equal((50m, 60m), (goals.Of(rate).Figure("actual"), goals.Of(marks).Figure("actual")));
        Assert.Equal((course.Figure("classHours") ?? 0) + (course.Figure("practiceHours") ?? 0), goals.Of(hours).Figure("actual"));
        Assert.NotEqual(0, goals.Of(hours).Figure("actual"));
    }

    [Fact]
    public async Task Events_of_a_department_are_those_of_its_tree_on_their_day_and_the_head_is_measured_by_the_department_headed()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var complaints = await app.AddKpiAsync("CDC", decimals: 0, source: KpiSource.Events);
        var item = Item(complaints, 100, GoalPosition.LessPerComplaint());
        item["scope"] = "department";
        var position = await app.PositionScoredByAsync("CD", item);
        var (service, finance) = ((await app.PlaceAsync("CS")) with { PositionId = position }, (await app.PlaceAsync("FIN")) with { PositionId = position });
        var agent = await app.HireAsync(service);
        var mover = await app.HireAsync(service, (new(2026, 2, 1), finance));
        var head = await app.HireAsync(service);
        await HeadAsync(app, "HQ", head);
        await app.ComplainedAsync(agent, new(2026, 1, 15));
        await app.ComplainedAsync(mover, new(2026, 1, 31));
        await app.ComplainedAsync(mover, new(2026, 2, 1));

        Assert.Equal(3m, Assert.Single(await app.GoalsAsync(head)).Figure("actual"));
        Assert.Equal(2m, Assert.Single(await app.GoalsAsync(agent)).Figure("actual"));

        await NightAsync(app);
        var kept = await app.ReadAsync(db => db.Measurements.Where(x => x.KpiId == complaints && x.DepartmentId != null)
            .Join(db.Departments, x => x.DepartmentId, x => (long?)x.Id, (figure, room) => new { room.Code, figure.Value })
            .ToDictionaryAsync(x => x.Code, x => x.Value));
        Assert.Equal((3m, 2m, 1m), (kept["HQ"], kept["CS"], kept["FIN"]));
    }

    private static async Task CompleteAsync(TrainingApp app, HttpClient hr, long person, string course, string on, string result, decimal score) =>
        await hr.DoAsync("/completions", new { employeeId = person, courseId = await app.CourseAsync(course), completedOn = on, result, score, evidence = "签到表" });

    private static Task<bool> HeadAsync(TrainingApp app, string code, long head) => app.WriteAsync(async db =>
    {
        var department = await db.Departments.Include(x => x.Heads).SingleAsync(x => x.Code == code);
        department.NameHead(await db.Employees.Include(x => x.Periods).SingleAsync(x => x.Id == head), new(2026, 1, 1), new(2026, 3, 2));
        return true;
    });

    private static async Task NightAsync(TrainingApp app)
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CountFigures>().RunAsync(TestContext.Current.CancellationToken);
    }
}
