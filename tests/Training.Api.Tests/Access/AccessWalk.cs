using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

/// <summary>Every route has its rows in the access table, and only the open ones answer whoever asks.</summary>
public sealed class AccessWalk(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public void Every_route_has_its_rows_in_the_table()
    {
        var rows = AccessTable.All.ToLookup(x => x.Route);

        var missing = Endpoints().Select(NameOf).Where(x => !rows.Contains(x)).Order().ToList();
        var gone = rows.Select(x => x.Key).Except(Endpoints().Select(NameOf)).Order().ToList();
        var twice = rows.Where(x => x.Count() > 1).Select(x => x.Key).ToList();
        var empty = AccessTable.All.Where(x => !x.IsOpen && x.Rows.Count == 0).Select(x => x.Route).ToList();

        Assert.True(missing.Count + gone.Count + twice.Count + empty.Count == 0,
            $"without rows: {string.Join(", ", missing)}; no such route: {string.Join(", ", gone)}; twice: {string.Join(", ", twice)}; empty: {string.Join(", ", empty)}");
    }

    [Fact]
    public async Task Without_a_sign_in_only_the_open_routes_answer()
    {
        var open = AccessTable.All.Where(x => x.IsOpen).Select(x => x.Route).ToHashSet();
        var client = app.CreateClient();
        foreach (var endpoint in Endpoints())
        {
            var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            Assert.True(isOpen == open.Contains(NameOf(endpoint)), $"{NameOf(endpoint)} is {(isOpen ? "open" : "closed")}");
            if (!isOpen)
            {
                var answer = await client.SendAsync(Bare(endpoint), TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{NameOf(endpoint)}: {(int)answer.StatusCode}");
            }
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Where(x => x.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true);

    private static string NameOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? $"unnamed {endpoint.DisplayName}";

    private static HttpRequestMessage Bare(RouteEndpoint endpoint)
    {
        var path = string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart text ? text.Content : "1"))));
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
        return new HttpRequestMessage(new HttpMethod(method), "/" + path);
    }
}
