using System.Net;

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

    [Theory]
    [InlineData("/swagger/index.html", "script-src 'self'")]
    [InlineData("/swagger/v1/swagger.json", "script-src 'self'")]
    [InlineData("/api/v1/nowhere", "default-src 'none'; frame-ancestors")]
    [InlineData("/health/live", "default-src 'none'; frame-ancestors")]
    public async Task Every_answer_says_what_a_browser_may_do_with_it_and_the_page_runs_its_own_scripts_only(string path, string policy)
    {
        var answer = await app.CreateClient().GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains(policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotMatch("<script(?![^>]*src=)", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
