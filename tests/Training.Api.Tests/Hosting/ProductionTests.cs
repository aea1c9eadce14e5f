using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Training.Api.Auth;
using Training.Api.Commands.Demo;
using Training.Api.Settings;

namespace Training.Api.Tests.Hosting;

/// <summary>What Production refuses to start with.</summary>
public sealed class ProductionTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public void A_secret_of_the_example_file_is_refused_in_Production_alone_and_its_setting_named()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Mail:Password", "change-me")]).Build();

        var refused = Assert.Throws<InvalidOperationException>(() => SampleSecrets.Refuse(settings, new Place(Environments.Production)));

        Assert.Contains("Mail:Password", refused.Message, StringComparison.Ordinal);
        SampleSecrets.Refuse(settings, new Place(Environments.Development));
    }

    [Fact]
    public async Task An_account_that_still_has_the_password_of_the_demo_company_is_refused()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<DemoCompany>();
        var names = (await DemoFile.ReadAsync(TestContext.Current.CancellationToken)).Accounts.Select(x => x.UserName).ToList();
        await demo.RefuseItsPasswordAsync(TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<Acts.OpenAccount>().RunAsync(
            new(names[0], null, [Role.Staff], scope.ServiceProvider.GetRequiredService<Passwords>().Hash(DemoCompany.Password), InitialUntil: null), TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => demo.RefuseItsPasswordAsync(TestContext.Current.CancellationToken));

        Assert.Contains(names[0], refused.Message, StringComparison.Ordinal);
    }

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Training";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
