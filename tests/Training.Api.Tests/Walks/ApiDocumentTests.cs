using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.OpenApi;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Http;

namespace Training.Api.Tests.Walks;

/// <summary>The API document is kept in <c>docs/api/openapi.json</c>; a change of it is approved by running the test with
/// <c>APPROVE=1</c> and committing the file.</summary>
public sealed class ApiDocumentTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public Task The_kept_document_describes_the_program() => ApprovedDocument.CheckAsync(
        app.Services,
        ApprovedDocument.InRepository,
        Environment.GetEnvironmentVariable("APPROVE") == "1",
        TestContext.Current.CancellationToken);

    [Fact]
    public async Task Every_route_is_in_the_document_under_the_name_of_its_act()
    {
        using var document = JsonDocument.Parse(await app.Services.WriteOpenApiAsync(TestContext.Current.CancellationToken));
        var described = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(x => x.Value))
            .Where(x => x.TryGetProperty("operationId", out _))
            .ToDictionary(x => x.GetProperty("operationId").GetString()!);

        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => x.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true);
        foreach (var endpoint in endpoints)
        {
            var name = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
            Assert.True(name is not null, $"{endpoint.RoutePattern.RawText} has no name");
            Assert.True(described.TryGetValue(name, out var operation), $"{name} is not described");
            Assert.True(operation.TryGetProperty("summary", out var summary) && summary.GetString()!.Length > 10, $"{name} says not what it does");
            Assert.True(operation.GetProperty("tags").GetArrayLength() == 1, $"{name} has no tag");
        }
    }
}
