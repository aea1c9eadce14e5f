using Microsoft.AspNetCore.Identity;
using Training.Api.Data.Records;

namespace Training.Api.Auth;

/// <summary>Hashes and verifies passwords. One verification is done for every attempt, also where there is no account:
/// how long an answer takes must not tell whether the name exists.</summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new();
    private readonly string _dummy = hasher.HashPassword(Nobody, Secrets.Text(Secrets.New()));

    public string Hash(string password) => hasher.HashPassword(Nobody, PasswordRules.Form(password));

    /// <summary>Whether the password is the one of the hash; null is the hash of an account that does not exist.</summary>
    public PasswordVerificationResult Verify(string? hash, string password)
    {
        var result = hasher.VerifyHashedPassword(Nobody, hash ?? _dummy, PasswordRules.Form(password));

        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}
