using Microsoft.Extensions.DependencyInjection;
using Training.Api.Commands;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Auth;

public sealed class FirstAdministratorTests
{
    [Fact]
    public async Task The_first_administrator_signs_in_with_a_secret_printed_once_and_there_is_one_first()
    {
        await using var fresh = new TrainingApp(await TestDatabase.EmptyAsync());

        var (code, printed) = await RunAsync(fresh, "root");

        Assert.Equal(0, code);
        var tokens = await fresh.TokensAsync("root", printed.Split('\n')[1].Trim());
        var me = await (await fresh.GetAsync(tokens, "/api/v1/auth/me")).ReadAsync<Answers.Me>();
        Assert.Equal(["administrator"], me.Roles);
        Assert.True(me.MustChangePassword);
        var (again, refusal) = await RunAsync(fresh, "second");
        Assert.Equal(1, again);
        Assert.Contains("administrator exists", refusal, StringComparison.Ordinal);
        Assert.False((await fresh.TryAsync("second", printed.Split('\n')[1].Trim())).IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_secret_opens_nothing_after_a_day()
    {
        await using var fresh = new TrainingApp(await TestDatabase.EmptyAsync());
        var (_, printed) = await RunAsync(fresh, "root");
        fresh.Clock.Advance(TimeSpan.FromHours(24));

        Assert.False((await fresh.TryAsync("root", printed.Split('\n')[1].Trim())).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData]
    [InlineData("two", "names")]
    public async Task Called_wrongly_it_says_how(params string[] arguments)
    {
        await using var fresh = new TrainingApp(await TestDatabase.EmptyAsync());

        var (code, printed) = await RunAsync(fresh, arguments);

        Assert.Equal(2, code);
        Assert.Contains("create-administrator <userName>", printed, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Printed)> RunAsync(TrainingApp app, params string[] arguments)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        var code = await CreateAdministrator.RunAsync(scope.ServiceProvider, arguments, output, TestContext.Current.CancellationToken);

        return (code, output.ToString());
    }
}
