using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Training.Api.Data.Records;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Auth;

/// <summary>Lets a test look, or act, at the moment at which a request hashes a password: where another request may come between.</summary>
internal sealed class HookedHasher(IHttpContextAccessor accessor) : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> _inner = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));

    /// <summary>Done once, at the next hashing.</summary>
    public Action<HttpContext?>? AtNextHash { get; set; }

    public static WebApplicationFactory<Program> Into(TrainingApp app) => app.WithWebHostBuilder(x => x.ConfigureServices(services =>
        services.AddHttpContextAccessor().AddSingleton<IPasswordHasher<Account>, HookedHasher>()));

    public static HookedHasher Of(WebApplicationFactory<Program> app) => (HookedHasher)app.Services.GetRequiredService<IPasswordHasher<Account>>();

    public string HashPassword(Account user, string password)
    {
        var hook = AtNextHash;
        AtNextHash = null;
        hook?.Invoke(accessor.HttpContext);

        return _inner.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
}
