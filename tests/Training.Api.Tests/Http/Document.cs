using System.Text.Json;
using Training.Api.OpenApi;

namespace Training.Api.Tests.Http;

public sealed class Document(ProbeHost host) : IClassFixture<ProbeHost>
{
    [Fact]
    public async Task A_list_is_described_with_its_parameters_and_both_media_types()
    {
        var list = await OperationAsync("/api/v1/items", "get");

        Assert.Equal("ListItems", list.GetProperty("operationId").GetString());
        Assert.Equal(
            ["colour", "dueFrom", "atLeast", "isUrgent", "sentFrom", "tag", "page", "pageSize", "sort", "q"],
            list.GetProperty("parameters").EnumerateArray().Select(x => x.GetProperty("name").GetString()));
        var content = list.GetProperty("responses").GetProperty("200").GetProperty("content");
        Assert.True(content.TryGetProperty("application/json", out var json));
        Assert.True(content.TryGetProperty("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out _));
        Assert.Equal("#/components/schemas/ItemRowPage", json.GetProperty("schema").GetProperty("$ref").GetString());
        var page = list.GetProperty("parameters").EnumerateArray().First(x => x.GetProperty("name").GetString() == "pageSize");
        Assert.Equal("Rows on a page, 1 to 200; 50 unless given.", page.GetProperty("description").GetString());
    }

    [Fact]
    public async Task The_refusals_of_a_route_stand_under_their_status()
    {
        var edit = await OperationAsync("/api/v1/items/{id}", "put");

        Assert.Equal(["probe.state", "record.duplicate", "record.referenced"], Codes(edit, "409"));
        Assert.Equal(["probe.content"], Codes(edit, "422"));
        Assert.Equal(["version.missing"], Codes(edit, "428"));
        Assert.Equal(["record.unknown"], Codes(edit, "404"));
        Assert.Contains("request.unreadable", Codes(edit, "400"));
        var ifMatch = edit.GetProperty("parameters").EnumerateArray().Single(x => x.GetProperty("in").GetString() == "header");
        Assert.Equal("If-Match", ifMatch.GetProperty("name").GetString());
        Assert.True(ifMatch.GetProperty("required").GetBoolean());
    }

    [Fact]
    public async Task Schemas_say_what_the_strict_json_demands()
    {
        var document = await DocumentAsync();
        var echo = document.GetProperty("components").GetProperty("schemas").GetProperty("EchoRequest");

        Assert.Equal(
            ["amount", "colour", "count", "dueOn", "isUrgent", "lines", "name", "sentAt", "tags"],
            echo.GetProperty("required").EnumerateArray().Select(x => x.GetString()).Order(StringComparer.Ordinal));
        Assert.False(echo.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(20, echo.GetProperty("properties").GetProperty("name").GetProperty("maxLength").GetInt32());
        Assert.Equal("number", echo.GetProperty("properties").GetProperty("amount").GetProperty("type").GetString());
        Assert.Equal("date", echo.GetProperty("properties").GetProperty("dueOn").GetProperty("format").GetString());
        Assert.Equal(
            ["darkRed", "green"],
            document.GetProperty("components").GetProperty("schemas").GetProperty("Colour").GetProperty("enum").EnumerateArray().Select(x => x.GetString()));
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_described_as_a_part_and_as_a_body()
    {
        var content = (await OperationAsync("/api/v1/files", "post")).GetProperty("requestBody").GetProperty("content");

        Assert.Equal(["multipart/form-data", "text/plain"], content.EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task A_changed_document_is_noticed_until_it_is_approved()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "openapi.json");
        var cancellation = TestContext.Current.CancellationToken;
        await Assert.ThrowsAnyAsync<Exception>(() => ApprovedDocument.CheckAsync(host.Services, file, false, cancellation));
        await ApprovedDocument.CheckAsync(host.Services, file, true, cancellation);
        await ApprovedDocument.CheckAsync(host.Services, file, false, cancellation);
        await File.AppendAllTextAsync(file, " ", cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => ApprovedDocument.CheckAsync(host.Services, file, false, cancellation));
        Directory.Delete(Path.GetDirectoryName(file)!, true);
    }

    private static IEnumerable<string?> Codes(JsonElement operation, string status) => operation
        .GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/problem+json")
        .GetProperty("schema").GetProperty("allOf")[1].GetProperty("properties").GetProperty("code").GetProperty("enum")
        .EnumerateArray().Select(x => x.GetString());

    private async Task<JsonElement> OperationAsync(string path, string method) =>
        (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty(method);

    private async Task<JsonElement> DocumentAsync() =>
        JsonDocument.Parse(await host.Services.WriteOpenApiAsync(TestContext.Current.CancellationToken)).RootElement;
}
