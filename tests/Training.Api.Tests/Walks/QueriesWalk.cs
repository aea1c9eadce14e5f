using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Http.Lists;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Walks;

/// <summary>Walks every list and report with few rows and with many: the number of queries does not grow with the rows, neither for
/// HR, who see everybody, nor for a deputy, who sees the crowd.</summary>
public sealed class QueriesWalk(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task No_list_asks_the_database_more_often_for_400_rows_than_for_20()
    {
        var crowd = new Crowd(app);
        await crowd.GrowAsync(20);
        await crowd.PutUnderDeputyAsync(Role.Supervisor);
        var (few, fewSeen) = (await MeasureAsync(crowd, Role.HumanResources), await MeasureAsync(crowd, Role.Supervisor));
        await crowd.GrowAsync(380);
        var (many, manySeen) = (await MeasureAsync(crowd, Role.HumanResources), await MeasureAsync(crowd, Role.Supervisor));

        var wrong = few.Keys.Where(x => many[x].Queries != few[x].Queries)
            .Select(x => $"{x}: {few[x].Queries} queries for {few[x].Total} rows, {many[x].Queries} for {many[x].Total}").ToList();
        var still = few.Keys.Where(x => many[x].Total <= few[x].Total).Select(x => $"{x}: {few[x].Total} rows, then {many[x].Total}").ToList();

        wrong.AddRange(fewSeen.Keys.Where(x => manySeen[x].Queries != fewSeen[x].Queries)
            .Select(x => $"a supervisor's {x}: {fewSeen[x].Queries} queries for {fewSeen[x].Total} rows, {manySeen[x].Queries} for {manySeen[x].Total}"));

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(manySeen["ListEmployees"].Total > fewSeen["ListEmployees"].Total, "the deputy does not see the crowd");
        Assert.True(still.Count == 0, "the crowd adds no rows to:\n" + string.Join('\n', still));
    }

    private async Task<Dictionary<string, (int Queries, int Total)>> MeasureAsync(Crowd crowd, Role role)
    {
        var client = await app.AsAsync(role);
        var found = new Dictionary<string, (int, int)>();
        foreach (var endpoint in Lists())
        {
            var route = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;
            var pattern = endpoint.RoutePattern.RawText!;
            var path = pattern.Contains("{id}", StringComparison.Ordinal)
                ? pattern.Replace("{id}", crowd.IdFor(route).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                : pattern;
            using var answer = await client.GetAsync($"{path}?pageSize=200", TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (role != Role.HumanResources && answer.StatusCode is (HttpStatusCode.Forbidden or HttpStatusCode.NotFound))
            {
                continue;
            }

            Assert.True(answer.IsSuccessStatusCode, $"{route}: {(int)answer.StatusCode} {text}");
            var queries = int.Parse(answer.Headers.GetValues(QueryHeader.Name).Single(), CultureInfo.InvariantCulture);
            using var page = JsonDocument.Parse(text);
            found.Add(route, (queries, page.RootElement.GetProperty("total").GetInt32()));
        }

        return found;
    }

    private IEnumerable<RouteEndpoint> Lists() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Where(x => x.Metadata.GetMetadata<WorkbookToo>() is not null);
}
