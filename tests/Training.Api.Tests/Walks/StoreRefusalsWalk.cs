using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.OpenApi;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Walks;

public sealed class StoreRefusalsWalk(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public void Every_write_says_that_the_store_may_refuse_it_and_no_read_does()
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => x.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)).ToList();
        var writes = endpoints.Where(x => x.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods is not ["GET"]).ToList();

        Assert.NotEmpty(writes);
        Assert.All(writes, x => Assert.ProperSuperset(
            new HashSet<string> { DataRefusals.ReadOnly.Code, DataRefusals.Duplicate.Code, DataRefusals.Referenced.Code },
            ImpliedRefusals.AllOf(x).Select(refusal => refusal.Code).ToHashSet()));
        Assert.All(endpoints.Except(writes), x => Assert.DoesNotContain(DataRefusals.ReadOnly, ImpliedRefusals.AllOf(x)));
    }
}
