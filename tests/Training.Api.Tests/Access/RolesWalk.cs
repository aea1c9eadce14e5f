using System.Net;
using System.Text.Json;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

/// <summary>Walks every route of a part of the table with every role in every standing to the record. The parts run beside each
/// other, each over a company of its own.</summary>
public abstract class RolesWalk(TrainingApp app)
{
    private readonly Dictionary<Role, HttpClient> _clients = [];

    protected async Task AnswersAsync(string route)
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
}

/// <summary>The routes about accounts, people and the calendar.</summary>
public sealed class PeopleRolesWalk(TrainingApp app) : RolesWalk(app), IClassFixture<TrainingApp>
{
    public static TheoryData<string> Routes => [.. AccessTable.People.Select(x => x.Route)];

    [Theory]
    [MemberData(nameof(Routes))]
    public Task Each_role_is_answered_as_the_table_says(string route) => AnswersAsync(route);
}

/// <summary>The routes about courses, plans and sessions.</summary>
public sealed class LearningRolesWalk(TrainingApp app) : RolesWalk(app), IClassFixture<TrainingApp>
{
    public static TheoryData<string> Routes => [.. AccessTable.Learning.Select(x => x.Route)];

    [Theory]
    [MemberData(nameof(Routes))]
    public Task Each_role_is_answered_as_the_table_says(string route) => AnswersAsync(route);
}

/// <summary>The routes about KPIs, figures, events and files.</summary>
public sealed class FiguresRolesWalk(TrainingApp app) : RolesWalk(app), IClassFixture<TrainingApp>
{
    public static TheoryData<string> Routes => [.. AccessTable.Figures.Select(x => x.Route)];

    [Theory]
    [MemberData(nameof(Routes))]
    public Task Each_role_is_answered_as_the_table_says(string route) => AnswersAsync(route);
}
