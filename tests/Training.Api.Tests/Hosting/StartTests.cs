namespace Training.Api.Tests.Hosting;

public sealed class StartTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task An_address_without_a_route_is_a_problem()
    {
        var answer = await app.CreateClient().GetAsync("/api/v1/nowhere", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
