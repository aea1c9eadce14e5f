using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Training.Api.Errors;
using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Tests.Http;

public sealed class Refused(ProbeHost host) : IClassFixture<ProbeHost>
{
    [Theory]
    [InlineData("race", 503, "server.busy")]
    [InlineData("busy", 503, "server.busy")]
    [InlineData("many", 429, "request.tooMany")]
    [InlineData("own", 403, "access.own")]
    [InlineData("content", 422, "probe.content")]
    [InlineData("bug", 500, "server.fault")]
    public async Task Whatever_is_thrown_is_a_problem(string what, int status, string code)
    {
        var response = await host.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/throw/{what}"));

        await ProbeHost.ProblemAsync(response, status, code);
        Assert.Contains(host.Seen, x => x.Code == code && x.Endpoint?.DisplayName?.Contains("throw", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(401, "access.notSignedIn")]
    [InlineData(403, "access.role")]
    [InlineData(404, "record.unknown")]
    [InlineData(429, "request.tooMany")]
    [InlineData(503, "server.busy")]
    public async Task A_bare_status_is_a_problem_in_both_languages(int status, string code)
    {
        var english = await ProbeHost.ProblemAsync(await host.GetAsync($"/api/v1/status/{status}"), status, code);
        var chinese = await ProbeHost.ProblemAsync(await host.GetAsync($"/api/v1/status/{status}", null), status, code);

        Assert.Equal(Texts.Of(Language.English, $"status.{status}"), english.Title);
        Assert.Equal(Texts.Of(Language.Chinese, $"status.{status}"), chinese.Title);
        Assert.NotEqual(english.Detail, chinese.Detail);
    }

    [Fact]
    public async Task The_reader_chooses_the_language_by_preference()
    {
        var response = await host.GetAsync("/api/v1/items/2", "fr, zh;q=0.3, en-GB;q=0.8");

        Assert.Equal("en", Assert.Single(response.Content.Headers.ContentLanguage));
    }

    [Fact]
    public async Task Waiting_is_told_in_seconds()
    {
        var response = await host.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/throw/busy"));

        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_fault_of_ours_tells_nothing_but_its_trace()
    {
        var response = await host.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/throw/bug"));

        var problem = await ProbeHost.ProblemAsync(response, 500, "server.fault");
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, x => x.Contains("InvalidOperationException", StringComparison.Ordinal) && x.Contains(problem.TraceId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_route_and_no_method_are_told_apart()
    {
        await ProbeHost.ProblemAsync(await host.GetAsync("/api/v1/nothing"), 404, "request.route");
        var response = await host.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/v1/echo"));
        await ProbeHost.ProblemAsync(response, 405, "request.method");
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(null, "new", 428, "version.missing")]
    [InlineData("\"2\"", "new", 412, "version.stale")]
    [InlineData("3", "new", 400, "request.parameter")]
    [InlineData("W/\"3\"", "new", 400, "request.parameter")]
    [InlineData("*", "new", 400, "request.parameter")]
    [InlineData("\"3\", \"4\"", "new", 400, "request.parameter")]
    [InlineData("\"3\"", "taken", 409, "probe.state")]
    [InlineData("\"3\"", " ", 400, "request.invalid")]
    public async Task An_edit_must_be_for_the_current_version(string? ifMatch, string name, int status, string code) =>
        await ProbeHost.ProblemAsync(await EditAsync(ifMatch, name), status, code);

    [Fact]
    public async Task The_version_is_the_entity_tag()
    {
        var read = await host.GetAsync("/api/v1/items/1");
        var edited = await EditAsync(read.Headers.ETag!.Tag, "new");

        Assert.Equal("\"3\"", read.Headers.ETag.Tag);
        Assert.Equal("\"4\"", edited.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task An_act_without_content_accepts_a_version_and_needs_none()
    {
        var without = await host.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/items/1/retire"));
        using var stale = new HttpRequestMessage(HttpMethod.Post, "/api/v1/items/1/retire");
        stale.Headers.TryAddWithoutValidation("If-Match", "\"1\"");

        Assert.Equal(HttpStatusCode.NoContent, without.StatusCode);
        await ProbeHost.ProblemAsync(await host.SendAsync(stale), 412, "version.stale");
    }

    [Fact]
    public async Task Every_answer_carries_its_safety_headers()
    {
        foreach (var path in new[] { "/api/v1/items/1", "/api/v1/nothing", "/api/v1/status/401" })
        {
            var headers = (await host.GetAsync(path)).Headers;

            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.True(headers.CacheControl?.NoStore);
            Assert.StartsWith("default-src 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_is_one_line_without_its_values()
    {
        await host.GetAsync("/api/v1/items?q=Zhang%20secretname&pageSize=1");

        Assert.Contains(host.Log.Lines, x => x.StartsWith("ListItems GET 200 ", StringComparison.Ordinal));
        Assert.DoesNotContain(
            host.Log.Lines.Where(x => x.StartsWith("ListItems", StringComparison.Ordinal)),
            x => x.Contains("secretname", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("file", 10, 200)]
    [InlineData("file", 2000, 200)]
    [InlineData("file", 2001, 413)]
    [InlineData("file", 0, 400)]
    [InlineData("other", 10, 400)]
    public async Task One_file_is_taken_as_a_part(string part, int size, int status)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[size]), part, "../../员工.xlsx" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files") { Content = form };

        var response = await host.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200)
        {
            Assert.Contains($"员工.xlsx  {size}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_file_is_taken_as_the_whole_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files") { Content = new ByteArrayContent(new byte[7]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");

        Assert.Contains("text/plain 7", await (await host.SendAsync(request)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "no boundary at all")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ncut off")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nnonsense\r\n\r\nx\r\n--b--")]
    public async Task A_broken_upload_is_400(string media, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files") { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", media);

        await ProbeHost.ProblemAsync(await host.SendAsync(request), 400, "request.unreadable");
    }

    [Fact]
    public void Every_kind_of_refusal_has_a_status_with_a_title()
    {
        foreach (var kind in Enum.GetValues<RefusalKind>())
        {
            Assert.True(Texts.Has(Language.Chinese, $"status.{RefusalStatus.Of(new Refusal("x.y", kind))}"));
        }
    }

    private async Task<HttpResponseMessage> EditAsync(string? ifMatch, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/items/1") { Content = JsonContent.Create(new { name }) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await host.SendAsync(request);
    }
}
