using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Auth;
using Training.Api.Features.Auth;

namespace Training.Api.Tests.Hosting;

/// <summary>Accounts and signed-in clients for tests.</summary>
internal static class SignedIn
{
    public const string Password = "correct horse battery";

    public static string Hash(IServiceProvider services) => services.GetRequiredService<Passwords>().Hash(Password);

    /// <summary>Makes an account that holds the roles and has <see cref="Password"/>; its id.</summary>
    public static async Task<long> AddAccountAsync(this TrainingApp app, string userName, long? employeeId, params Role[] roles)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<OpenAccount>()
            .RunAsync(new(userName, employeeId, roles, Hash(scope.ServiceProvider), InitialUntil: null), TestContext.Current.CancellationToken);

        return account.Id;
    }

    /// <summary>A client of the account, signed in over HTTP. It signs in anew before its token is over on the test's clock;
    /// a session that was ended is not renewed.</summary>
    public static async Task<HttpClient> SignInAsync(this TrainingApp app, string userName, string password = Password)
    {
        var renewal = new Renewal(app, new SignInRequest(userName, password));
        var client = app.CreateDefaultClient(renewal);
        await renewal.SignInAsync(TestContext.Current.CancellationToken);

        return client;
    }

    /// <summary>A signed-in client of a new account without an employee that holds just these roles.</summary>
    public static async Task<HttpClient> SignInAsAsync(this TrainingApp app, params Role[] roles)
    {
        var userName = $"somebody-{Guid.NewGuid():N}";
        await app.AddAccountAsync(userName, null, roles);

        return await app.SignInAsync(userName);
    }

    private sealed class Renewal(TrainingApp app, SignInRequest request) : DelegatingHandler
    {
        private TokensResponse? _tokens;

        public async Task SignInAsync(CancellationToken cancellation)
        {
            using var answer = await app.CreateClient().PostAsJsonAsync("/api/v1/auth/sign-in", request, cancellation);
            answer.EnsureSuccessStatusCode();
            _tokens = (await answer.Content.ReadFromJsonAsync<TokensResponse>(cancellation))!;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
        {
            if (_tokens is null || _tokens.AccessExpiresAt <= app.Clock.GetUtcNow())
            {
                await SignInAsync(cancellationToken);
            }

            message.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", _tokens!.AccessToken);

            return await base.SendAsync(message, cancellationToken);
        }
    }
}
