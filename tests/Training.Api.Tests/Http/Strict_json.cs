using System.Text.Json;

namespace Training.Api.Tests.Http;

public sealed class Strict_json(ProbeHost host) : IClassFixture<ProbeHost>
{
    private const string Right = """
        {"name":"张伟","count":3,"amount":90.00,"dueOn":"2026-10-01","sentAt":"2026-10-01T08:00:00.1234567+08:00","colour":"darkRed",
         "isUrgent":true,"lines":[{"courseCode":"C01","hours":1.50}],"tags":["a"]}
        """;

    [Fact]
    public async Task What_is_right_comes_back_in_the_one_form()
    {
        var response = await host.PostJsonAsync("/api/v1/echo", Right);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            """{"name":"张伟","count":3,"amount":90,"dueOn":"2026-10-01","sentAt":"2026-10-01T00:00:00.123Z","colour":"darkRed","isUrgent":true,"lines":[{"courseCode":"C01","hours":1.5}],"tags":["a"],"note":null,"rank":null}""",
            text);
    }

    [Theory]
    [InlineData("\"count\":3", "\"count\":\"3\"", "count", "fault.wholeNumber")]
    [InlineData("\"count\":3", "\"count\":3.5", "count", "fault.wholeNumber")]
    [InlineData("\"count\":3", "\"count\":99999999999", "count", "fault.wholeNumber")]
    [InlineData("\"count\":3", "\"count\":null", "count", "fault.wholeNumber")]
    [InlineData("\"count\":3,", "", "count", "fault.missing")]
    [InlineData("\"count\":3", "\"count\":3,\"surprise\":1", "surprise", "fault.unknownMember")]
    [InlineData("\"count\":3", "\"count\":3,\"count\":4", "count", "fault.repeatedMember")]
    [InlineData("\"count\":3", "\"Count\":3", "Count", "fault.unknownMember")]
    [InlineData("\"amount\":90.00", "\"amount\":\"90\"", "amount", "fault.number")]
    [InlineData("\"amount\":90.00", "\"amount\":1e3", "amount", "fault.number")]
    [InlineData("\"amount\":90.00", "\"amount\":0.12345678901234567890123456789", "amount", "fault.number")]
    [InlineData("\"dueOn\":\"2026-10-01\"", "\"dueOn\":\"2026/10/01\"", "dueOn", "fault.day")]
    [InlineData("\"dueOn\":\"2026-10-01\"", "\"dueOn\":\"2026-02-30\"", "dueOn", "fault.day")]
    [InlineData("\"dueOn\":\"2026-10-01\"", "\"dueOn\":\"1899-12-31\"", "dueOn", "fault.day")]
    [InlineData("\"dueOn\":\"2026-10-01\"", "\"dueOn\":\"2200-01-01\"", "dueOn", "fault.day")]
    [InlineData("\"dueOn\":\"2026-10-01\"", "\"dueOn\":20261001", "dueOn", "fault.day")]
    [InlineData("\"sentAt\":\"2026-10-01T08:00:00.1234567+08:00\"", "\"sentAt\":\"9999-12-31T23:59:59Z\"", "sentAt", "fault.instant")]
    [InlineData("\"sentAt\":\"2026-10-01T08:00:00.1234567+08:00\"", "\"sentAt\":\"2026-10-01T08:00:00\"", "sentAt", "fault.instant")]
    [InlineData("\"sentAt\":\"2026-10-01T08:00:00.1234567+08:00\"", "\"sentAt\":\"0001-01-01T00:00:00+08:00\"", "sentAt", "fault.instant")]
    [InlineData("\"darkRed\"", "\"DarkRed\"", "colour", "fault.choice")]
    [InlineData("\"darkRed\"", "0", "colour", "fault.choice")]
    [InlineData("\"darkRed\"", "null", "colour", "fault.choice")]
    [InlineData("\"darkRed\"", "\"99\"", "colour", "fault.choice")]
    [InlineData("true", "\"true\"", "isUrgent", "fault.flag")]
    [InlineData("\"张伟\"", "null", "name", "fault.null")]
    [InlineData("\"张伟\"", "7", "name", "fault.text")]
    [InlineData("\"张伟\"", "\"a\\u0000b\"", "name", "fault.characters")]
    [InlineData("\"张伟\"", "\"a\\ud800b\"", "name", "fault.characters")]
    [InlineData("[\"a\"]", "[\"a\",null]", "tags[1]", "fault.null")]
    [InlineData("[\"a\"]", "[\"a\",\"\\udc00\"]", "tags[1]", "fault.characters")]
    [InlineData("[\"a\"]", "{}", "tags", "fault.list")]
    [InlineData("[\"a\"]", "null", "tags", "fault.null")]
    [InlineData("[{\"courseCode\":\"C01\",\"hours\":1.50}]", "[null]", "lines[0]", "fault.null")]
    [InlineData("[{\"courseCode\":\"C01\",\"hours\":1.50}]", "[7]", "lines[0]", "fault.object")]
    [InlineData("\"hours\":1.50", "\"hours\":true", "lines[0].hours", "fault.number")]
    [InlineData("\"hours\":1.50", "\"hour\":1", "lines[0].hour", "fault.unknownMember")]
    [InlineData(",\"hours\":1.50", "", "lines[0].hours", "fault.missing")]
    public async Task What_is_wrong_is_named_with_its_place(string right, string wrong, string place, string fault)
    {
        var json = Right.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Right, json);

        foreach (var language in new[] { "en", "zh-CN" })
        {
            var problem = await ProbeHost.ProblemAsync(await host.PostJsonAsync("/api/v1/echo", json, language), 400, "request.unreadable");

            var (named, errors) = Assert.Single(problem.Errors);
            Assert.Equal(place, named);
            Assert.Equal(fault, Assert.Single(errors).Code);
            Assert.Contains(place, problem.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "fault.missing")]
    [InlineData("null", "fault.missing")]
    [InlineData("{", "fault.syntax")]
    [InlineData("[]", "fault.object")]
    [InlineData("\"text\"", "fault.object")]
    [InlineData("{'name':1}", "fault.syntax")]
    [InlineData("{} {}", "fault.missing")]
    public async Task What_is_no_object_is_refused(string json, string fault)
    {
        var problem = await ProbeHost.ProblemAsync(await host.PostJsonAsync("/api/v1/echo", json), 400, "request.unreadable");

        Assert.Contains(problem.Errors.Values.SelectMany(x => x), x => x.Code == fault);
    }

    [Fact]
    public async Task All_missing_members_are_named()
    {
        var problem = await ProbeHost.ProblemAsync(await host.PostJsonAsync("/api/v1/echo", "{\"name\":\"x\",\"count\":1}"), 400, "request.unreadable");

        Assert.Equal(
            ["amount", "dueOn", "sentAt", "colour", "isUrgent", "lines", "tags"],
            problem.Errors.Keys);
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        var json = Right.Replace("[\"a\"]", new string('[', 60) + new string(']', 60), StringComparison.Ordinal);

        await ProbeHost.ProblemAsync(await host.PostJsonAsync("/api/v1/echo", json), 400, "request.unreadable");
    }

    [Fact]
    public async Task Broken_attributes_name_every_place_in_both_languages()
    {
        var json = Right
            .Replace("\"张伟\"", "\" \"", StringComparison.Ordinal)
            .Replace("\"C01\",\"hours\":1.50", "\"C\",\"hours\":100.125", StringComparison.Ordinal);

        var english = await ProbeHost.ProblemAsync(await host.PostJsonAsync("/api/v1/echo", json), 400, "request.invalid");
        var chinese = await ProbeHost.ProblemAsync(await host.PostJsonAsync("/api/v1/echo", json, null), 400, "request.invalid");

        Assert.Equal(["lines[0].courseCode", "lines[0].hours", "name"], english.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["fault.decimals", "fault.within"], english.Errors["lines[0].hours"].Select(x => x.Code).Order(StringComparer.Ordinal));
        Assert.Equal("the text must have 1 to 20 characters, outer spaces not counted.", english.Errors["name"][0].Message);
        Assert.Equal("文本长度应为 1 到 20 个字符（去掉首尾空格后）。", chinese.Errors["name"][0].Message);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=gbk")]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("application/xml")]
    public async Task Other_content_is_415(string media)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/echo") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", media);

        await ProbeHost.ProblemAsync(await host.SendAsync(request), 415, "request.media");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_a_megabyte_is_413(bool lengthIsKnown)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new { name = new string('x', 1024 * 1024) });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/echo")
        {
            Content = lengthIsKnown ? new ByteArrayContent(bytes) : new StreamContent(new Unmeasured(bytes)),
        };
        request.Content.Headers.ContentType = new("application/json");

        var problem = await ProbeHost.ProblemAsync(await host.SendAsync(request), 413, "request.tooLarge");

        Assert.Contains("1048576", problem.Detail, StringComparison.Ordinal);
    }

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
