using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

/// <summary>Amendments of plans with many people, and of plans whose people come and go.</summary>
public sealed class AmendmentFollowTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_amendment_takes_no_more_statements_for_many_people_than_for_few()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var (_, plan, _) = await app.RunningPlanAsync("CRS040", "CRS041");
        var few = await StatementsAsync(app, plan, await app.AmendmentAsync("CRS041", "CRS024"), 20);
        await app.HireAsync([.. Enumerable.Range(0, 150).Select(x => $"M-{x}")]);

        var many = await StatementsAsync(app, plan, await app.AmendmentAsync("CRS024", "CRS001"), 30);

        Assert.Equal(24 + 150, await app.ReadAsync(db => db.TrainingItems.CountAsync(x => x.PlanId == plan.Id() && db.Courses.Any(y => y.Id == x.CourseId && y.Code == "CRS001"))));
        Assert.Equal(few, many);
    }

    /// <summary>Random amendments and moves: after each the open items are those of the audience and the plan evaluated anew.</summary>
    [Fact]
    public async Task After_any_amendments_and_moves_the_open_items_are_those_of_audience_and_plan_evaluated_anew()
    {
        await using var app = await AmendmentWorld.NewAsync();
        var (hr, plan, _) = await app.RunningPlanAsync("CRS040", "CRS041");
        string[] courses = ["CRS001", "CRS024", "CRS040", "CRS041"];
        var people = await app.ReadAsync(db => db.Employees.OrderBy(x => x.Id).Skip(3).Take(5).Select(x => x.Id).ToListAsync());
        var random = new Random(20260302);
        for (var day = 1; day <= 10; day++)
        {
            app.Clock.SetUtcNow(TrainingApp.Morning.AddDays(day));
            await TurnAsync(app, people[random.Next(people.Count)], Today.AddDays(day + random.Next(2)));
            var chosen = courses.Where(_ => random.Next(3) > 0).DefaultIfEmpty("CRS040").ToList();
            var items = new List<object>();
            foreach (var course in chosen)
            {
                items.Add(await app.ItemAsync(course, 5 + random.Next(40), mandatory: random.Next(2) == 0));
            }

            await app.AmendAsync(plan, new { items, reason = $"第 {day} 天", audience = new { withBelow = random.Next(2) == 0 } });
            await app.FollowAsync();

            var audience = (await hr.ReadAsync($"/plans/{plan.Id()}/audience?pageSize=200")).Items().Select(x => x.Id());
            var asked = audience.SelectMany(_ => chosen, (person, course) => $"{person} {course}").Order(StringComparer.Ordinal);
            var open = (await app.ReadAsync(db => db.TrainingItems.Where(x => x.PlanId == plan.Id() && x.DroppedOn == null)
                    .Join(db.Courses, x => x.CourseId, x => x.Id, (item, course) => new { item.EmployeeId, course.Code }).ToListAsync()))
                .Select(x => $"{x.EmployeeId} {x.Code}").Order(StringComparer.Ordinal);
            Assert.Equal(asked, open);
            Assert.Equal(0, (await hr.DoAsync("/due-day-moves")).Number("moved"));
            Assert.Equal((0, 0), await app.FollowAsync());
        }
    }

    /// <summary>How many statements approving takes; the first course stays, due after so many days instead.</summary>
    private static async Task<int> StatementsAsync(TrainingApp app, JsonElement plan, object amendment, int days)
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var asked = JsonElement.Parse(JsonSerializer.Serialize(amendment)).GetProperty("items").EnumerateArray().Select((x, i) => new
        {
            courseId = x.GetProperty("courseId").GetInt64(), isMandatory = i > 0, dueWorkingDays = i == 0 ? days + 5 : 20,
        });
        var proposed = await hr.ProposeAsync(plan, new { items = asked, reason = "调整" });
        using var answer = await approver.TryAsync($"/plans/{plan.Id()}/amendments/{proposed.Number("number")}/approve");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return int.Parse(answer.Headers.GetValues(QueryHeader.Name).Single(), CultureInfo.InvariantCulture);
    }

    /// <summary>Moves somebody into the department of the plan, or out of it, from the day on.</summary>
    private static async Task TurnAsync(TrainingApp app, long employee, DateOnly from)
    {
        var (service, finance) = (await app.PlaceAsync("CS"), await app.PlaceAsync("FIN"));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        await scope.ServiceProvider.GetRequiredService<ChangeEmployment>().RunAsync(
            db.Employees,
            employee,
            (_, timeline) =>
            {
                var now = timeline.Assignments.First(x => x.HoldsOn(from)).Placement;
                timeline.ChangeFrom(from, (now.DepartmentId == service.DepartmentId ? finance : service) with { SupervisorId = now.SupervisorId });
                return Task.CompletedTask;
            },
            Stop);
    }
}
