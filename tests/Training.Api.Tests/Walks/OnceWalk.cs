using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Http;
using Training.Api.Http.Shapes;
using Training.Api.Tests.Access;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Walks;

/// <summary>Walks every route that takes a key: sent again it is answered as before and done once, and the key of one request is
/// refused to another. The valid requests come from the access table.</summary>
public sealed class OnceWalk(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_again_with_its_key_is_done_once_and_what_differs_is_refused()
    {
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => RouteShape.Of(x)?.Takes<IdempotencyKey>() == true)
            .Select(x => x.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).ToList();

        Assert.True(routes.Count >= 2);
        foreach (var route in routes)
        {
            await ShouldBeDoneOnceAsync(AccessTable.All.Single(x => x.Route == route));
        }
    }

    private async Task ShouldBeDoneOnceAsync(RouteAccess access)
    {
        var (one, other) = (await CaseAsync(access), await CaseAsync(access));
        using var request = await access.Request!(one);
        using var different = await access.Request!(other);
        using var first = await SendAsync(one, request, "once-" + access.Route);
        using var again = await SendAsync(one, request, "once-" + access.Route);
        using var refused = await SendAsync(other, different, "once-" + access.Route);

        Assert.True(first.IsSuccessStatusCode, $"{access.Route}: {(int)first.StatusCode}");
        Assert.False(first.Headers.Contains("Idempotency-Replayed"), access.Route);
        Assert.Equal((access.Route, first.StatusCode), (access.Route, again.StatusCode));
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await again.Content.ReadAsStringAsync(Cancellation));
        await refused.ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "idempotency.otherRequest");
    }

    private async Task<AccessCase> CaseAsync(RouteAccess access)
    {
        var (standing, role, _) = access.Rows.First(x => x.Expected == Expected.Allowed);
        return new AccessCase(
            app, role, standing, await app.PersonAsync(role, Standing.Own), standing == Standing.Any ? 0 : await app.PersonAsync(role, standing))
        {
            Client = await app.AsAsync(role),
        };
    }

    private static async Task<HttpResponseMessage> SendAsync(AccessCase found, HttpRequestMessage request, string key)
    {
        using var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var header in request.Headers.Where(x => x.Key != "Idempotency-Key"))
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        copy.Headers.Add("Idempotency-Key", key);
        var content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(Cancellation));
        content.Headers.ContentType = request.Content.Headers.ContentType;
        copy.Content = content;
        return await found.Client.SendAsync(copy, Cancellation);
    }
}
