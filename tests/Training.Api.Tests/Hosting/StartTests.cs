using System.Net;
using Training.Api.Access;

namespace Training.Api.Tests.Hosting;

public sealed class StartTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task An_address_without_a_route_tells_a_stranger_nothing_and_the_signed_in_that_it_is_unknown()
    {
        var stranger = await app.CreateClient().GetAsync("/api/v1/nowhere", TestContext.Current.CancellationToken);
        var person = await (await app.AsAsync(Role.Staff)).GetAsync("/api/v1/nowhere", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound), (stranger.StatusCode, person.StatusCode));
    }
}
