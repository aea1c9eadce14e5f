using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Training.Api.Settings;

/// <summary>How people sign in and for how long.</summary>
internal sealed record SignInSettings
{
    public const string Section = "SignIn";

    private const int LeastIterationsInProduction = 100_000;

    /// <summary>Minutes for which an access token is good; it is renewed with the refresh token.</summary>
    [Range(1, 60)]
    public int AccessMinutes { get; init; } = 10;

    /// <summary>Hours from the sign-in after which one has to sign in anew, however often the session was refreshed.</summary>
    [Range(1, 14 * 24)]
    public int SessionHours { get; init; } = 12;

    /// <summary>Wrong passwords or codes in a row after which an account is locked.</summary>
    [Range(1, 100)]
    public int FailuresToLock { get; init; } = 5;

    /// <summary>Minutes for which an account stays locked.</summary>
    [Range(1, 24 * 60)]
    public int LockMinutes { get; init; } = 15;

    /// <summary>Sign-ins that one address may try in a minute, right and wrong ones together; counted per node.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerMinute { get; init; } = 20;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA512 over a password. Raised: stored hashes follow at the next sign-in.</summary>
    [Range(1_000, 10_000_000)]
    public int HasherIterations { get; init; } = 210_000;

    /// <summary>Hours for which a password made by the program (new account, reset) opens a sign-in.</summary>
    [Range(1, 30 * 24)]
    public int InitialPasswordHours { get; init; } = 72;

    /// <summary>Hours for which the secret of the first administrator opens a sign-in.</summary>
    [Range(1, 7 * 24)]
    public int FirstAdministratorHours { get; init; } = 24;

    /// <summary>Whether the roles of <see cref="TwoFactorRoles"/> need a second factor. Unset: in Production alone.</summary>
    public bool? RequireTwoFactor { get; set; }

    /// <summary>Who needs a second factor where it is required. Unset: HR, Approver and Administrator.</summary>
    public IReadOnlyList<Role>? TwoFactorRoles { get; init; }

    /// <summary>The name under which an authenticator lists the account.</summary>
    [Required]
    [StringLength(60)]
    public string Issuer { get; init; } = "Training";

    /// <summary>Whether a person of these roles has to use a second factor.</summary>
    public bool RequiresTwoFactor(IReadOnlySet<Role> roles) =>
        RequireTwoFactor == true && (TwoFactorRoles ?? [Role.HumanResources, Role.Approver, Role.Administrator]).Any(roles.Contains);

    /// <summary>Fills what depends on where the program runs, and refuses what must not run there.</summary>
    internal sealed class ForEnvironment(IHostEnvironment environment) : IPostConfigureOptions<SignInSettings>, IValidateOptions<SignInSettings>
    {
        public void PostConfigure(string? name, SignInSettings options) =>
            options.RequireTwoFactor ??= environment.IsProduction();

        public ValidateOptionsResult Validate(string? name, SignInSettings options) =>
            environment.IsProduction() && options.HasherIterations < LeastIterationsInProduction
                ? ValidateOptionsResult.Fail($"{Section}:{nameof(HasherIterations)} must be at least {LeastIterationsInProduction} in Production.")
                : ValidateOptionsResult.Success;
    }
}
