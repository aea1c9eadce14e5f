using Microsoft.AspNetCore.Identity;
using Training.Domain.Rules;

namespace Training.Api.Data.Records;

/// <summary>A sign-in. It points to an employee; an account without one (the first administrator) has no record of its own.</summary>
internal sealed class Account : IdentityUser<long>, IVersioned
{
    public long? EmployeeId { get; set; }

    /// <summary>Disabled accounts keep their history and cannot sign in.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Wrong passwords or codes in a row since the last success.</summary>
    public int FailedSignIns { get; set; }

    /// <summary>Until this instant no sign-in is looked at, on our own clock.</summary>
    public DateTimeOffset? LockedUntilAt { get; set; }

    /// <summary>The next sign-in may do nothing but change the password.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Base32 secret of the authenticator; set while enrolling, in force once <see cref="IdentityUser{TKey}.TwoFactorEnabled"/>.</summary>
    public string? AuthenticatorSecret { get; set; }

    /// <summary>The last 30-second step whose code was accepted, so that a code works once.</summary>
    public long LastAuthenticatorStep { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Version { get; private set; }
}
