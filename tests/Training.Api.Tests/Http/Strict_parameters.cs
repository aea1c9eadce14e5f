namespace Training.Api.Tests.Http;

public sealed class Strict_parameters(ProbeHost host) : IClassFixture<ProbeHost>
{
    [Fact]
    public async Task What_is_right_is_taken()
    {
        var taken = await ProbeHost.JsonAsync(await host.GetAsync(
            "/api/v1/query?must=1&colour=darkRed&dueFrom=2026-10-01&atLeast=1.5&isUrgent=true&sentFrom=2026-10-01T00:00:00Z&tag=a&tag=b"));

        Assert.Equal("{\"value\":\"darkRed\"}", taken.GetProperty("colour").GetRawText());
        Assert.Equal("2026-10-01", taken.GetProperty("dueFrom").GetString());
        Assert.Equal(2, taken.GetProperty("tag").GetArrayLength());
    }

    [Theory]
    [InlineData("colour=DarkRed", "colour", "fault.choice")]
    [InlineData("colour=99", "colour", "fault.choice")]
    [InlineData("colour=", "colour", "fault.choice")]
    [InlineData("dueFrom=01.10.2026", "dueFrom", "fault.day")]
    [InlineData("dueFrom=2026-1-1", "dueFrom", "fault.day")]
    [InlineData("atLeast=1,5", "atLeast", "fault.number")]
    [InlineData("isUrgent=True", "isUrgent", "fault.flag")]
    [InlineData("isUrgent=1", "isUrgent", "fault.flag")]
    [InlineData("sentFrom=2026-10-01", "sentFrom", "fault.instant")]
    [InlineData("isUrgent=true&isUrgent=true", "isUrgent", "fault.repeatedParameter")]
    [InlineData("tag=a%00b", "tag", "fault.characters")]
    [InlineData("must=%202", "must", "fault.wholeNumber")]
    [InlineData("must=2147483648", "must", "fault.wholeNumber")]
    public async Task What_is_mistyped_is_named(string query, string name, string fault)
    {
        var path = query.StartsWith("must", StringComparison.Ordinal) ? $"/api/v1/query?{query}" : $"/api/v1/query?must=1&{query}";
        foreach (var language in new[] { "en", "zh-CN" })
        {
            var problem = await ProbeHost.ProblemAsync(await host.GetAsync(path, language), 400, "request.parameter");

            Assert.Contains(problem.Errors[name], x => x.Code == fault);
        }
    }

    [Fact]
    public async Task The_value_and_what_is_accepted_are_said()
    {
        var problem = await ProbeHost.ProblemAsync(await host.GetAsync("/api/v1/query?must=1&colour=blue"), 400, "request.parameter");

        Assert.Equal("The parameter colour is not accepted: \"blue\" is not one of the values accepted: darkRed, green.", problem.Detail);
    }

    [Fact]
    public async Task What_must_be_given_is_named()
    {
        var problem = await ProbeHost.ProblemAsync(await host.GetAsync("/api/v1/query"), 400, "request.parameter");

        Assert.Equal("fault.missing", problem.Errors["must"][0].Code);
    }

    [Theory]
    [InlineData("/api/v1/query?must=1&color=green", "color")]
    [InlineData("/api/v1/query?must=1&COLOUR=green", "COLOUR")]
    [InlineData("/api/v1/items/1?verbose=true", "verbose")]
    public async Task Unknown_parameters_are_refused(string path, string name)
    {
        var problem = await ProbeHost.ProblemAsync(await host.GetAsync(path), 400, "request.unknownParameter");

        Assert.Contains(name, problem.Detail, StringComparison.Ordinal);
        Assert.Equal([name], problem.Errors.Keys);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    [InlineData("1.0")]
    public async Task A_route_value_of_another_kind_is_named(string id)
    {
        var problem = await ProbeHost.ProblemAsync(await host.GetAsync($"/api/v1/items/{id}"), 400, "request.parameter");

        Assert.Contains(id, problem.Detail, StringComparison.Ordinal);
        Assert.Equal(["id"], problem.Errors.Keys);
    }
}
