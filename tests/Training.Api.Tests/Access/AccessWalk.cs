using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

/// <summary>Walks every route with every role in every standing to the record.</summary>
public sealed class AccessWalk(TrainingApp app) : IClassFixture<TrainingApp>
{
    private readonly Dictionary<Role, HttpClient> _clients = [];

    public static TheoryData<string> Routes => [.. AccessTable.All.Select(x => x.Route)];

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

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Each_role_is_answered_as_the_table_says(string route)
    {
        await app.WithDeputiesAsync();
        var access = AccessTable.All.Single(x => x.Route == route);
        var wrong = new List<string>();
        foreach (var (standing, role, expected) in access.Rows)
        {
            var subject = standing == Standing.Any ? 0 : await app.PersonAsync(role, standing);
            var found = new AccessCase(app, role, standing, await app.PersonAsync(role, Standing.Own), subject)
            {
                Client = access.IsByNewAccount ? await app.SignInAsAsync(role) : await ClientAsync(role),
            };
            var (got, text) = access.Listed is null ? await SendAsync(access, found) : await ListAsync(access, found);
            if (got != expected)
            {
                wrong.Add($"{role} × {standing}: expected {expected}, got {text}");
            }
        }

        Assert.True(wrong.Count == 0, $"{route}\n{string.Join('\n', wrong)}");
    }

    private static async Task<(Expected? Got, string Text)> SendAsync(RouteAccess access, AccessCase found)
    {
        using var request = await access.Request!(found);
        using var answer = await found.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (Of(answer), $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    private static async Task<(Expected? Got, string Text)> ListAsync(RouteAccess access, AccessCase found)
    {
        var id = await access.Listed!(found);
        for (var page = 1; ; page++)
        {
            using var request = await access.Request!(found);
            request.RequestUri = page == 1 ? request.RequestUri : new Uri($"{request.RequestUri}&page={page}", UriKind.Relative);
            using var answer = await found.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                return (Of(answer), $"{(int)answer.StatusCode} {text}");
            }

            using var list = JsonDocument.Parse(text);
            var rows = list.RootElement.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("id").GetInt64()).ToList();
            if (rows.Contains(id))
            {
                return (Expected.Allowed, $"{id} listed");
            }

            if (page * 200 >= list.RootElement.GetProperty("total").GetInt32())
            {
                return (Expected.Hidden, $"{id} not listed");
            }
        }
    }

    private static Expected? Of(HttpResponseMessage answer) => answer switch
    {
        { IsSuccessStatusCode: true } => Expected.Allowed,
        { StatusCode: HttpStatusCode.Forbidden } => Expected.Forbidden,
        { StatusCode: HttpStatusCode.NotFound } => Expected.Hidden,
        _ => null,
    };

    private async Task<HttpClient> ClientAsync(Role role)
    {
        if (!_clients.TryGetValue(role, out var client))
        {
            _clients.Add(role, client = await app.AsAsync(role));
        }

        return client;
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
