using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Training.Api.Data.Records;
using Training.Api.Settings;

namespace Training.Api.Auth;

internal static class SignInSetup
{
    /// <summary>Signing in, the bearer scheme, the policies, and the limits of sessions that are not whole yet.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInSettings>().Bind(configuration.GetSection(SignInSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SignInSettings.ForEnvironment>();
        services.AddSingleton<IPostConfigureOptions<SignInSettings>>(x => x.GetRequiredService<SignInSettings.ForEnvironment>());
        services.AddSingleton<IValidateOptions<SignInSettings>>(x => x.GetRequiredService<SignInSettings.ForEnvironment>());
        services.AddOptions<PasswordHasherOptions>()
            .Configure<IOptions<SignInSettings>>((hasher, settings) => hasher.IterationCount = settings.Value.HasherIterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SessionRows>();
        services.AddSingleton<AddressLimit>();
        services.AddScoped<SignInSessions>();
        services.AddScoped<SignInStates>();
        services.AddScoped<OwnProof>();
        services.AddScoped<RecoveryCodes>();

        services.AddAuthentication(BearerHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SessionLimitGate>();

        return services;
    }
}
