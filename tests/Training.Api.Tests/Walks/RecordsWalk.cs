using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Http.Shapes;
using Training.Api.OpenApi;
using Training.Api.Tests.Access;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Walks;

/// <summary>Walks every route about a record: a record that does not exist, a version that is over, a version that is missing. The
/// valid requests come from the access table.</summary>
public sealed class RecordsWalk(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Nowhere = "999999999";

    public static TheoryData<string> Routes => [.. AccessTable.All.Where(x => !x.IsOpen && x.Listed is null).Select(x => x.Route)];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task What_does_not_exist_is_unknown_and_what_was_changed_is_not_overwritten(string route)
    {
        var access = AccessTable.All.Single(x => x.Route == route);
        var endpoint = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(x => x.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == route);
        var places = endpoint.RoutePattern.PathSegments.Select((x, i) => (Index: i, x.Parts))
            .Where(x => x.Parts is [RoutePatternParameterPart]).Select(x => x.Index).ToList();
        foreach (var place in places)
        {
            await ShouldBeAsync(access, HttpStatusCode.NotFound, "record.unknown", x => Redirect(x, place));
        }

        if (RouteShape.Of(endpoint) is { } shape && shape.Takes<IfMatch>())
        {
            await ShouldBeAsync(access, HttpStatusCode.PreconditionFailed, "version.stale", x => SetVersion(x, "\"99999\""));
            if (ImpliedRefusals.AllOf(endpoint).Any(x => x.Code == CommonRefusals.VersionMissing.Code))
            {
                await ShouldBeAsync(access, HttpStatusCode.PreconditionRequired, "version.missing", x => SetVersion(x, null));
            }
        }
    }

    [Fact]
    public void Whatever_is_edited_or_deleted_is_so_for_the_version_that_was_read()
    {
        var without = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => x.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(y => y is "PUT" or "DELETE") == true
                && RouteShape.Of(x)?.Takes<IfMatch>() != true)
            .Select(x => x.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName);

        Assert.Empty(without);
    }

    private async Task ShouldBeAsync(RouteAccess access, HttpStatusCode status, string code, Action<HttpRequestMessage> spoil)
    {
        var (standing, role, _) = access.Rows.First(x => x.Expected == Expected.Allowed);
        var found = new AccessCase(
            app, role, standing, await app.PersonAsync(role, Standing.Own), standing == Standing.Any ? 0 : await app.PersonAsync(role, standing))
        {
            Client = access.IsByNewAccount ? await app.SignInAsAsync(role) : await app.AsAsync(role),
        };
        using var request = await access.Request!(found);
        spoil(request);
        using var answer = await found.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode == status, $"{access.Route}: {(int)answer.StatusCode} {text}");
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
    }

    private static void Redirect(HttpRequestMessage request, int place)
    {
        var (path, query) = request.RequestUri!.OriginalString.Split('?') is [var x, var y] ? (x, "?" + y) : (request.RequestUri.OriginalString, "");
        var segments = path.TrimStart('/').Split('/');
        segments[place] = Nowhere;
        request.RequestUri = new Uri("/" + string.Join('/', segments) + query, UriKind.Relative);
    }

    private static void SetVersion(HttpRequestMessage request, string? tag)
    {
        request.Headers.Remove("If-Match");
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }
    }
}
