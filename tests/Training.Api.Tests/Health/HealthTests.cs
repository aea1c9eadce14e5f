using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Training.Api.Audit;
using Training.Api.Tests.Hosting;
using Training.Domain.People;

namespace Training.Api.Tests.Health;

public sealed class HealthTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TrainingApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Everybody_may_ask_and_learns_names_and_states_alone()
    {
        await _app.Services.GetRequiredService<SealAudit>().RunAsync(None);

        var (status, checks) = await ReadyAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(checks, x => Assert.Equal("ok", x.Value));
        Assert.Equal(HttpStatusCode.OK, (await _app.CreateClient().GetAsync("/health/live", None)).StatusCode);
    }

    [Fact]
    public async Task Rows_that_wait_for_their_seal_for_more_than_a_minute_are_warned_of()
    {
        await _app.AddAccountAsync("somebody", null, Role.Staff);
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("warning", (await ReadyAsync()).Checks["audit"]);
        await _app.Services.GetRequiredService<SealAudit>().RunAsync(None);
        Assert.Equal("ok", (await ReadyAsync()).Checks["audit"]);
    }

    [Fact]
    public async Task One_decider_is_too_few()
    {
        await _app.ReadAsync(db => db.WriteAsync(async () =>
        {
            var account = await db.Users.SingleAsync(x => x.UserName == World.UserNameOf(Role.Approver), None);
            account.DisabledAt = TrainingApp.Morning;
            return true;
        }));

        var (status, checks) = await ReadyAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("warning", checks["planApprovers"]);
        Assert.Equal("warning", checks["grantConfirmers"]);
    }

    [Fact]
    public async Task Deciders_who_have_left_decide_nothing()
    {
        await _app.ReadAsync(db => db.WriteAsync(async () =>
        {
            var number = World.NumberOf(Role.Approver, Standing.Own);
            var leaver = await db.Employees.Include(x => x.Periods).SingleAsync(x => x.EmployeeNumber == number, None);
            leaver.EndEmployment(new Leaving(new DateOnly(2026, 3, 1), null));
            return true;
        }));

        Assert.Equal("warning", (await ReadyAsync()).Checks["grantConfirmers"]);
    }

    [Fact]
    public async Task A_database_of_another_shape_cannot_serve()
    {
        await _app.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"", None));

        var (status, checks) = await ReadyAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("failed", checks["migrations"]);
    }

    private async Task<(HttpStatusCode Status, Dictionary<string, string> Checks)> ReadyAsync()
    {
        var answer = await _app.CreateClient().GetAsync("/health/ready", None);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(None));
        return (answer.StatusCode, body.RootElement.GetProperty("checks").EnumerateArray()
            .ToDictionary(x => x.GetProperty("name").GetString()!, x => x.GetProperty("status").GetString()!));
    }
}
