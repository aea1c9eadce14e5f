using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Sessions;

public sealed class ExpiryTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Sixty_days_before_a_completion_stops_counting_the_person_is_told_once_and_may_repeat_the_course()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var person = await app.PersonAsync(Role.Staff, Standing.Own);
        // Counts for six months: until 2 July 2026.
        await hr.DoAsync("/completions", new { employeeId = person, courseId = await app.CourseAsync("CRS040"), completedOn = "2026-01-02", result = "passed" });

        await NightAsync(new DateTimeOffset(2026, 5, 2, 1, 0, 0, TimeSpan.FromHours(8)));
        Assert.Empty(await ToldAsync());
        await NightAsync(new DateTimeOffset(2026, 5, 3, 1, 0, 0, TimeSpan.FromHours(8)));
        await NightAsync(new DateTimeOffset(2026, 5, 4, 1, 0, 0, TimeSpan.FromHours(8)));

        Assert.Contains("2026-07-02", Assert.Single(await ToldAsync()), StringComparison.Ordinal);
        var session = await app.PublishedAsync(hr, at: app.Ahead(9));
        Assert.Equal("requested", (await staff.DoAsync($"/sessions/{session.Id()}/request")).Text("state"));

        async Task<List<string?>> ToldAsync() =>
            [.. (await staff.ReadAsync("/notices?pageSize=200")).Items().Where(x => x.Text("kind") == "completion.expiring").Select(x => x.Text("text"))];
    }

    [Fact]
    public async Task Who_has_repeated_the_course_is_not_told()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        foreach (var day in new[] { "2025-10-01", "2026-02-27" })
        {
            await hr.DoAsync("/completions", new { employeeId = await app.PersonAsync(Role.Supervisor, Standing.Own), courseId = await app.CourseAsync("CRS040"), completedOn = day, result = "passed" });
        }

        await NightAsync(app.Clock.GetUtcNow().AddDays(1));

        Assert.DoesNotContain((await supervisor.ReadAsync("/notices?pageSize=200")).Items(), x => x.Text("kind") == "completion.expiring" && x.Text("text")!.Contains("2026-04-01", StringComparison.Ordinal));
    }

    private async Task NightAsync(DateTimeOffset at)
    {
        app.GoTo(at);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellExpiring>().RunAsync(TestContext.Current.CancellationToken);
    }
}
