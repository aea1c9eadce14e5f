using System.Net;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Plans;

public sealed class FarFutureTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_plan_whose_due_days_lie_beyond_the_calendar_does_not_start()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        app.Clock.SetUtcNow(new DateTimeOffset(2199, 12, 28, 1, 0, 0, TimeSpan.Zero));
        var plan = await app.ApprovedAsync(hr);

        await (await hr.TryAsync($"/plans/{plan.Id()}/start")).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "calendar.outOfRange");

        Assert.Equal("approved", (await hr.ReadAsync($"/plans/{plan.Id()}")).Text("state"));
    }
}
